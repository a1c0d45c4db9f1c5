/* What roles ask: cumulative requirements, choices, scores; and moves
 * (format.md 3.2, 3.4). */
#include "ladders.h"
#include "one_world.h"

static void test_cumulative(void **state)
{
	struct ladder *l = good_ladder(
		&w, HEAD "scores: {s: {}, u: {}}\n" ABC "tracks:\n"
			 "  t:\n    levels:\n"
			 "      - {id: l1, requires: {a: 1, b: 1},"
			 " scores: {s: 1}}\n"
			 "      - {id: l2, requires: {a: 3}, scores: {s: 2,"
			 " u: 1}}\n"
			 "      - {id: l3, requires: {b: 1, c: 1},"
			 " scores: {s: 2}}\n"
			 "      - {id: l4, cumulative: false,"
			 " requires: {a: 1}, scores: {s: 1}}\n"
			 "      - {id: l5, requires: {b: 1}}\n");
	const struct score_goal **goals;
	struct asked *asks;

	(void)state;
	assert_str(role_first_in_force(role(l, "t/l1"))->path, "t/l1");
	assert_str(role_first_in_force(role(l, "t/l3"))->path, "t/l1");
	assert_str(role_first_in_force(role(l, "t/l4"))->path, "t/l4");
	assert_str(role_first_in_force(role(l, "t/l5"))->path, "t/l4");
	assert_int_equal(asked(&w, l, "t/l3", "a"), 3);
	assert_int_equal(asked(&w, l, "t/l3", "b"), 1);
	assert_int_equal(asked(&w, l, "t/l3", "c"), 1);
	assert_int_equal(asked(&w, l, "t/l4", "b"), 0);
	assert_int_equal(asked(&w, l, "t/l5", "a"), 1);
	assert_int_equal(asked(&w, l, "t/l5", "c"), 0);
	/* the role in whose text it stands: the one that raised it here */
	asks = role_asks(l, role(l, "t/l3"), &w.arena);
	assert_str(asks[0].role->path, "t/l2");
	assert_str(asks[1].role->path, "t/l1");
	goals = role_score_goals(l, role(l, "t/l3"), &w.arena);
	assert_int_equal(goals[0]->figure, 2000);
	assert_int_equal(goals[1]->figure, 1000);
	assert_str(score_goal_role(role(l, "t/l3"), goals[0])->path, "t/l2");
	goals = role_score_goals(l, role(l, "t/l5"), &w.arena);
	assert_int_equal(goals[0]->figure, 1000);
	assert_null(goals[1]);
}

static void test_not_cumulative(void **state)
{
	struct ladder *l = good_ladder(
		&w,
		HEAD "cumulative: false\n" ABC "tracks:\n  t:\n    levels:\n"
		     "      - {id: l1, requires: {a: 2}}\n"
		     "      - {id: l2, requires: {a: 1, b: 1}}\n"
		     "      - {id: l3, cumulative: true,"
		     " requires: {c: 1}}\n");

	(void)state;
	assert_int_equal(asked(&w, l, "t/l2", "a"), 1);
	assert_int_equal(asked(&w, l, "t/l3", "a"), 1);
	assert_str(role_first_in_force(role(l, "t/l3"))->path, "t/l2");
}

static void test_lowered(void **state)
{
	(void)state;
	expect_ladder(HEAD
		      "scores: {s: {}}\n" ABC "tracks:\n  t:\n    levels:\n"
		      "      - {id: l1, requires: {a: 2}, scores: {s: 3}}\n"
		      "      - {id: l2, requires: {a: 1}, scores: {s: 2}}\n"
		      "      - {id: l3, requires: {a: 2}, scores: {s: 3}}\n"
		      "      - {id: l4, cumulative: false,"
		      " requires: {a: 1}, scores: {s: 1}}\n",
		      "l.yaml:13:32 L301\nl.yaml:13:45 L301\n");
}

