#include "cli/git.h"

#include "cli/path.h"

#include <stdlib.h>

/* The top of the tree of a revision, as paths of its host have it. The chain
 * of `extends` looks for a `.git` above a file, and finds it here. */
#define TOP "/revision"

/* The files of one revision behind base/host.h: what a loader uses. */
struct git_host {
	struct host host; /* read, stat, real_path, cwd and why; no others */
	struct host *real;
	struct arena *arena;
	struct str tree; /* the object that the revision's files are in */
	const char *why;
};

/* --- asking git ---------------------------------------------------------- */

/* An object that git has found. */
struct object {
	enum { OBJECT_NONE, OBJECT_BLOB, OBJECT_TREE, OBJECT_OTHER } kind;
	bool outside; /* a link that leaves the tree */
	size_t size;
	struct str name; /* in hexadecimal digits, ended by a NUL */
};

bool git_ask(struct host *h, struct arena *a, const char *const *argv,
	     struct str input, struct str *answer)
{
	return h->run(h, a, argv, input, answer) == 0;
}

static bool is_object_name(struct str s)
{
	for (size_t i = 0; i < s.len; i++)
		if (!memchr("0123456789abcdef", s.ptr[i], 16))
			return false;
	return s.len >= 40;
}

/* "blob 120 5f3a…"; of what it did not find git says something else. */
static struct object read_object(struct arena *a, struct str answer)
{
	struct str line = str_head(answer, str_index(answer, '\n'));
	struct object o = {.outside = str_starts(line, STR("symlink "))};
	struct str kind, size;

	if (!next_word(&line, ' ', &kind) || !next_word(&line, ' ', &size) ||
	    !str_is_digits(size) || size.len > 18 || !is_object_name(line))
		return o;
	o.size = strtoull(size.ptr, NULL, 10);
	o.name = arena_str(a, line);
	o.kind = str_is(kind, "blob")	? OBJECT_BLOB
		 : str_is(kind, "tree") ? OBJECT_TREE
					: OBJECT_OTHER;
	return o;
}

/* What a revision, or REV:PATH, leads to, links within the tree followed.
 * False where git cannot be asked. */
static bool find_object(struct host *h, struct arena *a, struct str what,
			struct object *o)
{
	static const char *const argv[] = {
		"git", "cat-file", "--follow-symlinks",
		"--batch-check=%(objecttype) %(objectsize) %(objectname)",
		NULL};
	struct str line = arena_printf(a, "%.*s\n", STR_ARG(what));
	struct str answer;

	*o = (struct object){0};
	if (str_index(what, '\n') < what.len)
		return true; /* it would be two questions */
	if (!git_ask(h, a, argv, line, &answer))
		return false;
	*o = read_object(a, answer);
	return true;
}

/* Why git gave no answer at all. */
static void say_no_git(struct job *j, struct str word)
{
	static const char *const argv[] = {"git", "--version", NULL};
	struct str answer;

	if (!git_ask(j->host, j->arena, argv, (struct str){0}, &answer))
		say(j, "%.*s: git is needed for a revision, and cannot be run",
		    STR_ARG(word));
	else
		say(j,
		    "%.*s: git finds no repository here that it may read "
		    "('git status' says why)",
		    STR_ARG(word));
}

/* --- paths in a tree ----------------------------------------------------- */

/* A path of the host, from the top of the tree. */
static bool in_tree(struct arena *a, const char *path, struct str *inside)
{
	struct str top = STR(TOP);

	if (*path != '/')
		return path_simplify(a, str_of(path), inside);
	if (!path_simplify(a, str_of(path), inside))
		return false;
	top = str_from(top, 1);
	if (!str_starts(*inside, top))
		return false;
	*inside = str_from(*inside, top.len);
	if (inside->len && inside->ptr[0] != '/')
		return false;
	*inside = str_from(*inside, 1);
	return true;
}

/* --- the host of a revision ---------------------------------------------- */

static struct git_host *git_of(struct host *h)
{
	return (struct git_host *)h;
}

static enum host_status refuse(struct git_host *g, enum host_status status,
			       const char *why)
{
	g->why = why;
	return status;
}

/* The file or directory that a path names. */
static enum host_status look(struct git_host *g, const char *path,
			     struct object *o)
{
	struct str inside;

	if (!in_tree(g->arena, path, &inside))
		return refuse(g, HOST_OUTSIDE,
			      "it lies outside the repository");
	if (!find_object(g->real, g->arena,
			 arena_printf(g->arena, "%.*s:%.*s", STR_ARG(g->tree),
				      STR_ARG(inside)),
			 o))
		return refuse(g, HOST_FAILED, "git gave no answer");
	if (o->outside)
		return refuse(g, HOST_OUTSIDE,
			      "it is a link that leaves the repository");
	if (o->kind == OBJECT_NONE)
		return refuse(g, HOST_MISSING,
			      "there is no such file in this revision");
	if (o->kind == OBJECT_TREE)
		return refuse(g, HOST_DIRECTORY, "is a directory");
	if (o->kind != OBJECT_BLOB)
		return refuse(g, HOST_NOT_A_FILE, "it is not a file");
	return HOST_OK;
}

