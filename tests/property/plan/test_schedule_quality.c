/* How long the schedule of random plans takes beside what no schedule could
 * beat: all hours at the pace of the week, and the longest chain of steps,
 * each with the whole week for itself or its `elapsed`. */
#include "property/plan/cases.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdlib.h>

#include <cmocka.h>

enum {
	STEPS_LEAST = 4, /* of a plan that is counted */
	MEDIAN_MOST = 1100,
	NINETIETH_MOST = 1300,
};

/* In thousandths of a week. */
static double work_weeks(const struct plan_query *q, const struct step *s)
{
	return (double)(s->effort.min + s->effort.max) * 125000 /
	       (double)q->hours_per_week;
}

static double bound(const struct plan_query *q, const struct plan *p,
		    struct arena *a)
{
	double *chain = ARENA_ARRAY(a, p->steps.n, double);
	double work = 0, longest = 0;

	for (uint32_t i = 0; i < p->steps.n; i++) {
		const struct step *s = &p->steps.at[i];
		double own = work_weeks(q, s);
		double days = (double)s->stage->elapsed / 7, before = 0;

		work += own;
		for_each(at, &s->after)
			if (chain[*at] > before)
				before = chain[*at];
		chain[i] = before + (own > days ? own : days);
		if (chain[i] > longest)
			longest = chain[i];
	}
	return work > longest ? work : longest;
}

/* The last step, beside the bound, in thousandths; -1 for a plan that is too
 * small to tell. */
static int64_t ratio(const struct plan_query *q, const struct plan *p,
		     struct arena *a)
{
	double least = bound(q, p, a), finish = 0;

	if (!q->ladder->timed || p->steps.n < STEPS_LEAST || least <= 0)
		return -1;
	for_each(s, &p->steps)
		if ((double)s->end > finish)
			finish = (double)s->end;
	return (int64_t)(finish * 1000 / least);
}

static int compare(const void *va, const void *vb)
{
	const int64_t *a = va, *b = vb;

	return (*a > *b) - (*a < *b);
}

static void measure(const struct shape *shape, uint64_t seed, uint32_t n)
{
	int64_t *ratios = calloc(n, sizeof *ratios);
	uint32_t found = 0;

	assert_non_null(ratios);
	for (; found < n; seed++) {
		struct random r = {.state = seed};
		struct plan_result plan;
		struct random_case c;
		int64_t is;

		random_case(&c, seed, shape);
		c.query.focus = 1 + random_below(&r, 4);
		c.query.hours_per_week = 1000 * (1 + random_below(&r, 10));
		plan = plan_make(&c.query, &c.arena);
		is = plan.status == PLAN_OK
			     ? ratio(&c.query, &plan.plan, &c.arena)
			     : -1;
		if (is >= 0) {
			if (is < 999)
				case_show(&c, seed);
			assert_true(is >= 999);
			ratios[found++] = is;
		}
		random_case_release(&c);
	}
	qsort(ratios, n, sizeof *ratios, compare);
	print_message("%u plans: median %.3f, ninetieth percentile %.3f, "
		      "worst %.3f\n", n, (double)ratios[n / 2] / 1000,
		      (double)ratios[n - 1 - n / 10] / 1000,
		      (double)ratios[n - 1] / 1000);
	assert_in_range(ratios[n / 2], 0, MEDIAN_MOST);
	assert_in_range(ratios[n - 1 - n / 10], 0, NINETIETH_MOST);
	free(ratios);
}

static void test_small(void **state)
{
	const struct shape shape = {.competencies = 8, .stages = 4,
				    .tracks = 3, .levels = 4, .scores = true,
				    .choices = 1, .requires = 3, .needs = 2};

	(void)state;
	measure(&shape, 8000000, cases_wanted(400));
}

static void test_large(void **state)
{
	const struct shape shape = {.competencies = 40, .stages = 5,
				    .tracks = 3, .levels = 5, .requires = 4,
				    .needs = 2};

	(void)state;
	measure(&shape, 9000000, cases_wanted(400));
}

static void test_no_needs(void **state)
{
	const struct shape shape = {.competencies = 12, .stages = 5,
				    .tracks = 2, .levels = 4, .requires = 3};

	(void)state;
	measure(&shape, 10000000, cases_wanted(300));
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(test_small),
		cmocka_unit_test(test_large),
		cmocka_unit_test(test_no_needs),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