static void test_choose(void **state)
{
	struct ladder *l = good_ladder(
		&w,
		HEAD ABC "tracks: {t: {levels: [{id: l1, choose: ["
			 "{at-least: 2, of: {a: 3, b: b2, c: 1}, summary: S},"
			 " {at-least: 1, of: {a: 1}}]}]}}\n");
	struct role *r = role(l, "t/l1");

	(void)state;
	assert_int_equal(r->choose.n, 2);
	assert_int_equal(r->choose.at[0].at_least, 2);
	assert_int_equal(r->choose.at[0].of.n, 3);
	assert_int_equal(r->choose.at[0].of.at[1].stage->number, 2);
	assert_str(r->choose.at[0].summary, "S");
	assert_ptr_equal(r->choose.at[1].role, r);
	assert_int_equal(r->choose.at[1].index, 1);
}

static void test_bad_choose(void **state)
{
	(void)state;
	expect_ladder(HEAD ABC "tracks: {t: {levels: [{id: l1, choose: ["
			       "{at-least: 3, of: {a: 3, b: 1}},"
			       " {at-least: 0, of: {a: 1}},"
			       " {at-least: 1, of: {}}, {of: {a: 1}},"
			       " {at-least: 1}]}]}}\n",
		      "l.yaml:8:52 L108\nl.yaml:8:85 L108\n"
		      "l.yaml:8:119 L105\nl.yaml:8:124 L102\n"
		      "l.yaml:8:138 L102\n");
}

static void test_scores(void **state)
{
	struct ladder *l = good_ladder(
		&w, HEAD
		"categories:\n"
		"  x: {name: X, layer: technical}\n"
		"  y: {name: Y, layer: execution}\n"
		"  z: {name: Z, layer: leadership}\n"
		"competencies:\n"
		"  a: {name: A, category: x, stages: [{}, {points: 2.5}, {}]}\n"
		"  b: {name: B, category: x, stages: [{id: s}]}\n"
		"  c: {name: C, category: y, stages: [{id: s}]}\n"
		"  z: {name: D, category: z, stages: [{id: s}]}\n"
		"  e: {name: E, category: z, stages: [{id: s}]}\n"
		"scores:\n"
		"  all: {}\n"
		"  part:\n"
		"    name: Part\n    summary: S\n    of: [x, z]\n"
		"    points: [1, 3]\n    weights: {x: 2, a: 0.5, z: 4}\n"
		"    combine: mean\n"
		"tracks:\n"
		"  t: {levels: [{id: l, scores: {part: 2.5}}]}\n"
		"  u:\n    scores: {part: {weights: {b: 3}, combine: sum}}\n"
		"    levels: [{id: l, scores: {part: 1}}]\n"
		"  v:\n    scores: {part: {of: [c], points: [7]}}\n"
		"    levels: [{id: l, scores: {part: 1}}]\n");
	const struct track *t = ladder_track(l, STR("t"));
	const struct track *u = ladder_track(l, STR("u"));
	const struct track *v = ladder_track(l, STR("v"));
	const struct score *all = ladder_score(l, STR("all"));
	const struct score *part = ladder_score(l, STR("part"));
	const struct stage *a = competency(l, "a")->stages;
	const struct reading *r = track_reading(t, all);

	(void)state;
	assert_str(all->name, "all");
	assert_str(part->name, "Part");
	assert_int_equal(role(l, "t/l")->scores.at[0].figure, 2500);
	for (uint32_t i = 0; i < 5; i++) {
		assert_true(r->member[i]);
		assert_int_equal(r->weights[i], 1000);
	}
	assert_int_equal(r->combine, COMBINE_SUM);
	assert_int_equal(reading_points(r, &a[0]), 1000);
	assert_int_equal(reading_points(r, &a[1]), 2500);
	assert_int_equal(reading_points(r, &a[2]), 3000);
	assert_int_equal(reading_points(r, NULL), 0);
	r = track_reading(t, part);
	assert_int_equal(r->combine, COMBINE_MEAN);
	/* x is the category: a and b; z the competency, not its category */
	assert_true(r->member[0] && r->member[1] && r->member[3]);
	assert_false(r->member[2] || r->member[4]);
	assert_int_equal(r->weights[0], 500);
	assert_int_equal(r->weights[1], 2000);
	assert_int_equal(r->weights[3], 4000);
	/* by stage number, the last one repeats, over the stage's own */
	assert_int_equal(reading_points(r, &a[0]), 1000);
	assert_int_equal(reading_points(r, &a[1]), 3000);
	assert_int_equal(reading_points(r, &a[2]), 3000);
	/* a track replaces whole keys, and only those that it names */
	r = track_reading(u, part);
	assert_int_equal(r->combine, COMBINE_SUM);
	assert_int_equal(r->weights[0], 1000);
	assert_int_equal(r->weights[1], 3000);
	assert_int_equal(r->weights[3], 1000);
	assert_int_equal(reading_points(r, &a[1]), 3000);
	r = track_reading(v, part);
	assert_int_equal(r->combine, COMBINE_MEAN);
	assert_false(r->member[0]);
	assert_true(r->member[2]);
	assert_int_equal(reading_points(r, &a[1]), 7000);
}

