/* Tracks, levels, competencies and stages: what is written, and what stands in
 * for what is not (format.md 3, 3.1, 3.2). */
#include "ladders.h"
#include "one_world.h"

#include "model/values.h"

static void test_head(void **state)
{
	struct ladder *l = good_ladder(
		&w, HEAD "version: 007\nlanguage: pt-BR\nsummary: Su\n"
			 "cumulative: false\nlateral: explicit\n"
			 "threshold: 0.75\nx-own: {anything: [1]}\n" ABC TRACK);

	(void)state;
	assert_str(l->head.id, "t");
	assert_str(l->name, "T");
	assert_str(l->version, "007");
	assert_str(l->language, "pt-BR");
	assert_str(l->summary, "Su");
	assert_false(l->cumulative);
	assert_int_equal(l->lateral, LATERAL_EXPLICIT);
	assert_int_equal(l->threshold, 750);
}

static void test_defaults(void **state)
{
	struct ladder *l = good_ladder(&w, HEAD ABC TRACK);
	struct track *t = ladder_track(l, STR("ic"));
	struct role *l1 = role(l, "ic/l1"), *l2 = role(l, "ic/l2");
	struct competency *a = competency(l, "a");

	(void)state;
	assert_true(l->cumulative);
	assert_int_equal(l->lateral, LATERAL_SAME_RANK);
	assert_int_equal(l->threshold, 1000);
	assert_false(l->timed);
	assert_str(t->name, "ic");
	assert_int_equal(t->kind, TRACK_IC);
	assert_int_equal(l1->rank, 1);
	assert_int_equal(l2->rank, 2);
	assert_str(l1->title, "l1");
	assert_int_equal(l1->min_time, 0);
	assert_false(l1->terminal);
	assert_true(l2->cumulative);
	assert_int_equal(a->threshold, 1000);
	assert_false(a->cells);
	assert_int_equal(l->lowest_rank, 1);
	assert_int_equal(l->highest_rank, 2);
}

static void test_levels(void **state)
{
	struct ladder *l = good_ladder(
		&w, HEAD ABC
		"tracks:\n"
		"  m: {name: Managers, kind: manager, summary: S,"
		" renamed-from: [mgmt], levels: [\n"
		"    {id: m1, title: Lead, code: M1, titles: [Boss, Chief],"
		" rank: 3, summary: Q, attributes: {scope: team, 2: x},"
		" experience: {min: 2, max: 4.5},"
		" salary: {min: 1000000000000, max: 5, currency: EUR},"
		" min-time: 12mo, terminal: True, requires: {a: 1},"
		" optional: {b: 2}, gates: [An interview],"
		" renamed-from: [mx, ic/l9]},\n"
		"    {id: m2, requires: {a: 2}}, {id: m3, rank: 7,"
		" requires: {a: 3}}, {id: m4, requires: {b: 1}}]}\n");
	struct track *t = ladder_track(l, STR("m"));
	struct role *r = role(l, "m/m1");

	(void)state;
	assert_int_equal(t->kind, TRACK_MANAGER);
	assert_str(t->name, "Managers");
	assert_str(t->renamed_from.at[0], "mgmt");
	assert_ptr_equal(r->track, t);
	assert_str(r->title, "Lead");
	assert_str(r->code, "M1");
	assert_int_equal(r->titles.n, 2);
	assert_str(r->titles.at[1], "Chief");
	assert_int_equal(r->rank, 3);
	assert_int_equal(r->attributes.n, 2);
	assert_str(r->attributes.at[0].head.id, "scope");
	assert_str(r->attributes.at[0].text, "team");
	assert_str(r->attributes.at[1].head.id, "2");
	assert_int_equal(r->experience.max, 4500);
	assert_int_equal(r->salary.min, 1000000000000000);
	assert_str(r->salary.currency, "EUR");
	assert_int_equal(r->min_time, 360000);
	assert_true(r->terminal);
	assert_int_equal(r->optional.n, 1);
	assert_int_equal(r->optional.at[0].stage->number, 2);
	assert_str(r->gates.at[0], "An interview");
	assert_int_equal(role(l, "m/m2")->rank, 4);
	assert_int_equal(role(l, "m/m3")->rank, 7);
	assert_int_equal(role(l, "m/m4")->rank, 8);
	assert_int_equal(role(l, "m/m4")->level, 3);
	assert_int_equal(role(l, "m/m4")->index, 3);
	assert_int_equal(l->lowest_rank, 3);
}

