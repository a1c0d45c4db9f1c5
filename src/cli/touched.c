#include "cli/touched.h"

#include "cli/git_overlays.h"

/* --- ladders that changed ------------------------------------------------- */

static void add_file(struct job *j, struct touched *t, struct str path)
{
	const char *real = j->host->real_path(j->host, j->arena,
					      arena_str(j->arena, path).ptr);

	if (real)
		map_set(&t->files, j->arena, str_of(real), t);
}

static void add_id(struct job *j, struct touched *t, const struct loaded *file)
{
	struct str id = {0};

	if (file->status == HOST_OK && file->kind == FILE_LADDER)
		id = arena_str(j->arena, loaded_id(file));
	if (id.len)
		map_set(&t->ids, j->arena, id, t);
}

/* What is wrong with a file is told where it is checked. */
static void add_side(struct job *j, struct touched *t, struct loader *ld,
		     struct str path, const char *within)
{
	struct diag unheard = {.arena = j->arena};
	struct loaded file = load_apart(ld, path, within, &unheard);

	add_id(j, t, &file);
	load_release(&file);
}

/* An assessment may name a ladder as it was called before. */
static void add_change(struct job *j, struct touched *t, struct loader *at,
		       const struct git_change *change)
{
	add_file(j, t, change->path);
	if (change->status != 'A')
		add_side(j, t, at, change->top, NULL);
	if (change->status != 'D')
		add_side(j, t, &j->loader, change->path, t->root);
}

bool touched_find(struct job *j, struct str rev, struct touched *t)
{
	struct loader *at = git_loader(j, rev);
	struct git_changes changes = {0};
	git_overlay_list overlays;

	if (!at || git_changed(j, at, true, &changes) != EXIT_DONE)
		return false;
	t->root = changes.root;
	for_each(change, &changes.files)
		add_change(j, t, at, change);
	overlays = git_overlays_of(j, &changes, true);
	for_each(o, &overlays) {
		add_file(j, t, o->path);
		add_id(j, t, o->file);
	}
	return true;
}

/* --- files that were found ------------------------------------------------ */

static bool is_of_touched(struct job *j, const struct touched *t,
			  const char *path)
{
	struct diag unheard = {.arena = j->arena};
	struct loaded file;
	bool is;

	if (!t->ids.n)
		return false;
	file = load_apart(&j->loader, str_of(path), NULL, &unheard);
	is = file.status == HOST_OK && file.kind == FILE_ASSESSMENT &&
	     map_find(&t->ids, loaded_ladder_id(&file));
	load_release(&file);
	return is;
}

static bool is_touched(struct job *j, const struct touched *t, const char *path)
{
	const char *real;

	if (!strcmp(path, "-"))
		return true;
	real = j->host->real_path(j->host, j->arena, path);
	return real &&
	       (map_find(&t->files, str_of(real)) || is_of_touched(j, t, path));
}

void touched_keep(struct job *j, const struct touched *t,
		  struct found_files *found)
{
	uint32_t kept = 0;

	for_each(file, &found->files)
		if (is_touched(j, t, file->path))
			found->files.at[kept++] = *file;
	found->files.n = kept;
}
