/* The laws of ladder fmt over files as people write them, and over the same
 * written anew in all styles: what a file says stays but for the order of
 * keys, no comment is lost, and doing it again changes nothing. */
#include "property/files.h"
#include "property/rewrite.h"
#include "support/test.h"
#include "support/tidied.h"

#include <stdio.h>

static void keep(const char *name, struct str text)
{
	FILE *f = fopen(name, "wb");

	if (f) {
		fwrite(text.ptr, 1, text.len, f);
		fclose(f);
	}
}

static const struct shape *shape_of(const struct doc *doc)
{
	const struct node *format = doc_root(doc, "format");

	return format && str_starts(doc_text(doc, format), STR("assessment"))
		       ? &assessment_shape
		       : &ladder_shape;
}

/* Whether the keys of every mapping stand in the order of the tables. */
static bool is_in_order(struct str text, const struct shape *shape,
			struct arena *a)
{
	struct tidied t;
	uint32_t *order;
	bool sorted = true;

	tidied_parse(&t, a, text);
	order = canon_order(&t.doc, shape, a);
	for (uint32_t i = 0; i < t.doc.n; i++) {
		const struct node *map = &t.doc.nodes[i];
		uint32_t last = 0;

		if (map->kind == NODE_MAP)
			for_each_key(key, map) {
				sorted &= order[key - t.doc.nodes] >= last;
				last = order[key - t.doc.nodes];
			}
	}
	doc_release(&t.doc);
	return sorted;
}

/* Anchors keep keys where they are, comments in braces do, and a text at the
 * end of the file that has no line end. */
static bool may_stay(struct str text)
{
	return !str_ends(text, STR("\n")) ||
	       memchr(text.ptr, '&', text.len) ||
	       (memchr(text.ptr, '{', text.len) &&
		memchr(text.ptr, '#', text.len));
}

static void check(struct str text, const struct shape *shape, const char *name)
{
	struct arena a = {0};
	struct buf out = {0};
	const char *broken = tidied_check(text, shape, &a, &out);

	if (!broken && !may_stay(text) &&
	    !is_in_order(buf_str(&out), shape, &a))
		broken = "its keys are not in order";
	if (broken) {
		keep("fmt-before.yaml", text);
		keep("fmt-after.yaml", buf_str(&out));
		fail_msg("%s: %s: see fmt-before.yaml and fmt-after.yaml",
			 name, broken);
	}
	buf_release(&out);
	arena_release(&a);
}

static bool is_sound(struct str text)
{
	struct arena a = {0};
	struct tidied t;
	bool sound;

	tidied_parse(&t, &a, text);
	sound = t.doc.n && !t.diag.errors && t.doc.nodes->kind == NODE_MAP;
	doc_release(&t.doc);
	arena_release(&a);
	return sound;
}

static void check_file(struct str text, uint32_t seeds, const char *name)
{
	struct arena a = {0};
	struct tidied t;

	tidied_parse(&t, &a, text);
	check(text, shape_of(&t.doc), name);
	for (uint32_t seed = 1; seed <= seeds; seed++) {
		struct dice dice = {seed};
		struct buf again = {0};

		rewrite(&t.doc, &dice, &again);
		if (is_sound(buf_str(&again)))
			check(buf_str(&again), shape_of(&t.doc), name);
		buf_release(&again);
	}
	doc_release(&t.doc);
	arena_release(&a);
}

static void check_all(const char *pattern, uint32_t least)
{
	struct arena a = {0};
	paths list = files_matching(pattern, &a);
	uint32_t n = 0;

	for_each(path, &list) {
		struct str text = file_read(*path, &a);
		uint32_t seeds = 2 + (uint32_t)(60000 / (text.len + 1));

		if (text.len > 400000 || !is_sound(text))
			continue;
		check_file(text, seeds > 40 ? 40 : seeds, path->ptr);
		n++;
	}
	assert_true(n >= least);
	arena_release(&a);
}

static void shipped_ladders(void **state)
{
	(void)state;
	check_all("ladders/*.yaml", 9);
}

static void rule_examples(void **state)
{
	(void)state;
	check_all("tests/rules/*/[bg]*.yaml", 50);
}

static void golden_files(void **state)
{
	(void)state;
	check_all("tests/golden/files/*.yaml", 1);
	check_all("tests/golden/*/*/*.yaml", 30);
}

static void real_ladders(void **state)
{
	(void)state;
	check_all("../shared/data/real/*.yaml", 0);
	check_all("../shared/data/real/*/*.yaml", 0);
}

static void strange_styles(void **state)
{
	(void)state;
	check_all("../shared/data/yaml-test-suite/valid/*", 0);
}

/* What authors copy from looks as it should. */
static void shipped_ladders_stay(void **state)
{
	struct arena a = {0};
	paths list = files_matching("ladders/*.yaml", &a);

	(void)state;
	for_each(path, &list) {
		struct str text = file_read(*path, &a);
		struct buf out = {0};

		assert_null(tidied_check(text, &ladder_shape, &a, &out));
		if (!str_eq(text, buf_str(&out)))
			fail_msg("%s: run ladder fmt on it", path->ptr);
		buf_release(&out);
	}
	arena_release(&a);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(shipped_ladders_stay),
		cmocka_unit_test(shipped_ladders),
		cmocka_unit_test(rule_examples),
		cmocka_unit_test(golden_files),
		cmocka_unit_test(real_ladders),
		cmocka_unit_test(strange_styles),
	};

	return cmocka_run_group_tests_name("fmt", tests, NULL, NULL);
}
