#include "cli/output.h"
#include "cli/snapshots.h"
#include "report/progress.h"
#include "report/tables.h"

static void render_progress(struct job *j, enum format f,
			    const struct report_style *style, const void *what,
			    struct buf *out)
{
	if (f == FORMAT_JSON)
		json_progress(what, out);
	else if (f == FORMAT_CSV)
		csv_progress(what, out);
	else
		render_page(page_progress(j->arena, what), f, style, out);
}

/* The one that is named, else that of the newest file, else its role. */
static enum exit find_target(struct job *j, const struct snapshots *s,
			     struct role **target)
{
	const struct option_value *named = job_option(j, OPT_TARGET);
	const struct snapshot *newest = &s->list.at[0];

	if (named->given) {
		*target = input_role(j, s->ladder, named->text);
		return *target ? EXIT_DONE : EXIT_USAGE;
	}
	for_each(snapshot, &s->list)
		if (snapshot->day > newest->day)
			newest = snapshot;
	*target = newest->as->target ? newest->as->target : newest->as->role;
	return EXIT_DONE;
}

static enum exit show(struct job *j, const struct snapshots *s)
{
	const struct option_value *since = job_option(j, OPT_SINCE);
	struct role *target = NULL;
	struct progress p;
	enum exit status = find_target(j, s, &target);

	if (status != EXIT_DONE)
		return status;
	p = progress_of(s->ladder, s->list.at, s->list.n, target,
			since->given ? (int32_t)since->number : NO_DAY,
			j->arena);
	return output_result(j, render_progress, &p);
}

static enum exit run_progress(struct job *j)
{
	struct snapshots s = {0};
	enum exit status, closed;

	if (!job_operands(j) && !job_has(j, OPT_GIT))
		return usage(j, "which assessments? Name dated files of one "
				"person, or --git for the history of one");
	status = snapshots_read(j, &s);
	if (status == EXIT_DONE)
		status = show(j, &s);
	closed = snapshots_close(&s);
	return status == EXIT_DONE ? closed : status;
}

const struct command cmd_progress = {
	.name = "progress",
	.summary = "what you reached and recorded over dated assessments",
	.operands = "FILE...",
	.most_operands = ANY_OPERANDS,
	.about = "Tells by layer and competency where you were and are, which "
		 "steps of the plan of the first day are done, how much "
		 "evidence you recorded in each month, and what went stale.\n\n"
		 "Files are told apart by their `date`. With --git they are "
		 "the texts that one file had in the history of its "
		 "repository, the last one of each day.",
	.examples = {{"ladder progress 2026-03.yaml 2026-09.yaml",
		      "half a year"},
		     {"ladder progress --git",
		      "the history of the assessment in use"},
		     {"ladder progress reviews/ --since 2026-06-01",
		      "measured by the plan of that day"}},
	.options = {OPT_LADDER, OPT_ASSESSMENT, OPT_TARGET, OPT_GIT, OPT_SINCE,
		    OPT_FOLLOW, OPT_LIMIT, OPT_HELP},
	.own = {{OPT_GIT, NULL,
		 "the texts that one file had in git's history"},
		{OPT_SINCE, "DATE",
		 "measure by the plan of this day, not of the first"}},
	.formats = {FORMAT_TEXT, FORMAT_MARKDOWN, FORMAT_HTML, FORMAT_JSON,
		    FORMAT_CSV, N_FORMATS},
	.run = run_progress,
};
