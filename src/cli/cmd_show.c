#include "cli/shown.h"

static enum exit run_show(struct job *j)
{
	struct input in = {0};
	struct shown shown = {0};
	enum exit status = input_load_ladder(j, &in);

	if (status != EXIT_DONE)
		return status;
	if (job_operands(j) &&
	    !input_entity(j, in.ladder, job_operand(j, 0), &shown.entity))
		return EXIT_USAGE;
	shown.ladder = in.ladder;
	return shown_write(j, &shown);
}

const struct command cmd_show = {
	.name = "show",
	.summary = "the ladder, one role or one competency",
	.operands = "[ROLE|COMPETENCY]",
	.most_operands = 1,
	.about = "Without a word the ladder as a table of levels and "
		 "competencies; with one, that role with everything it asks, "
		 "or that competency with its stages.",
	.examples = {{"ladder show", "the whole ladder in use"},
		     {"ladder show ic/staff", "what a staff engineer does"},
		     {"ladder show --ladder data --format markdown",
		      "a shipped ladder, for a wiki"}},
	.options = {OPT_LADDER, OPT_LIMIT, OPT_HELP},
	.formats = {FORMAT_TEXT, FORMAT_MARKDOWN, FORMAT_JSON, N_FORMATS},
	.run = run_show,
};
