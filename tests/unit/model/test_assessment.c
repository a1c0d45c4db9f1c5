/* What a person has shown (format.md 4). */
#include "ladders.h"

static struct world w;
static struct ladder *l;

/* Stages of a need one another's; q has cells at ranks 1, 3 (two tracks). */
#define LADDER                                                               \
	HEAD "version: \"2\"\n"                                              \
	     "competencies:\n"                                               \
	     "  a:\n    name: A\n    layer: technical\n"                     \
	     "    renamed-from: [old-a]\n    stages:\n"                      \
	     "      - {id: a1, behaviours: [x, y, z]}\n"                     \
	     "      - {id: a2, renamed-from: [deux], behaviours: ["          \
	     "one, {id: two, text: T}, {id: opt, text: O, optional: true}]," \
	     " needs: {b: 1}}\n"                                             \
	     "      - {id: a3}\n"                                            \
	     "  b: {name: B, layer: execution, threshold: 0.9, stages: ["    \
	     "{id: b1, behaviours: [x, y, z]},"                              \
	     " {id: b2, behaviours: [x, {text: o, optional: true}]}]}\n"     \
	     "  q: {name: Q, layer: leadership}\n"                           \
	     "tracks:\n"                                                     \
	     "  ic:\n    renamed-from: [eng]\n    levels:\n"                 \
	     "      - {id: l1, requires: {a: 1}, expects: {q: [i1]},"        \
	     " optional: {b: 2}}\n"                                          \
	     "      - {id: l2, requires: {a: 2, b: 1},"                      \
	     " choose: [{at-least: 1, of: {b: 2}}]}\n"                       \
	     "      - {id: l3, requires: {a: 3}, expects: {q: [i3, i4]},"    \
	     " renamed-from: [lx]}\n"                                        \
	     "  m:\n    levels:\n"                                           \
	     "      - {id: m3, rank: 3, title: Boss,"                        \
	     " expects: {q: [{id: k, text: K}]}}\n"                          \
	     "      - {id: l2, rank: 4, expects: {q: [m4]}}\n"               \
	     "retired: {gone: {replaced-by: b}}\n"

#define PERSON "format: assessment/1\nladder: t\nperson: P\n"

static int begin(void **state)
{
	(void)state;
	world_init(&w);
	l = good_ladder(&w, LADDER);
	return 0;
}

static int end(void **state)
{
	(void)state;
	world_release(&w);
	return 0;
}

/* Loads PERSON with more keys, expecting these findings. */
static struct assessment *person(const char *keys, const char *findings)
{
	struct assessment *as = world_assessment(
		&w, l, arena_printf(&w.arena, PERSON "%s", keys).ptr);

	assert_non_null(as);
	expect_findings(&w, findings);
	return as;
}

static struct stand *stands(const char *keys, const char *findings)
{
	return assessment_stands(l, person(keys, findings), &w.arena);
}

/* How many stages of a competency a person with these keys has. */
static uint32_t have(const char *id, const char *keys)
{
	return stands(keys, "")[competency(l, id)->index].have;
}

static void test_defaults(void **state)
{
	struct assessment *as = person("", "");

	(void)state;
	assert_true(as->usable);
	assert_str(as->person, "P");
	assert_str(as->assessor, "self");
	assert_int_equal(as->hours_per_week, 4000);
	assert_int_equal(as->focus, 2);
	assert_true(as->mentor);
	assert_null(as->role);
	assert_null(as->baseline);
	assert_null(as->target);
	assert_null(as->date_node);
	assert_null(as->since_node);
	for (uint32_t i = 0; i < l->n_roles; i++)
		assert_false(as->avoid_roles[i]);
	assert_int_equal(as->ratings.n, 0);
}

static void test_all_keys(void **state)
{
	struct assessment *as = person(
		"ladder-version: 2\nassessor: Grace\ndate: 2026-11-01\n"
		"role: ic/l2\nsince: 2025-03-01\nbaseline: l1\ntarget: boss\n"
		"hours-per-week: 2.5\nfocus: 3\nmentor: false\nx-a: b\n"
		"ratings:\n"
		"  a: {stage: 1, met: [1], note: N, evidence: ["
		"{date: 2026-08-14, text: X, url: u}, {text: Y}]}\n",
		"");

	(void)state;
	assert_str(as->assessor, "Grace");
	assert_int_equal(as->date - as->since, 610);
	assert_str(as->role->path, "ic/l2");
	assert_str(as->baseline->path, "ic/l1");
	assert_str(as->target->path, "m/m3");
	assert_int_equal(as->hours_per_week, 2500);
	assert_int_equal(as->focus, 3);
	assert_false(as->mentor);
	assert_int_equal(as->ratings.at[0].evidence.n, 2);
	assert_str(as->ratings.at[0].evidence.at[0].text, "X");
	assert_null(as->ratings.at[0].evidence.at[1].date_node);
	assert_str(as->ratings.at[0].note, "N");
}

