#include "cli/git_overlays.h"

#include "cli/path.h"

/* One of which it is not known yet whether a change reaches it. */
struct candidate {
	struct git_overlay overlay;
	bool reached;
};

typedef VEC(struct candidate) candidates;

/* The files that a ladder can be overlaid in: git finds those that hold the
 * word, so that no other is read. The status is that of git grep. */
static int list_files(struct job *j, bool untracked, struct str *tops)
{
	const char *which = untracked ? "--untracked" : "--no-untracked";
	const char *argv[] = {
		"git",	"-c",		"core.fsmonitor=false",
		"grep", "-lz",		"--full-name",
		which,	"--no-color",	"--no-recurse-submodules",
		"-F",	"-e",		"extends",
		"--",	":(top)*.yaml", ":(top)*.yml",
		NULL};

	return j->host->run(j->host, j->arena, argv, (struct str){0}, tops);
}

/* The file that a ladder extends; false for none, a shipped one, or one
 * outside of the repository. */
static bool find_base(struct job *j, struct git_overlay *o)
{
	struct str base = loaded_extends(o->file);

	if (!base.len || base.ptr[0] == '/' ||
	    str_starts(base, STR("builtin:")))
		return false;
	base = arena_printf(j->arena, "%.*s%.*s", STR_ARG(str_dir(o->top)),
			    STR_ARG(base));
	return path_simplify(j->arena, base, &o->base);
}

/* What stands there is no concern of ours where it is no ladder that extends
 * another. */
static void look_at(struct job *j, const struct places *places, struct str top,
		    candidates *all)
{
	const char *up = places->prefixes[places->n - 1];
	struct git_overlay o = {
		.top = arena_str(j->arena, top),
		.path = arena_printf(j->arena, "%s%.*s", up, STR_ARG(top)),
		.file = ARENA_NEW(j->arena, struct loaded),
		.diag.arena = j->arena,
	};

	*o.file = load_apart(&j->loader, o.path, places->root, &o.diag);
	job_keep(j, &o.file->doc);
	if (o.file->status == HOST_OK && o.file->kind == FILE_LADDER &&
	    find_base(j, &o))
		*vec_add(j->arena, all) = (struct candidate){.overlay = o};
}

/* Marks what extends a file that changed, and then what extends that. */
static void reach_all(struct job *j, candidates *all, struct map *changed)
{
	bool again = true;

	while (again) {
		again = false;
		for_each(c, all) {
			if (c->reached || !map_find(changed, c->overlay.base))
				continue;
			c->reached = again = true;
			map_add(changed, j->arena, c->overlay.top, c);
		}
	}
}

git_overlay_list git_overlays_of(struct job *j,
				 const struct git_changes *changes,
				 bool untracked)
{
	struct places places = places_find(j);
	struct map changed = {0};
	struct str tops = {0}, top;
	git_overlay_list list = {0};
	candidates all = {0};

	for_each(change, &changes->files)
		map_add(&changed, j->arena, change->top, change);
	if (!changes->files.n || list_files(j, untracked, &tops) != 0)
		return list; /* nothing holds the word, or no git grep */
	while (next_word(&tops, 0, &top))
		if (top.len && !map_find(&changed, top))
			look_at(j, &places, top, &all);
	reach_all(j, &all, &changed);
	for_each(c, &all)
		if (c->reached)
			*vec_add(j->arena, &list) = c->overlay;
	return list;
}

static bool add_pair(struct job *j, struct loader *at, struct git_overlay *o,
		     ladder_pairs *pairs)
{
	struct loaded *old = ARENA_NEW(j->arena, struct loaded);

	*old = load_file(at, o->top);
	job_keep(j, &old->doc);
	diag_take(&j->diag, &o->diag);
	if (old->status == HOST_OK || old->status == HOST_TOO_LARGE) {
		*vec_add(j->arena, pairs) = (struct ladder_pair){old, o->file};
		return true;
	}
	say_of(j, old->name, old->why);
	return false;
}

enum exit git_overlays(struct job *j, struct loader *at, ladder_pairs *pairs)
{
	struct git_changes changes = {0};
	git_overlay_list list;
	bool ok = true;

	if (git_changed(j, at, false, &changes) != EXIT_DONE)
		return EXIT_INPUT;
	list = git_overlays_of(j, &changes, false);
	for_each(o, &list)
		ok &= add_pair(j, at, o, pairs);
	return ok ? EXIT_DONE : EXIT_INPUT;
}
