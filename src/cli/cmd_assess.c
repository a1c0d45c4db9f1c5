#include "cli/input.h"
#include "cli/output.h"
#include "cli/template.h"

static enum exit run_assess(struct job *j)
{
	struct input in = {0};
	struct template_view view;
	struct buf out = {0};
	enum exit status;

	if (!job_has(j, OPT_TEMPLATE))
		return usage(j, "assess writes a file to fill in: say "
				"--template");
	status = output_spare(j);
	if (status == EXIT_DONE)
		status = input_load_ladder(j, &in);
	if (status == EXIT_DONE)
		status = template_options(j, in.ladder, &view);
	if (status != EXIT_DONE)
		return status;
	template_write(j->arena, &view, &out);
	status = output_text(j, buf_str(&out));
	buf_release(&out);
	return status;
}

const struct command cmd_assess = {
	.name = "assess",
	.summary = "a commented assessment to fill in",
	.about = "Writes an assessment of every competency of the ladder, with "
		 "stages and behaviours as comments, to fill in with an "
		 "editor. With --role, what you leave empty counts as that "
		 "role requires.",
	.examples = {{"ladder assess --template > assessment.yaml",
		      "for the ladder in use"},
		     {"ladder assess --template --role ic/senior --target "
		      "ic/staff",
		      "with what is known already"}},
	.options = {OPT_TEMPLATE, OPT_LADDER, OPT_ROLE, OPT_TARGET, OPT_PERSON,
		    OPT_FORCE, OPT_LIMIT, OPT_HELP},
	.formats = {N_FORMATS},
	.run = run_assess,
};