static void test_bad_keys(void **state)
{
	(void)state;
	person("hours-per-week: 0\nfocus: 0\nmentor: no\ndate: 1.1.2026\n"
	       "since: x\n",
	       "a.yaml:4:17 L108\na.yaml:5:8 L108\na.yaml:6:9 L109\n"
	       "a.yaml:7:7 L111\na.yaml:8:8 L111\n");
	person("focus: 1.5\nhours: 3\nratings: [a]\n",
	       "a.yaml:4:8 L107\na.yaml:5:1 L103\na.yaml:6:10 L104\n");
	person("ratings: {a: {evidence: [{url: u}]}}\n", "a.yaml:4:26 L102\n");
	world_assessment(&w, l, "format: assessment/1\n");
	expect_findings(&w, "a.yaml:1:1 L102\n");
}

static void test_which_ladder(void **state)
{
	struct assessment *as;

	(void)state;
	as = world_assessment(&w, l,
			      "format: assessment/1\nladder: other\n"
			      "person: P\nratings: {zz: 1}\n");
	expect_findings(&w, "a.yaml:2:9 L501\n");
	assert_false(as->usable);
	as = person("ladder-version: 1\n", "a.yaml:4:17 L502\n");
	assert_true(as->usable);
	person("ladder-version: \"2\"\n", "");
	/* shape alone */
	world_assessment(&w, NULL, PERSON "role: zz\nratings: {zz: 1}\n");
	expect_findings(&w, "");
	world_assessment(&w, NULL, PERSON "ratings: {zz: {na: true}}\n");
	expect_findings(&w, "a.yaml:4:20 L510\n");
}

static void test_base_ladder(void **state)
{
	struct ladder *over;

	(void)state;
	world_add(&w, "/w/base.yaml", HEAD ABC TRACK);
	world_add(&w, "/w/over.yaml",
		  "format: ladder/1\nid: over\nname: O\n"
		  "extends: base.yaml\n");
	over = world_ladder_file(&w, "over.yaml");
	world_assessment(&w, over, PERSON "ratings: {a: 1}\n");
	expect_findings(&w, "a.yaml:2:9 L513\n");
}

static void test_roles(void **state)
{
	(void)state;
	person("role: l2\nbaseline: zz\ntarget: ic/lx\n",
	       "a.yaml:4:7 L205\na.yaml:5:11 L204\na.yaml:6:9 L504\n");
	person("role: eng/l1\n", "a.yaml:4:7 L504\n");
}

static void test_avoid(void **state)
{
	struct assessment *as = person("avoid: [m, ic/l3]\n", "");

	(void)state;
	for (uint32_t i = 0; i < l->n_roles; i++)
		assert_int_equal(as->avoid_roles[i], i >= 2);
	as = person("avoid: [Boss]\n", "");
	assert_true(as->avoid_roles[role(l, "m/m3")->index]);
	assert_false(as->avoid_roles[role(l, "m/l2")->index]);
	as = person("avoid: [eng]\n", "a.yaml:4:9 L504\n");
	assert_true(as->avoid_roles[0] && as->avoid_roles[2]);
	person("avoid: [zz, ~]\n", "a.yaml:4:9 L204\na.yaml:4:13 L105\n");
}

/* A word for a track is one before it is one for a role. */
static void test_avoid_track_first(void **state)
{
	struct assessment *as;

	(void)state;
	l = good_ladder(&w, HEAD ABC
			"tracks: {x: {levels: [{id: y, requires: {a: 1}},"
			" {id: z, requires: {a: 2}}]},"
			" y: {levels: [{id: w, requires: {a: 1}}]}}\n");
	as = person("avoid: [y]\n", "");
	assert_false(as->avoid_roles[0]);
	assert_true(as->avoid_roles[2]);
}

