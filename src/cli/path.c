#include "cli/path.h"

const char *path_join(struct job *j, const char *dir, const char *name)
{
	const char *slash = str_ends(str_of(dir), STR("/")) || !*dir ? "" : "/";

	return arena_printf(j->arena, "%s%s%s", dir, slash, name).ptr;
}

bool path_is_file(struct job *j, const char *path)
{
	return j->host->stat(j->host, path) == HOST_OK;
}

bool path_simplify(struct arena *a, struct str path, struct str *simple)
{
	struct str part, at = {0};

	while (next_word(&path, '/', &part)) {
		if (!part.len || str_is(part, "."))
			continue;
		if (!str_is(part, "..")) {
			at = arena_printf(a, "%.*s%s%.*s", STR_ARG(at),
					  at.len ? "/" : "", STR_ARG(part));
			continue;
		}
		if (!at.len)
			return false;
		at = str_dir(at);
		at.len -= at.len > 0;
	}
	*simple = at;
	return true;
}

bool path_is_yaml(struct str name)
{
	return str_ends(name, STR(".yaml")) || str_ends(name, STR(".yml"));
}

bool path_is_copy(struct str name)
{
	return str_starts(name, STR(".edit-"));
}

struct str path_beside(struct job *j, struct str file, struct str written)
{
	struct str dir = str_dir(file);

	if (str_starts(written, STR("/")))
		dir.len = 0;
	return arena_printf(j->arena, "%.*s%.*s", STR_ARG(dir),
			    STR_ARG(written));
}

/* How much of two absolute paths is the same, up to a slash of both. */
static size_t common_part(const char *dir, const char *path)
{
	size_t common = 0;

	for (size_t i = 0;; i++) {
		char d = dir[i] ? dir[i] : '/', p = path[i] ? path[i] : '/';

		if (d != p)
			return common;
		if (d == '/')
			common = i;
		if (!dir[i] || !path[i])
			return common;
	}
}

struct str path_relative(struct job *j, const char *dir, const char *path)
{
	size_t common = common_part(dir, path);
	const char *up = dir + common;
	struct str result = {0};

	if (!strcmp(dir, "/"))
		return str_of(path + 1);
	for (; *up; up++)
		if (*up == '/')
			result = arena_printf(j->arena, "%.*s../",
					      STR_ARG(result));
	path += common;
	return arena_printf(j->arena, "%.*s%s", STR_ARG(result),
			    path + (*path == '/'));
}

/* "/a/b" is "/a", "/a" is "/"; NULL for "/". */
static const char *parent_of(struct job *j, const char *dir)
{
	const char *slash = strrchr(dir, '/');

	if (!slash || !slash[1])
		return NULL;
	if (slash == dir)
		return "/";
	return arena_str(j->arena,
			 str_head(str_of(dir), (size_t)(slash - dir)))
		.ptr;
}

const char *path_repository(struct job *j, const char *dir)
{
	for (; dir; dir = parent_of(j, dir))
		if (j->host->stat(j->host, path_join(j, dir, ".git")) !=
		    HOST_MISSING)
			return dir;
	return NULL;
}

const char *path_xdg(struct job *j, const char *name, const char *home,
		     const char *rest)
{
	const char *base = j->host->env(j->host, name);

	if (base && *base == '/')
		return path_join(j, base, rest);
	base = j->host->env(j->host, "HOME");
	if (!base)
		return NULL;
	return path_join(j, path_join(j, base, home), rest);
}

struct places places_find(struct job *j)
{
	VEC(const char *) prefixes = {0};
	const char *dir = j->host->cwd(j->host, j->arena);
	const char *root = dir ? path_repository(j, dir) : NULL;
	const char *prefix = "";

	*vec_add(j->arena, &prefixes) = prefix;
	while (root && strcmp(dir, root) != 0) {
		dir = parent_of(j, dir);
		prefix = path_join(j, prefix, "../");
		*vec_add(j->arena, &prefixes) = prefix;
	}
	return (struct places){prefixes.at, prefixes.n, root};
}
