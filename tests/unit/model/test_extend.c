/* Overlays: every sentence of format.md 3.8. */
#include "ladders.h"
#include "one_world.h"

#define OVER "format: ladder/1\nid: over\nname: Over\nextends: base.yaml\n"

#define BASE                                                               \
	"format: ladder/1\nid: base\nname: Base\nversion: \"1\"\n"         \
	"summary: The base.\ncumulative: false\n"                          \
	"competencies:\n"                                                  \
	"  a: {name: A, layer: technical, summary: SA, stages: ["          \
	"{id: a1, behaviours: [x, {id: p, text: P}, y, {id: q, text: Q}]," \
	" practise: [one, two]}, {id: a2}, {id: a3}]}\n"                   \
	"  b: {name: B, layer: execution, stages: [{id: b1}]}\n"           \
	"  q: {name: Q, layer: execution}\n"                               \
	"tracks:\n"                                                        \
	"  ic:\n    name: IC\n    levels:\n"                               \
	"      - {id: l1, title: One, requires: {a: 1, b: 1},"             \
	" expects: {q: [q1, q2]}, choose: [{at-least: 1, of: {a: 1}}]}\n"  \
	"      - {id: l2, requires: {a: 2}, gates: [g]}\n"                 \
	"      - {id: l3, requires: {a: 3}, expects: {q: "                 \
	"{summary: S, behaviours: [{id: z, text: Z}]}}}\n"

/* Lays `over` over the base; both stand in /w. */
static struct ladder *overlay_of(const char *base, const char *over)
{
	world_add(&w, "/w/base.yaml", base);
	world_add(&w, "/w/over.yaml", over);
	w.loader.sources = (struct map){0};
	return world_ladder_file(&w, "over.yaml");
}

static struct ladder *overlay(const char *keys)
{
	return overlay_of(BASE, arena_printf(&w.arena, OVER "%s", keys).ptr);
}

static struct ladder *good_overlay(const char *keys)
{
	struct ladder *l = overlay(keys);

	expect_findings(&w, "");
	assert_true(l && l->usable);
	return l;
}

/* The levels of a track, as "l1 l2". */
static const char *levels(struct ladder *l, const char *track)
{
	struct str text = STR("");

	for_each(r, &ladder_track(l, str_of(track))->levels)
		text = arena_printf(&w.arena, "%.*s%s%.*s", STR_ARG(text),
				    text.len ? " " : "", STR_ARG(r->head.id));
	return text.ptr;
}

/* The behaviours of a rubric, as "x P y Q". */
static const char *behaviours(const struct rubric *r)
{
	struct str text = STR("");

	for_each(b, &r->behaviours)
		text = arena_printf(&w.arena, "%.*s%s%.*s", STR_ARG(text),
				    text.len ? " " : "", STR_ARG(b->text));
	return text.ptr;
}

static void test_nothing_changed(void **state)
{
	struct ladder *l = good_overlay("");

	(void)state;
	assert_str(l->head.id, "over");
	assert_str(l->name, "Over");
	assert_str(l->version, "1");
	assert_str(l->summary, "The base.");
	assert_false(l->cumulative);
	assert_int_equal(l->bases.n, 1);
	assert_str(l->bases.at[0], "base");
	assert_string_equal(levels(l, "ic"), "l1 l2 l3");
	assert_int_equal(l->competencies.n, 3);
}

static void test_own_keys_are_not_inherited(void **state)
{
	(void)state;
	overlay_of(BASE, "format: ladder/1\nextends: base.yaml\n");
	expect_findings(&w, "over.yaml:1:1 L102\n");
}