static void test_bad_scores(void **state)
{
	(void)state;
	expect_ladder(HEAD "scores:\n"
			   "  s: {of: [nothing, a], points: [3, 2, 2]}\n"
			   "  t: {of: [a], weights: {a: 0, b: 1}}\n"
			   "  u: {weights: {a: -1}}\n" ABC
			   "tracks: {x: {scores: {w: {}}, levels: [{id: l,"
			   " scores: {v: 1, s: 1}}]}}\n",
		      "l.yaml:5:12 L204\nl.yaml:5:37 L306\n"
		      "l.yaml:6:25 L307\nl.yaml:7:20 L108\n"
		      "l.yaml:12:23 L204\nl.yaml:12:57 L204\n");
}

/* The points of cells are by rank: gaps are counted. */
static void test_points_of_cells(void **state)
{
	struct ladder *l = good_ladder(
		&w, HEAD "competencies: {q: {name: Q, layer: technical}}\n"
			 "scores: {s: {points: [1, 2, 30, 40]}}\n"
			 "tracks: {t: {levels: [{id: l1, expects: {q: [x]}},"
			 " {id: l3, rank: 3, expects: {q: [y]}},"
			 " {id: l9, rank: 9, expects: {q: [z]}}]}}\n");
	const struct reading *r = track_reading(ladder_track(l, STR("t")),
						ladder_score(l, STR("s")));
	const struct stage *q = competency(l, "q")->stages;

	(void)state;
	assert_int_equal(reading_points(r, &q[1]), 30000);
	assert_int_equal(reading_points(r, &q[2]), 40000);
}

/* --- moves --------------------------------------------------------------- */

/* The ways out of a role as "kind:path kind:path", the kind n, l or m. */
static const char *ways(struct ladder *l, const char *from)
{
	edges list = role_edges(l, role(l, from), &w.arena);
	struct str text = STR("");

	for_each(e, &list)
		text = arena_printf(&w.arena, "%.*s%s%c:%.*s", STR_ARG(text),
				    text.len ? " " : "", "nlm"[e->kind],
				    STR_ARG(e->to->path));
	return text.ptr;
}

#define TWO_TRACKS                                                       \
	"tracks:\n"                                                      \
	"  a: {levels: [{id: a1, requires: {a: 1}}, {id: a2, requires: " \
	"{a: 2}}, {id: a3, requires: {a: 3}}]}\n"                        \
	"  b: {levels: [{id: b2, rank: 2, requires: {b: 1}}, {id: b3, "  \
	"requires: {b: 2}}, {id: b7, rank: 7, requires: {c: 1}}]}\n"     \
	"  c: {levels: [{id: c2, rank: 2, requires: {c: 1}}]}\n"