static void test_stages(void **state)
{
	struct ladder *l = good_ladder(
		&w, HEAD
		"categories:\n"
		"  people: {name: People, layer: leadership, summary: P}\n"
		"competencies:\n"
		"  a:\n    name: A\n    category: people\n    summary: S\n"
		"    renamed-from: [old]\n    threshold: 0.5\n    stages:\n"
		"      - id: one\n        name: One\n        summary: X\n"
		"        renamed-from: [eins]\n        behaviours:\n"
		"          - First *text*.\n"
		"          - {id: p, text: Second, examples: [E, 2026],"
		" optional: true}\n"
		"          - {text: 3}\n"
		"        effort: 40h-80h\n        elapsed: 1.5mo\n"
		"        examples: [E1]\n        practise: [P1, P2]\n"
		"        evidence: [V1]\n        points: 1.5\n"
		"        resources: [{title: T, type: book, url: u, hours: 12},"
		" {title: U}]\n"
		"      - {needs: {b: two, c: 1}}\n"
		"  b: {name: B, layer: technical,"
		" stages: [{id: one}, {id: two}]}\n"
		"  c: {name: C, layer: technical, stages: [{id: one}]}\n"
		"tracks: {ic: {levels: [{id: x, requires: {a: 2}}]}}\n");
	struct competency *a = competency(l, "a");
	struct rubric *r = a->stages[0].rubrics[0];

	(void)state;
	assert_str(a->category->head.id, "people");
	assert_int_equal(a->layer, LAYER_LEADERSHIP);
	assert_int_equal(a->threshold, 500);
	assert_int_equal(a->n_stages, 2);
	assert_str(r->head.id, "one");
	assert_str(r->name, "One");
	assert_int_equal(r->behaviours.n, 3);
	assert_str(r->behaviours.at[0].text, "First *text*.");
	assert_str(r->behaviours.at[1].head.id, "p");
	assert_str(r->behaviours.at[1].examples.at[1], "2026");
	assert_true(r->behaviours.at[1].optional);
	assert_str(r->behaviours.at[2].text, "3");
	assert_int_equal(r->counted, 2);
	assert_int_equal(rubric_enough(r), 1);
	assert_int_equal(a->stages[0].effort.min, 160);
	assert_int_equal(a->stages[0].effort.max, 320);
	assert_false(a->stages[0].effort_assumed);
	assert_int_equal(a->stages[0].elapsed, 45000);
	assert_int_equal(a->stages[0].points, 1500);
	assert_int_equal(a->stages[1].points, 2000);
	assert_str(r->examples.at[0], "E1");
	assert_int_equal(r->practise.n, 2);
	assert_str(r->evidence.at[0], "V1");
	assert_str(r->resources.at[0].title, "T");
	assert_string_equal(resource_types[r->resources.at[0].type - 1],
			    "book");
	assert_int_equal(r->resources.at[0].hours, 12000);
	assert_int_equal(r->resources.at[1].type, 0);
	assert_int_equal(a->stages[1].needs.n, 2);
	assert_int_equal(a->stages[1].needs.at[0].stage->number, 2);
	assert_str(stage_name(&a->stages[0], NULL, &w.arena), "One");
	assert_str(stage_name(&a->stages[1], NULL, &w.arena), "2");
	assert_str(stage_name(&competency(l, "b")->stages[1], NULL, &w.arena),
		   "two");
}

static void test_layers(void **state)
{
	(void)state;
	expect_ladder(HEAD
		      "categories: {x: {name: X}, y: {name: Y, layer: "
		      "technical}}\n"
		      "competencies:\n"
		      "  a: {name: A, stages: [{id: s}]}\n"
		      "  b: {name: B, category: x, stages: [{id: s}]}\n"
		      "  c: {name: C, category: y, layer: execution,"
		      " stages: [{id: s}]}\n"
		      "  d: {name: D, category: y, layer: technical,"
		      " stages: [{id: s}]}\n"
		      "  e: {name: E, category: x, layer: execution,"
		      " stages: [{id: s}]}\n"
		      "tracks: {t: {levels: [{id: l, requires: {a: 1}}]}}\n",
		      "l.yaml:6:3 L203\nl.yaml:7:3 L203\n"
		      "l.yaml:8:36 L203\n");
}

