/* `diff(b, a)` is the mirror of `diff(a, b)`: as many changes, each with the
 * mirrored code, the sides swapped and the same people reached. */
#include "support/test.h"

#include "property/files.h"
#include "property/grow.h"
#include "property/versions.h"

#include <stdio.h>

#define HISTORY "../shared/data/real/ft-history/*.yaml"

static void check_pair(struct str old, struct str new, const char *name)
{
	struct versions p;
	struct arena a = {0};
	const char *wrong;

	versions_init(&p, old, new);
	wrong = diff_wrong(p.there, &a);
	if (!wrong)
		wrong = diff_wrong(p.back, &a);
	if (!wrong)
		wrong = mirror_wrong(&p, &a);
	if (wrong)
		versions_fail(&p, old, new, "mirror", "%s: %s", name, wrong);
	arena_release(&a);
	versions_release(&p);
}

/* The table by itself: swapping twice is no swap, and what is harder one way
 * is easier the other way. */
static void test_catalogue(void **state)
{
	static const enum effect turned[] = {EFFECT_NONE, EFFECT_HARDER,
					     EFFECT_REVIEW, EFFECT_EASIER};

	(void)state;
	for (int i = 0; i < N_CHANGES; i++) {
		const struct change_info *c = &change_table[i];
		const struct change_info *m = &change_table[c->mirror];

		assert_int_equal(m->mirror, i);
		assert_int_equal(m->incumbent, turned[c->incumbent]);
		assert_int_equal(m->candidate, turned[c->candidate]);
	}
}

static void test_grown(void **state)
{
	uint32_t n = versions_wanted(3000), changes = 0;

	(void)state;
	for (uint32_t seed = 1; seed <= n; seed++) {
		struct growth g = {seed, 0, 4 << seed % 8};
		struct buf old = {0}, new = {0};
		char name[32];

		grow(&g, &old);
		g.edit = seed;
		grow(&g, &new);
		changes += old.len != new.len;
		snprintf(name, sizeof name, "seed %u", seed);
		check_pair(buf_str(&old), buf_str(&new), name);
		buf_release(&old);
		buf_release(&new);
	}
	assert_true(changes > n / 2);
}

/* Ladders that have nothing to do with one another. */
static void test_strangers(void **state)
{
	struct arena a = {0};
	paths list = files_matching("ladders/*.yaml", &a);

	(void)state;
	for (uint32_t i = 1; i < list.n; i++)
		check_pair(file_read(list.at[i - 1], &a),
			   file_read(list.at[i], &a), list.at[i].ptr);
	arena_release(&a);
}

/* The example of every change. Bases are files of their own, which are not
 * there. */
static void test_examples(void **state)
{
	struct arena a = {0};
	paths old = files_matching("tests/changes/*/old.yaml", &a);
	paths new = files_matching("tests/changes/*/new.yaml", &a);

	(void)state;
	assert_int_equal(old.n, new.n);
	for (uint32_t i = 0; i < old.n; i++) {
		struct str before = file_read(old.at[i], &a);

		if (!strstr(before.ptr, "\nextends:"))
			check_pair(before, file_read(new.at[i], &a),
				   old.at[i].ptr);
	}
	arena_release(&a);
}

static void test_histories(void **state)
{
	struct arena a = {0};
	paths list = files_matching(HISTORY, &a);

	(void)state;
	if (!list.n) {
		arena_release(&a);
		skip();
	}
	for (uint32_t i = 0; i < list.n; i++)
		for (uint32_t k = 0; k < i; k++)
			check_pair(file_read(list.at[k], &a),
				   file_read(list.at[i], &a), list.at[i].ptr);
	arena_release(&a);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(test_catalogue),
		cmocka_unit_test(test_grown),
		cmocka_unit_test(test_strangers),
		cmocka_unit_test(test_examples),
		cmocka_unit_test(test_histories),
	};

	return cmocka_run_group_tests_name("diff/mirror", tests, NULL, NULL);
}
