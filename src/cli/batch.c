#include "cli/batch.h"

#include "cli/output.h"
#include "cli/planning.h"
#include "report/json.h"

/* So much is gathered before it is written. */
enum { WRITE_AT = 64 * 1024 };

struct batch {
	struct job *job;
	struct input in;      /* the ladder of all lines */
	struct loader loader; /* as the job's, when nothing was loaded yet */
	struct arena item;    /* what one line takes; empty between them */
	struct arena *lasting; /* the job's own arena */
	struct buf line, out;
	uint64_t number; /* of the line, from 1 */
	bool bad;        /* some line was */
};

/* --- one line ------------------------------------------------------------- */

/* A line that no plan comes from. */
static void bad_line(struct batch *b, const char *code, struct str message)
{
	b->bad = true;
	json_error(b->number, code, message, &b->out);
}

/* The first error among the findings of a line; its place is in the text. */
static void bad_finding(struct batch *b, struct diag *d)
{
	struct arena *a = &b->item;

	diag_sort(d);
	for_each(f, &d->findings) {
		struct place at;

		if (f->severity != SEVERITY_ERROR)
			continue;
		at = source_place(f->span.source, f->span.at);
		bad_line(b, code_table[f->code].id,
			 arena_printf(a, "%.*s:%u:%u: %.*s",
				      STR_ARG(f->span.source->name), at.line,
				      at.column, STR_ARG(f->message)));
		return;
	}
	bad_line(b, "not-an-assessment",
		 STR("the line is no assessment; expected \"format\": "
		     "\"assessment/1\""));
}

static struct loaded load_line(struct batch *b, struct loader *ld)
{
	struct str line = str_trim(buf_str(&b->line));

	if (line.ptr[0] == '{')
		return load_text(ld, STR("-"), line);
	if (str_is(line, "-"))
		line = STR("./-"); /* the lines themselves are no assessment */
	return load_file(ld, arena_str(ld->arena, line));
}

static void plan_line(struct batch *b, struct planning *p)
{
	struct job *j = b->job;
	struct plan_result result;

	if (!p->in.assessment->target && !job_has(j, OPT_TARGET)) {
		bad_line(b, "no-target",
			 STR("the assessment names no target; give --target "
			     "ROLE"));
		return;
	}
	if (planning_ask(j, p) != EXIT_DONE) {
		bad_line(b, "usage", STR("the options name no role"));
		return;
	}
	p->query.unexplained = true;
	result = plan_make(&p->query, &b->item);
	if (result.status == PLAN_NO_WAY && result.plan.gap.open) {
		bad_line(b, "no-way",
			 arena_printf(&b->item, "there is no way to %.*s",
				      STR_ARG(p->query.target->path)));
		return;
	}
	p->view.plan = &result.plan;
	p->view.gap = &result.plan.gap;
	json_plan(&p->view, JSON_LINE, &b->out);
}

static void assess_line(struct batch *b)
{
	struct loader ld = b->loader;
	struct diag d = {.arena = &b->item};
	struct planning p = {.in = b->in};
	struct loaded file;

	ld.arena = &b->item;
	ld.diag = &d;
	file = load_line(b, &ld);
	if (file.status != HOST_OK && !d.errors) {
		bad_line(b, "unreadable", file.why);
		return;
	}
	load_check_format(&ld, &file);
	if (file.kind == FILE_ASSESSMENT)
		p.in.assessment = load_assessment(&ld, &file, b->in.ladder);
	if (p.in.assessment && p.in.assessment->usable)
		plan_line(b, &p);
	else
		bad_finding(b, &d);
	if (p.in.assessment)
		doc_release(&p.in.assessment->doc);
	load_release(&file);
}

/* --- all of them --------------------------------------------------------- */

static bool flush(struct batch *b, size_t at_least)
{
	struct job *j = b->job;
	bool written;

	if (b->out.len < at_least || !b->out.len)
		return true;
	written = output_line(j, buf_str(&b->out)) == EXIT_DONE;
	buf_clear(&b->out);
	return written && !j->host->pipe_closed;
}

/* False where there is nothing more to read or nobody to write to. */
static bool next_line(struct batch *b)
{
	struct host *h = b->job->host;
	int64_t limit = b->loader.limits.at[LIMIT_FILE_SIZE];
	enum host_status status;

	buf_clear(&b->line);
	status = h->line(h, &b->line, (size_t)limit);
	b->number++;
	if (status == HOST_MISSING)
		return false;
	if (status != HOST_OK) {
		bad_line(b, "unreadable", str_of(h->why(h)));
		return status == HOST_TOO_LARGE;
	}
	/* what the command line's words lead to is looked up for each line, in
	 * memory that the next line uses again */
	b->job->arena = &b->item;
	if (str_trim(buf_str(&b->line)).len)
		assess_line(b);
	b->job->arena = b->lasting;
	arena_clear(&b->item);
	return flush(b, WRITE_AT);
}

static bool names_a_role(struct job *j, const struct input *in)
{
	const struct option_value *target = job_option(j, OPT_TARGET);

	return !target->given || input_role(j, in->ladder, target->text);
}

enum exit batch_plan(struct job *j)
{
	struct batch b = {.job = j, .lasting = j->arena};
	enum exit status = planning_effort(j);

	if (status == EXIT_DONE)
		status = input_load_ladder(j, &b.in);
	if (status != EXIT_DONE)
		return status;
	if (!names_a_role(j, &b.in))
		return EXIT_USAGE;
	b.loader = loader_like(&j->loader);
	while (next_line(&b))
		;
	if (!flush(&b, 0) && !j->host->pipe_closed)
		status = EXIT_OUTPUT;
	arena_release(&b.item);
	buf_release(&b.line);
	buf_release(&b.out);
	return status == EXIT_DONE && b.bad ? EXIT_NO : status;
}
