#include "property/files.h"

#include "support/test.h"

#include <glob.h>
#include <stdio.h>
#include <stdlib.h>

#define SHARED LADDER_SOURCE_DIR "/../shared/"

/* LADDER_SHARED may name another place for what lies beside the checkout. */
static const char *resolved(struct str path, struct arena *a)
{
	const char *shared = getenv("LADDER_SHARED");

	if (!shared || !str_starts(path, STR(SHARED)))
		return arena_str(a, path).ptr;
	path = str_from(path, strlen(SHARED));
	return arena_printf(a, "%s/%.*s", shared, STR_ARG(path)).ptr;
}

static void add_matching(const char *pattern, paths *list, struct arena *a)
{
	glob_t found;

	pattern = resolved(
		arena_printf(a, "%s/%s", LADDER_SOURCE_DIR, pattern), a);
	if (glob(pattern, 0, NULL, &found) != 0)
		return;
	for (size_t i = 0; i < found.gl_pathc; i++)
		*vec_add(a, list) = arena_str(a, str_of(found.gl_pathv[i]));
	globfree(&found);
}

paths files_matching(const char *pattern, struct arena *a)
{
	paths list = {0};

	add_matching(pattern, &list, a);
	return list;
}

paths files_of_ladders(struct arena *a)
{
	paths list = {0};

	add_matching("ladders/*.yaml", &list, a);
	add_matching("../shared/data/real/*.yaml", &list, a);
	add_matching("../shared/data/real/*/*.yaml", &list, a);
	return list;
}

struct str file_read(struct str path, struct arena *a)
{
	FILE *f = fopen(resolved(path, a), "rb");
	size_t n;
	char *text;

	assert_non_null(f);
	assert_int_equal(fseek(f, 0, SEEK_END), 0);
	n = (size_t)ftell(f);
	rewind(f);
	text = arena_alloc(a, n + 1);
	assert_int_equal(fread(text, 1, n, f), n);
	fclose(f);
	return (struct str){text, n};
}
