/* What is said about a ladder beside its errors (format.md 3.1, 3.2). */
#include "support/test.h"
#include "support/world.h"

#include "lint/lint.h"

#define HEAD "format: ladder/1\nid: t\nname: T\n"
#define ABC                                          \
	"competencies:\n"                            \
	"  a: {name: A, layer: technical,"           \
	" stages: [{id: a1}, {id: a2}, {id: a3}]}\n" \
	"  b: {name: B, layer: execution, stages: [{id: b1}]}\n"
/* Ends a ladder of ABC with a track in which all of it is asked for. */
#define REST ", all: {levels: [{id: z, requires: {a: 3, b: 1}}]}}\n"

/* Expects these findings of a ladder, its warnings and notes included. */
#define expect_lint(text, findings) \
	check_lint((text), (findings), __FILE__, __LINE__)

static void check_lint(const char *text, const char *findings, const char *file,
		       int line)
{
	struct world w;
	struct ladder *l;

	world_init(&w);
	l = world_ladder(&w, text);
	assert_non_null(l);
	lint_ladder(l, &w.diag, &w.arena);
	check_findings(&w, findings, file, line);
	world_release(&w);
}

static void test_nothing(void **state)
{
	(void)state;
	expect_lint(HEAD ABC "tracks: {t: {levels: [{id: l, requires: {a: 1}},"
			     " {id: m, requires: {a: 2}}]}" REST,
		    "");
}

static void test_empty_role(void **state)
{
	(void)state;
	expect_lint(HEAD ABC "tracks: {t: {levels: [{id: l}, {id: m}]}" REST,
		    "l.yaml:7:28 L302\nl.yaml:7:37 L302\n");
	/* what is optional is not asked, and gates are no requirement */
	expect_lint(HEAD ABC "tracks: {t: {levels: [{id: l, optional: {a: 1},"
			     " gates: [g]}]}" REST,
		    "l.yaml:7:28 L302\n");
	/* effective requirements count: those from below as well */
	expect_lint(HEAD ABC "tracks: {t: {levels: [{id: l, requires: {a: 1}},"
			     " {id: m, cumulative: false},"
			     " {id: n, requires: {b: 1}}]}" REST,
		    "l.yaml:7:55 L302\n");
	expect_lint(HEAD "cumulative: false\n" ABC
			 "tracks: {t: {levels: [{id: l, requires: {a: 1}},"
			 " {id: m}]}" REST,
		    "l.yaml:8:55 L302\n");
}

static void test_adds_nothing(void **state)
{
	(void)state;
	expect_lint(HEAD ABC "tracks: {t: {levels: [{id: l, requires: {a: 1}},"
			     " {id: m}, {id: n, requires: {a: 1}},"
			     " {id: o, requires: {b: 1}}]}" REST,
		    "l.yaml:7:55 L303\nl.yaml:7:64 L303\n");
	expect_lint(HEAD "scores: {s: {}}\n" ABC
			 "tracks: {t: {levels: [{id: l, scores: {s: 2}},"
			 " {id: m, scores: {s: 2}}, {id: n, scores: {s: 3}}"
			 "]}" REST,
		    "l.yaml:8:53 L303\n");
	/* a choice is something of its own */
	expect_lint(HEAD ABC "tracks: {t: {levels: [{id: l, requires: {a: 1}},"
			     " {id: m, choose: [{at-least: 1, of: {b: 1}}]}"
			     "]}" REST,
		    "");
	/* the first level of a track has none below */
	expect_lint(HEAD ABC "tracks: {t: {levels: [{id: l, requires: {a: 1}}]"
			     "}, u: {levels: [{id: l, requires: {a: 1}}]}" REST,
		    "");
}

static void test_no_stages(void **state)
{
	(void)state;
	expect_lint(HEAD ABC "  n: {name: N, layer: leadership}\n"
			     "  e: {name: E, layer: technical, stages: []}\n"
			     "  q: {name: Q, layer: technical}\n"
			     "tracks: {t: {levels: [{id: l,"
			     " expects: {q: [Says no.]}}]}" REST,
		    "l.yaml:7:3 L305\nl.yaml:8:3 L305\n");
	/* asking for a stage of it is the mistake then */
	expect_lint(HEAD ABC "  n: {name: N, layer: leadership}\n"
			     "tracks: {t: {levels: [{id: l, requires: {n: 1}}"
			     "]}" REST,
		    "l.yaml:8:45 L206\n");
}

/* Nothing is said about what a mistake hides. */
static void test_beside_mistakes(void **state)
{
	(void)state;
	expect_lint(HEAD ABC "tracks: {t: {levels: [{id: l, requires: [a]}]}}"
			     "\n",
		    "l.yaml:7:41 L104\n");
	expect_lint(HEAD ABC "tracks: {t: {levels: [{id: l, requires: {a: 2}},"
			     " {id: m, requires: {a: 1}}]}" REST,
		    "l.yaml:7:72 L301\n");
	expect_lint(HEAD ABC "tracks: {t: {levels: [{id: l, requires: {z: 1}}]"
			     "}" REST,
		    "l.yaml:7:42 L204\n");
}

