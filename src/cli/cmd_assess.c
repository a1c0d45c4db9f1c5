#include "cli/assessing.h"
#include "cli/editing.h"
#include "cli/output.h"
#include "cli/template.h"

/* What is about questions says nothing about a template. */
static enum exit check_template(struct job *j)
{
	static const enum option asking[] = {OPT_ANSWERS, OPT_ONLY, OPT_LAYER,
					     OPT_SHOW_EXPECTED, OPT_PLAIN};

	for (size_t i = 0; i < sizeof asking / sizeof *asking; i++)
		if (job_has(j, asking[i]))
			return usage(j, "--template goes without --%s",
				     option_table[asking[i]].name);
	return EXIT_DONE;
}

static enum exit run_assess(struct job *j)
{
	struct input in = {0};
	struct template_view view;
	struct buf out = {0};
	enum exit status;

	if (job_has(j, OPT_EDIT))
		return editing_run(j);
	if (!job_has(j, OPT_TEMPLATE))
		return assessing_run(j);
	status = check_template(j);
	if (status == EXIT_DONE)
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
	.summary = "say what you have shown, one competency at a time",
	.about = "Asks about one competency after the other, with its stages "
		 "on the screen: press the number of the highest that you have "
		 "shown, and Enter. Every answer is saved at once; q leaves, "
		 "and the next run goes on there. The first run asks for your "
		 "name and your role, and makes assessment.yaml.\n\n"
		 "What your role and your target ask is shown after you have "
		 "answered. --answers takes the same answers from a file "
		 "('ladder help answers'); --edit opens the file in your "
		 "editor, a new one with the whole ladder as comments; "
		 "--template writes such a file, where what you leave empty "
		 "counts as --role requires.",
	.examples = {{"ladder assess", "begin, or go on"},
		     {"ladder assess --only gap --target ic/staff",
		      "what is still missing for a role"},
		     {"ladder assess --answers answers.txt",
		      "from a script; - is standard input"},
		     {"ladder assess --template --role ic/senior > "
		      "assessment.yaml",
		      "a file to fill in"}},
	.options = {OPT_ASSESSMENT, OPT_LADDER, OPT_ONLY, OPT_LAYER, OPT_ROLE,
		    OPT_TARGET, OPT_SHOW_EXPECTED, OPT_PLAIN, OPT_ANSWERS,
		    OPT_PERSON, OPT_EDIT, OPT_TEMPLATE, OPT_FORCE, OPT_LIMIT,
		    OPT_HELP},
	.own = {{OPT_ROLE, "ROLE",
		 "ask about what this role asks; of a template: where you "
		 "stand today"},
		{OPT_TARGET, "ROLE", "the role to reach"},
		{OPT_PERSON, "NAME", "whose it is, where it is a new one"}},
	.formats = {N_FORMATS},
	.run = run_assess,
};