static void test_mappings_and_scalars(void **state)
{
	struct ladder *l = good_overlay(
		"summary: New\n"
		"competencies:\n"
		"  a: {summary: other}\n"
		"  n: {name: N, layer: leadership, stages: [{id: n1}]}\n"
		"tracks:\n"
		"  m: {levels: [{id: m1, requires: {n: 1}}]}\n"
		"  ic: {kind: manager, levels: [{id: l2, requires: {n: 1},"
		" title: Two}]}\n");
	struct role *l2 = role(l, "ic/l2");

	(void)state;
	assert_str(l->summary, "New");
	assert_str(competency(l, "a")->name, "A");
	assert_str(competency(l, "a")->summary, "other");
	assert_int_equal(competency(l, "a")->n_stages, 3);
	/* new things stand behind those of the base */
	assert_int_equal(competency(l, "n")->index, 3);
	assert_int_equal(ladder_track(l, STR("m"))->index, 1);
	assert_int_equal(ladder_track(l, STR("ic"))->kind, TRACK_MANAGER);
	assert_str(l2->title, "Two");
	assert_int_equal(l2->requires.n, 2);
	assert_str(l2->gates.at[0], "g");
}

static void test_null_removes(void **state)
{
	struct ladder *l = good_overlay(
		"summary: ~\ncumulative:\n"
		"competencies: {b: ~}\n"
		"tracks:\n  ic:\n    levels:\n"
		"      - {id: l1, title: null, requires: {b: ~},"
		" choose: ~, expects: {q: {practise: [p]}}}\n"
		"      - {id: l3, expects: {q: ~}}\n");

	(void)state;
	assert_int_equal(l->summary.len, 0);
	assert_true(l->cumulative);
	assert_null(ladder_competency(l, STR("b")));
	assert_str(role(l, "ic/l1")->title, "l1");
	assert_int_equal(role(l, "ic/l1")->requires.n, 1);
	assert_int_equal(role(l, "ic/l1")->choose.n, 0);
	assert_int_equal(role(l, "ic/l3")->expects.n, 0);
	assert_int_equal(competency(l, "q")->n_stages, 1);
}

static void test_nothing_to_remove(void **state)
{
	(void)state;
	overlay("language: ~\ncompetencies: {zz: ~}\n"
		"tracks: {ic: {levels: [{id: l2, title: ~},"
		" {id: zz, remove: true}]}}\n");
	expect_findings(&w, "over.yaml:5:1 L213\nover.yaml:6:16 L213\n"
			    "over.yaml:7:33 L213\nover.yaml:7:49 L213\n");
	/* a key without a value is not there, in the base too */
	overlay_of(
		"format: ladder/1\nid: base\nname: B\nsummary: ~\n" ABC TRACK,
		OVER "summary: ~\n");
	expect_findings(&w, "over.yaml:5:1 L213\n");
}

/* One mistake: what is removed inside something new is also missing there. */
static void test_null_inside_something_new(void **state)
{
	(void)state;
	overlay("competencies:\n"
		"  n: {name: N, layer: technical, summary: ~,"
		" stages: [{id: s, name: ~}]}\n");
	expect_findings(&w, "over.yaml:6:34 L213\nover.yaml:6:63 L213\n");
	overlay("competencies:\n"
		"  n: {name: ~, layer: technical, stages: [{id: s}]}\n");
	expect_findings(&w, "over.yaml:6:7 L213\n");
	overlay("tracks: {ic: {levels: [{id: l9, title: ~,"
		" requires: {a: 3}}]}}\n");
	expect_findings(&w, "over.yaml:5:33 L213\n");
}

static const char *placed(const char *items)
{
	struct ladder *l = good_overlay(
		arena_printf(&w.arena,
			     "cumulative: false\ntracks:\n  ic:\n    levels:\n"
			     "%s",
			     items)
			.ptr);

	return levels(l, "ic");
}

#define NEW(id) "      - {id: " id ", requires: {a: 1}}\n"
#define KNOWN(id) "      - {id: " id "}\n"
#define GONE(id) "      - {id: " id ", remove: true}\n"

