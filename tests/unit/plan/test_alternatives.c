#include "plan/alternatives.h"
#include "unit/plan/support.h"

/* Two ways from start to end: straight, which asks little, and through a side
 * track, which asks more. b and c cost the same. */
static const char ladder[] =
	"lateral: explicit\n"
	"competencies:\n"
	COMPETENCY_3("a") COMPETENCY_3("b") COMPETENCY_3("c")
	"  d: {name: d, layer: technical, stages: [\n"
	"    {effort: 9h, behaviours: [x]}]}\n"
	"moves:\n"
	"  - {from: main/start, to: side/one}\n"
	"  - {from: side/one, to: main/end}\n"
	"  - {from: main/start, to: other/one}\n"
	"  - {from: other/one, to: main/end}\n"
	"tracks:\n"
	"  main:\n"
	"    levels:\n"
	"      - id: start\n"
	"      - id: end\n"
	"        requires: {a: 2}\n"
	"        choose: [{at-least: 1, of: {b: 1, c: 1, d: 1}}]\n"
	"  side:\n"
	"    levels: [{id: one, rank: 7, requires: {a: 3}}]\n"
	"  other:\n"
	"    levels: [{id: one, rank: 8, requires: {a: 1, b: 3}}]\n";

static const char person[] = "role: main/start\n";

static void set_prefer(struct world *w, const char *id)
{
	bool *prefer = ARENA_ARRAY(&w->arena, w->ladder->competencies.n, bool);

	prefer[ladder_competency(w->ladder, str_of(id))->index] = true;
	w->query.prefer = prefer;
}

static void expect_preferring(const char *id, const char *steps)
{
	struct world w;
	struct plan_result plain, r;

	world_init(&w, ladder, person, "main/end");
	plain = plan_make(&w.query, &w.arena);
	set_prefer(&w, id);
	r = plan_make(&w.query, &w.arena);
	assert_string_equal(steps_text(&w, &r.plan), steps);
	assert_true(r.plan.optimal);
	assert_int_equal(r.plan.cost.min, plain.plan.cost.min);
	assert_int_equal(r.plan.lower_bound, plain.plan.lower_bound);
	world_release(&w);
}

/* Without interests the smaller stage in the first competency that differs:
 * none of b, and c costs no more than it. */
static void test_interests_win_ties(void **state)
{
	(void)state;
	expect_preferring("a", "a@1 a@2 c@1");
	expect_preferring("b", "a@1 a@2 b@1");
}

/* d costs more than b and c. */
static void test_interests_never_cost(void **state)
{
	struct world w;
	struct plan_result r;

	(void)state;
	world_init(&w, ladder, person, "main/end");
	set_prefer(&w, "d");
	r = plan_make(&w.query, &w.arena);
	for_each(step, &r.plan.steps)
		assert_false(str_is(step->stage->competency->head.id, "d"));
	world_release(&w);
}

static void test_other_ways(void **state)
{
	struct world w;
	struct plan_result best;
	other_ways ways;

	(void)state;
	world_init(&w, ladder, person, "main/end");
	best = plan_make(&w.query, &w.arena);
	assert_int_equal(best.plan.route.n, 2);
	ways = plan_other_ways(&w.query, &best.plan, 9, &w.arena);
	assert_int_equal(ways.n, 2);
	for_each(way, &ways) {
		assert_int_equal(way->plan.route.n, 3);
		assert_int_equal(way->gives.n, 1);
		assert_ptr_equal(way->gives.at[0], way->plan.route.at[1]);
		assert_true(way->plan.cost.min >= best.plan.cost.min);
	}
	assert_true(ways.at[0].plan.cost.min <= ways.at[1].plan.cost.min);
	ways = plan_other_ways(&w.query, &best.plan, 1, &w.arena);
	assert_int_equal(ways.n, 1);
	world_release(&w);
}

static void test_the_nearest_of_several(void **state)
{
	struct role *targets[3];
	struct world w;
	struct plan_result r;

	(void)state;
	world_init(&w, ladder, person, "main/end");
	targets[0] = ladder_role(w.ladder, STR("side/one"));
	targets[1] = ladder_role(w.ladder, STR("main/end"));
	targets[2] = ladder_role(w.ladder, STR("other/one"));
	r = plan_nearest(&w.query, targets, 3, &w.arena);
	assert_int_equal(r.status, PLAN_OK);
	for (int i = 0; i < 3; i++) {
		struct plan_query one = w.query;

		one.target = targets[i];
		assert_true(plan_make(&one, &w.arena).plan.cost.min >=
			    r.plan.cost.min);
	}
	assert_ptr_equal(r.plan.route.at[r.plan.route.n - 1], w.query.target);
	world_release(&w);
}

/* What takes no time costs nothing, however many steps it has. */
static void test_no_hours_are_cheaper_than_few(void **state)
{
	static const char quick[] =
		"competencies:\n"
		"  a: {name: a, layer: technical, stages: [{effort: 0h},\n"
		"      {effort: 0h}, {effort: 0h}]}\n"
		"  b: {name: b, layer: technical, stages: [{effort: 0.25h}]}\n"
		"tracks:\n"
		"  t: {levels: [{id: one, requires: {b: 1}}]}\n"
		"  u: {levels: [{id: one, requires: {a: 3}}]}\n";
	struct role *targets[2];
	struct world w;

	(void)state;
	world_init(&w, quick, NULL, "t/one");
	targets[0] = ladder_role(w.ladder, STR("t/one"));
	targets[1] = ladder_role(w.ladder, STR("u/one"));
	plan_nearest(&w.query, targets, 2, &w.arena);
	assert_ptr_equal(w.query.target, targets[1]);
	world_release(&w);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(test_interests_win_ties),
		cmocka_unit_test(test_interests_never_cost),
		cmocka_unit_test(test_other_ways),
		cmocka_unit_test(test_the_nearest_of_several),
		cmocka_unit_test(test_no_hours_are_cheaper_than_few),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
