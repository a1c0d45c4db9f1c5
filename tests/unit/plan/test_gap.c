#include "unit/plan/support.h"

static const char ladder[] =
	"scores:\n"
	"  total: {name: Total}\n"
	"  craft: {of: [a, b], weights: {a: 25, b: 75}, combine: mean,\n"
	"          points: [1, 3]}\n"
	"competencies:\n"
	COMPETENCY_3("a") COMPETENCY_3("b") COMPETENCY_3("c")
	"tracks:\n"
	"  t:\n"
	"    levels:\n"
	"      - id: one\n"
	"        requires: {a: 1, b: 1}\n"
	"        choose: [{at-least: 1, of: {b: 2, c: 1}}]\n"
	"      - id: two\n"
	"        requires: {a: 2}\n"
	"        choose: [{at-least: 2, of: {a: 3, b: 2, c: 2}}]\n"
	"        scores: {total: 5, craft: 2.5}\n";

static struct gap gap_for(struct world *w, const char *person,
			  const char *target)
{
	world_init(w, ladder, person, target);
	return gap_of(w->ladder, w->query.target, w->query.stands, &w->arena);
}

static void expect_rule(const struct gap *g, uint32_t i, bool met, bool waived,
			int64_t have, int64_t need)
{
	assert_int_equal(g->rules.at[i].met, met);
	assert_int_equal(g->rules.at[i].waived, waived);
	assert_int_equal(g->rules.at[i].have, have);
	assert_int_equal(g->rules.at[i].need, need);
}

static void test_counts_cumulative_rules(void **state)
{
	struct world w;
	struct gap g = gap_for(&w, "ratings: {a: 1, b: 2}\n", "t/two");

	(void)state;
	assert_int_equal(g.required, 6);
	assert_int_equal(g.met, 3);
	assert_int_equal(g.open, 3);
	assert_int_equal(g.waived, 0);
	expect_rule(&g, 0, false, false, 1, 2);       /* a */
	expect_rule(&g, 1, true, false, 2, 1);        /* b */
	expect_rule(&g, 2, true, false, 1, 1);        /* choice of one */
	expect_rule(&g, 3, false, false, 1, 2);       /* choice of two */
	expect_rule(&g, 4, false, false, 3000, 5000); /* total */
	expect_rule(&g, 5, true, false, 2500, 2500); /* craft */
	world_release(&w);
}

static void test_names_the_role_that_asks(void **state)
{
	struct world w;
	struct gap g = gap_for(&w, "ratings: {a: 1}\n", "t/two");

	(void)state;
	assert_ptr_equal(g.rules.at[0].role, world_role(&w, "t/two"));
	assert_ptr_equal(g.rules.at[1].role, world_role(&w, "t/one"));
	assert_ptr_equal(g.rules.at[2].role, world_role(&w, "t/one"));
	assert_ptr_equal(g.rules.at[3].role, world_role(&w, "t/two"));
	world_release(&w);
}

static void test_waives_what_is_na(void **state)
{
	struct world w;
	struct gap g = gap_for(&w, "ratings: {b: {na: No.}, c: {na: No.}}\n",
			       "t/two");

	(void)state;
	assert_int_equal(g.required, 6);
	assert_int_equal(g.waived, 2);
	expect_rule(&g, 1, false, true, 0, 1);  /* b */
	expect_rule(&g, 2, false, true, 0, 0);  /* nothing left of it */
	expect_rule(&g, 3, false, false, 0, 1); /* one left, so one of it */
	assert_int_equal(g.na.n, 2);
	assert_true(str_is(g.na.at[0]->head.id, "b"));
	world_release(&w);
}

static void test_mean_leaves_out_na(void **state)
{
	struct world w;
	struct gap g = gap_for(&w, "ratings: {a: 2, b: {na: No.}}\n", "t/two");

	(void)state;
	expect_rule(&g, 5, true, false, 3000, 2500);
	world_release(&w);
}

static void test_score_of_na_alone_is_waived(void **state)
{
	struct world w;
	struct gap g = gap_for(&w, "ratings: {a: {na: No.}, b: {na: No.}}\n",
			       "t/two");

	(void)state;
	expect_rule(&g, 5, false, true, 0, 2500);
	assert_false(g.rules.at[4].waived);
	world_release(&w);
}

static void test_figures_are_exact(void **state)
{
	struct world w;
	struct gap g;

	(void)state;
	/* (25 x 1 + 75 x 3) / 100 reaches 2.5 */
	g = gap_for(&w, "ratings: {a: 1, b: 2}\n", "t/two");
	assert_true(g.rules.at[5].met);
	world_release(&w);
	g = gap_for(&w, "ratings: {a: 0, b: 2}\n", "t/two");
	expect_rule(&g, 5, false, false, 2250, 2500);
	world_release(&w);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(test_counts_cumulative_rules),
		cmocka_unit_test(test_names_the_role_that_asks),
		cmocka_unit_test(test_waives_what_is_na),
		cmocka_unit_test(test_mean_leaves_out_na),
		cmocka_unit_test(test_score_of_na_alone_is_waived),
		cmocka_unit_test(test_figures_are_exact),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