static void test_places_of_new_items(void **state)
{
	(void)state;
	/* at the end, where it neither follows nor precedes */
	assert_string_equal(placed(NEW("n")), "l1 l2 l3 n");
	assert_string_equal(placed(NEW("n") NEW("o")), "l1 l2 l3 n o");
	/* behind the one it follows */
	assert_string_equal(placed(KNOWN("l1") NEW("n")), "l1 n l2 l3");
	assert_string_equal(placed(KNOWN("l1") NEW("n") NEW("o")),
			    "l1 n o l2 l3");
	assert_string_equal(placed(KNOWN("l1") NEW("n") KNOWN("l3") NEW("o")),
			    "l1 n l2 l3 o");
	/* before the one it precedes */
	assert_string_equal(placed(NEW("n") KNOWN("l1")), "n l1 l2 l3");
	assert_string_equal(placed(NEW("n") KNOWN("l2")), "l1 n l2 l3");
	assert_string_equal(placed(NEW("n") NEW("o") KNOWN("l2")),
			    "l1 n o l2 l3");
	/* known ones keep their place whatever their order here */
	assert_string_equal(placed(KNOWN("l3") KNOWN("l1")), "l1 l2 l3");
	assert_string_equal(placed(KNOWN("l3") KNOWN("l1") NEW("n")),
			    "l1 n l2 l3");
}

static void test_removed_items(void **state)
{
	(void)state;
	assert_string_equal(placed(GONE("l2")), "l1 l3");
	/* the place of what is gone is a place */
	assert_string_equal(placed(GONE("l2") NEW("n")), "l1 n l3");
	assert_string_equal(placed(NEW("n") GONE("l2")), "l1 n l3");
	assert_string_equal(placed(GONE("l1") GONE("l3")), "l2");
	/* out, and in again as something new */
	assert_string_equal(placed(GONE("l2") NEW("l2")), "l1 l2 l3");
}

/* Items of the base without id keep their place. */
static void test_lists_with_and_without_ids(void **state)
{
	struct ladder *l = good_overlay(
		"competencies:\n"
		"  a: {stages: [{id: a1, behaviours: [{id: p, text: P2},"
		" {id: n, text: N}, {id: q, remove: true}]}]}\n");

	(void)state;
	assert_string_equal(
		behaviours(competency(l, "a")->stages[0].rubrics[0]),
		"x P2 N y");
	/* any other list is replaced whole, also one that is half so */
	l = good_overlay("competencies:\n"
			 "  a: {stages: [{id: a1, behaviours: [{id: p, text: "
			 "P2}, new], practise: [three]}]}\n");
	assert_string_equal(
		behaviours(competency(l, "a")->stages[0].rubrics[0]), "P2 new");
	assert_int_equal(competency(l, "a")->stages[0].rubrics[0]->practise.n,
			 1);
	/* an empty list replaces */
	l = good_overlay("competencies:\n"
			 "  a: {stages: [{id: a1, behaviours: []}]}\n"
			 "tracks: {ic: {levels: [{id: l2, gates: []}]}}\n");
	assert_int_equal(competency(l, "a")->stages[0].rubrics[0]->behaviours.n,
			 0);
	assert_int_equal(role(l, "ic/l2")->gates.n, 0);
}

static void test_choose_is_replaced(void **state)
{
	struct ladder *l = good_overlay(
		"tracks: {ic: {levels: [{id: l1, choose: ["
		"{at-least: 1, of: {b: 1, a: 2}}]}]}}\n");

	(void)state;
	assert_int_equal(role(l, "ic/l1")->choose.n, 1);
	assert_int_equal(role(l, "ic/l1")->choose.at[0].of.n, 2);
}

