#include "cli/output.h"
#include "cli/planning.h"
#include "report/case.h"
#include "report/tables.h"

static void render_case(struct job *j, enum format f,
			const struct report_style *style, const void *what,
			struct buf *out)
{
	if (f == FORMAT_JSON)
		json_case(what, out);
	else if (f == FORMAT_CSV)
		csv_case(what, out);
	else
		render_page(page_case(j->arena, what), f, style, out);
}

static enum exit start(struct job *j, struct planning *p)
{
	enum exit status = input_load(j, &p->in);

	if (status != EXIT_DONE)
		return status;
	if (!p->in.assessment) {
		say(j, "a case rests on an assessment, and none was found; "
		       "'ladder assess' makes one, --assessment FILE names "
		       "one");
		return EXIT_INPUT;
	}
	return planning_ask(j, p);
}

static enum exit run_case(struct job *j)
{
	struct planning p = {0};
	enum exit status = start(j, &p);
	struct gap gap;
	struct promotion promotion;
	struct case_view view;

	if (status != EXIT_DONE)
		return status;
	gap = gap_of(p.in.ladder, p.query.target, p.query.stands, j->arena);
	promotion = promotion_of(p.in.ladder, &gap, p.query.target,
				 p.query.stands, p.in.assessment, j->arena);
	p.view.gap = &gap;
	view = (struct case_view){p.view, &promotion};
	return output_result(j, render_case, &view);
}

const struct command cmd_case = {
	.name = "case",
	.summary = "the promotion case: what a role asks, with evidence",
	.about = "Holds your evidence against every rule of a role: what you "
		 "hold and can show, how well it is borne out, and what is "
		 "still without.\n\n"
		 "Evidence is strong where there is more than one piece and "
		 "one of them is from the year before the assessment's date; "
		 "else it is thin.",
	.examples = {{"ladder case --target staff",
		      "the case for the role `staff`"},
		     {"ladder case --format markdown --output packet.md",
		      "for a promotion packet"},
		     {"ladder case --format html --output case.html",
		      "one file to send"}},
	.options = {OPT_LADDER, OPT_ASSESSMENT, OPT_TARGET, OPT_LIMIT,
		    OPT_HELP},
	.formats = {FORMAT_TEXT, FORMAT_MARKDOWN, FORMAT_HTML, FORMAT_JSON,
		    FORMAT_CSV, N_FORMATS},
	.run = run_case,
};
