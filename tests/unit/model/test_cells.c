/* Cells: stages made of what levels expect (format.md 3.3). */
#include "ladders.h"
#include "one_world.h"

#define CELLS                                     \
	HEAD "competencies:\n"                    \
	     "  q: {name: Q, layer: execution}\n" \
	     "  a: {name: A, layer: technical, stages: [{id: s}, {id: t}]}\n"

/* Two tracks that share q: ranks 1, 3 in ic, 3, 5 in m. */
#define SHARED                                                      \
	CELLS                                                       \
	"tracks:\n"                                                 \
	"  ic:\n    levels:\n"                                      \
	"      - {id: l1, expects: {q: [One, Two]}}\n"              \
	"      - {id: l2, requires: {a: 1}}\n"                      \
	"      - {id: l3, expects: {q: {name: N, summary: Three,"   \
	" behaviours: [X, {text: Y, optional: true}], effort: 8h,"  \
	" elapsed: 1mo, needs: {a: 2}}}}\n"                         \
	"  m:\n    levels:\n"                                       \
	"      - {id: m3, rank: 3, expects: {q: {behaviours: [M3]," \
	" effort: 8h, needs: {a: 2}}}}\n"                           \
	"      - {id: m5, rank: 5, expects: {q: [M5]}}\n"

static void test_stages_are_ranks(void **state)
{
	struct ladder *l = good_ladder(&w, SHARED);
	struct competency *q = competency(l, "q");

	(void)state;
	assert_true(q->cells);
	assert_int_equal(q->n_stages, 3);
	assert_int_equal(q->stages[0].number, 1);
	assert_int_equal(q->stages[1].number, 3);
	assert_int_equal(q->stages[2].number, 5);
	assert_int_equal(q->stages[1].ordinal, 2);
	assert_int_equal(q->stages[2].ordinal, 3);
	/* default points are the number, as its effort's place is */
	assert_int_equal(q->stages[2].points, 5000);
	/* the role requires the stage of its own rank */
	assert_int_equal(asked(&w, l, "ic/l1", "q"), 1);
	assert_int_equal(asked(&w, l, "ic/l2", "q"), 1);
	assert_int_equal(asked(&w, l, "ic/l3", "q"), 3);
	assert_int_equal(asked(&w, l, "m/m5", "q"), 5);
}

static void test_texts(void **state)
{
	struct ladder *l = good_ladder(&w, SHARED);
	struct stage *s = competency(l, "q")->stages;
	struct track *ic = ladder_track(l, STR("ic"));
	struct track *m = ladder_track(l, STR("m"));

	(void)state;
	assert_int_equal(s[1].n_rubrics, 2);
	assert_str(stage_rubric(&s[1], ic)->summary, "Three");
	assert_str(stage_rubric(&s[1], m)->behaviours.at[0].text, "M3");
	/* no text of its own: the first track that has one, which says so */
	assert_str(stage_rubric(&s[0], m)->behaviours.at[1].text, "Two");
	assert_str(stage_rubric(&s[0], m)->role->path, "ic/l1");
	assert_str(stage_rubric(&s[2], ic)->role->path, "m/m5");
	assert_str(stage_rubric(&s[1], NULL)->role->path, "ic/l3");
	assert_int_equal(stage_rubric(&s[1], ic)->counted, 1);
	assert_str(stage_name(&s[1], ic, &w.arena), "N");
	assert_str(stage_name(&s[1], m, &w.arena), "3");
}

static void test_what_belongs_to_the_stage(void **state)
{
	struct ladder *l = good_ladder(&w, SHARED);
	struct stage *s = &competency(l, "q")->stages[1];

	(void)state;
	assert_int_equal(s->effort.min, 32);
	assert_int_equal(s->elapsed, 30000);
	assert_int_equal(s->needs.n, 1);
	assert_int_equal(s->needs.at[0].stage->number, 2);
}

/* `requires` may name a stage that only another track has. */
static void test_other_tracks_stage(void **state)
{
	struct ladder *l = good_ladder(
		&w, CELLS "tracks:\n"
			  "  ic: {levels: [{id: l1, expects: {q: [One]}},"
			  " {id: l2, requires: {q: 4}},"
			  " {id: l5, requires: {q: m/m5}},"
			  " {id: l6, requires: {q: m5, a: 1}}]}\n"
			  "  m: {levels: [{id: m4, rank: 4, expects: {q: [X]}},"
			  " {id: m5, expects: {q: [Y]}}]}\n");

	(void)state;
	assert_int_equal(asked(&w, l, "ic/l2", "q"), 4);
	assert_int_equal(asked(&w, l, "ic/l5", "q"), 5);
	assert_int_equal(asked(&w, l, "ic/l6", "q"), 5);
}

