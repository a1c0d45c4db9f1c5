/* Effort: whose figure counts, and what is left of a stage (format.md 3.6). */
#include "ladders.h"
#include "one_world.h"

static void effort_is(struct ladder *l, const char *id, uint32_t ordinal,
		      int64_t min, int64_t max, bool assumed)
{
	const struct stage *s = &competency(l, id)->stages[ordinal - 1];

	assert_int_equal(s->effort.min, min);
	assert_int_equal(s->effort.max, max);
	assert_int_equal(s->effort_assumed, assumed);
}

#define OWN                                                   \
	"competencies:\n"                                     \
	"  a: {name: A, layer: technical, stages: [{id: a1}," \
	" {id: a2, effort: 10h-20h}, {id: a3}, {id: a4}]}\n"  \
	"tracks: {t: {levels: [{id: l, requires: {a: 1}}]}}\n"

static void test_untimed(void **state)
{
	struct ladder *l = good_ladder(&w, HEAD ABC TRACK);

	(void)state;
	assert_false(l->timed);
	effort_is(l, "a", 1, 0, 0, false);
}

static void test_one_figure_makes_it_timed(void **state)
{
	struct ladder *l = good_ladder(&w, HEAD OWN);

	(void)state;
	assert_true(l->timed);
	effort_is(l, "a", 1, 160, 160, true); /* 40 h */
	effort_is(l, "a", 2, 40, 80, false);
	effort_is(l, "a", 4, 160, 160, true);
}

static void test_list(void **state)
{
	struct ladder *l = good_ladder(&w,
				       HEAD "effort: [1h, 2h-3h, 4h]\n" OWN);

	(void)state;
	effort_is(l, "a", 1, 4, 4, true);
	effort_is(l, "a", 2, 40, 80, false);
	effort_is(l, "a", 3, 16, 16, true);
	effort_is(l, "a", 4, 16, 16, true); /* the last one repeats */
}

static void test_one_for_all(void **state)
{
	struct ladder *l = good_ladder(&w, HEAD "effort: 1d-2d\n" ABC TRACK);

	(void)state;
	assert_true(l->timed);
	effort_is(l, "a", 3, 32, 64, true);
}

static void test_override(void **state)
{
	struct effort given[] = {{.min = 4, .max = 8}, {.min = 12, .max = 12}};
	struct ladder *l;

	(void)state;
	w.loader.effort_override = (struct efforts){given, 2};
	l = good_ladder(&w, HEAD "effort: 100h\n" OWN);
	effort_is(l, "a", 1, 4, 8, true);
	effort_is(l, "a", 2, 40, 80, false); /* the stage's own wins */
	effort_is(l, "a", 3, 12, 12, true);
	l = good_ladder(&w, HEAD ABC TRACK);
	assert_true(l->timed);
	effort_is(l, "b", 1, 4, 8, true);
}

/* By the number of the stage, which for cells is the rank. */
static void test_cells(void **state)
{
	struct ladder *l = good_ladder(
		&w, HEAD "effort: [1h, 2h, 3h]\n"
			 "competencies: {q: {name: Q, layer: technical}}\n"
			 "tracks: {t: {levels: [{id: l2, rank: 2, expects: "
			 "{q: [x]}}, {id: l9, rank: 9, expects: {q: {effort: "
			 "7h}}}, {id: l10, expects: {q: [y]}}]}}\n");

	(void)state;
	effort_is(l, "q", 1, 8, 8, true);
	effort_is(l, "q", 2, 28, 28, false);
	effort_is(l, "q", 3, 12, 12, true);
}

static void test_zero_effort(void **state)
{
	struct ladder *l = good_ladder(
		&w,
		HEAD "competencies: {a: {name: A, layer: technical,"
		     " stages: [{effort: 0h}, {id: x}]}}\n"
		     "tracks: {t: {levels: [{id: l, requires: {a: 1}}]}}\n");

	(void)state;
	assert_true(l->timed);
	effort_is(l, "a", 1, 0, 0, false);
	effort_is(l, "a", 2, 160, 160, true);
}

/* Each end of the range is rounded up to a quarter of an hour. */
static void test_what_is_left(void **state)
{
	struct ladder *l = good_ladder(
		&w,
		HEAD "competencies:\n"
		     "  a: {name: A, layer: technical, stages: [{effort: "
		     "1h-2.5h, behaviours: [x, y, {text: o, optional: true},"
		     " z]}, {effort: 8h, behaviours: [p]}]}\n"
		     "tracks: {t: {levels: [{id: l, requires: {a: 1}}]}}\n");
	struct assessment *as =
		world_assessment(&w, l,
				 "format: assessment/1\nladder: t\nperson: P\n"
				 "ratings: {a: {met: [2, 3]}}\n");
	struct stand *stands = assessment_stands(l, as, &w.arena);
	struct stage *a = competency(l, "a")->stages;
	struct effort e = stand_effort(&a[0], stands);

	(void)state;
	expect_findings(&w, "");
	assert_int_equal(stands[0].left, 2);
	assert_int_equal(e.min, 3); /* 2/3 of 4 quarters: 2.67 */
	assert_int_equal(e.max, 7); /* 2/3 of 10: 6.67 */
	e = stand_effort(&a[1], stands);
	assert_int_equal(e.min, 32);
	e = stand_effort(&a[0], empty_stands(l, &w.arena));
	assert_int_equal(e.max, 10);
}

#define T(f) cmocka_unit_test_setup_teardown(f, begin, end)

int main(void)
{
	const struct CMUnitTest tests[] = {
		T(test_untimed),     T(test_one_figure_makes_it_timed),
		T(test_list),	     T(test_one_for_all),
		T(test_override),    T(test_cells),
		T(test_zero_effort), T(test_what_is_left),
	};

	return cmocka_run_group_tests_name("model/effort", tests, NULL, NULL);
}
