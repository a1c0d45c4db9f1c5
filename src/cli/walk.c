#include "cli/walk.h"

#include "cli/output.h"
#include "cli/path.h"

/* Something in a directory. */
struct entry {
	const char *path; /* as it is shown */
	const char *at;   /* absolute, itself perhaps a link */
	const char *real; /* where that leads */
	bool directory, link;
};

typedef VEC(struct entry) entries;

/* The walk below one directory. */
struct walk {
	struct job *j;
	struct found_files *out;
	const char *within; /* absolute; NULL: anything */
	entries links;      /* kept for the end, so that a file is shown by its
			       own name where it has one here */
};

/* A directory to walk, and the repository whose ignored files it has. */
struct tree {
	const char *root; /* absolute; NULL outside one */
	struct entry top;
};

typedef VEC(struct tree) trees;

static bool lies_in(const char *path, const char *dir)
{
	size_t len = strlen(dir);

	if (len == 1)
		return true;
	return !strncmp(path, dir, len) && (!path[len] || path[len] == '/');
}

static bool first_time(struct walk *w, const char *real)
{
	output_found(w->j, real);
	return !map_add(&w->out->seen, w->j->arena, str_of(real), w->out);
}

/* --- what git ignores --------------------------------------------------- */

/* Asks git about some entries at once. Gives for each whether it is ignored;
 * none is where git is not there or does not know the tree. */
static bool *ignored(struct job *j, const char *root, const entries *level)
{
	/* what a repository names as its monitor is a program to run */
	const char *argv[] = {"git", "-C", root, "-c", "core.fsmonitor=false",
			      "check-ignore", "-z", "-v", "-n", "--stdin",
			      NULL};
	bool *marks = ARENA_ARRAY(j->arena, level->n + 1, bool);
	struct str answer = {0}, source, line, pattern, path;
	struct buf asked = {0};
	int status;

	if (!root || !level->n)
		return marks;
	for_each(e, level)
		buf_add(&asked, (struct str){e->at, strlen(e->at) + 1});
	status = j->host->run(j->host, j->arena, argv, buf_str(&asked),
			      &answer);
	buf_release(&asked);
	if (status != 0 && status != 1)
		return marks;
	for (uint32_t i = 0; i < level->n; i++) {
		if (!next_word(&answer, 0, &source) ||
		    !next_word(&answer, 0, &line) ||
		    !next_word(&answer, 0, &pattern) ||
		    !next_word(&answer, 0, &path))
			break;
		marks[i] = pattern.len && pattern.ptr[0] != '!';
	}
	return marks;
}

/* --- the walk ----------------------------------------------------------- */

/* Where an entry leads. Most are no links, and to ask for a path without any
 * is to ask about each directory on the way. */
static const char *real_path(struct job *j, const struct entry *e)
{
	if (j->host->is_link && !j->host->is_link(j->host, e->path))
		return e->at;
	return j->host->real_path(j->host, j->arena, e->path);
}

/* What an entry of a directory is; false where it is none to look at. */
static bool look(struct walk *w, const struct entry *dir, const char *name,
		 struct entry *e)
{
	struct job *j = w->j;
	enum host_status status;

	e->path = path_join(j, strcmp(dir->path, ".") ? dir->path : "", name);
	e->at = path_join(j, dir->real, name);
	status = j->host->stat(j->host, e->path);
	e->directory = status == HOST_DIRECTORY;
	if (e->directory ? *name == '.'
			 : status != HOST_OK || !path_is_yaml(str_of(name)) ||
				   path_is_copy(str_of(name)))
		return false;
	e->real = real_path(j, e);
	if (!e->real)
		return false;
	e->link = strcmp(e->at, e->real) != 0;
	return !w->within || lies_in(e->real, w->within);
}

static void read_directory(struct walk *w, const struct entry *dir,
			   entries *level)
{
	struct job *j = w->j;
	const char **names;
	size_t n;

	if (j->host->list(j->host, j->arena, dir->path, &names, &n) !=
	    HOST_OK) {
		say_of(j, str_of(dir->path), str_of(j->host->why(j->host)));
		w->out->missing = true;
		return;
	}
	for (size_t i = 0; i < n; i++) {
		struct entry e = {0};

		if (look(w, dir, names[i], &e))
			*vec_add(j->arena, level) = e;
	}
}

static void take_file(struct walk *w, const struct entry *e)
{
	*vec_add(w->j->arena, &w->out->files) =
		(struct found_file){.path = e->path};
}