/* A cell written as a list is merged as its mapping. */
static void test_cells(void **state)
{
	struct ladder *l = good_overlay(
		"tracks: {ic: {levels: [{id: l1, expects: {q: {summary: T}}},"
		" {id: l3, expects: {q: [new]}}]}}\n");
	struct stage *q = competency(l, "q")->stages;

	(void)state;
	assert_string_equal(behaviours(q[0].rubrics[0]), "q1 q2");
	assert_str(q[0].rubrics[0]->summary, "T");
	assert_string_equal(behaviours(q[1].rubrics[0]), "new");
	assert_str(q[1].rubrics[0]->summary, "S");
	/* by id, as any list of behaviours */
	l = good_overlay("tracks: {ic: {levels: [{id: l1, expects: {q: "
			 "{behaviours: [{id: n, text: N}]}}},"
			 " {id: l3, expects: {q: [{id: z, text: Z2},"
			 " {id: y, text: Y}]}}]}}\n");
	q = competency(l, "q")->stages;
	assert_string_equal(behaviours(q[0].rubrics[0]), "q1 q2 N");
	assert_string_equal(behaviours(q[1].rubrics[0]), "Z2 Y");
	/* list over list */
	l = good_overlay("tracks: {ic: {levels: [{id: l1, expects: "
			 "{q: [only]}}]}}\n");
	assert_string_equal(
		behaviours(competency(l, "q")->stages[0].rubrics[0]), "only");
	/* what the mapping of a cell removes is gone */
	l = good_overlay("tracks: {ic: {levels: [{id: l1, expects: {q: "
			 "{summary: only, behaviours: ~}}}]}}\n");
	assert_string_equal(
		behaviours(competency(l, "q")->stages[0].rubrics[0]), "");
}

static void test_cells_with_empty_keys(void **state)
{
	struct ladder *l = overlay_of(
		HEAD "competencies: {q: {name: Q, layer: technical}}\n"
		     "tracks: {ic: {levels: [{id: l, expects: {q: "
		     "{summary: S, behaviours: ~}}}]}}\n",
		OVER "tracks: {ic: {levels: [{id: l, expects: {q: [new]}}]}}"
		     "\n");

	(void)state;
	expect_findings(&w, "");
	assert_string_equal(
		behaviours(competency(l, "q")->stages[0].rubrics[0]), "new");
}

static void test_other_kinds_replace(void **state)
{
	struct ladder *l = overlay_of(
		HEAD "effort: [1h, 2h]\n" ABC
		     "tracks: {ic: {levels: [{id: l, requires: {a: 1}}]}}\n"
		     "x-own: {a: 1}\n",
		OVER "effort: 8h\nx-own: [1]\n");

	(void)state;
	expect_findings(&w, "");
	assert_int_equal(l->efforts.n, 1);
	overlay("competencies: {a: [1]}\n");
	expect_findings(&w, "over.yaml:5:19 L104\n");
}

/* What must exist is asked of the merged ladder only. */
static void test_checked_once_merged(void **state)
{
	struct ladder *l = overlay_of(
		"format: ladder/1\nid: base\nname: B\ncompetencies:\n"
		"  a: {name: A, stages: [{id: s, needs: {new: 1}}]}\n",
		OVER "competencies:\n  a: {layer: technical}\n"
		     "  new: {name: N, layer: technical, stages: [{id: n}]}\n"
		     "tracks: {t: {levels: [{id: l, requires: {a: s}}]}}\n");

	(void)state;
	expect_findings(&w, "");
	assert_true(l->usable);
}

/* Every message names the file in which the thing was written. */
static void test_places(void **state)
{
	(void)state;
	overlay("competencies: {b: ~}\n");
	expect_findings(&w, "base.yaml:15:47 L204\n");
	overlay("tracks: {ic: {levels: [{id: l2, requires: {zz: 1}}]}}\n");
	expect_findings(&w, "over.yaml:5:44 L204\n");
	overlay("tracks: {ic: {levels: [{id: l2, expects: {a: [x]}}]}}\n");
	expect_findings(&w, "over.yaml:5:43 L214\n");
}

static void test_old_ids(void **state)
{
	(void)state;
	overlay_of(HEAD "competencies:\n"
			"  a: {name: A, layer: technical, renamed-from: [old],"
			" stages: [{id: s, renamed-from: [so]}]}\n"
			"tracks:\n  ic: {renamed-from: [eng], levels: ["
			"{id: l, requires: {a: 1}, renamed-from: [lo]}]}\n",
		   OVER "competencies:\n  old: {summary: x}\n"
			"  a: {stages: [{id: so, summary: y}]}\n"
			"tracks:\n  eng: {name: E}\n"
			"  ic: {levels: [{id: lo, title: X}]}\n");
	expect_findings(&w, "over.yaml:6:3 L207\nover.yaml:7:21 L207\n"
			    "over.yaml:9:3 L207\nover.yaml:10:22 L207\n");
}

