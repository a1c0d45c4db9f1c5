#include "base/typo.h"
#include "cli/output.h"
#include "cli/shown.h"
#include "diff/examples.h"
#include "lint/examples.h"
#include "report/change.h"
#include "report/json.h"

static void render_code(struct job *j, enum format f,
			const struct report_style *style, const void *what,
			struct buf *out)
{
	if (f == FORMAT_JSON)
		json_code(what, out);
	else
		render_page(page_code(j->arena, what), f, style, out);
}

static enum exit explain_code(struct job *j, enum code code)
{
	struct code_view view = {.code = code};

	for (const struct code_example *e = code_examples; e->code; e++) {
		if (strcmp(e->code, code_table[code].id) != 0)
			continue;
		view.bad = e->bad;
		view.good = e->good;
	}
	return output_result(j, render_code, &view);
}

/* --- changes ------------------------------------------------------------ */

static void render_change(struct job *j, enum format f,
			  const struct report_style *style, const void *what,
			  struct buf *out)
{
	if (f == FORMAT_JSON)
		json_change(what, out);
	else
		render_page(page_change(j->arena, what), f, style, out);
}

static enum exit explain_change(struct job *j, enum change_code code)
{
	struct change_view view = {.code = code};

	for (const struct change_example *e = change_examples; e->code; e++) {
		if (strcmp(e->code, change_table[code].id) != 0)
			continue;
		view.old = e->old;
		view.new = e->new;
	}
	return output_result(j, render_change, &view);
}

static void render_class(struct job *j, enum format f,
			 const struct report_style *style, const void *what,
			 struct buf *out)
{
	const enum change_class *class = what;

	if (f == FORMAT_JSON)
		json_class(*class, out);
	else
		render_page(page_class(j->arena, *class), f, style, out);
}

static void render_changes(struct job *j, enum format f,
			   const struct report_style *style, const void *what,
			   struct buf *out)
{
	(void)what;
	if (f == FORMAT_JSON)
		json_changes(out);
	else
		render_page(page_changes(j->arena), f, style, out);
}

/* --- words -------------------------------------------------------------- */

/* `L2044`, `d204x`: what was meant as a code. */
static bool looks_like_code(struct str word)
{
	return word.len > 1 && strchr("LlDd", *word.ptr) &&
	       word.ptr[1] >= '0' && word.ptr[1] <= '9';
}

static struct str nearest_code(struct str word)
{
	struct typo typo = {.word = word};

	for (enum code c = 0; c < N_CODES; c++) {
		typo_offer(&typo, str_of(code_table[c].id));
		typo_offer(&typo, str_of(code_table[c].name));
	}
	for (enum change_code c = 0; c < N_CHANGES; c++) {
		typo_offer(&typo, str_of(change_table[c].id));
		typo_offer(&typo, str_of(change_table[c].name));
	}
	return typo.best;
}

static enum exit explain_entity(struct job *j, struct str word)
{
	struct input in = {0};
	struct shown shown = {0};
	enum exit status = input_load_ladder(j, &in);

	if (status != EXIT_DONE)
		return status;
	if (!input_entity(j, in.ladder, word, &shown.entity))
		return EXIT_USAGE;
	shown.ladder = in.ladder;
	return shown_write(j, &shown);
}

static enum exit run_explain(struct job *j)
{
	struct str word = job_operand(j, 0);
	enum code code = code_find(word);
	enum change_code change = change_find(word);
	enum change_class class;

	if (!job_operands(j))
		return usage(j, "what is to be explained? Give the code of a "
				"finding or a change, a class of changes, a "
				"role or a competency");
	if (code != N_CODES)
		return explain_code(j, code);
	if (change != N_CHANGES)
		return explain_change(j, change);
	if (class_find(word, &class))
		return output_result(j, render_class, &class);
	if (str_is(word, "changes"))
		return output_result(j, render_changes, NULL);
	if (looks_like_code(word))
		return usage(j, "\"%.*s\" is no code%s", STR_ARG(word),
			     suggestion(j, nearest_code(word)));
	return explain_entity(j, word);
}

const struct command cmd_explain = {
	.name = "explain",
	.summary = "a finding, a change, a role or a competency in full",
	.operands = "CODE|CLASS|ROLE|COMPETENCY",
	.most_operands = 1,
	.about = "Tells what a finding means, why it matters, with a file that "
		 "has it and the same file mended; what a change between two "
		 "ladders means and whom it touches, with two ladders that "
		 "differ by it; what a class of changes is (breaking, review, "
		 "easing, info); or everything about a role or a competency. "
		 "A word that is both a class and a name of the ladder is the "
		 "class; 'ladder show' has the other.",
	.examples = {{"ladder explain L204", "a code that validate printed"},
		     {"ladder explain requirement-raised",
		      "a change that diff reported"},
		     {"ladder explain changes", "all that diff can report"},
		     {"ladder explain mentoring", "a competency"}},
	.options = {OPT_LADDER, OPT_LIMIT, OPT_HELP},
	.formats = {FORMAT_TEXT, FORMAT_MARKDOWN, FORMAT_HTML, FORMAT_JSON,
		    N_FORMATS},
	.audience = FOR_ALL,
	.run = run_explain,
};
