#include "cli/template.h"

#include "cli/input.h"
#include "doc/scalar.h"
#include "text/utf8.h"
#include "text/width.h"

enum { COLUMNS = 78 };

/* --- pieces of YAML ----------------------------------------------------- */

/* An id; one that YAML reads as no value needs its quotes. */
static void id(struct buf *out, struct str s)
{
	if (str_eq_nocase(s, STR("null")))
		scalar_write_quoted(out, s);
	else
		buf_add(out, s);
}

/* Comment lines filled with words, `indent` columns before each `#`. What is
 * written before the text begins with `head`; later lines line up with it. */
static void comment(struct buf *out, size_t indent, const char *head,
		    struct str text)
{
	size_t left = indent + 2 + strlen(head), at = left;
	bool first = true;

	buf_fill(out, ' ', indent);
	buf_printf(out, "# %s", head);
	while (text.len) {
		struct str word;
		size_t n = 0, width;

		while (n < text.len && text.ptr[n] != ' ' &&
		       text.ptr[n] != '\n' && text.ptr[n] != '\t')
			n++;
		word = str_head(text, n);
		text = str_from(text, n + 1);
		if (!word.len)
			continue;
		width = text_width(word);
		if (!first && at + 1 + width > COLUMNS) {
			buf_char(out, '\n');
			buf_fill(out, ' ', indent);
			buf_char(out, '#');
			buf_fill(out, ' ', left - indent - 1);
			at = left;
		} else if (!first) {
			buf_char(out, ' ');
			at++;
		}
		buf_add(out, word);
		at += width;
		first = false;
	}
	buf_char(out, '\n');
}

static void say_key(struct buf *out, bool given, const char *key,
		    struct str value, const char *what)
{
	size_t from = out->len;

	buf_printf(out, "%s%s: ", given ? "" : "# ", key);
	buf_add(out, value);
	if (out->len - from < 28)
		buf_fill(out, ' ', 28 - (out->len - from));
	buf_printf(out, " # %s\n", what);
}

/* --- the parts ---------------------------------------------------------- */

static void write_head(struct arena *a, const struct template_view *v,
		       struct buf *out)
{
	const struct ladder *l = v->ladder;
	struct str hint = l->n_roles ? l->roles[0]->path : STR("track/level");

	comment(out, 0, "", arena_printf(a, "An assessment for the ladder "
					    "\"%.*s\".",
					 STR_ARG(l->name)));
	comment(out, 0, "",
		STR("Write behind each competency the highest stage that you "
		    "have shown, by its number; leave it empty where you do "
		    "not know yet. 0 says: not yet. 'ladder help assessment' "
		    "tells what else a rating can hold."));
	buf_z(out, "\nformat: assessment/1\nladder: ");
	id(out, l->head.id);
	if (l->version.len) {
		buf_z(out, "\nladder-version: ");
		scalar_write_quoted(out, l->version);
	}
	buf_z(out, "\nperson: ");
	scalar_write_quoted(out, v->person.len ? v->person : STR("Your Name"));
	buf_char(out, '\n');
	say_key(out, false, "date", STR("2026-11-02"),
		"the day of this assessment; plans count from it");
	say_key(out, v->role, "role", v->role ? v->role->path : hint,
		"where you stand today ('ladder list')");
	say_key(out, false, "since", STR("2025-03-01"), "and since when");
	say_key(out, v->role, "baseline", v->role ? v->role->path : hint,
		"counts where nothing is rated; not its choices");
	say_key(out, v->target, "target", v->target ? v->target->path : hint,
		"where you want to go");
	say_key(out, false, "hours-per-week", STR("4"), "for learning");
	say_key(out, false, "focus", STR("2"),
		"competencies worked on side by side");
}

static void write_behaviours(struct arena *a, const struct rubric *r,
			     struct buf *out)
{
	uint32_t n = 0;

	for_each(b, &r->behaviours)
		comment(out, 2, arena_printf(a, "      %u. ", ++n).ptr,
			b->optional ? arena_printf(a, "(optional) %.*s",
						   STR_ARG(b->text))
				    : b->text);
}

static void write_stage(struct arena *a, const struct stage *s,
			const struct track *track, struct buf *out)
{
	const struct rubric *r = stage_rubric(s, track);
	struct str text = stage_name(s, track, a);

	if (s->competency->cells && !r->name.len)
		text = r->role->title;
	if (r->summary.len)
		text = arena_printf(a, "%.*s: %.*s", STR_ARG(text),
				    STR_ARG(r->summary));
	comment(out, 2, arena_printf(a, "%4u  ", s->number).ptr, text);
	write_behaviours(a, r, out);
}

