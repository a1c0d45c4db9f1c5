#include "cli/git_overlays.h"

#include "cli/git_changed.h"
#include "cli/path.h"

/* A ladder that extends a file. */
struct overlay {
	struct str top, base; /* both from the top of the repository */
	struct loaded *file;  /* as it is now */
	struct diag diag;     /* what was found in it so far */
	bool taken;
};

typedef VEC(struct overlay) overlays;

/* The files that a ladder can be overlaid in: git finds those that hold the
 * word, so that no other is read. The status is that of git grep. */
static int list_files(struct job *j, struct str *tops)
{
	static const char *const argv[] = {
		"git",	"-c",		"core.fsmonitor=false",
		"grep", "-lz",		"--full-name",
		"-F",	"-e",		"extends",
		"--",	":(top)*.yaml", ":(top)*.yml",
		NULL};

	return j->host->run(j->host, j->arena, argv, (struct str){0}, tops);
}

/* The file that a ladder extends; false for none, a shipped one, or one
 * outside of the repository. */
static bool find_base(struct job *j, struct overlay *o)
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
		    overlays *all)
{
	struct overlay o = {.top = arena_str(j->arena, top),
			    .file = ARENA_NEW(j->arena, struct loaded),
			    .diag.arena = j->arena};
	const char *up = places->prefixes[places->n - 1];

	*o.file = load_apart(&j->loader,
			     arena_printf(j->arena, "%s%.*s", up,
					  STR_ARG(top)),
			     places->root, &o.diag);
	job_keep(j, &o.file->doc);
	if (o.file->status == HOST_OK && o.file->kind == FILE_LADDER &&
	    find_base(j, &o))
		*vec_add(j->arena, all) = o;
}

/* Marks what extends a file that changed, and then what extends that. */
static void take_all(struct job *j, overlays *all, struct map *changed)
{
	bool again = true;

	while (again) {
		again = false;
		for_each(o, all) {
			if (o->taken || !map_find(changed, o->base))
				continue;
			o->taken = again = true;
			map_add(changed, j->arena, o->top, o);
		}
	}
}

static bool add_pair(struct job *j, struct loader *at, struct overlay *o,
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
	struct places places = places_find(j);
	struct git_changes changes = {0};
	struct map changed = {0};
	struct str tops = {0}, top;
	overlays all = {0};
	bool ok = true;

	if (git_changed(j, at, &changes) != EXIT_DONE)
		return EXIT_INPUT;
	for_each(change, &changes.files)
		map_add(&changed, j->arena, change->top, change);
	if (!changes.files.n || list_files(j, &tops) != 0)
		return EXIT_DONE; /* nothing holds the word, or no git grep */
	while (next_word(&tops, 0, &top))
		if (top.len && !map_find(&changed, top))
			look_at(j, &places, top, &all);
	take_all(j, &all, &changed);
	for_each(o, &all)
		if (o->taken)
			ok &= add_pair(j, at, o, pairs);
	return ok ? EXIT_DONE : EXIT_INPUT;
}
