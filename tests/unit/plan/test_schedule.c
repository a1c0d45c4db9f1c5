#include "unit/plan/support.h"

/* At four hours a week a step of 8h takes two weeks alone, four beside
 * another. */
static const char ladder[] =
	"competencies:\n"
	"  a: {name: a, layer: execution, stages: [\n"
	"    {effort: 8h, behaviours: [x]},\n"
	"    {effort: 8h-16h, behaviours: [x]}]}\n"
	"  b: {name: b, layer: technical, stages: [\n"
	"    {effort: 4h, behaviours: [x]}]}\n"
	"  c: {name: c, layer: leadership, stages: [\n"
	"    {effort: 4h, elapsed: 70d, behaviours: [x]}]}\n"
	"  d: {name: d, layer: leadership, stages: [\n"
	"    {effort: 0h, elapsed: 14d, needs: {b: 1}, behaviours: [x]}]}\n"
	"tracks:\n"
	"  one: {levels: [{id: l, requires: {a: 1}}]}\n"
	"  two: {levels: [{id: l, requires: {a: 1, b: 1}}]}\n"
	"  wait: {levels: [{id: l, requires: {a: 2, b: 1, c: 1}}]}\n"
	"  days: {levels: [{id: l, requires: {d: 1}}]}\n"
	"  held:\n"
	"    levels:\n"
	"      - {id: l, min-time: 140d, requires: {b: 1}}\n"
	"      - {id: m, min-time: 70d, requires: {a: 1}}\n"
	"      - {id: n, requires: {a: 2}}\n";

static struct plan plan_for(struct world *w, const char *person,
			    const char *target)
{
	struct plan_result r;

	world_init(w, ladder, person, target);
	r = plan_make(&w->query, &w->arena);
	assert_int_equal(r.status, PLAN_OK);
	return r.plan;
}

static void expect_weeks(const struct plan *p, const char *competency,
			 uint32_t stage, int64_t start, int64_t end)
{
	const struct step *s = step_find(p, competency, stage);

	assert_int_equal(s->start, start);
	assert_int_equal(s->end, end);
}

static void test_alone(void **state)
{
	struct world w;
	struct plan p = plan_for(&w, NULL, "one/l");

	(void)state;
	expect_weeks(&p, "a", 1, 0, 2000);
	assert_int_equal(p.milestones.at[0].week, 2000);
	assert_int_equal(p.finish, 2000);
	world_release(&w);
}

/* 2h each a week until b is done after two weeks; then a has all four. */
static void test_shares_the_week(void **state)
{
	struct world w;
	struct plan p = plan_for(&w, NULL, "two/l");

	(void)state;
	expect_weeks(&p, "b", 1, 0, 2000);
	expect_weeks(&p, "a", 1, 0, 3000);
	world_release(&w);
}

static void test_focus_of_one(void **state)
{
	struct world w;
	struct plan_result r;

	(void)state;
	world_init(&w, ladder, NULL, "two/l");
	w.query.focus = 1;
	r = plan_make(&w.query, &w.arena);
	expect_weeks(&r.plan, "a", 1, 0, 2000);
	expect_weeks(&r.plan, "b", 1, 2000, 3000);
	world_release(&w);
}

/* c is worked off after two weeks beside a, waits until week 10 and leaves its
 * place to b; a@1 has had 4h by then and shares with b. */
static void test_waiting_takes_no_place(void **state)
{
	struct world w;
	struct plan p = plan_for(&w, NULL, "wait/l");

	(void)state;
	expect_weeks(&p, "c", 1, 0, 10000);
	expect_weeks(&p, "b", 1, 2000, 4000);
	expect_weeks(&p, "a", 1, 0, 4000);
	expect_weeks(&p, "a", 2, 4000, 7000);
	assert_int_equal(p.finish, 10000);
	world_release(&w);
}

static void test_days_without_hours(void **state)
{
	struct world w;
	struct plan p = plan_for(&w, NULL, "days/l");

	(void)state;
	expect_weeks(&p, "b", 1, 0, 1000);
	expect_weeks(&p, "d", 1, 1000, 3000);
	world_release(&w);
}

static void test_min_time_holds_milestones(void **state)
{
	struct world w;
	struct plan p = plan_for(&w, NULL, "held/n");

	(void)state;
	assert_int_equal(p.milestones.at[0].week, 2000);
	assert_int_equal(p.milestones.at[1].week, 22000);
	assert_int_equal(p.milestones.at[2].week, 32000);
	assert_int_equal(p.finish, 32000);
	expect_weeks(&p, "a", 2, 3000, 6000); /* steps do not wait */
	world_release(&w);
}

static void test_min_time_of_the_present_role(void **state)
{
	struct world w;
	struct plan_result r;
	struct plan p = plan_for(&w, "role: held/l\nratings: {b: 1}\n",
				 "held/m");

	(void)state;
	assert_int_equal(p.milestones.at[0].week, 2000); /* since: unknown */
	w.query.in_role = 133000;
	r = plan_make(&w.query, &w.arena);
	assert_int_equal(r.plan.milestones.at[0].week, 2000);
	w.query.in_role = 0;
	r = plan_make(&w.query, &w.arena);
	assert_int_equal(r.plan.milestones.at[0].week, 20000);
	world_release(&w);
}

static void test_horizons(void **state)
{
	struct world w;
	struct plan_result r;

	(void)state;
	world_init(&w, ladder, NULL, "wait/l");
	w.query.focus = 1;
	w.query.hours_per_week = 250;
	r = plan_make(&w.query, &w.arena);
	assert_int_equal(r.plan.steps.at[0].horizon, HORIZON_NOW);
	assert_int_equal(r.plan.steps.at[1].start, 32000);
	assert_int_equal(r.plan.steps.at[1].horizon, HORIZON_NEXT);
	assert_int_equal(r.plan.steps.at[2].start, 80000);
	assert_int_equal(r.plan.steps.at[2].horizon, HORIZON_LATER);
	world_release(&w);
}

static void test_untimed(void **state)
{
	static const char bare[] =
		"competencies:\n"
		"  a: {name: a, layer: execution, stages: [\n"
		"    {behaviours: [x]}, {behaviours: [x], elapsed: 1y}]}\n"
		"tracks:\n"
		"  t: {levels: [{id: l, requires: {a: 2}}]}\n";
	struct world w;
	struct plan_result r;

	(void)state;
	world_init(&w, bare, "ratings: {a: {stage: 0}}\n", "t/l");
	r = plan_make(&w.query, &w.arena);
	assert_int_equal(r.plan.lower_bound, 2);
	assert_int_equal(r.plan.cost.max, 0);
	assert_int_equal(r.plan.finish, 0);
	world_release(&w);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(test_alone),
		cmocka_unit_test(test_shares_the_week),
		cmocka_unit_test(test_focus_of_one),
		cmocka_unit_test(test_waiting_takes_no_place),
		cmocka_unit_test(test_days_without_hours),
		cmocka_unit_test(test_min_time_holds_milestones),
		cmocka_unit_test(test_min_time_of_the_present_role),
		cmocka_unit_test(test_horizons),
		cmocka_unit_test(test_untimed),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
