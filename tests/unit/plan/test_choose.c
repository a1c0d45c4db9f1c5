#include "unit/plan/support.h"

static const char ladder[] =
	"scores: {total: {of: [a, b, c]}}\n"
	"competencies:\n"
	COMPETENCY_3("a") COMPETENCY_3("b") COMPETENCY_3("c")
	COMPETENCY_1("d")
	"  e: {name: e, layer: technical, stages: [\n"
	"    {effort: 4h, needs: {d: 1}, behaviours: [x]}]}\n"
	"  f: {name: f, layer: technical, stages: [\n"
	"    {effort: 13h, behaviours: [x]}]}\n"
	"tracks:\n"
	"  tie:\n"
	"    levels: [{id: l, choose: [{at-least: 1, of: {b: 1, c: 1}}]}]\n"
	"  dear:\n"
	"    levels: [{id: l, choose: [{at-least: 1, of: {e: 1, f: 1}}]}]\n"
	"  both:\n"
	"    levels:\n"
	"      - id: l\n"
	"        choose:\n"
	"          - {at-least: 1, of: {a: 1, c: 2}}\n"
	"          - {at-least: 1, of: {b: 1, c: 2}}\n"
	"  shared:\n"
	"    levels:\n"
	"      - id: l\n"
	"        choose:\n"
	"          - {at-least: 1, of: {a: 2, c: 3}}\n"
	"          - {at-least: 1, of: {b: 2, c: 3}}\n"
	"  score:\n"
	"    levels: [{id: l, requires: {b: 1}, scores: {total: 4}}]\n"
	"  extra:\n"
	"    levels:\n"
	"      - id: l\n"
	"        requires: {a: 1}\n"
	"        optional: {e: 1}\n";

static void expect_steps(const char *person, const char *target,
			 const char *steps)
{
	struct world w;
	struct plan_result r;

	world_init(&w, ladder, person, target);
	r = plan_make(&w.query, &w.arena);
	assert_int_equal(r.status, PLAN_OK);
	assert_true(r.plan.optimal);
	assert_string_equal(steps_text(&w, &r.plan), steps);
	world_release(&w);
}

/* The smaller stage in the first competency that differs: none of b. */
static void test_ties_go_to_smaller_stages(void **state)
{
	(void)state;
	expect_steps(NULL, "tie/l", "c@1");
	expect_steps(NULL, "both/l", "c@1 c@2");
	expect_steps(NULL, "score/l", "c@1 c@2 b@1 c@3");
}

/* e costs 4h itself and 8h for what it needs, f 13h. */
static void test_counts_what_options_need(void **state)
{
	(void)state;
	expect_steps(NULL, "dear/l", "d@1 e@1");
	expect_steps("ratings: {d: {na: No.}}\n", "dear/l", "e@1");
	expect_steps("ratings: {e: {na: No.}}\n", "dear/l", "f@1");
}

static void test_one_option_serves_two_rules(void **state)
{
	(void)state;
	expect_steps(NULL, "shared/l", "c@1 c@2 c@3");
	expect_steps("ratings: {a: 1, b: 1}\n", "shared/l", "a@2 b@2");
}

static void test_reasons(void **state)
{
	struct world w;
	struct plan_result r;

	(void)state;
	world_init(&w, ladder, NULL, "dear/l");
	r = plan_make(&w.query, &w.arena);
	assert_int_equal(step_find(&r.plan, "e", 1)->reason, REASON_CHOOSE);
	assert_int_equal(step_find(&r.plan, "d", 1)->reason, REASON_NEEDS);
	world_release(&w);
	world_init(&w, ladder, NULL, "score/l");
	r = plan_make(&w.query, &w.arena);
	assert_int_equal(step_find(&r.plan, "b", 1)->reason, REASON_REQUIRES);
	assert_int_equal(step_find(&r.plan, "c", 2)->reason, REASON_SCORE);
	world_release(&w);
}

static void test_optional_on_request(void **state)
{
	struct world w;
	struct plan_result r;

	(void)state;
	expect_steps(NULL, "extra/l", "a@1");
	world_init(&w, ladder, NULL, "extra/l");
	w.query.with_optional = true;
	r = plan_make(&w.query, &w.arena);
	assert_string_equal(steps_text(&w, &r.plan), "d@1 a@1 e@1");
	assert_int_equal(step_find(&r.plan, "e", 1)->reason, REASON_OPTIONAL);
	assert_int_equal(step_find(&r.plan, "d", 1)->reason, REASON_NEEDS);
	assert_int_equal(r.plan.gap.required, 1);
	assert_int_equal(r.plan.cost.max, 20 * 4);
	world_release(&w);
}

static void test_after_and_unlocks(void **state)
{
	struct world w;
	struct plan_result r;

	(void)state;
	world_init(&w, ladder, NULL, "dear/l");
	r = plan_make(&w.query, &w.arena);
	assert_int_equal(r.plan.steps.at[0].after.n, 0);
	assert_int_equal(r.plan.steps.at[0].unlocks.n, 1);
	assert_int_equal(r.plan.steps.at[0].unlocks.at[0], 1);
	assert_int_equal(r.plan.steps.at[1].after.at[0], 0);
	world_release(&w);
}

