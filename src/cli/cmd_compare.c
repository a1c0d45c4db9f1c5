#include "cli/output.h"
#include "cli/planning.h"
#include "report/compare.h"
#include "report/tables.h"

static void render_compare(struct job *j, enum format f,
			   const struct report_style *style, const void *what,
			   struct buf *out)
{
	if (f == FORMAT_JSON)
		json_compare(what, JSON_PRETTY, out);
	else if (f == FORMAT_CSV)
		csv_compare(what, out);
	else
		render_page(page_compare(j->arena, what), f, style, out);
}

/* The roles that the operands name, each once. */
static enum exit read_roles(struct job *j, struct planning *p,
			    role_list *roles)
{
	for (uint32_t i = 0; i < job_operands(j); i++) {
		struct role *role = input_role(j, p->in.ladder,
					       job_operand(j, i));
		bool known = false;

		if (!role)
			return EXIT_USAGE;
		for_each(other, roles)
			known = known || *other == role;
		if (!known)
			*vec_add(j->arena, roles) = role;
	}
	return EXIT_DONE;
}

static enum exit run_compare(struct job *j)
{
	struct planning p = {.compares = true};
	struct compare_view view = {0};
	struct comparison c;
	role_list roles = {0};
	enum exit status;

	if (!job_operands(j))
		return usage(j, "which roles? Name two or more, as in 'ladder "
				"compare staff engineering-manager'");
	status = planning_start(j, &p);
	if (status == EXIT_DONE)
		status = read_roles(j, &p, &roles);
	if (status != EXIT_DONE)
		return status;
	c = compare_roles(&p.query, roles.at, roles.n, p.query.target,
			  j->arena);
	view.ladder = p.in.ladder;
	view.assessment = p.view.assessment;
	view.query = &p.query;
	view.comparison = &c;
	return output_result(j, render_compare, &view);
}

const struct command cmd_compare = {
	.name = "compare",
	.summary = "several roles side by side, from where you stand",
	.operands = "ROLE...",
	.most_operands = ANY_OPERANDS,
	.about = "What each role costs from here, what the ways to them share, "
		 "and, with a target, whether one of them lies on the way to "
		 "it or is a detour: the question of a lateral offer, or of "
		 "engineer or manager.\n\n"
		 "Without an assessment it holds role against role: what they "
		 "ask in common, and what each asks alone.",
	.examples = {{"ladder compare staff engineering-manager",
		      "which of the two is nearer"},
		     {"ladder compare team-lead --target principal",
		      "what a year as team lead means for that"},
		     {"ladder compare --from senior staff architect "
		      "--format json",
		      "for someone who meets exactly ic/senior"}},
	.options = {OPT_LADDER, OPT_ASSESSMENT, OPT_TARGET, OPT_FROM,
		    OPT_AVOID, OPT_HOURS_PER_WEEK, OPT_FOCUS, OPT_EFFORT,
		    OPT_LIMIT, OPT_HELP},
	.formats = {FORMAT_TEXT, FORMAT_MARKDOWN, FORMAT_HTML, FORMAT_JSON,
		    FORMAT_CSV, N_FORMATS},
	.run = run_compare,
};