static void test_ratings(void **state)
{
	(void)state;
	assert_int_equal(have("a", ""), 0);
	assert_int_equal(have("a", "ratings: {a: 1}\n"), 1);
	assert_int_equal(have("a", "ratings: {a: a1}\n"), 1);
	assert_int_equal(have("a", "ratings: {a: {stage: 1}}\n"), 1);
	assert_int_equal(have("a", "ratings: {a: 0}\n"), 0);
	/* where a number may stand it is plain */
	stands("ratings: {a: \"1\"}\n", "a.yaml:4:14 L107\n");
	assert_true(stands("ratings: {a: 0}\n", "")[0].rated);
	assert_false(stands("ratings: {a: {note: x}}\n", "")[0].rated);
	assert_false(stands("", "")[0].rated);
	stands("ratings: {a: 4, b: b3}\n",
	       "a.yaml:4:14 L206\na.yaml:4:20 L206\n");
	stands("ratings: {zz: 1, gone: 1}\n",
	       "a.yaml:4:11 L503\na.yaml:4:18 L503\n");
	stands("ratings: {a: ~}\n", "");
}

static void test_cell_ratings(void **state)
{
	struct stand *s = stands("ratings: {q: 2}\n", "");

	(void)state;
	assert_int_equal(s[2].have, 1);
	assert_int_equal(s[2].rank_have, 1);
	s = stands("ratings: {q: m3}\n", "");
	assert_int_equal(s[2].have, 2);
	assert_int_equal(s[2].rank_have, 3);
	assert_int_equal(have("q", "ratings: {q: l3}\n"), 2);
	assert_int_equal(have("q", "ratings: {q: m/l2}\n"), 3);
	assert_int_equal(have("q", "ratings: {q: ic/l2}\n"), 1);
	assert_int_equal(have("q", "ratings: {q: 4}\n"), 3);
	stands("ratings: {q: l2}\n", "a.yaml:4:14 L206\n");
	stands("ratings: {q: 5}\n", "a.yaml:4:14 L206\n");
	stands("ratings: {q: zz}\n", "a.yaml:4:14 L206\n");
}

static void test_baseline(void **state)
{
	struct stand *s = stands("baseline: ic/l3\n", "");

	(void)state;
	/* effective requirements and cells */
	assert_int_equal(s[0].have, 3);
	assert_int_equal(s[1].have, 1); /* nothing for `choose` */
	assert_int_equal(s[2].rank_have, 3);
	assert_false(s[0].rated);
	s = stands("baseline: ic/l1\nratings: {a: 0}\n", "");
	assert_int_equal(s[0].have, 0);
	assert_int_equal(s[1].have, 0); /* nor for what is optional */
	/* a mapping without `stage` counts as unrated */
	s = stands("baseline: ic/l1\nratings: {a: {met: [two]}}\n", "");
	assert_int_equal(s[0].have, 1);
	assert_non_null(s[0].partly);
	assert_int_equal(s[0].left, 1);
	/* the role alone assumes nothing */
	assert_int_equal(have("a", "role: ic/l3\n"), 0);
}

static void test_met(void **state)
{
	struct stand *s = stands("ratings: {a: {stage: 1, met: [2, 3]},"
				 " b: 1}\n",
				 "");

	(void)state;
	assert_int_equal(s[0].have, 1);
	assert_str(s[0].partly->head.id, "a2");
	assert_false(s[0].met[0]);
	assert_true(s[0].met[1] && s[0].met[2]);
	assert_int_equal(s[0].left, 1); /* the optional one is not counted */
	s = stands("ratings: {a: {met: [1, 1, 3]}}\n", "");
	assert_int_equal(s[0].have, 0);
	assert_int_equal(s[0].left, 1);
	stands("ratings: {a: {stage: 1, met: [4, 0, zz, x]}, b: 1}\n",
	       "a.yaml:4:31 L507\na.yaml:4:34 L507\na.yaml:4:37 L507\n"
	       "a.yaml:4:41 L507\n");
	stands("ratings: {a: {stage: 3, met: [1]}, b: 1}\n",
	       "a.yaml:4:30 L506\n");
}

