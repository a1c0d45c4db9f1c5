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
