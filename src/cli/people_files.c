#include "cli/people_files.h"

#include "model/ahead.h"

/* So many files are parsed side by side before the first of them is looked
 * at. Enough to be worth a thread, and few enough to stay small. */
enum { AHEAD = 128 };

/* Files of other ladders that are named. */
enum { EXAMPLES = 3 };

void people_named(struct job *j, struct found_files *out)
{
	bool follow = job_has(j, OPT_FOLLOW);

	for (uint32_t i = 0; i < job_operands(j); i++)
		walk_add(j, out, job_operand(j, i).ptr, follow);
	for_each(path, &job_option(j, OPT_TEAM)->all)
		walk_add(j, out, path->ptr, follow);
}

enum exit people_ladder(struct job *j, const struct found_files *found,
			struct input *in)
{
	struct diag unheard = {.arena = j->arena};
	struct str id = {0};

	for (uint32_t i = 0; i < found->files.n && !id.len; i++) {
		const char *path = found->files.at[i].path;
		struct loaded file;

		if (!strcmp(path, "-"))
			continue;
		file = load_apart(&j->loader, str_of(path), NULL, &unheard);
		if (file.status == HOST_OK && file.kind == FILE_ASSESSMENT)
			id = arena_str(j->arena, loaded_ladder_id(&file));
		load_release(&file);
	}
	return input_load_ladder_of(j, id, in);
}

void people_start(struct people_files *p, struct job *j,
		  const struct found_files *found, const struct ladder *l,
		  const struct ladder *now)
{
	*p = (struct people_files){
		.job = j,
		.ladders = {l, now},
		.found = *found,
		.loader = loader_like(&j->loader),
		.lasting = j->arena,
		.failed = found->missing,
	};
}

/* The ladder by which they are measured in the end. */
static struct str ladder_id(const struct people_files *p)
{
	return p->ladders[p->ladders[1] ? 1 : 0]->head.id;
}

/* --- what cannot be used -------------------------------------------------- */

static void refuse(struct people_files *p)
{
	p->failed = true;
	p->unread++;
}

void people_refuse(struct people_files *p, const struct diag *d)
{
	struct job *j = p->job;
	struct diag all = j->diag;

	refuse(p);
	j->diag = *d;
	show_findings(j, SEVERITY_ERROR);
	j->diag = all;
}

/* Whether the file is an assessment; says so where one that was named is not.
 * Below a directory there may be others. */
static bool is_assessment(struct people_files *p,
			  const struct found_file *found)
{
	struct loaded *file = &p->file;

	if (file->status != HOST_OK && file->status != HOST_TOO_LARGE) {
		say_of(p->job, str_of(found->path), file->why);
		refuse(p);
		return false;
	}
	if (file->kind == FILE_OTHER && !found->named &&
	    file->status == HOST_OK && !loaded_is_meant(file))
		return false;
	load_check_format(&p->loader, file);
	if (file->kind == FILE_ASSESSMENT)
		return true;
	if (file->kind == FILE_OTHER) {
		people_refuse(p, &p->diag);
	} else if (found->named) {
		say(p->job, "%s is a ladder, not an assessment", found->path);
		refuse(p);
	}
	return false;
}

static bool is_ladder(const struct ladder *l, struct str id)
{
	if (!l)
		return false;
	if (str_eq(l->head.id, id))
		return true;
	for_each(base, &l->bases)
		if (str_eq(*base, id))
			return true;
	return false;
}

static void add_example(struct people_files *p, const char *path)
{
	if (p->elsewhere++ < EXAMPLES)
		p->examples = arena_printf(p->lasting, "%.*s%s%s",
					   STR_ARG(p->examples),
					   p->examples.len ? ", " : "", path);
}

/* Whether it is for another ladder than these. */
static bool is_elsewhere(struct people_files *p,
			 const struct found_file *found)
{
	struct str id = loaded_ladder_id(&p->file);

	if (!id.len || is_ladder(p->ladders[0], id) ||
	    is_ladder(p->ladders[1], id))
		return false;
	if (found->named)
		remark(p->job, "%s is for the ladder \"%.*s\", not for "
			       "\"%.*s\", and left out",
		       found->path, STR_ARG(id), STR_ARG(ladder_id(p)));
	else
		add_example(p, found->path);
	return true;
}

/* --- files ahead ---------------------------------------------------------- */

static bool is_input(const struct found_file *found)
{
	return !strcmp(found->path, "-");
}

static void close_ahead(struct people_files *p)
{
	load_ahead_release(&p->loader);
	p->loader.sources = p->loader.ahead = (struct map){0};
	p->loader.all_ahead = NULL;
	if (!p->keep)
		arena_clear(&p->ahead);
}

/* Standard input can be read once only: for all ladders of a run, and perhaps
 * as one of them. So the job's own loader reads it. */
