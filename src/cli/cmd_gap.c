#include "cli/output.h"
#include "cli/planning.h"
#include "report/json.h"
#include "report/tables.h"

static void render_gap(struct job *j, enum format f,
		       const struct report_style *style, const void *what,
		       struct buf *out)
{
	if (f == FORMAT_JSON)
		json_gap(what, JSON_PRETTY, out);
	else if (f == FORMAT_CSV)
		csv_gap(what, out);
	else
		render_page(page_gap(j->arena, what), f, style, out);
}

static enum exit run_gap(struct job *j)
{
	struct planning p = {0};
	enum exit status = planning_start(j, &p);
	struct gap gap;

	if (status != EXIT_DONE)
		return status;
	gap = gap_of(p.in.ladder, p.query.target, p.query.stands, j->arena);
	p.view.gap = &gap;
	return output_result(j, render_gap, &p.view);
}

const struct command cmd_gap = {
	.name = "gap",
	.summary = "what a role asks and you have not shown yet",
	.about = "Holds what you have shown against every rule of a role: what "
		 "is met, what is waived, what is missing and by how much.",
	.examples = {{"ladder gap --target staff",
		      "what is missing for the role `staff`"},
		     {"ladder gap --format json | jq '.gap[].competency'",
		      "the competencies alone, for a program"}},
	.options = {OPT_LADDER, OPT_ASSESSMENT, OPT_TARGET, OPT_FROM,
		    OPT_LIMIT, OPT_HELP},
	.formats = {FORMAT_TEXT, FORMAT_MARKDOWN, FORMAT_HTML, FORMAT_JSON,
		    FORMAT_CSV, N_FORMATS},
	.run = run_gap,
};
