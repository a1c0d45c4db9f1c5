#include "cli/logging.h"

#include "base/date.h"
#include "cli/output.h"
#include "text/safe.h"

/* What was recorded, as it was and as it is. */
struct change {
	struct job *j;
	const struct logging *g;
	struct stand was, now;
	uint32_t pieces_were, pieces;
	struct str note_was, note;
	struct buf line;
};

static struct stand stand_in(struct job *j, const struct assessed *f,
			     const struct competency *c)
{
	return assessment_stands(f->ladder, f->assessment, j->arena)[c->index];
}

static struct change change_of(struct job *j, const struct logging *g)
{
	struct change c = {
		.j = j,
		.g = g,
		.was = stand_in(j, &g->file, g->competency),
		.now = stand_in(j, &g->now, g->competency),
	};

	if (c.was.rating) {
		c.pieces_were = c.was.rating->evidence.n;
		c.note_was = c.was.rating->note;
	}
	if (c.now.rating) {
		c.pieces = c.now.rating->evidence.n;
		c.note = c.now.rating->note;
	}
	return c;
}

static const char *rate_of(struct job *j, const struct stand *s)
{
	if (s->na)
		return "n/a";
	if (!s->rated && !s->by_behaviours)
		return "unrated";
	return arena_printf(j->arena, "%u", s->rank_have).ptr;
}

static bool is_same_rate(const struct change *c)
{
	return !strcmp(rate_of(c->j, &c->was), rate_of(c->j, &c->now));
}

/* --- the parts of the line ------------------------------------------------ */

/* The first one follows the competency, the others follow one another. */
static void begin(struct change *c, bool *first)
{
	buf_z(&c->line, *first ? ": " : "; ");
	*first = false;
}

static void add_stage_name(struct change *c)
{
	const struct competency *of = c->g->competency;
	const struct role *role = c->g->now.assessment->role;
	struct str name;

	if (!c->now.have || c->now.na)
		return;
	name = stage_name(&of->stages[c->now.have - 1],
			  role ? role->track : NULL, c->j->arena);
	if (!str_is_digits(name)) {
		buf_char(&c->line, ' ');
		safe_line(&c->line, name);
	}
}

static void add_rate(struct change *c, bool *first)
{
	bool ascii = job_style(c->j, HOST_OUT).ascii;

	if (is_same_rate(c))
		return;
	begin(c, first);
	buf_printf(&c->line, "%s %s %s", rate_of(c->j, &c->was),
		   ascii ? "->" : "\u2192", rate_of(c->j, &c->now));
	add_stage_name(c);
	if (c->now.by_behaviours)
		buf_z(&c->line, ", reached by its behaviours");
	else if (c->was.rated && c->now.rated && c->now.have < c->was.have)
		buf_z(&c->line, ", lower than before");
}

static uint32_t count_met(const struct stand *s)
{
	uint32_t n = 0;

	for (uint32_t i = 0; s->partly && i < s->partly->behaviours.n; i++)
		n += s->met[i];
	return n;
}

/* What is said of the stage that is next now; ticks that went because another
 * one is next are no news. */
static void add_met(struct change *c, bool *first)
{
	const struct rubric *next = c->now.partly ? c->now.partly
						  : c->was.partly;
	bool same = c->now.have == c->was.have;

	if (!next || (!c->now.partly && !same) ||
	    (same && count_met(&c->now) == count_met(&c->was)))
		return;
	begin(c, first);
	buf_printf(&c->line, "%u of %u behaviours of stage %u",
		   count_met(&c->now), next->behaviours.n, next->stage->number);
}

static void add_evidence(struct change *c, bool *first)
{
	if (c->pieces == c->pieces_were)
		return;
	begin(c, first);
	if (c->pieces > c->pieces_were)
		buf_printf(&c->line, "evidence %u", c->pieces);
	else
		buf_printf(&c->line, "%u %s of evidence kept as %s",
			   c->pieces_were,
			   c->pieces_were == 1 ? "piece" : "pieces",
			   c->pieces_were == 1 ? "a comment" : "comments");
}

static void add_rest(struct change *c, bool *first)
{
	const struct assessment *was = c->g->file.assessment;
	const struct assessment *now = c->g->now.assessment;
	char date[11];

	if (!str_eq(c->note, c->note_was)) {
		begin(c, first);
		buf_z(&c->line, c->note.len ? "note" : "no note");
	}
	if (now->date_node && now->date != was->date) {
		begin(c, first);
		buf_printf(&c->line, "date %s", date_write(now->date, date));
	}
}

/* --- the line ------------------------------------------------------------- */

static enum exit say_change(struct job *j, const struct logging *g)
{
	struct change c = change_of(j, g);
	bool first = true;
	enum exit status;

	buf_z(&c.line, "saved in ");
	safe_line(&c.line, str_of(g->file.path));
	buf_z(&c.line, ": ");
	safe_line(&c.line, g->competency->head.id);
	add_rate(&c, &first);
	add_met(&c, &first);
	add_evidence(&c, &first);
	add_rest(&c, &first);
	buf_char(&c.line, '\n');
	status = output_line(j, buf_str(&c.line));
	buf_release(&c.line);
	return status;
}

enum exit logging_said(struct job *j, const struct logging *g)
{
	if (str_eq(g->file.text, g->now.text)) {
		remark(j, "%s says so already: nothing to change",
		       g->file.path);
		return EXIT_DONE;
	}
	if (job_has(j, OPT_QUIET) || job_has(j, OPT_DRY_RUN) ||
	    job_has(j, OPT_OUTPUT) || !strcmp(g->file.path, "-"))
		return EXIT_DONE;
	return say_change(j, g);
}
