#include "cli/assessed.h"
#include "cli/diff_sides.h"
#include "cli/discover.h"
#include "cli/git.h"
#include "cli/output.h"
#include "people/migrate.h"

struct migrating_file {
	const char *path;
	struct ladder *old, *new;
	struct assessment *as; /* as the old ladder has it; NULL: there is
				  nothing of the old one in it */
	struct str before;     /* the file as it was read */
	struct str after;
};

/* --- reading ------------------------------------------------------------- */

static enum exit no_such_ladder(struct job *j, struct str word)
{
	say(j,
	    "\"%.*s\" is neither a file nor the id of a ladder here or "
	    "shipped ('ladder list' names them)",
	    STR_ARG(word));
	return EXIT_INPUT;
}

/* FILE, REV:PATH, builtin:ID or ID. */
static enum exit find_ladder(struct job *j, struct str word, struct loader **ld,
			     struct loaded **file)
{
	struct git_name name;
	enum exit status = git_name(j, word, &name);

	*ld = &j->loader;
	if (status != EXIT_DONE)
		return status;
	if (!name.rev.len)
		return discover_named(j, word, file);
	*ld = git_loader(j, name.rev);
	if (!*ld)
		return EXIT_INPUT;
	*file = ARENA_NEW(j->arena, struct loaded);
	**file = load_file(*ld, name.path);
	job_keep(j, &(*file)->doc);
	if ((*file)->status == HOST_OK)
		return EXIT_DONE;
	say_of(j, (*file)->name, (*file)->why);
	return EXIT_INPUT;
}

static enum exit read_ladder(struct job *j, enum option option,
			     struct ladder **l)
{
	struct str word = job_option(j, option)->text;
	struct loaded *file = NULL;
	struct loader *ld;
	enum exit status = find_ladder(j, word, &ld, &file);

	if (status != EXIT_DONE)
		return status;
	if (!file)
		return no_such_ladder(j, word);
	*l = diff_ladder(j, ld, file);
	if (!*l && j->diag.errors)
		show_findings(j, SEVERITY_ERROR);
	return *l ? EXIT_DONE : EXIT_INPUT;
}

static enum exit read_assessment(struct job *j, struct migrating_file *m,
				 struct loaded *file)
{
	*file = load_file(&j->loader, str_of(m->path));
	job_keep(j, &file->doc);
	if (file->status != HOST_OK) {
		if (file->status == HOST_TOO_LARGE)
			show_findings(j, SEVERITY_ERROR);
		else
			say_of(j, file->name, file->why);
		return EXIT_INPUT;
	}
	m->before = file->source->text;
	load_check_format(&j->loader, file);
	if (file->kind == FILE_LADDER)
		say(j, "%.*s is a ladder, not an assessment",
		    STR_ARG(file->name));
	else if (j->diag.errors)
		show_findings(j, SEVERITY_ERROR);
	return file->kind == FILE_ASSESSMENT && !j->diag.errors ? EXIT_DONE
								: EXIT_INPUT;
}

/* Whether all of the file is the new ladder's, and nothing in it says that it
 * was made for another version. */
static bool is_for_new(struct job *j, const struct migrating_file *m)
{
	struct diag d;

	if (!assessed_check(j, str_of(m->path), m->before, m->new, &d))
		return false;
	for_each(f, &d.findings)
		if (f->code == CODE_L502)
			return false;
	return true;
}

/* Whose the file is: the old ladder's, or already the new one's. */
static enum exit check_assessment(struct job *j, struct migrating_file *m,
				  const struct loaded *file)
{
	bool done = migrate_is_done(&file->doc, m->old, m->new);
	struct diag d;

	if (done && is_for_new(j, m))
		return EXIT_DONE;
	m->as = assessed_check(j, str_of(m->path), m->before, m->old, &d);
	if (m->as || is_for_new(j, m))
		return EXIT_DONE;
	return assessed_errors(j, &d);
}

static enum exit read_all(struct job *j, struct migrating_file *m)
{
	struct loaded *file = ARENA_NEW(j->arena, struct loaded);
	enum exit status = read_ladder(j, OPT_FROM, &m->old);

	if (status == EXIT_DONE)
		status = read_ladder(j, OPT_TO, &m->new);
	if (status == EXIT_DONE)
		status = read_assessment(j, m, file);
	if (status == EXIT_DONE)
		status = check_assessment(j, m, file);
	return status;
}

/* --- carrying over ------------------------------------------------------- */

static void tell(struct job *j, const struct migrating_file *m,
		 const struct migration *done)
{
	for_each(ask, &done->asks)
		remark(j, "%s: %.*s: %.*s", m->path, STR_ARG(ask->about),
		       STR_ARG(ask->text));
	if (!done->changes)
		remark(j, "%s: nothing to change", m->path);
}

/* The result is looked at as validate would, before anything is written. */
static enum exit carry_over(struct job *j, struct migrating_file *m)
{
	struct migration done = {0};
	struct buf out = {0};
	struct str name = arena_printf(j->arena, "%s (carried over)", m->path);
	struct diag d;

	m->after = m->before;
	if (m->as && !migrate(m->as, m->old, m->new, j->arena, &done, &out))
		return assessed_in_the_way(j, m->path, done.span, done.why);
	if (m->as)
		m->after = arena_str(j->arena, buf_str(&out));
	buf_release(&out);
	if (m->as && !assessed_check(j, name, m->after, m->new, &d))
		return assessed_errors(j, &d);
	tell(j, m, &done);
	return EXIT_DONE;
}

static enum exit run_migrate(struct job *j)
{
	struct migrating_file m = {0};
	enum exit status;

	if (!job_operands(j))
		return usage(j, "which assessment? Name its file");
	if (!job_has(j, OPT_FROM) || !job_has(j, OPT_TO))
		return usage(j, "migrate needs the ladder that the assessment "
				"was made for and the one it is for now: "
				"--from OLD --to NEW");
	m.path = arena_str(j->arena, job_operand(j, 0)).ptr;
	status = read_all(j, &m);
	if (status == EXIT_DONE)
		status = carry_over(j, &m);
	if (status != EXIT_DONE)
		return status;
	return output_change(j, m.path, m.before, m.after);
}

const struct command cmd_migrate = {
	.name = "migrate",
	.summary = "carry an assessment over to a changed ladder",
	.operands = "ASSESSMENT",
	.most_operands = 1,
	.about = "Follows what the ladder says it renamed or replaced, gives "
		 "stages and behaviours that moved their new numbers, and "
		 "writes the file in place. Comments, order, quotes and "
		 "everything else stay as they are. What has no place in the "
		 "new ladder becomes a comment with its evidence; what a "
		 "person should look at is told on standard error.\n\n"
		 "Running it again changes nothing.",
	.examples = {{"ladder migrate ada.yaml --from HEAD~1:ladder.yaml --to "
		      "ladder.yaml --dry-run",
		      "see what it would change"},
		     {"ladder migrate ada.yaml --from old.yaml --to new.yaml",
		      "do it"}},
	.options = {OPT_FROM, OPT_TO, OPT_DRY_RUN, OPT_LIMIT, OPT_HELP},
	.own = {{OPT_FROM, "OLD",
		 "the ladder that it was made for: a file, REV:PATH or an id"}},
	.formats = {N_FORMATS},
	.audience = FOR_MANAGERS,
	.run = run_migrate,
};
