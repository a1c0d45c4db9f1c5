#include "unit/plan/support.h"

static void expect_order(const char *ladder, const char *steps)
{
	struct world w;
	struct plan_result r;

	world_init(&w, ladder, NULL, "t/last");
	r = plan_make(&w.query, &w.arena);
	assert_int_equal(r.status, PLAN_OK);
	assert_string_equal(steps_text(&w, &r.plan), steps);
	world_release(&w);
}

/* b has 24h before it, c 16h, a 8h; equal ones come in file order. */
static void test_the_longest_way_comes_first(void **state)
{
	(void)state;
	expect_order("competencies:\n"
		     COMPETENCY_3("a") COMPETENCY_3("b") COMPETENCY_3("c")
		     "tracks:\n"
		     "  t:\n"
		     "    levels:\n"
		     "      - {id: last, requires: {a: 1, b: 3, c: 2}}\n",
		     "b@1 b@2 c@1 a@1 b@3 c@2");
}

static void test_elapsed_counts(void **state)
{
	(void)state;
	expect_order("competencies:\n"
		     COMPETENCY_3("a")
		     "  b: {name: b, layer: execution, stages: [\n"
		     "    {effort: 1h, elapsed: 2y, behaviours: [x]}]}\n"
		     "tracks:\n"
		     "  t: {levels: [{id: last, requires: {a: 2, b: 1}}]}\n",
		     "b@1 a@1 a@2");
}

static void test_what_others_need_comes_first(void **state)
{
	(void)state;
	expect_order("competencies:\n"
		     COMPETENCY_1("a") COMPETENCY_1("b")
		     "  c: {name: c, layer: execution, stages: [\n"
		     "    {effort: 8h, needs: {b: 1}, behaviours: [x]}]}\n"
		     "tracks:\n"
		     "  t: {levels: [{id: last, requires: {a: 1, c: 1}}]}\n",
		     "b@1 a@1 c@1");
}

static void test_nearer_roles_come_first(void **state)
{
	(void)state;
	expect_order("competencies:\n"
		     COMPETENCY_3("a") COMPETENCY_1("b")
		     "tracks:\n"
		     "  t:\n"
		     "    levels:\n"
		     "      - {id: first, requires: {b: 1}}\n"
		     "      - {id: last, requires: {a: 3}}\n",
		     "b@1 a@1 a@2 a@3");
}

/* All equally urgent: the layers take turns, each with 8h a step but one. */
static void test_layers_take_turns(void **state)
{
	(void)state;
	expect_order("competencies:\n"
		     "  a: {name: a, layer: execution, stages: [\n"
		     "    {effort: 8h, behaviours: [x]}]}\n"
		     "  b: {name: b, layer: execution, stages: [\n"
		     "    {effort: 8h, behaviours: [x]}]}\n"
		     "  c: {name: c, layer: leadership, stages: [\n"
		     "    {effort: 8h, behaviours: [x]}]}\n"
		     "  d: {name: d, layer: technical, stages: [\n"
		     "    {effort: 8h, behaviours: [x]}]}\n"
		     "tracks:\n"
		     "  t:\n"
		     "    levels:\n"
		     "      - {id: last, requires: {a: 1, b: 1, c: 1, d: 1}}\n",
		     "a@1 c@1 d@1 b@1");
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(test_the_longest_way_comes_first),
		cmocka_unit_test(test_elapsed_counts),
		cmocka_unit_test(test_what_others_need_comes_first),
		cmocka_unit_test(test_nearer_roles_come_first),
		cmocka_unit_test(test_layers_take_turns),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
