/* Laws of overlays: nothing over a base is the base, a base over itself is
 * itself, and an overlay that replaces everything is itself. */
#include "support/test.h"
#include "support/world.h"

#include "property/files.h"

static struct str strip(struct str text)
{
	return str_starts(text, STR("\xef\xbb\xbf")) ? str_from(text, 3) : text;
}

struct law {
	struct world w;
	struct str text; /* of a ladder that extends nothing */
	struct str head; /* its format, id and name */
	struct str dump;
};

static struct str load(struct law *law, const char *path)
{
	struct ladder *l;

	law->w.loader.sources = (struct map){0};
	l = world_ladder_file(&law->w, path);
	assert_non_null(l);
	assert_int_equal(law->w.diag.errors, 0);
	return ladder_dump(l, &law->w.arena);
}

static bool law_init(struct law *law, struct str path)
{
	struct ladder *l;

	world_init(&law->w);
	law->text = strip(file_read(path, &law->w.arena));
	l = world_ladder_bytes(&law->w, law->text);
	if (!l || l->bases.n)
		return false;
	law->head = arena_printf(&law->w.arena,
				 "format: ladder/1\nid: %.*s\nname: \"%.*s\"\n"
				 "extends: base.yaml\n",
				 STR_ARG(l->head.id), STR_ARG(l->name));
	law->dump = ladder_dump(l, &law->w.arena);
	law->w.diag.findings.n = 0;
	return true;
}

/* Expects that `over` over `base` means what the ladder means. */
static void same(struct law *law, const char *base, const char *over,
		 struct str path)
{
	world_add(&law->w, "/w/base.yaml", base);
	world_add(&law->w, "/w/over.yaml", over);
	if (!str_eq(load(law, "over.yaml"), law->dump))
		fail_msg("%.*s is another", STR_ARG(path));
}

/* Lays a line behind the one that is `key` alone, indented as what follows. */
static struct str insert(struct arena *a, struct str text, const char *key,
			 const char *line)
{
	struct str mark = arena_printf(a, "\n%s:\n", key);
	const char *at = strstr(text.ptr, mark.ptr);
	size_t indent = 0;

	assert_non_null(at);
	at += mark.len;
	while (at[indent] == ' ')
		indent++;
	return arena_printf(a, "%.*s%*s%s\n%s", (int)(at - text.ptr), text.ptr,
			    (int)indent, "", line, at);
}

#define OTHER                                                 \
	"format: ladder/1\nid: other\nname: O\n"              \
	"competencies: {zz-gone: {name: Z, layer: technical," \
	" stages: [{id: s}]}}\n"                              \
	"tracks: {zz-gone: {levels: [{id: l, requires: {zz-gone: s}}]}}\n"

static void check_laws(struct str path)
{
	struct law law;
	struct arena *a = &law.w.arena;
	struct str itself, all;

	if (law_init(&law, path)) {
		same(&law, law.text.ptr, law.head.ptr, path);
		itself = arena_printf(a, "extends: base.yaml\n%s",
				      law.text.ptr);
		same(&law, law.text.ptr, itself.ptr, path);
		all = insert(a, itself, "competencies", "zz-gone: ~");
		all = insert(a, all, "tracks", "zz-gone: ~");
		same(&law, OTHER, all.ptr, path);
	}
	world_release(&law.w);
}

static void test_laws(void **state)
{
	struct arena a = {0};
	paths list = files_of_ladders(&a);

	(void)state;
	assert_true(list.n >= 3);
	for_each(path, &list)
		check_laws(*path);
	arena_release(&a);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(test_laws),
	};

	return cmocka_run_group_tests_name("model/overlay", tests, NULL, NULL);
}