static void test_conflicts(void **state)
{
	(void)state;
	expect_ladder(CELLS "tracks:\n"
			    "  ic: {levels: [{id: l, expects: {q: {effort: 8h,"
			    " elapsed: 1d, needs: {a: 1}}}}]}\n"
			    "  m: {levels: [{id: l, expects: {q: {effort: 9h,"
			    " elapsed: 2d, needs: {a: 2}}}}]}\n",
		      "l.yaml:9:46 L215\nl.yaml:9:59 L215\n"
		      "l.yaml:9:71 L215\n");
	/* equal, or given once */
	expect_ladder(CELLS "tracks:\n"
			    "  ic: {levels: [{id: l, expects: {q: {effort: 8h,"
			    " elapsed: 1w, needs: {a: t}}}}]}\n"
			    "  m: {levels: [{id: l, expects: {q: {effort: 1d,"
			    " elapsed: 7d, needs: {a: 2}}}}]}\n"
			    "  n: {levels: [{id: l, expects: {q: [X]}}]}\n",
		      "");
}

static void test_one_way_only(void **state)
{
	(void)state;
	expect_ladder(CELLS "tracks: {t: {levels: [{id: l, expects: {a: [X], "
			    "q: [Y]}}]}}\n",
		      "l.yaml:7:41 L214\n");
	expect_ladder(CELLS "tracks: {t: {levels: [{id: l, expects: {q: [X]},"
			    " requires: {q: 1}}]}}\n",
		      "l.yaml:7:41 L216\n");
	/* on different levels both are fine */
	expect_ladder(CELLS "tracks: {t: {levels: [{id: l, expects: {q: [X]}},"
			    " {id: m, requires: {q: 1, a: 1}}]}}\n",
		      "");
}

static void test_keys_of_a_cell(void **state)
{
	(void)state;
	expect_ladder(CELLS "tracks: {t: {levels: [{id: l, expects: {q: "
			    "{id: x, points: 3, behaviours: [B]}}}]}}\n",
		      "l.yaml:7:45 L103\nl.yaml:7:52 L103\n");
	expect_ladder(CELLS "tracks: {t: {levels: [{id: l, expects: {q: x}}]}"
			    "}\n",
		      "l.yaml:7:44 L104\n");
	expect_ladder(CELLS "tracks: {t: {levels: [{id: l, expects: {q: ["
			    "{id: a, text: X}, {id: a, text: Y}]}}]}}\n",
		      "l.yaml:7:68 L201\n");
}

static void test_falling_cells(void **state)
{
	(void)state;
	expect_ladder(CELLS
		      "tracks:\n"
		      "  t: {levels: [{id: l, requires: {q: 5}},"
		      " {id: m, expects: {q: [X]}}]}\n"
		      "  u: {levels: [{id: n, rank: 5, expects: {q: [Y]}}]}\n",
		      "l.yaml:8:61 L301\n");
}

static void test_level_ids(void **state)
{
	struct ladder *l = good_ladder(
		&w, CELLS "tracks:\n"
			  "  ic: {levels: [{id: x, expects: {q: [One]}},"
			  " {id: y, expects: {q: [Two]}}]}\n"
			  "  m: {levels: [{id: y, rank: 4, expects: {q: [F]}},"
			  " {id: z, rank: 6, requires: {a: 1}}]}\n");
	struct competency *q = competency(l, "q");
	struct stage_lookup found;

	(void)state;
	found = competency_stage(l, q, STR("x"), true);
	assert_int_equal(found.stage->number, 1);
	found = competency_stage(l, q, STR("y"), true);
	assert_true(found.ambiguous);
	assert_false(found.found);
	found = competency_stage(l, q, STR("ic/y"), true);
	assert_int_equal(found.stage->number, 2);
	found = competency_stage(l, q, STR("m/y"), true);
	assert_int_equal(found.stage->number, 4);
	/* a rank without a cell: only in ratings */
	assert_false(competency_stage(l, q, STR("z"), true).found);
	found = competency_stage(l, q, STR("z"), false);
	assert_int_equal(found.stage->number, 4);
	assert_false(competency_stage(l, q, STR("3"), true).found);
	found = competency_stage(l, q, STR("3"), false);
	assert_int_equal(found.stage->number, 2);
	/* above the highest rank of the ladder, never */
	assert_true(competency_stage(l, q, STR("6"), false).found);
	assert_false(competency_stage(l, q, STR("7"), false).found);
	assert_false(competency_stage(l, q, STR("99999999999999999999"), false)
			     .found);
	/* 0 and what lies below the first cell are no stage */
	found = competency_stage(l, q, STR("0"), false);
	assert_true(found.found);
	assert_null(found.stage);
	assert_false(competency_stage(l, q, STR("0"), true).found);
	assert_false(competency_stage(l, q, STR("nope"), false).found);
}

#define T(f) cmocka_unit_test_setup_teardown(f, begin, end)

int main(void)
{
	const struct CMUnitTest tests[] = {
		T(test_stages_are_ranks),
		T(test_texts),
		T(test_what_belongs_to_the_stage),
		T(test_other_tracks_stage),
		T(test_conflicts),
		T(test_one_way_only),
		T(test_keys_of_a_cell),
		T(test_falling_cells),
		T(test_level_ids),
	};

	return cmocka_run_group_tests_name("model/cells", tests, NULL, NULL);
}
