#include "cli/input.h"
#include "cli/output.h"
#include "cli/template.h"

static const char ladder_text[] =
	"# A career ladder to start from. 'ladder validate' checks it, 'ladder "
	"show' shows\n"
	"# it, 'ladder help ladder' tells more about what may stand here.\n"
	"format: ladder/1\n"
	"id: our-ladder\n"
	"name: Our ladder\n"
	"version: \"1\"\n"
	"\n"
	"# What people grow in. Each belongs to a layer: execution (getting "
	"things done),\n"
	"# technical (the craft) or leadership (the people around it).\n"
	"competencies:\n"
	"  delivery:\n"
	"    name: Delivery\n"
	"    layer: execution\n"
	"    summary: Gets work done that others can count on.\n"
	"    # Stages, lowest first. Behaviours are what others can see; all "
	"of them\n"
	"    # reach the stage.\n"
	"    stages:\n"
	"      - id: tasks\n"
	"        name: Tasks\n"
	"        behaviours:\n"
	"          - Finishes tasks of a few days within the estimate.\n"
	"          - Says early when something will be late.\n"
	"      - id: projects\n"
	"        name: Projects\n"
	"        # Deliberate work to get from the stage below to here; "
	"'elapsed' is the\n"
	"        # shortest time in which it can be shown.\n"
	"        effort: 40h-80h\n"
	"        elapsed: 3mo\n"
	"        behaviours:\n"
	"          - Cuts a project of a quarter into steps that each ship.\n"
	"        practise:\n"
	"          - Plan the next project in writing, and review it after "
	"each step.\n"
	"        evidence:\n"
	"          - Two projects that shipped within a week of their plan.\n"
	"\n"
	"  system-design:\n"
	"    name: System design\n"
	"    layer: technical\n"
	"    summary: Builds what can still be changed next year.\n"
	"    stages:\n"
	"      - id: parts\n"
	"        name: Parts\n"
	"        behaviours:\n"
	"          - Designs a module that others use without asking.\n"
	"      - id: services\n"
	"        name: Services\n"
	"        # Stages of other competencies that this one builds on.\n"
	"        needs: {delivery: projects}\n"
	"        effort: 80h-120h\n"
	"        behaviours:\n"
	"          - Designs a service with its failure modes and its cost.\n"
	"        resources:\n"
	"          - {title: Designing Data-Intensive Applications, type: "
	"book}\n"
	"\n"
	"  mentoring:\n"
	"    name: Mentoring\n"
	"    layer: leadership\n"
	"    summary: Helps others grow.\n"
	"    stages:\n"
	"      - id: answers\n"
	"        name: Answers\n"
	"        behaviours:\n"
	"          - Answers questions of newcomers the same day.\n"
	"      - id: coaches\n"
	"        name: Coaches\n"
	"        effort: 20h-40h\n"
	"        elapsed: 6mo\n"
	"        behaviours:\n"
	"          - Meets one person regularly, with a goal that both wrote "
	"down.\n"
	"\n"
	"# Ways through the organisation. Levels, lowest first; each also asks "
	"what the\n"
	"# levels below it ask. People may move between tracks at equal rank.\n"
	"tracks:\n"
	"  ic:\n"
	"    name: Individual contributor\n"
	"    kind: ic\n"
	"    levels:\n"
	"      - id: engineer\n"
	"        title: Engineer\n"
	"        requires: {delivery: tasks, system-design: parts, mentoring: "
	"answers}\n"
	"      - id: senior\n"
	"        title: Senior Engineer\n"
	"        min-time: 12mo\n"
	"        requires: {delivery: projects, system-design: services}\n"
	"  manager:\n"
	"    name: Manager\n"
	"    kind: manager\n"
	"    levels:\n"
	"      - id: lead\n"
	"        title: Team Lead\n"
	"        rank: 2\n"
	"        requires: {delivery: projects, system-design: parts, mentoring: "
	"coaches}\n"
	"        # Conditions that are no competency.\n"
	"        gates: [A team without a lead]\n";

/* Saves a new file, and tells what to do with it. */
static enum exit begin(struct job *j, const char *usual, struct str text,
		       const char *next)
{
	const struct option_value *file = job_option(j, OPT_OUTPUT);
	const char *path = file->given ? file->text.ptr : usual;
	enum exit status;

	if (!strcmp(path, "-"))
		return output_text(j, text);
	status = output_spare_path(j, path);
	if (status == EXIT_DONE)
		status = output_save(j, path, text);
	if (status != EXIT_DONE || job_has(j, OPT_QUIET))
		return status;
	return output_line(j, arena_printf(j->arena, "wrote %s; next: %s\n",
					   path, next));
}

static enum exit init_assessment(struct job *j)
{
	struct input in = {0};
	struct template_view view;
	struct buf out = {0};
	enum exit status = input_load_ladder(j, &in);

	if (status == EXIT_DONE)
		status = template_options(j, in.ladder, &view);
	if (status != EXIT_DONE)
		return status;
	template_write(j->arena, &view, &out);
	status = begin(j, "assessment.yaml", buf_str(&out),
		       view.target ? "fill in the ratings, then 'ladder plan'"
				   : "fill in the ratings, then 'ladder plan "
				     "--target ROLE'");
	buf_release(&out);
	return status;
}

static enum exit init_ladder(struct job *j)
{
	static const enum option others[] = {OPT_LADDER, OPT_ROLE, OPT_TARGET,
					     OPT_PERSON};

	for (size_t i = 0; i < sizeof others / sizeof *others; i++)
		if (job_has(j, others[i]))
			return usage(j, "--%s is for 'ladder init "
					"assessment'",
				     option_table[others[i]].name);
	return begin(j, "ladder.yaml", str_of(ladder_text),
		     "make it yours, then 'ladder validate' and 'ladder "
		     "show'");
}

static enum exit run_init(struct job *j)
{
	struct str what = job_operand(j, 0);

	if (!what.len || str_is(what, "ladder"))
		return init_ladder(j);
	if (str_is(what, "assessment"))
		return init_assessment(j);
	return usage(j, "init writes a ladder or an assessment, not \"%.*s\"",
		     STR_ARG(what));
}

const struct command cmd_init = {
	.name = "init",
	.summary = "a ladder or an assessment to start from",
	.operands = "[ladder|assessment]",
	.most_operands = 1,
	.about = "Writes a small, commented ladder.yaml into the working "
		 "directory, or an assessment.yaml for the ladder in use. A "
		 "file that is there already stays, unless --force is given.",
	.examples = {{"ladder init", "a ladder of your own"},
		     {"ladder init assessment --target ic/staff",
		      "a file to rate yourself in"}},
	.options = {OPT_LADDER, OPT_ROLE, OPT_TARGET, OPT_PERSON, OPT_FORCE,
		    OPT_LIMIT, OPT_HELP},
	.formats = {N_FORMATS},
	.audience = FOR_ALL,
	.run = run_init,
};