/* --- where bases come from ----------------------------------------------- */

#define SMALL(extends, id) \
	"format: ladder/1\nid: " id "\nname: N\nextends: " extends "\n"
#define WHOLE "format: ladder/1\nid: base\nname: N\n" ABC TRACK

/* Loads a file of the world, expecting these findings. */
static struct ladder *load(const char *path, const char *findings)
{
	struct ladder *l;

	w.loader.sources = (struct map){0};
	l = world_ladder_file(&w, path);
	expect_findings(&w, findings);
	return l;
}

static void test_relative_to_the_file(void **state)
{
	struct ladder *l;

	(void)state;
	world_add(&w, "/r/.git/config", "");
	world_add(&w, "/r/a/b/one.yaml", SMALL("../two.yaml", "one"));
	world_add(&w, "/r/a/two.yaml", SMALL("../c/base.yaml", "two"));
	world_add(&w, "/r/c/base.yaml", WHOLE);
	l = load("/r/a/b/one.yaml", "");
	assert_int_equal(l->bases.n, 2);
	assert_str(l->bases.at[0], "two");
	assert_str(l->bases.at[1], "base");
}

static void test_builtin(void **state)
{
	struct ladder *l;

	(void)state;
	world_add(&w, "/w/one.yaml",
		  SMALL("builtin:software-engineering", "one"));
	l = load("one.yaml", "");
	assert_non_null(l);
	assert_str(l->bases.at[0], "software-engineering");
	assert_true(l->n_roles > 5);
	world_add(&w, "/w/two.yaml", SMALL("builtin:nothing", "two"));
	assert_null(load("two.yaml", "two.yaml:4:10 L210\n"));
	world_release(&w);
	world_init(&w);
	l = world_ladder(&w, SMALL("builtin:software-engineering",
				   "t") "competencies: {zz: ~}\n");
	expect_findings(&w, "l.yaml:5:16 L213\n");
}

static void test_missing(void **state)
{
	(void)state;
	world_add(&w, "/w/one.yaml", SMALL("nothing.yaml", "one"));
	assert_null(load("one.yaml", "one.yaml:4:10 L210\n"));
	world_add(&w, "/w/two.yaml", SMALL("denied.yaml", "two"));
	world_fail(&w, "/w/denied.yaml", HOST_DENIED);
	assert_null(load("two.yaml", "two.yaml:4:10 L210\n"));
	world_add(&w, "/w/three.yaml", SMALL("a.yaml", "three"));
	world_add(&w, "/w/a.yaml", "format: assessment/1\n");
	assert_null(load("three.yaml", "three.yaml:4:10 L210\n"));
	world_add(&w, "/w/four.yaml", SMALL(".", "four"));
	assert_null(load("four.yaml", "four.yaml:4:10 L210\n"));
}

static void test_outside(void **state)
{
	(void)state;
	world_add(&w, "/w/one.yaml", SMALL("../base.yaml", "one"));
	world_add(&w, "/base.yaml", WHOLE);
	world_add(&w, "/w/two.yaml", SMALL("/w/base.yaml", "two"));
	world_add(&w, "/w/base.yaml", WHOLE);
	world_add(&w, "/w/three.yaml", SMALL("link.yaml", "three"));
	world_link(&w, "/w/link.yaml", "/base.yaml");
	world_add(&w, "/w/four.yaml", SMALL("inside.yaml", "four"));
	world_link(&w, "/w/inside.yaml", "/w/base.yaml");
	world_add(&w, "/wide/base.yaml", WHOLE);
	world_add(&w, "/w/five.yaml", SMALL("../wide/base.yaml", "five"));
	assert_null(load("one.yaml", "one.yaml:4:10 L212\n"));
	assert_null(load("two.yaml", "two.yaml:4:10 L212\n"));
	assert_null(load("three.yaml", "three.yaml:4:10 L212\n"));
	assert_non_null(load("four.yaml", ""));
	assert_null(load("five.yaml", "five.yaml:4:10 L212\n"));
}