static void test_empty_values_are_absent(void **state)
{
	struct ladder *l = good_ladder(
		&w, HEAD "version: ~\nsummary:\neffort: null\ncategories:\n"
			 "scores: ~\n" ABC
			 "tracks:\n  ic: {name: , levels: [{id: l1, title: ~,"
			 " rank: , requires: {a: 1, b: ~}, gates: }]}\n");

	(void)state;
	assert_int_equal(l->version.len, 0);
	assert_int_equal(l->efforts.n, 0);
	assert_str(ladder_track(l, STR("ic"))->name, "ic");
	assert_str(role(l, "ic/l1")->title, "l1");
	assert_int_equal(role(l, "ic/l1")->rank, 1);
	assert_int_equal(role(l, "ic/l1")->requires.n, 1);
}

static void test_mandatory(void **state)
{
	(void)state;
	expect_ladder("format: ladder/1\n", "l.yaml:1:1 L102\n");
	expect_ladder("format: ladder/1\nid: t\nname: ~\n" ABC TRACK,
		      "l.yaml:3:1 L105\n");
	expect_ladder(HEAD "competencies: {}\n" TRACK, "l.yaml:4:15 L105\n");
	expect_ladder(HEAD ABC "tracks: {}\n", "l.yaml:8:9 L105\n");
	expect_ladder(HEAD ABC "tracks: {ic: {levels: []}}\n",
		      "l.yaml:8:23 L105\n");
	expect_ladder(HEAD ABC "tracks: {ic: {name: X}}\n",
		      "l.yaml:8:10 L102\n");
	expect_ladder(HEAD ABC "tracks: {ic: {levels: [{title: X, requires: "
			       "{a: 1}}]}}\n",
		      "l.yaml:8:24 L102\n");
	expect_ladder(HEAD ABC "tracks: {ic: {levels: [{id: x, requires: "
			       "{a: 1}, gates: [~, y]}]}}\n",
		      "l.yaml:8:58 L105\n");
}

static void test_keys(void **state)
{
	(void)state;
	expect_ladder(HEAD "colour: x\nx-colour: y\nnothing: ~\n" ABC TRACK,
		      "l.yaml:4:1 L103\nl.yaml:6:1 L103\n");
	/* in mappings keyed by id they are ids like others */
	expect_ladder(HEAD ABC "  x-d: {name: X, layer: technical,"
			       " stages: [{id: s}]}\n" TRACK,
		      "");
	expect_ladder(HEAD ABC "tracks: {ic: {levels: [{id: l, requires: "
			       "{a: 1, x-a: 2}}]}}\n",
		      "l.yaml:8:49 L204\n");
}

static void test_ids(void **state)
{
	(void)state;
	assert_true(id_is_good(STR("a")));
	assert_true(id_is_good(STR("0")));
	assert_true(id_is_good(STR("A.b_c-9")));
	assert_false(id_is_good(STR("")));
	assert_false(id_is_good(STR("-a")));
	assert_false(id_is_good(STR(".a")));
	assert_false(id_is_good(STR("_a")));
	assert_false(id_is_good(STR("a b")));
	assert_false(id_is_good(STR("a/b")));
	assert_false(id_is_good(STR("\xc3\xa9")));
	assert_true(id_is_good(STR("1234567890123456789012345678901234567890"
				   "123456789012345678901234")));
	assert_false(id_is_good(STR("1234567890123456789012345678901234567890"
				    "1234567890123456789012345")));
	expect_ladder("format: ladder/1\nid: a b\nname: T\n" ABC TRACK,
		      "l.yaml:2:5 L106\n");
	/* of stages and behaviours not digits only */
	expect_ladder(HEAD "competencies: {a: {name: A, layer: technical,"
			   " stages: [{id: 12, behaviours: [{id: 3, text: x}]"
			   "}]}}\n"
			   "tracks: {t: {levels: [{id: 7, requires: {a: 1}}"
			   "]}}\n",
		      "l.yaml:4:61 L106\nl.yaml:4:83 L106\n");
}

