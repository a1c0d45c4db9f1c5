#include "cli/output.h"
#include "cli/team_files.h"
#include "report/team.h"

static void render_team(struct job *j, enum format f,
			const struct report_style *style, const void *what,
			struct buf *out)
{
	if (f == FORMAT_JSON)
		json_team(what, out);
	else if (f == FORMAT_CSV)
		csv_team(what, out);
	else
		render_page(page_team(j->arena, what), f, style, out);
}

static bool with_names(const struct job *j)
{
	enum { ON, OFF };

	return !job_has(j, OPT_NAMES) ||
	       job_option(j, OPT_NAMES)->number != OFF;
}

static uint32_t count_option(const struct job *j, enum option id,
			     uint32_t usual)
{
	return job_has(j, id) ? (uint32_t)job_option(j, id)->number : usual;
}

/* Works out what will be told. */
static void fill_view(struct job *j, struct team_view *v)
{
	struct team *t = v->team;
	prospects ready;

	v->names = with_names(j);
	v->all = job_has(j, OPT_ALL);
	v->near = count_option(j, OPT_NEAR, USUAL_NEAR);
	ready = team_ready(t, v->near, j->arena);
	v->ready_people = prospects_people(t, &ready, j->arena);
	if (!v->names) {
		v->groups = team_by_crowd(t, j->arena);
		return;
	}
	v->ready = ready;
	v->groups = team_by_role(t, j->arena);
	v->layers = team_layers(t, j->arena);
	v->covers = team_cover(t, j->arena);
	v->mentors = mentors_deal(
		t, count_option(j, OPT_MENTEES, USUAL_MENTEES), j->arena);
}

static enum exit run_team(struct job *j)
{
	struct found_files found = {0};
	struct team team;
	struct team_view view = {.team = &team};
	struct input in = {0};
	enum exit status, read;
	int32_t since = job_has(j, OPT_SINCE)
				? (int32_t)job_option(j, OPT_SINCE)->number
				: NO_DAY;

	if (!job_operands(j))
		return usage(j, "whose assessments? Name a directory or files, "
				"as in 'ladder team people/'");
	people_named(j, &found);
	status = people_ladder(j, &found, &in);
	if (status != EXIT_DONE)
		return status;
	read = team_read(j, &found, in.ladder, since, &team);
	if (!team.files)
		return read;
	fill_view(j, &view);
	status = output_result(j, render_team, &view);
	return status == EXIT_DONE ? read : status;
}

const struct command cmd_team = {
	.name = "team",
	.summary = "who has what, what hangs on one person, who is ready",
	.operands = "DIR|FILE...",
	.most_operands = ANY_OPERANDS,
	.about = "Holds a team's assessments side by side: who has which "
		 "stage against the role held and the target, what hangs on "
		 "one person or on nobody, who is ready for which role, how "
		 "people are spread over IC and manager tracks, and who could "
		 "mentor whom.\n\n"
		 "Of a directory it takes every assessment below it that is "
		 "for the ladder in use. Files that name one person are one "
		 "person's: the newest by `date` counts, and --since looks "
		 "back to what an older one says.\n\n"
		 "With --names off it tells what may be shown around: nothing "
		 "of a group of fewer than three people, nor anything from "
		 "which one could be worked out.\n\n"
		 "A file that cannot be used is named, the others are told of, "
		 "and the exit status is 3.",
	.examples = {{"ladder team people/",
		      "the assessments below a directory"},
		     {"ladder team people/ --names off --format html "
		      "--output team.html",
		      "a page that can be shown around"},
		     {"ladder team people/ --since 2026-01-01 --format csv",
		      "the matrix for a spreadsheet"}},
	.options = {OPT_LADDER, OPT_NAMES, OPT_SINCE, OPT_NEAR, OPT_MENTEES,
		    OPT_ALL, OPT_FOLLOW, OPT_LIMIT, OPT_HELP},
	.own = {{OPT_NAMES, "on|off",
		 "people by name (on), or counts that may be shown around"},
		{OPT_SINCE, "DATE",
		 "who changed role since this day, by older files"},
		{OPT_ALL, NULL, "the matrix of everyone, however many"}},
	.formats = {FORMAT_TEXT, FORMAT_MARKDOWN, FORMAT_HTML, FORMAT_JSON,
		    FORMAT_CSV, N_FORMATS},
	.audience = FOR_MANAGERS,
	.run = run_team,
};
