#include "cli/impact_files.h"

#include "cli/walk.h"

/* The files of one run, one at a time. */
struct roll_call {
	struct job *j;
	struct impact *out;
	struct loader loader;  /* like the job's; anew for each file */
	struct arena item;     /* what one file takes; empty between them */
	struct arena *lasting; /* the job's own arena */
	uint32_t found;        /* assessments, usable or not */
	uint32_t elsewhere; /* of those below --team, for other ladders */
	bool failed;        /* some file could not be used; said */
};

/* One file, read twice: against the old ladder and against the new one. */
struct twice {
	const char *path;
	struct loaded file[2];
	struct diag diag[2];
	struct assessment *as[2];
};

/* --- what cannot be used -------------------------------------------------- */

static void refuse(struct roll_call *r)
{
	r->failed = true;
	r->out->unread++;
}

/* Tells the errors of one reading. */
static void refuse_with(struct roll_call *r, const struct diag *d)
{
	struct job *j = r->j;
	struct diag all = j->diag;

	refuse(r);
	j->diag = *d;
	show_findings(j, SEVERITY_ERROR);
	j->diag = all;
}

/* Whether a file is an assessment; says so where one that was named is not.
 * Below a directory there may be others. */
static bool is_assessment(struct roll_call *r, const struct found_file *path,
			  struct twice *t)
{
	struct loaded *file = &t->file[BEFORE];

	if (file->status != HOST_OK && file->status != HOST_TOO_LARGE) {
		say(r->j, "%s: %.*s", path->path, STR_ARG(file->why));
		refuse(r);
		return false;
	}
	if (file->kind == FILE_OTHER && !path->named)
		return false;
	load_check_format(&r->loader, file);
	if (file->kind == FILE_ASSESSMENT)
		return true;
	if (file->kind == FILE_OTHER) {
		refuse_with(r, &t->diag[BEFORE]);
	} else if (path->named) {
		say(r->j, "%s is a ladder, not an assessment", path->path);
		refuse(r);
	}
	return false;
}

static bool is_ladder(const struct ladder *l, struct str id)
{
	if (str_eq(l->head.id, id))
		return true;
	for_each(base, &l->bases)
		if (str_eq(*base, id))
			return true;
	return false;
}

/* Whether it is for another ladder than those of the diff. */
static bool is_elsewhere(struct roll_call *r, const struct found_file *path,
			 const struct loaded *file)
{
	const struct diff *d = r->out->diff;
	struct str id = loaded_ladder_id(file);

	if (!id.len || is_ladder(d->old, id) || is_ladder(d->new, id))
		return false;
	if (path->named)
		remark(r->j, "%s is for the ladder \"%.*s\", not for \"%.*s\", "
			     "and left out",
		       path->path, STR_ARG(id), STR_ARG(d->new->head.id));
	else
		r->elsewhere++;
	return true;
}

/* --- one file ------------------------------------------------------------- */

static void load_side(struct roll_call *r, struct twice *t, int side)
{
	t->diag[side].arena = &r->item;
	r->loader.diag = &t->diag[side];
	t->file[side] = load_file(&r->loader, str_of(t->path));
}

static void read_side(struct roll_call *r, struct twice *t, int side)
{
	const struct diff *d = r->out->diff;

	r->loader.diag = &t->diag[side];
	t->as[side] = load_assessment(&r->loader, &t->file[side],
				      side == BEFORE ? d->old : d->new);
}

/* For which of the ladders a file was made that both understand: the old one,
 * unless it names the version of the new one. */
static int made_for(const struct diff *d, const struct twice *t)
{
	const struct assessment *as = t->as[AFTER];
	bool new = str_eq(as->ladder_version, d->new->version) &&
		   !str_eq(d->old->version, d->new->version);

	return as->version_node && new ? AFTER : BEFORE;
}

