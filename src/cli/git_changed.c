#include "cli/git_changed.h"

#include "cli/path.h"

#include <stdlib.h>

/* From the working directory to the top: "../../"; false where there is no
 * working tree. */
static bool find_way_up(struct job *j, struct str *up)
{
	static const char *const argv[] = {"git", "rev-parse", "--show-cdup",
					   NULL};
	static const char *const inside[] = {"git", "rev-parse",
					     "--is-inside-work-tree", NULL};
	struct str answer;

	if (!git_ask(j->host, j->arena, inside, (struct str){0}, &answer) ||
	    !str_is(str_trim(answer), "true") ||
	    !git_ask(j->host, j->arena, argv, (struct str){0}, up))
		return false;
	if (str_ends(*up, STR("\n")))
		up->len--;
	return true;
}

/* A file of the revision, or of the index. */
struct entry {
	struct str path; /* from the top */
	struct str hex;	 /* of the revision's object */
	bool old, new;	 /* it is in the revision; it is here */
	bool same;
};

typedef VEC(struct entry) entries;

/* "100644 blob 5f3a…<tab>path": files and links alone are looked at. */
static void take_old(struct job *j, struct str line, entries *list)
{
	struct str path = str_from(line, str_index(line, '\t') + 1);
	struct str mode, kind, hex;

	line = str_head(line, str_index(line, '\t'));
	if (next_word(&line, ' ', &mode) && next_word(&line, ' ', &kind) &&
	    next_word(&line, ' ', &hex) && str_is(kind, "blob") &&
	    path_is_yaml(path))
		*vec_add(j->arena, list) =
			(struct entry){.path = path, .hex = hex, .old = true};
}

static bool list_old(struct job *j, struct str tree, entries *list)
{
	const char *argv[] = {"git",	     "ls-tree", "-r", "-z",
			      "--full-tree", tree.ptr,	NULL};
	struct str answer, line;

	if (!git_ask(j->host, j->arena, argv, (struct str){0}, &answer))
		return false;
	while (next_word(&answer, 0, &line))
		if (line.len)
			take_old(j, line, list);
	return true;
}

static bool is_here(struct job *j, const char *root, struct str path)
{
	const char *at = path_join(j, root, arena_str(j->arena, path).ptr);
	enum host_status status = j->host->stat(j->host, at);

	return status != HOST_MISSING && status != HOST_DIRECTORY;
}

typedef VEC(struct str) paths;

static int by_bytes(const void *a, const void *b)
{
	return str_cmp(*(const struct str *)a, *(const struct str *)b);
}

/* What git keeps track of, or would if it were told to, in the order of the
 * paths: git has an order for each of the two. */
static bool list_new(struct job *j, const char *root, bool untracked,
		     paths *list)
{
	const char *others = untracked ? "--others" : NULL;
	const char *argv[] = {"git",	  "-C", root,
			      "-c",	  "core.fsmonitor=false",
			      "ls-files", "-z", "--cached",
			      others,	  "--exclude-standard",
			      NULL};
	struct str answer, path;

	if (!git_ask(j->host, j->arena, argv, (struct str){0}, &answer))
		return false;
	while (next_word(&answer, 0, &path))
		if (path_is_yaml(path))
			*vec_add(j->arena, list) = path;
	if (list->n)
		qsort(list->at, list->n, sizeof *list->at, by_bytes);
	return true;
}

/* Both lists are in the order of their paths. A path in a conflict is listed
 * several times. */
static void join(struct job *j, const char *root, const entries *old,
		 const paths *new, entries *all)
{
	struct str last = {0};
	uint32_t at = 0;

	for_each(path, new) {
		if (str_eq(*path, last))
			continue;
		last = *path;
		while (at < old->n && str_cmp(old->at[at].path, *path) < 0)
			*vec_add(j->arena, all) = old->at[at++];
		if (at < old->n && str_eq(old->at[at].path, *path))
			*vec_add(j->arena, all) = old->at[at++];
		else
			*vec_add(j->arena, all) = (struct entry){.path = *path};
		all->at[all->n - 1].new = is_here(j, root, *path);
	}
	while (at < old->n)
		*vec_add(j->arena, all) = old->at[at++];
}

/* Whether a path can be asked for in a line of its own. */
static bool is_askable(const struct entry *e)
{
	return e->old && e->new && e->path.ptr[0] != '"' &&
	       str_index(e->path, '\n') == e->path.len;
}

/* Compares the bytes that are here with those of the revision by their names
 * in git's store, as they are: a filter could be any program. */
static bool compare(struct job *j, const char *root, entries *all)
{
	const char *argv[] = {"git",	     "-C",	     root,
			      "hash-object", "--no-filters", "--stdin-paths",
			      NULL};
	struct str answer, hex;
	struct buf asked = {0};
	bool ok;

	for_each(e, all)
		if (is_askable(e)) {
			buf_add(&asked, e->path);
			buf_char(&asked, '\n');
		}
	ok = git_ask(j->host, j->arena, argv, buf_str(&asked), &answer);
	buf_release(&asked);
	for_each(e, all)
		if (ok && is_askable(e) && next_word(&answer, '\n', &hex))
			e->same = str_eq(hex, e->hex);
	return ok;
}

static void list_changes(struct job *j, const entries *all, struct str up,
			 struct git_changes *changes)
{
	for_each(e, all) {
		struct git_change change = {.status = 'M', .top = e->path};

		if ((!e->old && !e->new) || e->same)
			continue;
		if (!e->old)
			change.status = 'A';
		else if (!e->new)
			change.status = 'D';
		change.path = arena_printf(j->arena, "%.*s%.*s", STR_ARG(up),
					   STR_ARG(e->path));
		*vec_add(j->arena, &changes->files) = change;
	}
}

enum exit git_changed(struct job *j, const struct loader *at, bool untracked,
		      struct git_changes *changes)
{
	struct str up;
	entries old = {0}, all = {0};
	paths new = {0};
	const char *root = NULL;

	if (find_way_up(j, &up))
		root = j->host->real_path(
			j->host, j->arena,
			arena_str(j->arena, up.len ? up : STR(".")).ptr);
	if (!root) {
		say(j, "git has no working tree here to compare with");
		return EXIT_INPUT;
	}
	if (list_old(j, git_tree(at), &old) &&
	    list_new(j, root, untracked, &new)) {
		join(j, root, &old, &new, &all);
		changes->root = root;
	}
	if (!changes->root || !compare(j, root, &all)) {
		say(j, "git does not list what changed since %.*s",
		    STR_ARG(str_head(at->prefix, at->prefix.len - 1)));
		return EXIT_INPUT;
	}
	list_changes(j, &all, up, changes);
	return EXIT_DONE;
}