static bool in_force(const struct role *r, const struct role *role)
{
	return role && r->track == role->track &&
	       r >= role_first_in_force(role) && r <= role;
}

/* What a role wants of a competency, behind the key: a stage, or one of a
 * choice, but for the choices of `told`. `*before` separates it from what
 * stands there already. */
static void write_wanted(const struct competency *c, const struct role *role,
			 const struct asked *asks, const struct role *told,
			 const char **before, struct buf *out)
{
	const struct stage *asked = asks ? asks[c->index].stage : NULL;

	if (asked) {
		buf_printf(out, "%s%.*s asks %u", *before, STR_ARG(role->path),
			   asked->number);
		*before = ", ";
	}
	if (!asks)
		return;
	for_each_in_force(r, role)
		for_each(choice, &r->choose)
			for_each(ref, &choice->of) {
				if (ref->competency != c || !ref->stage ||
				    in_force(r, told))
					continue;
				buf_printf(out, "%s%.*s lets you choose %u",
					   *before, STR_ARG(r->path),
					   ref->stage->number);
				*before = ", ";
			}
}

void template_rubric(struct arena *a, const struct template_view *v,
		     const struct competency *c, struct buf *out)
{
	const struct role *near = v->role ? v->role : v->target;
	const struct track *track = near ? near->track : NULL;

	comment(out, 2, "", c->summary.len
				    ? arena_printf(a, "%.*s: %.*s",
						   STR_ARG(c->name),
						   STR_ARG(c->summary))
				    : c->name);
	for (uint32_t i = 0; i < c->n_stages; i++)
		write_stage(a, &c->stages[i], track, out);
}

static void write_competency(struct arena *a, const struct template_view *v,
			     const struct competency *c,
			     const struct asked *have,
			     const struct asked *want, struct buf *out)
{
	const char *before = " # ";

	buf_char(out, '\n');
	template_rubric(a, v, c, out);
	buf_z(out, "  ");
	id(out, c->head.id);
	buf_char(out, ':');
	write_wanted(c, v->role, have, NULL, &before, out);
	write_wanted(c, v->target, want, v->role, &before, out);
	buf_char(out, '\n');
}

static void write_layer(struct arena *a, const struct template_view *v,
			int layer, const struct asked *have,
			const struct asked *want, struct buf *out)
{
	bool first = true;

	for_each(c, &v->ladder->competencies) {
		if (c->layer != layer || !c->n_stages)
			continue;
		if (first)
			buf_printf(out, "\n  # --- %s ---\n",
				   layer_name((enum layer)layer));
		first = false;
		write_competency(a, v, c, have, want, out);
	}
}

void template_write(struct arena *a, const struct template_view *v,
		    struct buf *out)
{
	const struct asked *have = NULL, *want = NULL;

	if (v->role)
		have = role_asks(v->ladder, v->role, a);
	if (v->target)
		want = role_asks(v->ladder, v->target, a);
	write_head(a, v, out);
	buf_z(out, "\nratings:\n");
	for (int layer = LAYER_EXECUTION; layer <= N_LAYERS; layer++)
		write_layer(a, v, layer, have, want, out);
}

/* --- options ------------------------------------------------------------ */

/* A name that may stand in a file of ours. */
static bool is_plain(struct str s)
{
	while (s.len) {
		uint32_t len, c = utf8_decode(s, &len);

		if (c == UTF8_BAD || c == '\n' || c == '\t' ||
		    (char_class(c) != CHAR_PLAIN &&
		     char_class(c) != CHAR_HIDDEN))
			return false;
		s = str_from(s, len);
	}
	return true;
}

static enum exit take_role(struct job *j, const struct ladder *l,
			   enum option option, const struct role **role)
{
	if (!job_has(j, option))
		return EXIT_DONE;
	*role = input_role(j, l, job_option(j, option)->text);
	return *role ? EXIT_DONE : EXIT_USAGE;
}

enum exit template_options(struct job *j, const struct ladder *l,
			   struct template_view *v)
{
	enum exit status;

	*v = (struct template_view){.ladder = l};
	status = take_role(j, l, OPT_ROLE, &v->role);
	if (status == EXIT_DONE)
		status = take_role(j, l, OPT_TARGET, &v->target);
	v->person = job_option(j, OPT_PERSON)->text;
	if (status == EXIT_DONE && !is_plain(v->person))
		return usage(j, "--person holds characters that no file may "
				"hold: \"%.*s\"",
			     STR_ARG(v->person));
	return status;
}