/* Nothing but the tree can be read, and it is all that `within` ever names. */
static enum host_status git_read(struct host *h, struct arena *a,
				 const char *path, const char *within,
				 size_t limit, struct str *text)
{
	struct git_host *g = git_of(h);
	const char *argv[] = {"git", "cat-file", "blob", NULL, NULL};
	enum host_status status;
	struct object o;

	(void)within;
	status = look(g, path, &o);
	if (status != HOST_OK)
		return status;
	if (o.size > limit)
		return refuse(g, HOST_TOO_LARGE, "it is larger than the limit");
	argv[3] = o.name.ptr;
	if (!git_ask(g->real, a, argv, (struct str){0}, text) ||
	    text->len != o.size)
		return refuse(g, HOST_FAILED, "git gave no answer");
	return HOST_OK;
}

static enum host_status git_stat(struct host *h, const char *path)
{
	struct object o;

	if (!strcmp(path, TOP "/.git"))
		return HOST_DIRECTORY;
	return look(git_of(h), path, &o);
}

static const char *git_real_path(struct host *h, struct arena *a,
				 const char *path)
{
	enum host_status status = git_stat(h, path);
	struct str inside;

	if ((status != HOST_OK && status != HOST_DIRECTORY) ||
	    !in_tree(a, path, &inside))
		return NULL;
	return arena_printf(a, TOP "/%.*s", STR_ARG(inside)).ptr;
}

static const char *git_cwd(struct host *h, struct arena *a)
{
	(void)h;
	(void)a;
	return TOP;
}

static const char *git_why(struct host *h)
{
	return git_of(h)->why;
}

/* The tree of a revision. */
static bool find_tree(struct job *j, struct str rev, struct str *tree)
{
	struct str what = arena_printf(j->arena, "%.*s^{tree}", STR_ARG(rev));
	struct object o;

	if (!find_object(j->host, j->arena, what, &o)) {
		say_no_git(j, rev);
		return false;
	}
	if (o.kind != OBJECT_TREE) {
		say(j, "git knows no revision \"%.*s\"", STR_ARG(rev));
		return false;
	}
	*tree = o.name;
	return true;
}

struct loader *git_loader(struct job *j, struct str rev)
{
	struct git_host *g;
	struct loader *ld;
	struct str tree;

	if (!rev.len)
		return &j->loader;
	if (!find_tree(j, rev, &tree))
		return NULL;
	g = ARENA_NEW(j->arena, struct git_host);
	*g = (struct git_host){
		.host = {.read = git_read,
			 .stat = git_stat,
			 .real_path = git_real_path,
			 .cwd = git_cwd,
			 .why = git_why},
		.real = j->host,
		.arena = j->arena,
		.tree = tree,
	};
	ld = ARENA_NEW(j->arena, struct loader);
	*ld = loader_like(&j->loader);
	ld->host = &g->host;
	ld->prefix = arena_printf(j->arena, "%.*s:", STR_ARG(rev));
	return ld;
}

struct str git_tree(const struct loader *at)
{
	return git_of(at->host)->tree;
}

/* --- REV:PATH ------------------------------------------------------------ */

/* Where the path begins, as git finds it: a colon within braces belongs to
 * the revision, as in HEAD@{10:00}. word.len where there is none. */
static size_t colon_of(struct str word)
{
	unsigned depth = 0;

	for (size_t i = 0; i < word.len; i++) {
		if (word.ptr[i] == '{')
			depth++;
		else if (word.ptr[i] == '}')
			depth -= depth > 0;
		else if (word.ptr[i] == ':' && !depth)
			return i;
	}
	return word.len;
}

/* "C:/x" and "C:\x" */
static bool is_drive(struct str word, size_t colon)
{
	return colon == 1 && word.len > 2 &&
	       (word.ptr[2] == '/' || word.ptr[2] == '\\');
}

static bool is_there(struct job *j, struct str path)
{
	const char *z = arena_str(j->arena, path).ptr;
	enum host_status status = j->host->stat(j->host, z);

	return status == HOST_OK || status == HOST_NOT_A_FILE;
}

/* The working directory, from the top of the repository: "a/b/". */
static bool find_place(struct job *j, struct str *place)
{
	static const char *const argv[] = {"git", "rev-parse", "--show-prefix",
					   NULL};

	if (!git_ask(j->host, j->arena, argv, (struct str){0}, place))
		return false;
	if (str_ends(*place, STR("\n")))
		place->len--;
	return true;
}

enum exit git_name(struct job *j, struct str word, struct git_name *name)
{
	size_t colon = colon_of(word);
	struct str rev = str_head(word, colon);
	struct str path = str_from(word, colon + 1), place = {0};

	*name = (struct git_name){.path = word};
	if (!colon || colon == word.len || is_drive(word, colon) ||
	    str_is(rev, "builtin") || is_there(j, word) || is_there(j, rev))
		return EXIT_DONE;
	if (str_starts(path, STR("./")) || str_starts(path, STR("../"))) {
		if (!find_place(j, &place)) {
			say_no_git(j, word);
			return EXIT_INPUT;
		}
		path = arena_printf(j->arena, "%.*s%.*s", STR_ARG(place),
				    STR_ARG(path));
	}
	if (!path_simplify(j->arena, path, &path)) {
		say(j, "%.*s leads out of the repository", STR_ARG(word));
		return EXIT_INPUT;
	}
	*name = (struct git_name){rev, path};
	return EXIT_DONE;
}