static void test_stands_of_a_role(void **state)
{
	struct world w;
	struct stand *s;

	(void)state;
	world_init(&w, ladder, NULL, "score/l");
	s = stands_of_role(w.ladder, w.query.target, &w.arena);
	assert_int_equal(s[0].have, 0);
	assert_int_equal(s[1].have, 1);
	assert_int_equal(s[2].rank_have, 3);
	assert_true(role_met(w.ladder, w.query.target, s, &w.arena));
	world_release(&w);
}

/* A limit of one node: some plan, marked as unproven, with a bound. */
static void test_limit_ends_the_search(void **state)
{
	static const char hard[] =
		"effort: 8h\n"
		"competencies:\n"
		COMPETENCY_3("a") COMPETENCY_3("b") COMPETENCY_3("c")
		"tracks:\n"
		"  t:\n"
		"    levels:\n"
		"      - id: l\n"
		"        choose:\n"
		"          - {at-least: 1, of: {a: 1, b: 1}}\n"
		"          - {at-least: 1, of: {b: 1, c: 1}}\n"
		"          - {at-least: 1, of: {a: 1, c: 1}}\n";
	struct world w;
	struct plan_result r;

	(void)state;
	world_init(&w, hard, NULL, "t/l");
	r = plan_make(&w.query, &w.arena);
	assert_true(r.plan.optimal);
	assert_int_equal(r.plan.lower_bound, 16 * 8);
	assert_string_equal(steps_text(&w, &r.plan), "b@1 c@1");
	w.query.effort_limit = 1;
	r = plan_make(&w.query, &w.arena);
	assert_int_equal(r.status, PLAN_OK);
	assert_true(r.plan.lower_bound <= 16 * 8);
	assert_int_equal(r.plan.optimal, r.plan.lower_bound == 16 * 8);
	world_release(&w);
}

/* The lines of the Fano plane, one point of each: three points that lie on a
 * line. Of the seven lines {c, e, f} comes first, without a, b and d. */
static void test_ties_among_covers(void **state)
{
	static const char fano[] =
		"competencies:\n"
		COMPETENCY_1("a") COMPETENCY_1("b") COMPETENCY_1("c")
		COMPETENCY_1("d") COMPETENCY_1("e") COMPETENCY_1("f")
		COMPETENCY_1("g")
		"tracks:\n"
		"  t:\n"
		"    levels:\n"
		"      - id: l\n"
		"        choose:\n"
		"          - {at-least: 1, of: {a: 1, b: 1, c: 1}}\n"
		"          - {at-least: 1, of: {a: 1, d: 1, e: 1}}\n"
		"          - {at-least: 1, of: {a: 1, f: 1, g: 1}}\n"
		"          - {at-least: 1, of: {b: 1, d: 1, f: 1}}\n"
		"          - {at-least: 1, of: {b: 1, e: 1, g: 1}}\n"
		"          - {at-least: 1, of: {c: 1, d: 1, g: 1}}\n"
		"          - {at-least: 1, of: {c: 1, e: 1, f: 1}}\n";
	struct world w;
	struct plan_result r;

	(void)state;
	world_init(&w, fano, NULL, "t/l");
	r = plan_make(&w.query, &w.arena);
	assert_true(r.plan.optimal);
	assert_int_equal(r.plan.lower_bound, 24 * 8);
	assert_string_equal(steps_text(&w, &r.plan), "c@1 e@1 f@1");
	world_release(&w);
}

/* b gives more for its price, but not with the a that it needs. */
static void test_score_with_prerequisites(void **state)
{
	static const char needy[] =
		"scores: {total: {of: [b, c, d], points: [0, 4, 6]}}\n"
		"competencies:\n"
		COMPETENCY_3("a")
		"  b: {name: b, layer: technical, stages: [\n"
		"    {effort: 1h, needs: {a: 2}, behaviours: [x]},\n"
		"    {effort: 4h, behaviours: [x]}]}\n"
		"  c: {name: c, layer: technical, stages: [\n"
		"    {effort: 1h, behaviours: [x]},\n"
		"    {effort: 9h, behaviours: [x]}]}\n"
		"  d: {name: d, layer: technical, stages: [\n"
		"    {effort: 1h, behaviours: [x]},\n"
		"    {effort: 9h, behaviours: [x]},\n"
		"    {effort: 3h, behaviours: [x]}]}\n"
		"tracks:\n"
		"  t:\n"
		"    levels:\n"
		"      - {id: l, scores: {total: 4}}\n"
		"      - {id: m, scores: {total: 10}}\n"
		"      - {id: n, scores: {total: 14}}\n";
	static const int64_t hours[] = {10, 23, 44};
	static const char *const targets[] = {"t/l", "t/m", "t/n"};
	struct world w;
	struct plan_result r;

	(void)state;
	for (int i = 0; i < 3; i++) {
		world_init(&w, needy, NULL, targets[i]);
		r = plan_make(&w.query, &w.arena);
		assert_true(r.plan.optimal);
		assert_int_equal(r.plan.lower_bound, hours[i] * 8);
		world_release(&w);
	}
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(test_ties_go_to_smaller_stages),
		cmocka_unit_test(test_counts_what_options_need),
		cmocka_unit_test(test_one_option_serves_two_rules),
		cmocka_unit_test(test_reasons),
		cmocka_unit_test(test_optional_on_request),
		cmocka_unit_test(test_after_and_unlocks),
		cmocka_unit_test(test_stands_of_a_role),
		cmocka_unit_test(test_limit_ends_the_search),
		cmocka_unit_test(test_ties_among_covers),
		cmocka_unit_test(test_score_with_prerequisites),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