/* The repository of the file that was named counts for the whole chain. */
static void test_outside_of_the_repository(void **state)
{
	(void)state;
	world_add(&w, "/r/.git", "gitdir: elsewhere");
	world_add(&w, "/r/a/one.yaml", SMALL("../../base.yaml", "one"));
	world_add(&w, "/r/a/two.yaml", SMALL("../b/three.yaml", "two"));
	world_add(&w, "/r/b/three.yaml", SMALL("../../base.yaml", "three"));
	world_add(&w, "/base.yaml", WHOLE);
	assert_null(load("/r/a/one.yaml", "/r/a/one.yaml:4:10 L212\n"));
	assert_null(load("/r/a/two.yaml", "/r/a/../b/three.yaml:4:10 L212\n"));
}

/* Standard input lies in the working directory. */
static void test_standard_input(void **state)
{
	(void)state;
	world_add(&w, "/w/base.yaml", WHOLE);
	world_add(&w, "/secret.yaml", WHOLE);
	w.input = SMALL("base.yaml", "in");
	assert_non_null(load("-", ""));
	w.input = SMALL("../secret.yaml", "in");
	assert_null(load("-", "-:4:10 L212\n"));
}

static void test_cycles(void **state)
{
	(void)state;
	world_add(&w, "/w/a.yaml", SMALL("b.yaml", "a"));
	world_add(&w, "/w/b.yaml", SMALL("./c.yaml", "b"));
	world_add(&w, "/w/c.yaml", SMALL("link.yaml", "c"));
	world_link(&w, "/w/link.yaml", "/w/a.yaml");
	world_add(&w, "/w/self.yaml", SMALL("self.yaml", "s"));
	w.loader.sources = (struct map){0};
	assert_null(world_ladder_file(&w, "a.yaml"));
	assert_int_equal(world_finding(&w, CODE_L211)->notes.n, 2);
	expect_findings(&w, "./c.yaml:4:10 L211\n");
	assert_null(load("self.yaml", "self.yaml:4:10 L211\n"));
}

static void test_chain_limit(void **state)
{
	(void)state;
	for (int i = 0; i < 9; i++) {
		const char *path = arena_printf(&w.arena, "/w/f%d.yaml", i).ptr;
		const char *text = arena_printf(&w.arena,
						SMALL("f%d.yaml", "f"), i - 1)
					   .ptr;

		world_add(&w, path, i ? text : WHOLE);
	}
	assert_int_equal(load("f7.yaml", "")->bases.n, 7);
	assert_null(load("f8.yaml", "f1.yaml:4:10 L027\n"));
	w.loader.limits.at[LIMIT_EXTENDS] = 9;
	assert_int_equal(load("f8.yaml", "")->bases.n, 8);
}

static void test_mistakes_in_the_base(void **state)
{
	struct ladder *l;

	(void)state;
	l = overlay_of("format: ladder/1\nid: base\nname: N\nx: ]\n" ABC TRACK,
		       OVER);
	expect_findings(&w, "base.yaml:4:4 L010\n");
	assert_false(l && l->usable);
}

#define T(f) cmocka_unit_test_setup_teardown(f, begin, end)

int main(void)
{
	const struct CMUnitTest tests[] = {
		T(test_nothing_changed),
		T(test_own_keys_are_not_inherited),
		T(test_mappings_and_scalars),
		T(test_null_removes),
		T(test_nothing_to_remove),
		T(test_null_inside_something_new),
		T(test_places_of_new_items),
		T(test_removed_items),
		T(test_lists_with_and_without_ids),
		T(test_choose_is_replaced),
		T(test_cells),
		T(test_cells_with_empty_keys),
		T(test_other_kinds_replace),
		T(test_checked_once_merged),
		T(test_places),
		T(test_old_ids),
		T(test_relative_to_the_file),
		T(test_builtin),
		T(test_missing),
		T(test_outside),
		T(test_outside_of_the_repository),
		T(test_standard_input),
		T(test_cycles),
		T(test_chain_limit),
		T(test_mistakes_in_the_base),
	};

	return cmocka_run_group_tests_name("model/extend", tests, NULL, NULL);
}
