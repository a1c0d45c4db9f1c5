/* Plans of small random ladders against brute force: cost, route, stages. */
#include "property/plan/brute.h"
#include "property/plan/cases.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>

#include <cmocka.h>

static bool same_route(const struct plan *p, const struct brute *b)
{
	if (p->route.n != b->n_route)
		return false;
	for (uint32_t i = 0; i < b->n_route; i++)
		if (p->route.at[i] != b->route[i])
			return false;
	return true;
}

static bool same_stages(const struct plan_query *q, const struct plan *p,
			const struct brute *b, struct arena *a)
{
	uint32_t n = q->ladder->competencies.n, steps = 0;
	uint32_t *have = ARENA_ARRAY(a, n, uint32_t);

	for_each(s, &p->steps)
		if (have[s->stage->competency->index] < s->stage->ordinal)
			have[s->stage->competency->index] = s->stage->ordinal;
	for (uint32_t c = 0; c < n; c++) {
		uint32_t held = q->stands[c].na ? 0 : q->stands[c].have;

		if (b->stages[c] != (have[c] ? have[c] : held))
			return false;
		steps += b->stages[c] - held;
	}
	return steps == p->steps.n;
}

static const char *compare(const struct plan_query *q,
			   const struct plan_result *r, const struct brute *b,
			   struct arena *a)
{
	const struct plan *p = &r->plan;

	if ((r->status == PLAN_OK) != b->found)
		return b->found ? "a way was missed" : "there is no way";
	if (!b->found)
		return r->obstacles.n ? NULL : "no obstacle named";
	if (!p->optimal)
		return "not proven";
	if (p->lower_bound != b->cost || plan_cost(q, p) != b->cost)
		return "another cost";
	if (!same_route(p, b))
		return "another route";
	if (!same_stages(q, p, b, a))
		return "other stages";
	return NULL;
}

/* Cut short, a plan still keeps the rules and knows how far off it may be. */
static const char *compare_cut(const struct plan_query *asked, uint64_t seed,
			       const struct brute *b, struct arena *a)
{
	struct plan_query q = *asked;
	struct plan_result r;

	q.effort_limit = 1 + seed % 16;
	r = plan_make(&q, a);
	if (r.plan.lower_bound > b->cost || plan_cost(&q, &r.plan) < b->cost)
		return "cut short: a bound above the least cost";
	if (r.plan.optimal && plan_cost(&q, &r.plan) != b->cost)
		return "cut short: wrongly proven";
	return plan_wrong(&q, &r.plan, a);
}

static void try_cases(const struct shape *shape, uint64_t first, uint32_t n)
{
	for (uint64_t seed = first; seed < first + n; seed++) {
		struct random_case c;
		struct plan_result r;
		const char *wrong;
		struct brute b;

		random_case(&c, seed, shape);
		r = plan_make(&c.query, &c.arena);
		b = brute_force(&c.query, &c.arena);
		wrong = compare(&c.query, &r, &b, &c.arena);
		if (!wrong && b.found)
			wrong = compare_cut(&c.query, seed, &b, &c.arena);
		if (wrong) {
			case_show(&c, seed);
			fail_msg("%s: cost %lld, bound %lld", wrong,
				 (long long)b.cost,
				 (long long)r.plan.lower_bound);
		}
		random_case_release(&c);
	}
}

static void test_required(void **state)
{
	const struct shape shape = {.competencies = 4, .stages = 3,
				    .tracks = 3, .levels = 3, .requires = 3,
				    .needs = 2};

	(void)state;
	try_cases(&shape, 1000000, cases_wanted(300));
}

static void test_rules(void **state)
{
	const struct shape shape = {.competencies = 5, .stages = 3,
				    .tracks = 3, .levels = 3, .scores = true,
				    .choices = 1, .requires = 3};

	(void)state;
	try_cases(&shape, 2000000, cases_wanted(300));
}

static void test_all(void **state)
{
	const struct shape shape = {.competencies = 5, .stages = 4,
				    .tracks = 3, .levels = 3, .scores = true,
				    .choices = 1, .requires = 3,
				    .needs = 2};

	(void)state;
	try_cases(&shape, 3000000, cases_wanted(400));
}

static void test_choices(void **state)
{
	const struct shape shape = {.competencies = 10, .stages = 2,
				    .tracks = 1, .levels = 3, .scores = true,
				    .choices = 3, .options = 3,
				    .requires = 20, .needs = 1};

	(void)state;
	try_cases(&shape, 4000000, cases_wanted(600));
}

static void test_routes(void **state)
{
	const struct shape shape = {.competencies = 4, .stages = 2,
				    .tracks = 4, .levels = 4, .choices = 1,
				    .requires = 4, .needs = 3};

	(void)state;
	try_cases(&shape, 5000000, cases_wanted(600));
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(test_required),
		cmocka_unit_test(test_rules),
		cmocka_unit_test(test_all),
		cmocka_unit_test(test_choices),
		cmocka_unit_test(test_routes),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