static void test_met_reaches(void **state)
{
	struct stand *s =
		stands("ratings: {a: {stage: 1, met: [1, two]}, b: 1}\n",
		       "a.yaml:4:30 L508\n");

	(void)state;
	assert_int_equal(s[0].have, 2);
	assert_true(s[0].by_behaviours);
	assert_null(s[0].partly);
	/* 0.9 of 3 is 3 */
	s = stands("ratings: {b: {met: [1, 2]}}\n", "");
	assert_int_equal(s[1].have, 0);
	s = stands("ratings: {b: {met: [1, 2, 3]}}\n", "a.yaml:4:20 L508\n");
	assert_int_equal(s[1].have, 1);
	/* the optional one does not reach it */
	s = stands("ratings: {b: {stage: 1, met: [2]}}\n", "");
	assert_int_equal(s[1].have, 1);
	/* a stage without counted behaviours is reached by its rating only */
	stands("ratings: {a: {stage: 2, met: [1]}, b: 1}\n",
	       "a.yaml:4:31 L507\n");
}

/* In cells `met` names behaviours of the person's own track. */
static void test_met_in_cells(void **state)
{
	struct stand *s = stands("role: ic/l1\n"
				 "ratings: {q: {stage: 1, met: [2]}}\n",
				 "");

	(void)state;
	assert_str(s[2].partly->role->path, "ic/l3");
	s = stands("role: m/m3\nratings: {q: {stage: 1, met: [k]}}\n",
		   "a.yaml:5:30 L508\n");
	assert_int_equal(s[2].rank_have, 3);
	stands("role: m/m3\nratings: {q: {stage: 1, met: [2]}}\n",
	       "a.yaml:5:31 L507\n");
}

static void test_na(void **state)
{
	struct stand *s = stands("ratings: {b: {na: No pager., note: x}}\n",
				 "");

	(void)state;
	assert_true(s[1].na);
	assert_str(s[1].reason, "No pager.");
	assert_int_equal(s[1].have, 0);
	s = stands("baseline: ic/l3\nratings: {b: {na: none}}\n", "");
	assert_true(s[1].na);
	assert_int_equal(s[1].have, 0);
	stands("ratings: {b: {na: true}}\n", "a.yaml:4:19 L510\n");
	stands("ratings: {b: {na: \" \"}}\n", "a.yaml:4:19 L510\n");
	stands("ratings: {b: {na: \"true\"}}\n", "");
	stands("ratings: {b: {na: x, stage: 1}}\n", "a.yaml:4:29 L512\n");
	stands("ratings: {b: {na: x, met: [1]}}\n", "a.yaml:4:27 L512\n");
	stands("ratings: {b: {na: x, evidence: [{text: y}]}}\n",
	       "a.yaml:4:32 L512\n");
}

static void test_above_needs(void **state)
{
	struct stand *s = stands("ratings: {a: 3}\n", "a.yaml:4:14 L505\n");

	(void)state;
	assert_int_equal(s[0].have, 3); /* taken as written */
	stands("ratings: {a: 1}\n", "");
	stands("ratings: {a: 3, b: 1}\n", "");
	stands("ratings: {a: 3, b: {na: x}}\n", "");
}

static void test_old_names(void **state)
{
	struct stand *s = stands("ratings: {old-a: deux, b: 1}\n",
				 "a.yaml:4:11 L504\na.yaml:4:18 L504\n");

	(void)state;
	assert_int_equal(s[0].have, 2);
	stands("ratings: {a: 1, old-a: 1}\n", "a.yaml:4:17 L509\n");
	stands("ratings: {old-a: 1, a: 1}\n", "a.yaml:4:11 L509\n");
}

/* The old id of a level is followed too where it rates a cell. */
static void test_old_level_rates_a_cell(void **state)
{
	struct stand *s = stands("ratings: {q: lx}\n", "a.yaml:4:14 L504\n");

	(void)state;
	assert_int_equal(s[2].rank_have, 3);
}

static void test_duplicate_rating_key(void **state)
{
	(void)state;
	person("ratings: {a: 1, a: 2}\n", "a.yaml:4:17 L011\n");
}

#define T(f) cmocka_unit_test_setup_teardown(f, begin, end)

int main(void)
{
	const struct CMUnitTest tests[] = {
		T(test_defaults),
		T(test_all_keys),
		T(test_bad_keys),
		T(test_which_ladder),
		T(test_base_ladder),
		T(test_roles),
		T(test_avoid),
		T(test_avoid_track_first),
		T(test_ratings),
		T(test_cell_ratings),
		T(test_baseline),
		T(test_met),
		T(test_met_reaches),
		T(test_met_in_cells),
		T(test_na),
		T(test_above_needs),
		T(test_old_names),
		T(test_old_level_rates_a_cell),
		T(test_duplicate_rating_key),
	};

	return cmocka_run_group_tests_name("model/assessment", tests, NULL,
					   NULL);
}