static void test_twins(void **state)
{
	(void)state;
	expect_ladder(HEAD ABC "tracks: {t: {levels: [{id: l, requires: {a: "
			       "1}}, {id: l, requires: {a: 2}}, {id: L,"
			       " requires: {a: 3}}]}}\n",
		      "l.yaml:8:55 L201\nl.yaml:8:82 L202\n");
	expect_ladder(HEAD ABC "  A: {name: X, layer: technical,"
			       " stages: [{id: s}, {id: S}]}\n" TRACK,
		      "l.yaml:8:3 L202\nl.yaml:8:57 L202\n");
	/* other owners may use an id again */
	expect_ladder(HEAD "categories: {a: {name: A, layer: technical}}\n" ABC
			   "tracks: {a: {levels: [{id: a, requires: {a: 1}}]},"
			   " b: {levels: [{id: a, requires: {a: 1}}]}}\n",
		      "");
}

static void test_ranks(void **state)
{
	(void)state;
	expect_ladder(
		HEAD ABC
		"tracks: {t: {levels: [{id: l, rank: 3, requires: {a: 1}},"
		" {id: m, rank: 3, requires: {a: 2}}, {id: n, requires: "
		"{a: 3}}]}}\n",
		"l.yaml:8:73 L304\n");
	expect_ladder(HEAD ABC
		      "tracks: {t: {levels: [{id: l, rank: 0, requires: {a: 1}"
		      "}]}}\n",
		      "l.yaml:8:37 L108\n");
	expect_ladder(HEAD ABC
		      "tracks: {t: {levels: [{id: l, rank: 1.5, requires: {a: "
		      "1}}]}}\n",
		      "l.yaml:8:37 L107\n");
}

static void test_references(void **state)
{
	struct world v;

	(void)state;
	world_init(&v);
	world_ladder(&v, HEAD ABC
		     "tracks: {t: {levels: [{id: l, requires: {aa: 1, b: 3, "
		     "c: c2}}]}}\n");
	expect_findings(&v, "l.yaml:8:42 L204\nl.yaml:8:52 L206\n"
			    "l.yaml:8:58 L206\n");
	world_release(&v);
	/* 0 is for ratings only */
	expect_ladder(HEAD ABC
		      "tracks: {t: {levels: [{id: l, requires: {a: 0}}]}}\n",
		      "l.yaml:8:45 L206\n");
}

static void test_cycles(void **state)
{
	(void)state;
	expect_ladder(HEAD
		      "competencies:\n"
		      "  a: {name: A, layer: technical, stages: [{id: a1},"
		      " {needs: {b: 1}}]}\n"
		      "  b: {name: B, layer: technical,"
		      " stages: [{needs: {a: 2}}]}\n"
		      "tracks: {t: {levels: [{id: l, requires: {a: 1}}]}}\n",
		      "l.yaml:6:52 L209\n");
	/* on itself, through the stage below */
	expect_ladder(HEAD
		      "competencies:\n"
		      "  a: {name: A, layer: technical, stages: ["
		      "{needs: {a: 2}}, {id: a2}]}\n"
		      "tracks: {t: {levels: [{id: l, requires: {a: 1}}]}}\n",
		      "l.yaml:5:52 L209\n");
	/* an own lower stage is implied and harmless */
	expect_ladder(HEAD
		      "competencies:\n"
		      "  a: {name: A, layer: technical, stages: [{id: x},"
		      " {needs: {a: 1}}]}\n"
		      "tracks: {t: {levels: [{id: l, requires: {a: 1}}]}}\n",
		      "");
}

#define T(f) cmocka_unit_test_setup_teardown(f, begin, end)

int main(void)
{
	const struct CMUnitTest tests[] = {
		T(test_head),	   T(test_defaults),
		T(test_levels),	   T(test_stages),
		T(test_layers),	   T(test_empty_values_are_absent),
		T(test_mandatory), T(test_keys),
		T(test_ids),	   T(test_twins),
		T(test_ranks),	   T(test_references),
		T(test_cycles),
	};

	return cmocka_run_group_tests_name("model/ladder", tests, NULL, NULL);
}
