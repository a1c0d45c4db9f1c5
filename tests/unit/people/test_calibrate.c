#include "people/calibrate.h"

#include "support/test.h"
#include "support/world.h"

#define STAGES                                                  \
	"stages: [{behaviours: [one]}, {behaviours: [two]}, " \
	"{behaviours: [three]}]"

static const char ladder[] =
	"format: ladder/1\nid: l\nname: L\n"
	"competencies:\n"
	"  a: {name: A, layer: technical, " STAGES "}\n"
	"  b: {name: B, layer: technical, " STAGES "}\n"
	"  c: {name: C, layer: technical, " STAGES "}\n"
	"  d: {name: D, layer: technical, " STAGES "}\n"
	"  e: {name: E, layer: technical, " STAGES "}\n"
	"tracks: {ic: {levels: [{id: one, requires: {a: 1, b: 2, c: 1,"
	" d: 1}}]}}\n";

enum { MOST = 3 };

struct talk {
	struct world world;
	struct opinion opinions[MOST];
	struct calibration c;
};

/* What people say: the ratings of each, NULL after the last. */
static void hold(struct talk *t, const char *const *ratings)
{
	struct arena *a = &t->world.arena;
	const struct ladder *l;
	uint32_t n = 0;

	*t = (struct talk){0};
	world_init(&t->world);
	l = world_ladder(&t->world, ladder);
	for (; ratings[n]; n++) {
		const char *text =
			arena_printf(a, "format: assessment/1\nladder: l\n"
					"person: P\nratings: {%s}\n",
				     ratings[n])
				.ptr;
		const struct assessment *as =
			world_assessment(&t->world, l, text);

		assert_true(as->usable);
		t->opinions[n].as = as;
		t->opinions[n].stands = assessment_stands(l, as, a);
	}
	t->c = calibrate(l, ladder_role(l, STR("ic/one")), t->opinions, n, a);
}

/* The topics in the order to talk about, a "!" before those that decide. */
static void expect_first(const char *const *ratings, const char *expected)
{
	struct talk t;
	struct buf out = {0};

	hold(&t, ratings);
	for (uint32_t i = 0; i < t.c.n_first; i++)
		buf_printf(&out, "%s%s%.*s", i ? " " : "",
			   t.c.first[i]->decides ? "!" : "",
			   STR_ARG(t.c.first[i]->competency->head.id));
	buf_char(&out, 0);
	assert_string_equal(buf_str(&out).ptr, expected);
	buf_release(&out);
	world_release(&t.world);
}

static void those_who_agree_have_nothing_to_settle(void **state)
{
	static const char *const same[] = {"a: 1, b: {na: no}",
					   "a: 1, b: {na: never}", NULL};

	(void)state;
	expect_first(same, "");
}

static void what_decides_comes_first(void **state)
{
	/* a: 2 and 3, both enough; b: 1 and 2, of which 2 is asked */
	static const char *const two[] = {"a: 1, b: 1", "a: 3, b: 2", NULL};
	static const char *const waived[] = {"c: 0, d: 2",
					     "c: {na: no}, d: {na: no}", NULL};

	(void)state;
	expect_first(two, "!b a");
	/* not applicable waives what 0 does not meet; 2 meets it anyway */
	expect_first(waived, "!c d");
}

static void then_what_is_furthest_apart(void **state)
{
	static const char *const two[] = {"a: 1, c: 1, e: 0",
					  "a: 2, c: 3, e: 3", NULL};

	(void)state;
	expect_first(two, "e c a");
}

static void then_what_only_some_have_rated(void **state)
{
	/* e is not asked, so it can wait */
	static const char *const three[] = {"a: 1, b: 2, e: 1", "a: {na: no}",
					    "a: 1, d: 1", NULL};

	(void)state;
	expect_first(three, "a b d");
}

static void the_extremes_of_several_count(void **state)
{
	static const char *const three[] = {"b: 2", "b: 3", "b: 0", NULL};
	struct talk t;

	(void)state;
	expect_first(three, "!b");
	hold(&t, three);
	assert_int_equal(t.c.topics[1].low, 0);
	assert_int_equal(t.c.topics[1].high, 3);
	assert_int_equal(t.c.n[ACCORD_NOBODY], 4);
	world_release(&t.world);
}

static void each_is_counted_beside_the_first(void **state)
{
	static const char *const two[] = {"a: 1, b: 2, c: 3, d: {na: no}",
					  "a: 1, b: 1, c: 2, d: 1, e: 1",
					  NULL};
	struct talk t;

	(void)state;
	hold(&t, two);
	assert_int_equal(t.opinions[1].alike, 1);
	assert_int_equal(t.opinions[1].lower, 2);
	assert_int_equal(t.opinions[1].higher, 0);
	world_release(&t.world);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(those_who_agree_have_nothing_to_settle),
		cmocka_unit_test(what_decides_comes_first),
		cmocka_unit_test(then_what_is_furthest_apart),
		cmocka_unit_test(then_what_only_some_have_rated),
		cmocka_unit_test(the_extremes_of_several_count),
		cmocka_unit_test(each_is_counted_beside_the_first),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
