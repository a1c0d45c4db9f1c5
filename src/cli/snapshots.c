#include "cli/snapshots.h"

#include "cli/discover.h"
#include "cli/git_history.h"

static void add(struct snapshots *s, struct arena *a,
		const struct assessment *as, int32_t day)
{
	*vec_add(a, &s->list) = (struct snapshot){
		.as = as,
		.day = day,
		.stands = assessment_stands(s->ladder, as, a),
	};
}

/* --- files --------------------------------------------------------------- */

static enum exit take_files(struct job *j, struct snapshots *s)
{
	const struct assessment *as;

	while ((as = people_next_usable(&s->files))) {
		const char *path = s->files.path;

		if (s->list.n && !people_is_same(&s->files, s->list.at[0].as,
						 as, "progress is of one "
						     "person"))
			return EXIT_USAGE;
		if (as->date_node) {
			add(s, s->files.lasting, as, as->date);
			continue;
		}
		say(j, "%s has no date, so nobody can tell what came before "
		       "or after it",
		    path);
		s->failed = true;
	}
	return EXIT_DONE;
}

static enum exit read_files(struct job *j, struct snapshots *s)
{
	struct found_files found = {0};
	struct input in = {0};
	enum exit status;

	people_named(j, &found);
	status = people_ladder(j, &found, &in);
	if (status != EXIT_DONE)
		return status;
	s->ladder = in.ladder;
	s->from_files = true;
	people_start(&s->files, j, &found, s->ladder, NULL);
	s->files.keep = true;
	status = take_files(j, s);
	j->arena = s->files.lasting;
	return status;
}

/* --- the history of one -------------------------------------------------- */

static bool has_day(const struct snapshots *s, int32_t day)
{
	for_each(snapshot, &s->list)
		if (snapshot->day == day)
			return true;
	return false;
}

/* A text of the file in some revision; NULL where the ladder of today does not
 * understand it. */
static struct assessment *read_text(struct job *j, struct snapshots *s,
				    struct loader *ld, struct str path)
{
	struct diag unheard = {.arena = j->arena};
	struct diag *told = ld->diag;
	struct loaded *file = ARENA_NEW(j->arena, struct loaded);
	struct assessment *as = NULL;

	*file = load_apart(ld, path, NULL, &unheard);
	ld->diag = &unheard;
	if (file->status == HOST_OK && file->kind == FILE_ASSESSMENT)
		as = load_assessment(ld, file, s->ladder);
	ld->diag = told;
	job_keep(j, as ? &as->doc : &file->doc);
	return as && as->usable ? as : NULL;
}

/* Of the texts of one day the newest counts. A name that was written otherwise
 * once is the same person's: it is one file. */
static enum exit take_text(struct job *j, struct snapshots *s,
			   const struct git_revision *r, uint32_t *left_out)
{
	struct loader *ld = git_loader(j, r->name);
	const struct assessment *as;
	int32_t day;

	if (!ld)
		return EXIT_INPUT;
	as = read_text(j, s, ld, r->path);
	if (!as) {
		++*left_out;
		return EXIT_DONE;
	}
	day = as->date_node ? as->date : r->day;
	if (!has_day(s, day))
		add(s, j->arena, as, day);
	return EXIT_DONE;
}

static enum exit take_history(struct job *j, struct snapshots *s,
			      struct str file)
{
	git_revisions all = {0};
	uint32_t left_out = 0;
	enum exit status = git_history(j, file, &all);

	for (uint32_t i = 0; i < all.n && status == EXIT_DONE; i++)
		status = take_text(j, s, &all.at[i], &left_out);
	if (left_out)
		remark(j, "%u %s of %.*s left out: %s no assessment that the "
			  "ladder of today understands",
		       left_out, left_out == 1 ? "revision" : "revisions",
		       STR_ARG(file), left_out == 1 ? "it is" : "they are");
	return status;
}

/* The file that is named, or the assessment in use. */
static enum exit find_file(struct job *j, struct loaded **file)
{
	enum exit status;

	if (job_operands(j) > 1)
		return usage(j, "--git tells the history of one file");
	if (!job_operands(j)) {
		status = discover_assessment(j, file);
		if (status == EXIT_DONE && !*file) {
			say(j, "there is no assessment to tell the history "
			       "of; name the file, as in 'ladder progress "
			       "--git me.yaml'");
			status = EXIT_INPUT;
		}
		return status;
	}
	*file = ARENA_NEW(j->arena, struct loaded);
	**file = load_file(&j->loader, job_operand(j, 0));
	if ((*file)->status == HOST_OK)
		return EXIT_DONE;
	say_of(j, (*file)->name, (*file)->why);
	return EXIT_INPUT;
}

/* The file as it is now. */
static enum exit take_current(struct job *j, struct snapshots *s,
			      struct loaded *file)
{
	struct assessment *as = NULL;

	load_check_format(&j->loader, file);
	if (file->kind == FILE_ASSESSMENT)
		as = load_assessment(&j->loader, file, s->ladder);
	job_keep(j, as ? &as->doc : &file->doc);
	if (!as || !as->usable) {
		show_findings(j, SEVERITY_ERROR);
		return EXIT_INPUT;
	}
	if (as->date_node)
		add(s, j->arena, as, as->date);
	return EXIT_DONE;
}

static enum exit read_history(struct job *j, struct snapshots *s)
{
	struct input in = {0};
	struct loaded *file;
	enum exit status = find_file(j, &file);

	if (status == EXIT_DONE)
		status = input_load_ladder_of(j, loaded_ladder_id(file), &in);
	s->ladder = in.ladder;
	if (status == EXIT_DONE)
		status = take_current(j, s, file);
	return status == EXIT_DONE ? take_history(j, s, file->path) : status;
}

/* --- the two ways -------------------------------------------------------- */

enum exit snapshots_read(struct job *j, struct snapshots *s)
{
	enum exit status =
		job_has(j, OPT_GIT) ? read_history(j, s) : read_files(j, s);

	if (status != EXIT_DONE || s->list.n)
		return status;
	if (!s->from_files || s->failed)
		say(j, "there is no dated assessment to tell progress from");
	return EXIT_INPUT;
}

enum exit snapshots_close(struct snapshots *s)
{
	enum exit status = EXIT_DONE;

	if (s->from_files)
		status = people_finish(&s->files);
	return s->failed ? EXIT_INPUT : status;
}
