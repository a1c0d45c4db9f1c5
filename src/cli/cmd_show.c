#include "cli/shown.h"

static bool wants_yaml(const struct job *j)
{
	for_each(target, &j->targets)
		if (target->format == FORMAT_YAML)
			return true;
	return false;
}

static enum exit run_show(struct job *j)
{
	struct input in = {0};
	struct shown shown = {0};
	enum exit status;

	if (job_operands(j) && wants_yaml(j))
		return usage(j, "yaml is for a whole ladder; leave out %s",
			     job_operand(j, 0).ptr);
	status = input_load_ladder(j, &in);
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
		      "a shipped ladder, for a wiki"},
		     {"ladder show --ladder google-levels --format yaml",
		      "a ladder with all that it extends merged in"}},
	.options = {OPT_LADDER, OPT_LIMIT, OPT_HELP},
	.formats = {FORMAT_TEXT, FORMAT_MARKDOWN, FORMAT_HTML, FORMAT_JSON,
		    FORMAT_YAML, FORMAT_CSV, N_FORMATS},
	.audience = FOR_ALL,
	.run = run_show,
};
