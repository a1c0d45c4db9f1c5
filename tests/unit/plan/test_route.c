#include "unit/plan/support.h"

static const char ladder[] =
	"competencies:\n"
	COMPETENCY_3("a") COMPETENCY_3("b") COMPETENCY_3("c")
	"tracks:\n"
	"  x:\n"
	"    levels:\n"
	"      - {id: one, requires: {a: 1}}\n"
	"      - {id: two, requires: {a: 3}}\n"
	"      - {id: three, requires: {b: 1}}\n"
	"  y:\n"
	"    levels:\n"
	"      - {id: one, requires: {b: 1}}\n"
	"      - {id: two, requires: {b: 2}}\n"
	"      - {id: three, requires: {b: 3}}\n"
	"  z:\n"
	"    levels:\n"
	"      - {id: three, rank: 3, requires: {c: 1}}\n";

static void expect_plan(const char *person, const char *target,
			const char *route, const char *steps)
{
	struct world w;
	struct plan_result r;

	world_init(&w, ladder, person, target);
	r = plan_make(&w.query, &w.arena);
	assert_int_equal(r.status, PLAN_OK);
	assert_true(r.plan.optimal);
	assert_string_equal(route_text(&w, &r.plan), route);
	assert_string_equal(steps_text(&w, &r.plan), steps);
	world_release(&w);
}

static void test_climbs_one_track(void **state)
{
	(void)state;
	expect_plan("role: x/one\nratings: {a: 1}\n", "x/three",
		    "x/one x/two x/three", "a@2 a@3 b@1");
}

static void test_enters_without_a_role(void **state)
{
	(void)state;
	expect_plan(NULL, "x/two", "x/one x/two", "a@1 a@2 a@3");
}

static void test_takes_the_cheaper_track(void **state)
{
	(void)state;
	expect_plan("role: x/one\nratings: {a: 1, b: 2}\n", "z/three",
		    "x/one y/one y/two y/three z/three", "b@3 c@1");
	expect_plan("role: x/one\nratings: {a: 2, b: 1}\n", "z/three",
		    "x/one x/two x/three z/three", "a@3 c@1");
}

/* Four steps by either track. */
static void test_takes_fewer_moves(void **state)
{
	(void)state;
	expect_plan("role: x/one\nratings: {a: 1}\n", "z/three",
		    "x/one x/two x/three z/three", "a@2 a@3 b@1 c@1");
	expect_plan("role: y/one\nratings: {b: 1}\n", "z/three",
		    "y/one y/two y/three z/three", "b@2 b@3 c@1");
	expect_plan(NULL, "z/three", "z/three", "c@1");
}

/* By p what v's way on asks is asked early; by q and r later, in one move
 * more. Both cost the same. */
static void test_a_detour_that_asks_later_is_no_gain(void **state)
{
	static const char graph[] =
		"lateral: explicit\n"
		"competencies:\n"
		COMPETENCY_3("a") COMPETENCY_3("b")
		"tracks:\n"
		"  s: {levels: [{id: l}]}\n"
		"  p: {levels: [{id: l, requires: {a: 1}}]}\n"
		"  q: {levels: [{id: l}, {id: r}]}\n"
		"  v: {levels: [{id: l}]}\n"
		"  w: {levels: [{id: l, requires: {b: 3}}]}\n"
		"  x: {levels: [{id: l, requires: {a: 1}}]}\n"
		"  t: {levels: [{id: l}]}\n"
		"moves:\n"
		"  - {from: s/l, to: p/l}\n"
		"  - {from: p/l, to: v/l}\n"
		"  - {from: s/l, to: q/l}\n"
		"  - {from: q/r, to: v/l}\n"
		"  - {from: v/l, to: w/l}\n"
		"  - {from: v/l, to: x/l}\n"
		"  - {from: w/l, to: t/l}\n"
		"  - {from: x/l, to: t/l}\n";
	struct world w;
	struct plan_result r;

	(void)state;
	world_init(&w, graph, "role: s/l\n", "t/l");
	r = plan_make(&w.query, &w.arena);
	assert_string_equal(route_text(&w, &r.plan), "s/l p/l v/l x/l t/l");
	assert_string_equal(steps_text(&w, &r.plan), "a@1");
	world_release(&w);
}

static void test_stands_in_the_target(void **state)
{
	(void)state;
	expect_plan("role: x/two\nratings: {a: 1}\n", "x/two", "x/two",
		    "a@2 a@3");
	expect_plan("role: x/two\nratings: {a: 3}\n", "x/two", "x/two", "");
}

/* The present role is not asked again, other than through what builds on
 * it. */
static void test_present_role_is_not_asked(void **state)
{
	(void)state;
	expect_plan("role: y/three\n", "z/three", "y/three z/three", "c@1");
	expect_plan("role: y/two\n", "y/three", "y/two y/three",
		    "b@1 b@2 b@3");
}

static void test_passes_via(void **state)
{
	struct world w;
	struct plan_result r;
	struct role *via;

	(void)state;
	world_init(&w, ladder, "role: x/one\nratings: {a: 1}\n", "z/three");
	via = world_role(&w, "y/two");
	w.query.via = &via;
	w.query.n_via = 1;
	r = plan_make(&w.query, &w.arena);
	assert_string_equal(route_text(&w, &r.plan),
			    "x/one y/one y/two y/three z/three");
	world_release(&w);
}

static void test_avoids(void **state)
{
	struct world w;
	struct plan_result r;

	(void)state;
	world_init(&w, ladder, "role: x/one\nratings: {a: 1}\n", "z/three");
	w.query.avoid = ARENA_ARRAY(&w.arena, w.ladder->n_roles, bool);
	w.query.avoid[world_role(&w, "x/three")->index] = true;
	r = plan_make(&w.query, &w.arena);
	assert_int_equal(r.status, PLAN_OK);
	assert_string_equal(route_text(&w, &r.plan),
			    "x/one y/one y/two y/three z/three");
	world_release(&w);
}

static void test_milestones_follow_the_route(void **state)
{
	struct world w;
	struct plan_result r;

	(void)state;
	world_init(&w, ladder, "role: x/one\nratings: {a: 1}\n", "x/three");
	r = plan_make(&w.query, &w.arena);
	assert_int_equal(r.plan.milestones.n, 2);
	assert_int_equal(r.plan.milestones.at[0].n_steps, 2);
	assert_int_equal(r.plan.milestones.at[1].first_step, 2);
	assert_int_equal(r.plan.milestones.at[1].n_steps, 1);
	world_release(&w);
	world_init(&w, ladder, "role: x/one\nratings: {a: 1}\n", "x/one");
	r = plan_make(&w.query, &w.arena);
	assert_int_equal(r.plan.milestones.n, 0);
	world_release(&w);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(test_climbs_one_track),
		cmocka_unit_test(test_enters_without_a_role),
		cmocka_unit_test(test_takes_the_cheaper_track),
		cmocka_unit_test(test_takes_fewer_moves),
		cmocka_unit_test(test_a_detour_that_asks_later_is_no_gain),
		cmocka_unit_test(test_stands_in_the_target),
		cmocka_unit_test(test_present_role_is_not_asked),
		cmocka_unit_test(test_passes_via),
		cmocka_unit_test(test_avoids),
		cmocka_unit_test(test_milestones_follow_the_route),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
