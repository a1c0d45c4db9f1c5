/* How a ladder is written is no change: whatever order its keys and unordered
 * lists stand in, however it is quoted, wrapped and commented, and whether it
 * says what holds anyway. */
#include "support/test.h"

#include "property/files.h"
#include "property/grow.h"
#include "property/versions.h"
#include "property/resort.h"
#include "property/rewrite.h"
#include "report/format_yaml.h"

/* The same ladder written another way. */
static void write_again(struct str text, uint64_t seed, struct buf *out)
{
	struct dice dice = {seed};
	struct buf sorted = {0};
	struct world w;
	struct ladder *l;

	world_init(&w);
	l = world_ladder_bytes(&w, text);
	assert_non_null(l);
	if (seed % 2) {
		resort(l, &dice, &sorted);
		l = world_ladder_bytes(&w, buf_str(&sorted));
		assert_non_null(l);
	}
	rewrite(&l->doc, &dice, out);
	buf_release(&sorted);
	world_release(&w);
}

static void check_same(struct str old, struct str new, const char *name,
		       uint32_t seed)
{
	struct versions p;

	versions_init(&p, old, new);
	if (p.there->changes.n || p.back->changes.n || p.there->renames.n)
		versions_fail(&p, old, new, "same", "%s, seed %u: changed",
			      name, seed);
	versions_release(&p);
}

static void check_text(struct str text, uint32_t seeds, const char *name)
{
	check_same(text, text, name, 0);
	for (uint32_t seed = 1; seed <= seeds; seed++) {
		struct buf again = {0};

		write_again(text, seed, &again);
		check_same(text, buf_str(&again), name, seed);
		buf_release(&again);
	}
}

static bool is_overlay(struct str text)
{
	struct world w;
	struct loaded file;
	bool overlay;

	world_init(&w);
	file = load_text(&w.loader, STR("x"), text);
	overlay = loaded_extends(&file).len > 0;
	load_release(&file);
	world_release(&w);
	return overlay;
}

static void test_ladders(void **state)
{
	struct arena a = {0};
	paths list = files_of_ladders(&a);

	(void)state;
	assert_true(list.n >= 3);
	for_each(path, &list) {
		struct str text = file_read(*path, &a);

		if (!is_overlay(text))
			check_text(text,
				   2 + (uint32_t)(1000000 / text.len) % 20,
				   path->ptr);
	}
	arena_release(&a);
}

/* A ladder with all that it extends merged in differs from it in that only. */
static void test_printed(void **state)
{
	(void)state;
	for (const struct builtin *b = builtin_ladders; b->id; b++) {
		struct buf printed = {0};
		struct versions v;
		struct world w;

		world_init(&w);
		yaml_ladder(world_ladder_bytes(&w, b->text), &printed);
		versions_init(&v, b->text, buf_str(&printed));
		for_each(c, &v.there->changes)
			if (c->code != CHANGE_D005)
				versions_fail(&v, b->text, buf_str(&printed),
					      "same", "%s, printed", b->id);
		assert_true(v.there->changes.n <= 1);
		versions_release(&v);
		world_release(&w);
		buf_release(&printed);
	}
}

static void test_grown(void **state)
{
	uint32_t n = versions_wanted(2000);

	(void)state;
	for (uint32_t seed = 1; seed <= n; seed++) {
		struct growth g = {.seed = seed};
		struct buf text = {0}, again = {0};

		grow(&g, &text);
		write_again(buf_str(&text), seed, &again);
		check_same(buf_str(&text), buf_str(&again), "grown", seed);
		buf_release(&text);
		buf_release(&again);
	}
}

/* What is no dressing is seen: otherwise the tests above say nothing. */
static void test_order_that_counts(void **state)
{
	static const char old[] =
		"format: ladder/1\nid: t\nname: T\ncompetencies:\n"
		"  a: {name: A, layer: technical, stages: [{id: s, behaviours:"
		" [one thing, two other things]}, {id: t}]}\n"
		"tracks: {ic: {levels: [{id: l, requires: {a: 1}}]}}\n";
	static const char *const orders[][2] = {
		{"[one thing, two other things]",
		 "[two other things, one thing]"},
		{"requires: {a: 1}", "requires: {a: 2}"},
	};

	(void)state;
	for (size_t i = 0; i < N_OF(orders); i++) {
		const char *at = strstr(old, orders[i][0]);
		struct buf new = {0};
		struct versions p;

		assert_non_null(at);
		buf_printf(&new, "%.*s%s%s", (int)(at - old), old, orders[i][1],
			   at + strlen(orders[i][0]));
		versions_init(&p, str_of(old), buf_str(&new));
		assert_int_equal(p.there->changes.n, 1);
		assert_int_equal(p.back->changes.n, 1);
		versions_release(&p);
		buf_release(&new);
	}
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(test_order_that_counts),
		cmocka_unit_test(test_ladders),
		cmocka_unit_test(test_printed),
		cmocka_unit_test(test_grown),
	};

	return cmocka_run_group_tests_name("diff/same", tests, NULL, NULL);
}
