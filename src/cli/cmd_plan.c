#include "cli/batch.h"
#include "cli/output.h"
#include "cli/planning.h"
#include "cli/team_files.h"
#include "people/mentors.h"
#include "report/findings.h"
#include "report/json.h"
#include "report/tables.h"
#include "report/plan_formats.h"
#include "report/plan_item.h"

static void render_plan(struct job *j, enum format f,
			const struct report_style *style, const void *what,
			struct buf *out)
{
	if (f == FORMAT_JSON)
		json_plan(what, JSON_PRETTY, out);
	else if (f == FORMAT_ICS)
		plan_ics(what, out);
	else if (f == FORMAT_MERMAID)
		plan_mermaid(what, out);
	else if (f == FORMAT_TASKS)
		plan_tasks(what, out);
	else if (f == FORMAT_CSV)
		csv_plan(what, out);
	else
		render_page(page_plan(j->arena, what), f, style, out);
}

/* --- calendars want days -------------------------------------------------- */

static bool wants_days(const struct job *j)
{
	for_each(target, &j->targets)
		if (target->format == FORMAT_ICS)
			return true;
	return false;
}

static enum exit check_start(struct job *j, const struct plan_view *v)
{
	if (!wants_days(j))
		return EXIT_DONE;
	if (!v->ladder->timed)
		return usage(j, "ics needs weeks, and the ladder names no "
				"effort; --effort 40h names some");
	if (!v->dated)
		return usage(j, "ics needs the day on which week 0 begins: "
				"give --start DATE, or `date` in the "
				"assessment");
	return EXIT_DONE;
}

static enum exit check_end(struct job *j, const struct plan_view *v)
{
	if (!wants_days(j) || plan_has_days(v))
		return EXIT_DONE;
	return usage(j, "ics has no days past the year 9999, and the plan "
			"ends later; with more --hours-per-week it does not");
}

/* --- the answer ----------------------------------------------------------- */

static enum exit no_way(struct job *j, const struct planning *p,
			const struct plan_result *r)
{
	struct report_style style = job_style(j, HOST_ERR);
	const struct role *from = p->query.from;
	struct buf out = {0};

	say(j, "there is no way from %.*s to %.*s",
	    STR_ARG(from ? from->path : STR("outside")),
	    STR_ARG(p->query.target->path));
	obstacles_text(r, &style, &out);
	j->host->write(j->host, HOST_ERR, buf_str(&out));
	buf_release(&out);
	return EXIT_NO;
}

/* A target that is met needs no way: the plan is empty. */
static void plan_nothing(struct job *j, const struct planning *p,
			 struct plan *plan)
{
	remark(j, "%.*s is met already, though no move leads there",
	       STR_ARG(p->query.target->path));
	plan->optimal = true;
	if (p->query.from)
		*vec_add(j->arena, &plan->route) = p->query.from;
}

/* Who of --team could mentor the steps. */
static enum exit find_mentors(struct job *j, struct planning *p)
{
	const struct assessment *as = p->view.assessment;
	struct found_files found = {0};
	struct team team;
	enum exit status;

	if (!job_has(j, OPT_TEAM))
		return EXIT_DONE;
	people_named(j, &found);
	status = team_read(j, &found, p->in.ladder, NO_DAY, &team);
	p->view.mentors = mentors_of_steps(
		&team, &p->query, p->view.plan,
		as ? as->person : (struct str){0}, j->arena);
	return status;
}

static enum exit run_plan(struct job *j)
{
	struct planning p = {0};
	struct plan_result result;
	other_ways others;
	enum exit status, team;

	if (job_has(j, OPT_BATCH) && job_has(j, OPT_TEAM))
		return usage(j, "--team is for one plan, not for --batch; "
				"'ladder team' finds mentors for all");
	if (job_has(j, OPT_BATCH))
		return batch_plan(j);
	status = planning_start(j, &p);
	if (status == EXIT_DONE)
		status = check_start(j, &p.view);
	if (status != EXIT_DONE)
		return status;
	result = plan_nearest(&p.query, p.targets.at, p.targets.n, j->arena);
	if (result.status == PLAN_NO_WAY && result.plan.gap.open)
		return no_way(j, &p, &result);
	if (result.status == PLAN_NO_WAY)
		plan_nothing(j, &p, &result.plan);
	p.view.plan = &result.plan;
	p.view.gap = &result.plan.gap;
	status = check_end(j, &p.view);
	if (status != EXIT_DONE)
		return status;
	if (job_option(j, OPT_ROUTES)->number > 1) {
		others = plan_other_ways(
			&p.query, &result.plan,
			(uint32_t)job_option(j, OPT_ROUTES)->number - 1,
			j->arena);
		p.view.others = &others;
	}
	team = find_mentors(j, &p);
	status = output_result(j, render_plan, &p.view);
	if (status == EXIT_DONE && team != EXIT_DONE)
		return team;
	if (status == EXIT_DONE && job_has(j, OPT_CHECK) && p.view.gap->open)
		return EXIT_NO;
	return status;
}

const struct command cmd_plan = {
	.name = "plan",
	.summary = "the way to a role, step by step",
	.operands = NULL,
	.about = "Takes what you have shown (the assessment), what the target "
		 "role asks (the ladder), and plans the way: which roles it "
		 "leads through, what to learn in which order, how, what shows "
		 "it, and about how long it takes.\n\n"
		 "Without an assessment it plans for someone who meets the "
		 "level below the target. Estimates are estimates: a plan is "
		 "not a promise.\n\n"
		 "With --batch it reads many assessments from standard input, "
		 "each line one as JSON or the name of a file, and writes a "
		 "line of JSON for each, in order.",
	.examples = {{"ladder plan --target staff",
		      "the way to the role whose level is `staff`"},
		     {"ladder plan --from ic/senior --target team-lead "
		      "--start 2026-11-02",
		      "for someone who meets ic/senior, with dates"},
		     {"ladder plan --format markdown=plan.md --format "
		      "json=plan.json",
		      "two files, for the target that the assessment names"}},
	.options = {OPT_LADDER, OPT_ASSESSMENT, OPT_TARGET, OPT_FROM, OPT_VIA,
		    OPT_AVOID, OPT_PREFER, OPT_ROUTES, OPT_HOURS_PER_WEEK,
		    OPT_FOCUS, OPT_START, OPT_EFFORT, OPT_EFFORT_LIMIT,
		    OPT_WITH_OPTIONAL, OPT_HORIZON, OPT_ALL, OPT_CHECK,
		    OPT_TEAM, OPT_FOLLOW, OPT_BATCH, OPT_LIMIT, OPT_HELP},
	.own = {{OPT_TEAM, "DIR",
		 "name mentors for each step from the assessments below it"}},
	.formats = {FORMAT_TEXT, FORMAT_MARKDOWN, FORMAT_HTML, FORMAT_JSON, FORMAT_CSV,
		    FORMAT_ICS, FORMAT_MERMAID, FORMAT_TASKS, N_FORMATS},
	.no = "there is no way to the target; with --check also: the target "
	      "is not met yet; with --batch: a line was bad",
	.run = run_plan,
};
