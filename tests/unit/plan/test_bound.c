#include "unit/plan/support.h"

#include "plan/bound.h"
#include "plan/greedy.h"

/* e costs 12h with what it needs, f 13h; the cycle takes two of three. */
static const char ladder[] =
	"effort: 8h\n"
	"competencies:\n"
	COMPETENCY_1("a") COMPETENCY_1("b") COMPETENCY_1("c")
	COMPETENCY_1("d")
	"  e: {name: e, layer: technical, stages: [\n"
	"    {effort: 4h, needs: {d: 1}, behaviours: [x]}]}\n"
	"  f: {name: f, layer: technical, stages: [\n"
	"    {effort: 13h, behaviours: [x]}]}\n"
	"tracks:\n"
	"  dear:\n"
	"    levels: [{id: l, choose: [{at-least: 1, of: {e: 1, f: 1}}]}]\n"
	"  cycle:\n"
	"    levels:\n"
	"      - id: l\n"
	"        choose:\n"
	"          - {at-least: 1, of: {a: 1, b: 1}}\n"
	"          - {at-least: 1, of: {b: 1, c: 1}}\n"
	"          - {at-least: 1, of: {a: 1, c: 1}}\n";

enum { HOUR = 8, NO_CUTOFF = 1000000 };

/* A search for what one role asks, settled, and its relaxation. */
struct scene {
	struct world w;
	struct problem p;
	struct search s;
	struct relax x;
};

static void scene_init(struct scene *v, const char *target)
{
	struct arena *a = &v->w.arena;
	uint32_t *demand;

	world_init(&v->w, ladder, NULL, target);
	problem_init(&v->p, v->w.ladder, v->w.query.stands, a);
	problem_learn(&v->p, v->w.query.target);
	problem_seal(&v->p);
	demand = demand_new(&v->p);
	demand_add_role(&v->p, demand, v->w.query.target);
	demand_close(&v->p, demand);
	search_init(&v->s, &v->p, demand, NULL, a);
	assert_true(search_settle(&v->s));
	relax_init(&v->x, &v->s);
	relax_enter(&v->x);
}

static void scene_release(struct scene *v)
{
	problem_release(&v->p);
	world_release(&v->w);
}

static void test_nothing_is_paid_at_first(void **state)
{
	struct scene v;

	(void)state;
	scene_init(&v, "cycle/l");
	assert_int_equal(bound_cost(&v.x, 0, NO_CUTOFF), 0);
	scene_release(&v);
}

/* The linear relaxation takes half of each, which is 12h; all costs are
 * multiples of 8h. */
static void test_rounds_up_to_what_prices_share(void **state)
{
	struct scene v;

	(void)state;
	scene_init(&v, "cycle/l");
	assert_int_equal(v.x.grain, 8 * HOUR);
	assert_int_equal(bound_cost(&v.x, 400, 24 * HOUR), 16 * HOUR);
	scene_release(&v);
}

static void test_prerequisites_are_paid_for(void **state)
{
	struct scene v;

	(void)state;
	scene_init(&v, "dear/l");
	assert_int_equal(v.x.n_links, 1);
	assert_int_equal(bound_cost(&v.x, 400, 14 * HOUR), 12 * HOUR);
	scene_release(&v);
}

/* Whatever the prices, the bound is none above the least cost. */
static void test_any_prices_bound(void **state)
{
	struct scene v;

	(void)state;
	scene_init(&v, "dear/l");
	for (int64_t pay = 0; pay < 20; pay++)
		for (int64_t toll = 0; toll < 20; toll++) {
			v.x.rows[0].price = pay * HOUR << v.x.shift;
			v.x.links[0].toll = toll * HOUR << v.x.shift;
			assert_true(bound_cost(&v.x, 0, NO_CUTOFF) <=
				    12 * HOUR);
		}
	scene_release(&v);
}

/* Below 13h there is only e, and with it d. */
static void test_tighten_bars_and_raises(void **state)
{
	struct scene v;

	(void)state;
	scene_init(&v, "dear/l");
	bound_cost(&v.x, 400, 13 * HOUR);
	assert_true(bound_tighten(&v.x, 13 * HOUR));
	assert_true(search_settle(&v.s));
	assert_int_equal(v.s.hi[5], 0);
	assert_int_equal(v.s.lo[3], 1);
	assert_int_equal(v.s.lo[4], 1);
	assert_int_equal(v.s.cost, 12 * HOUR);
	scene_release(&v);
}

static void test_greedy_takes_out_what_is_needless(void **state)
{
	struct scene v;
	uint32_t stages[6];

	(void)state;
	scene_init(&v, "cycle/l");
	relax_value(&v.x);
	assert_int_equal(greedy_solve(&v.x, false, stages), 16 * HOUR);
	for (uint32_t i = 0; i < v.x.n_slots; i++)
		v.x.taken[i] = 1;
	assert_int_equal(greedy_solve(&v.x, true, stages), 16 * HOUR);
	assert_int_equal(v.s.trail.n, 0);
	scene_release(&v);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(test_nothing_is_paid_at_first),
		cmocka_unit_test(test_rounds_up_to_what_prices_share),
		cmocka_unit_test(test_prerequisites_are_paid_for),
		cmocka_unit_test(test_any_prices_bound),
		cmocka_unit_test(test_tighten_bars_and_raises),
		cmocka_unit_test(test_greedy_takes_out_what_is_needless),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
