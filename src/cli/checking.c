#include "cli/checking.h"

#include "cli/discover.h"
#include "lint/lint.h"

/* --- ladders -------------------------------------------------------------- */

static struct ladder *make_ladder(const struct checking *c, struct loader *ld,
				  struct loaded *file)
{
	struct ladder *l = load_ladder(ld, file);

	if (l)
		lint_ladder_with(l, &c->verdict->settings.words, ld->diag,
				 ld->arena);
	return l;
}

/* What the workers share: each has arenas of its own. What is kept of a file
 * moves to the second, so that the first holds one file only and its memory is
 * used again for the next. */
struct work {
	struct checking *c;
	VEC(struct checked *) alone; /* that extend nothing */
	size_t bytes;                /* of these */
	struct arena at_hand[HOST_WORKERS], kept[HOST_WORKERS];
};

/* Whether nobody asks for a ladder or its findings later. */
static bool is_done_with(const struct work *w, const struct checked *file)
{
	return !w->c->assessments.n && !file->found.findings.n &&
	       !file->found.dropped;
}

static void check_alone(void *with, size_t i, unsigned worker)
{
	struct work *w = with;
	struct checked *file = w->alone.at[i];
	struct arena *a = &w->at_hand[worker];
	struct loader ld = loader_like(&w->c->j->loader);

	ld.arena = file->found.arena = a;
	ld.diag = &file->found;
	file->ladder = make_ladder(w->c, &ld, &file->file);
	file->made = file->ladder;
	if (!is_done_with(w, file)) {
		arena_join(&w->kept[worker], a);
		return;
	}
	if (file->ladder)
		doc_release(&file->ladder->doc);
	file->ladder = NULL;
	arena_clear(a);
}

/* Less is done before a thread has begun. */
static bool is_worth_threads(const struct work *w)
{
	enum { LEAST_BYTES = 128 << 10 };

	return w->c->j->host->each && w->alone.n > 1 && w->bytes >= LEAST_BYTES;
}

static void check_all_alone(struct work *w)
{
	struct job *j = w->c->j;

	j->host->each(j->host, w->alone.n, check_alone, w);
	for (unsigned i = 0; i < HOST_WORKERS; i++) {
		arena_join(j->arena, &w->kept[i]);
		arena_release(&w->at_hand[i]);
	}
	for_each(file, &w->alone) {
		(*file)->checked = true;
		(*file)->found.arena = j->arena;
		if ((*file)->ladder)
			(*file)->ladder->arena = j->arena;
	}
}

/* What a ladder extends may be another file of the run, and all of them share
 * what was read: it is checked where that is. */
static void check_here(struct checking *c, struct checked *file)
{
	struct job *j = c->j;

	j->loader.diag = &file->found;
	file->ladder = make_ladder(c, &j->loader, &file->file);
	file->made = file->ladder;
	j->loader.diag = &j->diag;
}

static void conclude_ladder(struct checking *c, struct checked *file)
{
	struct known *k = vec_add(c->j->arena, &c->known);

	k->id = file->id;
	k->ladder = file->ladder;
	if (file->ladder)
		job_keep(c->j, &file->ladder->doc);
	diag_take(&c->j->diag, &file->found);
	verdict_checked(c->j, c->verdict, &file->file, !file->made);
}

/* What is asked of its document has to be asked before that moves into the
 * ladder. */
static void prepare_ladder(struct work *w, struct checked *file)
{
	struct arena *a = w->c->j->arena;

	file->id = arena_str(a, loaded_id(&file->file));
	if (!loaded_is_alone(&file->file))
		return;
	*vec_add(a, &w->alone) = file;
	w->bytes += file->file.source->text.len;
}

static void check_ladders(struct checking *c)
{
	struct work w = {.c = c};

	for_each(file, &c->ladders)
		prepare_ladder(&w, *file);
	if (is_worth_threads(&w))
		check_all_alone(&w);
	for_each(file, &c->ladders) {
		if (!(*file)->checked)
			check_here(c, *file);
		conclude_ladder(c, *file);
	}
}

/* --- assessments ---------------------------------------------------------- */

/* The ladder of that id among the files of the run, else the one that
 * discovery finds; that one's own findings are not told. */
static const struct known *ladder_of(struct checking *c, struct str id)
{
	struct job *j = c->j;
	struct diag before = j->diag;
	struct loaded *file = NULL;
	struct known *k;

	for_each(known, &c->known)
		if (str_eq(known->id, id))
			return known;
	if (id.len && discover_ladder_of(j, id, &file) != EXIT_DONE)
		c->missing = true;
	k = vec_add(j->arena, &c->known);
	*k = (struct known){.id = id, .absent = !file};
	if (file)
		k->ladder = load_ladder(&j->loader, file);
	if (k->ladder)
		job_keep(j, &k->ladder->doc);
	j->diag = before;
	return k;
}

static void say_no_ladder(struct diag *d, const struct assessment *as)
{
	struct finding *f;

	if (!as || !as->ladder_id.len)
		return;
	f = doc_add(d, CODE_L511, &as->doc, as->ladder_node,
		    "there is no ladder %s here: only the shape is checked",
		    diag_quote(d, as->ladder_id));
	finding_help(d, f, "name its file too, or use --ladder");
	doc_paths(&as->doc, d);
}

static void check_assessment(struct checking *c, struct checked *file)
{
	struct job *j = c->j;
	struct str id = arena_str(j->arena, loaded_ladder_id(&file->file));
	const struct known *k = ladder_of(c, id);
	const struct ladder *l = k->ladder && k->ladder->usable ? k->ladder
								: NULL;
	struct assessment *as;

	verdict_checked(j, c->verdict, &file->file, !l);
	j->loader.diag = &file->found;
	as = load_assessment(&j->loader, &file->file, l);
	j->loader.diag = &j->diag;
	if (as)
		job_keep(j, &as->doc);
	if (k->absent)
		say_no_ladder(&file->found, as);
	diag_take(&j->diag, &file->found);
}

void checking_run(struct checking *c)
{
	check_ladders(c);
	for_each(file, &c->assessments)
		check_assessment(c, *file);
}