static void test_moves(void **state)
{
	struct ladder *l =
		good_ladder(&w, HEAD ABC TWO_TRACKS
			    "moves:\n"
			    "  - {from: a/a1, to: b7, summary: A leap}\n"
			    "  - {from: b7, to: a1}\n"
			    "  - {from: a2, to: a3, summary: Slowly}\n"
			    "  - {from: a2, to: c2}\n");
	edges list;

	(void)state;
	assert_string_equal(ways(l, "a/a1"), "n:a/a2 m:b/b7");
	assert_string_equal(ways(l, "a/a2"), "n:a/a3 l:b/b2 l:c/c2");
	assert_string_equal(ways(l, "a/a3"), "l:b/b3");
	assert_string_equal(ways(l, "b/b3"), "l:a/a3 n:b/b7");
	assert_string_equal(ways(l, "b/b7"), "m:a/a1");
	assert_string_equal(ways(l, "c/c2"), "l:a/a2 l:b/b2");
	list = role_edges(l, role(l, "a/a1"), &w.arena);
	assert_str(list.at[1].move->summary, "A leap");
	/* a usual way that is written too keeps its words */
	list = role_edges(l, role(l, "a/a2"), &w.arena);
	assert_str(list.at[0].move->summary, "Slowly");
	assert_null(list.at[1].move);
	assert_non_null(list.at[2].move);
}

static void test_explicit_moves(void **state)
{
	struct ladder *l = good_ladder(&w,
				       HEAD "lateral: explicit\n" ABC TWO_TRACKS
					    "moves:\n  - {from: a2, to: b2}\n");

	(void)state;
	assert_string_equal(ways(l, "a/a2"), "n:a/a3 m:b/b2");
	assert_string_equal(ways(l, "b/b2"), "n:b/b3");
	assert_string_equal(ways(l, "a/a3"), "");
}

static void test_bad_moves(void **state)
{
	(void)state;
	expect_ladder(HEAD ABC
		      "tracks: {x: {levels: [{id: l, requires: {a: 1}}]},"
		      " y: {levels: [{id: l, requires: {a: 1}}]}}\n"
		      "moves: [{from: l, to: x/l}, {from: x/m, to: y/l},"
		      " {from: x/l}]\n",
		      "l.yaml:9:16 L205\nl.yaml:9:36 L204\n"
		      "l.yaml:9:51 L102\n");
}

/* Where someone without a role begins. */
static const char *entries(struct ladder *l, const char *target)
{
	role_list list = ladder_entries(l, role(l, target), &w.arena);
	struct str text = STR("");

	for_each(r, &list)
		text = arena_printf(&w.arena, "%.*s%s%.*s", STR_ARG(text),
				    text.len ? " " : "", STR_ARG((*r)->path));
	return text.ptr;
}

static void test_entries(void **state)
{
	struct ladder *l = good_ladder(&w, HEAD ABC TWO_TRACKS);

	(void)state;
	assert_string_equal(entries(l, "a/a3"), "a/a1");
	assert_string_equal(entries(l, "b/b7"), "a/a1 b/b2");
	assert_string_equal(entries(l, "c/c2"), "a/a1 c/c2");
}

#define T(f) cmocka_unit_test_setup_teardown(f, begin, end)

int main(void)
{
	const struct CMUnitTest tests[] = {
		T(test_cumulative), T(test_not_cumulative),
		T(test_lowered),    T(test_choose),
		T(test_bad_choose), T(test_scores),
		T(test_bad_scores), T(test_points_of_cells),
		T(test_moves),	    T(test_explicit_moves),
		T(test_bad_moves),  T(test_entries),
	};

	return cmocka_run_group_tests_name("model/rules", tests, NULL, NULL);
}