static void add_person(struct roll_call *r, struct twice *t)
{
	bool usable[2] = {t->as[BEFORE] && t->as[BEFORE]->usable,
			  t->as[AFTER] && t->as[AFTER]->usable};
	struct assessed who = {.file = str_of(t->path)};

	if (!usable[BEFORE] && !usable[AFTER]) {
		refuse_with(r, &t->diag[BEFORE]);
		return;
	}
	if (usable[BEFORE] && usable[AFTER])
		who.made_for = made_for(r->out->diff, t);
	else
		who.made_for = usable[BEFORE] ? BEFORE : AFTER;
	who.as = t->as[who.made_for];
	who.unresolved = t->diag[AFTER].errors;
	impact_add(r->out, &who, &r->item);
}

static void release_side(struct twice *t, int side)
{
	if (t->as[side])
		doc_release(&t->as[side]->doc);
	load_release(&t->file[side]);
}

static void read_file(struct roll_call *r, const struct found_file *path)
{
	struct twice t = {.path = path->path};

	load_side(r, &t, BEFORE);
	if (is_assessment(r, path, &t)) {
		r->found++;
		if (!is_elsewhere(r, path, &t.file[BEFORE])) {
			load_side(r, &t, AFTER);
			load_check_format(&r->loader, &t.file[AFTER]);
			read_side(r, &t, BEFORE);
			read_side(r, &t, AFTER);
			add_person(r, &t);
		}
	}
	release_side(&t, BEFORE);
	release_side(&t, AFTER);
}

/* --- all of them ---------------------------------------------------------- */

bool impact_is_asked(struct job *j)
{
	return job_has(j, OPT_ASSESSMENT) || job_has(j, OPT_TEAM);
}

static struct found_files find_files(struct job *j)
{
	struct found_files found = {0};

	for_each(path, &job_option(j, OPT_ASSESSMENT)->all)
		walk_add_file(j, &found, path->ptr);
	for_each(path, &job_option(j, OPT_TEAM)->all)
		walk_add(j, &found, path->ptr, job_has(j, OPT_FOLLOW));
	return found;
}

/* Standard input can be read once only: for all ladders of a run, and perhaps
 * as one of them. So the job's own loader reads it. */
static bool read_input(struct roll_call *r)
{
	struct job *j = r->j;
	struct diag apart = {.arena = j->arena}, *own = j->loader.diag;
	struct loaded file;

	j->loader.diag = &apart;
	file = load_file(&j->loader, STR("-"));
	j->loader.diag = own;
	load_release(&file);
	r->loader.sources = j->loader.sources;
	if (file.status == HOST_OK)
		return true;
	say(j, "-: %.*s", STR_ARG(file.why));
	refuse(r);
	return false;
}

/* What a person's file holds is read into memory that the next one uses
 * again. */
static void read_files(struct roll_call *r, const struct found_files *found)
{
	struct job *j = r->j;

	for_each(path, &found->files) {
		r->loader.sources = (struct map){0};
		if (!strcmp(path->path, "-") && !read_input(r))
			continue;
		j->arena = &r->item;
		read_file(r, path);
		j->arena = r->lasting;
		arena_clear(&r->item);
	}
	arena_release(&r->item);
}

static void say_rest(struct roll_call *r)
{
	struct job *j = r->j;

	if (r->elsewhere)
		remark(j, "%u %s for other ladders than \"%.*s\" and left out",
		       r->elsewhere,
		       r->elsewhere == 1 ? "assessment is" : "assessments are",
		       STR_ARG(r->out->diff->new->head.id));
	if (r->found || r->failed)
		return;
	say(j, "there is no assessment below what --team names");
	r->failed = true;
}

enum exit impact_read(struct job *j, const struct diff *d, struct impact *out)
{
	struct roll_call r = {.j = j,
			    .out = out,
			    .loader = loader_like(&j->loader),
			    .lasting = j->arena};
	struct found_files found = find_files(j);

	impact_start(out, d, job_has(j, OPT_NAMES), j->arena);
	r.loader.arena = &r.item;
	r.failed = found.missing;
	read_files(&r, &found);
	say_rest(&r);
	return r.failed ? EXIT_INPUT : EXIT_DONE;
}