static void open_input(struct people_files *p)
{
	struct job *j = p->job;
	struct diag apart = {.arena = p->lasting};
	struct loaded file = load_apart(&j->loader, STR("-"), NULL, &apart);

	load_release(&file);
	p->loader.sources = j->loader.sources;
	p->ahead_end = p->next + 1;
	if (file.status == HOST_OK)
		return;
	say(j, "-: %.*s", STR_ARG(file.why));
	refuse(p);
	p->next++;
}

/* Parses the next files, up to one that must be read apart. */
static void open_ahead(struct people_files *p)
{
	struct str paths[AHEAD];
	uint32_t n = 0;

	close_ahead(p);
	if (is_input(&p->found.files.at[p->next])) {
		open_input(p);
		return;
	}
	for (uint32_t i = p->next; i < p->found.files.n && n < AHEAD; i++) {
		if (is_input(&p->found.files.at[i]))
			break;
		paths[n++] = str_of(p->found.files.at[i].path);
	}
	p->ahead_end = p->next + n;
	p->loader.arena = &p->ahead;
	load_ahead(&p->loader, paths, n);
}

/* --- one file ------------------------------------------------------------- */

/* Its bytes lie with those ahead, as its source is known from there; what is
 * made of them is the file's own. */
static void load_next(struct people_files *p)
{
	p->loader.diag = &p->diag;
	p->loader.arena = &p->ahead;
	p->file = load_file(&p->loader, str_of(p->path));
	p->loader.arena = &p->item;
}

static void release_file(struct people_files *p)
{
	load_release(&p->file);
	p->file = (struct loaded){0};
	p->job->arena = p->lasting;
	if (p->keep)
		return;
	for_each(as, &p->read)
		doc_release(&(*as)->doc);
	p->read.n = p->read.cap = 0;
	p->read.at = NULL;
	arena_clear(&p->item);
}

bool people_next(struct people_files *p)
{
	release_file(p);
	while (p->next < p->found.files.n) {
		const struct found_file *found;

		if (p->next == p->ahead_end) {
			open_ahead(p);
			continue;
		}
		found = &p->found.files.at[p->next++];
		p->path = found->path;
		p->job->arena = &p->item;
		p->diag = (struct diag){.arena = &p->item};
		load_next(p);
		if (is_assessment(p, found)) {
			p->assessments++;
			if (!is_elsewhere(p, found))
				return true;
		}
		release_file(p);
	}
	return false;
}

/* Its document went into the first assessment. */
static void load_again(struct people_files *p)
{
	struct diag told = {.arena = &p->item};

	p->loader.diag = &told;
	p->file = load_file(&p->loader, str_of(p->path));
	load_check_format(&p->loader, &p->file);
}

/* What reading the bytes found is the same for every ladder. */
static void take_first(struct people_files *p, struct diag *d)
{
	struct diag first = p->diag;

	d->arena = &p->item;
	for_each(f, &first.findings)
		*vec_add(d->arena, &d->findings) = *f;
	d->errors += first.errors;
	d->dropped += first.dropped;
}

struct assessment *people_read(struct people_files *p, const struct ladder *l,
			       struct diag *d)
{
	struct assessment *as;

	if (!p->file.doc.n)
		load_again(p);
	take_first(p, d);
	p->loader.diag = d;
	as = load_assessment(&p->loader, &p->file, l);
	if (as)
		*vec_add(&p->item, &p->read) = as;
	return as;
}

struct assessment *people_next_usable(struct people_files *p)
{
	while (people_next(p)) {
		struct diag d = {0};
		struct assessment *as = people_read(p, p->ladders[0], &d);

		if (as && as->usable)
			return as;
		people_refuse(p, &d);
	}
	return NULL;
}

bool people_is_same(struct people_files *p, const struct assessment *first,
		    const struct assessment *as, const char *why)
{
	if (str_eq(first->person, as->person))
		return true;
	usage(p->job, "%s is about %.*s, not about %.*s: %s", p->path,
	      STR_ARG(as->person), STR_ARG(first->person), why);
	return false;
}

/* --- the end -------------------------------------------------------------- */

enum exit people_finish(struct people_files *p)
{
	struct job *j = p->job;

	p->keep = false;
	release_file(p);
	close_ahead(p);
	arena_release(&p->ahead);
	arena_release(&p->item);
	if (p->elsewhere)
		remark(j, "%u %s for other ladders than \"%.*s\" and left out: "
			  "%.*s%s",
		       p->elsewhere,
		       p->elsewhere == 1 ? "assessment is" : "assessments are",
		       STR_ARG(ladder_id(p)), STR_ARG(p->examples),
		       p->elsewhere > EXAMPLES ? " and others" : "");
	if (!p->assessments && !p->failed) {
		say(j, "there is no assessment among what was named");
		p->failed = true;
	}
	return p->failed ? EXIT_INPUT : EXIT_DONE;
}