/* In an overlay the place is in the file where the thing was written. */
static void test_overlay(void **state)
{
	struct world w;
	struct ladder *l;

	(void)state;
	world_init(&w);
	world_add(&w, "/w/base.yaml",
		  HEAD ABC "tracks: {t: {levels: [{id: l, requires: {a: 1}},"
			   " {id: m, requires: {a: 2}}]}" REST);
	world_add(&w, "/w/over.yaml",
		  "format: ladder/1\nid: o\nname: O\nextends: base.yaml\n"
		  "tracks: {t: {levels: [{id: m, requires: ~},"
		  " {id: n, requires: {a: 1}}]}}\n");
	l = world_ladder_file(&w, "over.yaml");
	lint_ladder(l, &w.diag, &w.arena);
	expect_findings(&w, "over.yaml:5:28 L303\nover.yaml:5:50 L303\n");
	world_release(&w);
}

/* Nobody asks for what only a lost line may have asked for. */
static void test_asked_by_what_is_lost(void **state)
{
	(void)state;
	expect_lint(HEAD ABC "tracks: {t: {levels: [{id: l, requires:"
			     " {a: 3, b: [1]}}]}}\n",
		    "l.yaml:7:51 L104\n");
	expect_lint(HEAD ABC "tracks: {t: {levels: [{id: l, requires: {a: 3},"
			     " scores: {s: 2}}]}}\n",
		    "l.yaml:7:58 L204\n");
	expect_lint(HEAD ABC "  ccc: {name: C, layer: leadership, stages: [{}]}"
			     "\n"
			     "tracks: {t: {levels: [{id: l, requires: {a: 3,"
			     " b: 1, ccx: 1}}]}}\n",
		    "l.yaml:8:54 L204\n");
	/* by its old name it is asked for all the same */
	expect_lint(HEAD ABC "  c: {name: C, layer: leadership,"
			     " renamed-from: [d], stages: [{}]}\n"
			     "tracks: {t: {levels: [{id: l, requires: {a: 3,"
			     " b: 1, d: 1}}]}}\n",
		    "l.yaml:8:54 L207\n");
}

/* A score of which a part is lost is compared with nothing. */
static void test_lost_score(void **state)
{
	(void)state;
	expect_lint(HEAD "scores: {s: {of: [a]}}\n" ABC
			 "tracks: {t: {levels: [{id: l, scores: {s: 3.5}}]}"
			 REST,
		    "l.yaml:8:43 L324\n");
	expect_lint(HEAD "scores: {s: {of: [a, z]}}\n" ABC
			 "tracks: {t: {levels: [{id: l, scores: {s: 3.5}}]}"
			 REST,
		    "l.yaml:4:22 L204\n");
	expect_lint(HEAD "scores: {s: {of: [a], weights: {a: x}}}\n" ABC
			 "tracks: {t: {levels: [{id: l, scores: {s: 3.5}}]}"
			 REST,
		    "l.yaml:4:36 L107\n");
}

/* In a circle every need is implied, and nothing is asked for too late. */
static void test_needs_in_a_circle(void **state)
{
	(void)state;
	expect_lint(HEAD "competencies:\n"
			 "  a: {name: A, layer: technical,"
			 " stages: [{needs: {b: 1}}, {needs: {b: 1}}]}\n"
			 "  b: {name: B, layer: execution,"
			 " stages: [{needs: {a: 1}}]}\n"
			 "tracks: {t: {levels: [{id: l, requires: {a: 2}},"
			 " {id: m, requires: {b: 1}}]}}\n",
		    "l.yaml:6:52 L209\n");
}

/* Ranks that fall are the mistake; what they make of moves is not told. */
static void test_ranks_that_fall(void **state)
{
	(void)state;
	expect_lint(HEAD ABC "tracks: {t: {levels: [{id: l, rank: 5,"
			     " requires: {a: 2}}, {id: m, rank: 1,"
			     " requires: {a: 3}}]}" REST,
		    "l.yaml:7:73 L304\n");
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(test_nothing),
		cmocka_unit_test(test_empty_role),
		cmocka_unit_test(test_adds_nothing),
		cmocka_unit_test(test_no_stages),
		cmocka_unit_test(test_beside_mistakes),
		cmocka_unit_test(test_overlay),
		cmocka_unit_test(test_asked_by_what_is_lost),
		cmocka_unit_test(test_lost_score),
		cmocka_unit_test(test_needs_in_a_circle),
		cmocka_unit_test(test_ranks_that_fall),
	};

	return cmocka_run_group_tests_name("lint/lint", tests, NULL, NULL);
}