/* A directory with a repository of its own is a tree of its own. */
static void take_directory(struct walk *w, const struct entry *e,
			   const char *root, entries *next, trees *more)
{
	struct job *j = w->j;
	const char *own = path_repository(j, e->real);

	if (root == own || (root && own && !strcmp(root, own)))
		*vec_add(j->arena, next) = *e;
	else
		*vec_add(j->arena, more) = (struct tree){own, *e};
}

static void walk_tree(struct walk *w, const struct tree *t, trees *more)
{
	struct job *j = w->j;
	entries dirs = {0};

	*vec_add(j->arena, &dirs) = t->top;
	while (dirs.n) {
		entries level = {0}, next = {0};
		bool *skip;

		for_each(dir, &dirs)
			read_directory(w, dir, &level);
		skip = ignored(j, t->root, &level);
		for (uint32_t i = 0; i < level.n; i++) {
			struct entry *e = &level.at[i];

			if (skip[i])
				continue;
			if (e->link)
				*vec_add(j->arena, &w->links) = *e;
			else if (!first_time(w, e->real))
				continue;
			else if (e->directory)
				take_directory(w, e, t->root, &next, more);
			else
				take_file(w, e);
		}
		dirs = next;
	}
}

static void walk_from(struct walk *w, struct entry top, const char *root)
{
	trees more = {0};

	*vec_add(w->j->arena, &more) = (struct tree){root, top};
	while (more.n || w->links.n) {
		if (more.n) {
			struct tree t = more.at[--more.n];

			walk_tree(w, &t, &more);
			continue;
		}
		top = w->links.at[--w->links.n];
		if (!first_time(w, top.real))
			continue;
		if (top.directory)
			take_directory(w, &top, "", NULL, &more);
		else
			take_file(w, &top);
	}
}

static bool is_ignored(struct job *j, const char *root,
		       const struct entry *top)
{
	entries level = {0};

	*vec_add(j->arena, &level) = *top;
	return *ignored(j, root, &level);
}

/* A directory that git ignores as a whole, as one with people's files may be,
 * was meant when it was named. */
static void walk_directory(struct walk *w, struct entry top)
{
	const char *root = path_repository(w->j, top.real);
	uint32_t before = w->out->files.n;

	if (!first_time(w, top.real))
		return;
	walk_from(w, top, root);
	if (root && w->out->files.n == before && is_ignored(w->j, root, &top))
		walk_from(w, top, NULL);
}

/* --- named ones --------------------------------------------------------- */

/* The repository that the path stands in, before a link at its end is
 * followed. */
static const char *repository_around(struct job *j, const char *path)
{
	struct str dir = str_of(path), last;
	const char *real;

	while (dir.len > 1 && dir.ptr[dir.len - 1] == '/')
		dir.len--;
	last = dir;
	dir = str_dir(dir);
	last = str_from(last, dir.len);
	if (str_is(last, ".") || str_is(last, ".."))
		dir = str_of(path);
	real = j->host->real_path(j->host, j->arena,
				  dir.len ? arena_str(j->arena, dir).ptr : ".");
	return real ? path_repository(j, real) : NULL;
}

static void refuse(struct job *j, struct found_files *out, const char *path,
		   const char *why)
{
	say_of(j, str_of(*path ? path : "\"\""), str_of(why));
	out->missing = true;
}

static void add_file(struct walk *w, const char *path, const char *real)
{
	if (!real || first_time(w, real))
		*vec_add(w->j->arena, &w->out->files) =
			(struct found_file){.path = path, .named = true};
}

void walk_add_file(struct job *j, struct found_files *out, const char *path)
{
	struct walk w = {.j = j, .out = out};

	/* a pipe has no path */
	add_file(&w, path,
		 strcmp(path, "-") ? j->host->real_path(j->host, j->arena, path)
				   : NULL);
}

void walk_add(struct job *j, struct found_files *out, const char *path,
	      bool follow)
{
	struct walk w = {.j = j, .out = out};
	enum host_status status;
	const char *real;

	if (!strcmp(path, "-")) {
		add_file(&w, path, NULL);
		return;
	}
	status = j->host->stat(j->host, path);
	if (status == HOST_MISSING || status == HOST_DENIED) {
		refuse(j, out, path, j->host->why(j->host));
		return;
	}
	/* a pipe has no path */
	real = j->host->real_path(j->host, j->arena, path);
	if (!follow)
		w.within = repository_around(j, path);
	if (w.within && real && !lies_in(real, w.within)) {
		refuse(j, out, path, "it is a link that leaves the repository "
				     "(--follow reads it)");
		return;
	}
	if (status != HOST_DIRECTORY || !real) {
		add_file(&w, path, real);
		return;
	}
	if (!w.within && !follow)
		w.within = real;
	walk_directory(&w, (struct entry){.path = path,
					  .at = real,
					  .real = real,
					  .directory = true});
}
