#include "cli/git_ladders.h"

#include "cli/git_changed.h"

/* A file on one side; its findings wait until it is known to be ours. */
struct side {
	struct loaded *file; /* NULL: nothing stands there */
	struct diag diag;
};

/* What a status comes to for a file that git keeps track of. A link that
 * leaves the repository is not followed: what it leads to could end in a
 * log. */
static bool is_absent(enum host_status status)
{
	switch (status) {
	case HOST_MISSING:
	case HOST_DIRECTORY:
	case HOST_NOT_A_FILE:
	case HOST_OUTSIDE:
		return true;
	case HOST_OK:
	case HOST_DENIED:
	case HOST_TOO_LARGE:
	case HOST_FAILED:
		break;
	}
	return false;
}

/* Reads one side; false where that is not possible, which is said. */
static bool look_at(struct job *j, struct loader *ld, struct str path,
		    const char *within, struct side *s)
{
	struct loaded *file = ARENA_NEW(j->arena, struct loaded);

	s->diag = (struct diag){.arena = j->arena};
	ld->diag = &s->diag;
	*file = load_within(ld, path, within);
	ld->diag = &j->diag;
	job_keep(j, &file->doc);
	if (is_absent(file->status))
		return true;
	s->file = file;
	if (file->status == HOST_OK || file->status == HOST_TOO_LARGE)
		return true;
	say_of(j, file->name, file->why);
	return false;
}

/* A link is another though it leads to what it led to. */
static bool is_same(const struct side *old, const struct side *new)
{
	return old->file && new->file && old->file->source &&
	       new->file->source &&
	       str_eq(old->file->source->text, new->file->source->text);
}

static bool is_ladder(const struct side *s)
{
	return s->file && s->file->kind == FILE_LADDER;
}

/* Both sides of one path; added if they are ours. */
static bool look_at_both(struct job *j, struct loader *at,
			 const struct git_change *change, const char *root,
			 ladder_pairs *pairs)
{
	struct side old = {0}, new = {0};
	bool ok = true;

	if (change->status != 'A')
		ok = look_at(j, at, change->top, NULL, &old);
	if (change->status != 'D')
		ok &= look_at(j, &j->loader, change->path, root, &new);
	if ((!is_ladder(&old) && !is_ladder(&new)) || is_same(&old, &new))
		return ok;
	if (old.file)
		diag_take(&j->diag, &old.diag);
	if (new.file)
		diag_take(&j->diag, &new.diag);
	*vec_add(j->arena, pairs) = (struct ladder_pair){old.file, new.file};
	return ok;
}

/* The one that went and has the id of one that came; NULL for none. */
static struct ladder_pair *find_gone(ladder_pairs *pairs,
				     const struct loaded *came)
{
	struct str id = loaded_id(came);

	for_each(pair, pairs)
		if (pair->old && !pair->new && id.len &&
		    str_eq(loaded_id(pair->old), id))
			return pair;
	return NULL;
}

/* Joins what only has another name, where its new name stands. */
static ladder_pairs join_renamed(struct job *j, ladder_pairs *pairs)
{
	ladder_pairs joined = {0};

	for_each(pair, pairs) {
		struct ladder_pair *gone = NULL;

		if (!pair->old && pair->new)
			gone = find_gone(pairs, pair->new);
		if (!gone)
			continue;
		pair->old = gone->old;
		gone->old = NULL;
	}
	for_each(pair, pairs)
		if (pair->old || pair->new)
			*vec_add(j->arena, &joined) = *pair;
	return joined;
}

enum exit git_ladders(struct job *j, struct loader *at, ladder_pairs *pairs)
{
	struct git_changes changes = {0};
	ladder_pairs all = {0};
	bool ok = true;

	if (git_changed(j, at, false, &changes) != EXIT_DONE)
		return EXIT_INPUT;
	for_each(change, &changes.files)
		ok &= look_at_both(j, at, change, changes.root, &all);
	*pairs = join_renamed(j, &all);
	return ok ? EXIT_DONE : EXIT_INPUT;
}
