#include "base/typo.h"
#include "cli/output.h"
#include "cli/shown.h"
#include "lint/examples.h"
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

/* `L2044`, `l204x`: what was meant as a code. */
static bool looks_like_code(struct str word)
{
	return word.len > 1 && (*word.ptr == 'L' || *word.ptr == 'l') &&
	       word.ptr[1] >= '0' && word.ptr[1] <= '9';
}

static struct str nearest_code(struct str word)
{
	struct typo typo = {.word = word};

	for (enum code c = 0; c < N_CODES; c++) {
		typo_offer(&typo, str_of(code_table[c].id));
		typo_offer(&typo, str_of(code_table[c].name));
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

	if (!job_operands(j))
		return usage(j, "what is to be explained? Give a finding code, "
				"a role or a competency");
	if (code != N_CODES)
		return explain_code(j, code);
	if (looks_like_code(word))
		return usage(j, "\"%.*s\" is no code%s", STR_ARG(word),
			     suggestion(j, nearest_code(word)));
	return explain_entity(j, word);
}

const struct command cmd_explain = {
	.name = "explain",
	.summary = "a finding code, a role or a competency in full",
	.operands = "CODE|ROLE|COMPETENCY",
	.most_operands = 1,
	.about = "Tells what a finding means, why it matters, with a file that "
		 "has it and the same file mended; or everything about a role "
		 "or a competency.",
	.examples = {{"ladder explain L204", "a code that validate printed"},
		     {"ladder explain unknown-reference", "the same by name"},
		     {"ladder explain mentoring", "a competency"}},
	.options = {OPT_LADDER, OPT_LIMIT, OPT_HELP},
	.formats = {FORMAT_TEXT, FORMAT_MARKDOWN, FORMAT_JSON, N_FORMATS},
	.run = run_explain,
};
