/* Renames and retirement (format.md 3.7). */
#include "ladders.h"

#define ONE "tracks: {t: {levels: [{id: l, requires: {a: 1}}]}}\n"

/* A ladder of one competency a, with these further competencies and keys. */
#define WITH(more)             \
	HEAD "competencies:\n" \
	     "  a: {name: A, layer: technical, stages: [{id: s}]}\n" more

static void test_renamed(void **state)
{
	struct world w;
	struct ladder *l;

	(void)state;
	world_init(&w);
	l = good_ladder(&w,
			WITH("  b: {name: B, layer: technical,"
			     " renamed-from: [c, d],"
			     " stages: [{id: s, renamed-from: [x]}]}\n" ONE));
	assert_str(ladder_renamed_competency(l, STR("d"))->head.id, "b");
	assert_null(ladder_renamed_competency(l, STR("b")));
	assert_null(ladder_renamed_competency(l, STR("e")));
	assert_true(competency_stage(l, competency(l, "b"), STR("x"), true)
			    .by_old_id);
	world_release(&w);
}

static void test_claimed_twice(void **state)
{
	(void)state;
	expect_ladder(WITH("  b: {name: B, layer: technical,"
			   " renamed-from: [x], stages: [{id: s}]}\n"
			   "  c: {name: C, layer: technical,"
			   " renamed-from: [y, x], stages: [{id: s}]}\n" ONE),
		      "l.yaml:7:52 L217\n");
	expect_ladder(WITH("  b: {name: B, layer: technical, stages: ["
			   "{id: s, renamed-from: [x]},"
			   " {id: t, renamed-from: [x]}]}\n" ONE),
		      "l.yaml:6:94 L217\n");
	expect_ladder(WITH("tracks: {t: {renamed-from: [x], levels: [{id: l,"
			   " requires: {a: 1}}]}, u: {renamed-from: [x],"
			   " levels: [{id: l, requires: {a: 1}}]}}\n"),
		      "l.yaml:6:90 L217\n");
	/* levels: as track/level, of this track or another */
	expect_ladder(WITH("tracks: {t: {levels: [{id: l, requires: {a: 1},"
			   " renamed-from: [x]}]}, u: {levels: [{id: l,"
			   " requires: {a: 1}, renamed-from: [t/x]}]}}\n"),
		      "l.yaml:6:125 L217\n");
	/* the same word in two tracks is two old ids */
	expect_ladder(WITH("tracks: {t: {levels: [{id: l, requires: {a: 1},"
			   " renamed-from: [x]}]}, u: {levels: [{id: l,"
			   " requires: {a: 1}, renamed-from: [x]}]}}\n"),
		      "");
}

static void test_used_again(void **state)
{
	(void)state;
	expect_ladder(WITH("  b: {name: B, layer: technical,"
			   " renamed-from: [a], stages: [{id: s}]}\n" ONE),
		      "l.yaml:5:3 L208\n");
	expect_ladder(WITH("  b: {name: B, layer: technical, stages: ["
			   "{id: s}, {id: t, renamed-from: [s]}]}\n" ONE),
		      "l.yaml:6:48 L208\n");
	expect_ladder(
		WITH("tracks: {t: {levels: [{id: l, requires: {a: 1}},"
		     " {id: m, requires: {a: 1}, renamed-from: [l]}]}}\n"),
		"l.yaml:6:28 L208\n");
	/* other kinds and owners are others */
	expect_ladder(WITH("  b: {name: B, layer: technical,"
			   " renamed-from: [t], stages: [{id: s}]}\n"
			   "  c: {name: C, layer: technical, stages: ["
			   "{id: t, renamed-from: [u]}]}\n" ONE),
		      "");
}

static void test_retired(void **state)
{
	struct world w;
	struct ladder *l;

	(void)state;
	world_init(&w);
	l = good_ladder(&w,
			WITH(ONE "retired:\n"
				 "  x: {since: 2026-03-01, replaced-by: a}\n"
				 "  y: {}\n"
				 "  old: {replaced-by: t}\n"
				 "  t/m: {replaced-by: t/l}\n"
				 "  old/z: {since: 2025-01-01}\n"));
	assert_int_equal(l->retired.n, 5);
	assert_str(l->retired.at[0].replaced_by, "a");
	assert_int_equal(l->retired.at[0].since, 20513);
	assert_non_null(l->retired.at[0].since_node);
	assert_null(l->retired.at[1].since_node);
	world_release(&w);
}

static void test_bad_retirement(void **state)
{
	(void)state;
	/* still in use, of its kind */
	expect_ladder(WITH(ONE "retired: {a: {}}\n"), "l.yaml:7:11 L208\n");
	expect_ladder(WITH(ONE "retired: {t: {}}\n"), "l.yaml:7:11 L208\n");
	expect_ladder(WITH(ONE "retired: {t/l: {}}\n"), "l.yaml:7:11 L208\n");
	expect_ladder(WITH(ONE "retired: {t: {replaced-by: a}}\n"), "");
	expect_ladder(WITH(ONE "retired: {a: {replaced-by: t}}\n"), "");
	/* retired and renamed away */
	expect_ladder(WITH("  b: {name: B, layer: technical,"
			   " renamed-from: [x], stages: [{id: s}]}\n" ONE
			   "retired: {x: {replaced-by: a}}\n"),
		      "l.yaml:8:11 L208\n");
	/* by something that exists, of the same kind */
	expect_ladder(WITH(ONE "retired: {x: {replaced-by: y}}\n"),
		      "l.yaml:7:28 L204\n");
	expect_ladder(WITH(ONE "retired: {x: {replaced-by: t/l}}\n"),
		      "l.yaml:7:28 L204\n");
	expect_ladder(WITH(ONE "retired: {t/x: {replaced-by: a}}\n"),
		      "l.yaml:7:30 L204\n");
}

/* Inside a ladder only today's ids count. */
static void test_old_ids_inside(void **state)
{
	(void)state;
	expect_ladder(HEAD
		      "competencies:\n"
		      "  a: {name: A, layer: technical, renamed-from: [old],"
		      " stages: [{id: s, renamed-from: [so]}]}\n"
		      "  b: {name: B, layer: technical,"
		      " stages: [{needs: {old: 1}}, {needs: {a: so}}]}\n"
		      "scores: {x: {of: [old], weights: {gone: 1}}}\n"
		      "tracks:\n"
		      "  t: {renamed-from: [u], levels: ["
		      "{id: l, requires: {old: 1}, renamed-from: [lo]},"
		      " {id: m, requires: {gone: 1}}]}\n"
		      "moves: [{from: lo, to: m}, {from: u/l, to: t/m}]\n"
		      "retired: {gone: {replaced-by: a}}\n",
		      "l.yaml:6:52 L207\nl.yaml:6:74 L207\n"
		      "l.yaml:7:19 L207\nl.yaml:7:35 L207\n"
		      "l.yaml:9:54 L207\nl.yaml:9:103 L207\n"
		      "l.yaml:10:16 L207\nl.yaml:10:35 L207\n");
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(test_renamed),
		cmocka_unit_test(test_claimed_twice),
		cmocka_unit_test(test_used_again),
		cmocka_unit_test(test_retired),
		cmocka_unit_test(test_bad_retirement),
		cmocka_unit_test(test_old_ids_inside),
	};

	return cmocka_run_group_tests_name("model/oldids", tests, NULL, NULL);
}
