/* Ladders made to be slow: each must come to an end, with its code. A test
 * that takes long here is a walk through everything for each of many. */
#include "ladders.h"

#include "lint/lint.h"

/* Loads a text and lints it; expects `code` among what is found. */
static void ends_with(struct buf *text, enum code code)
{
	struct world w;
	struct ladder *l;

	world_init(&w);
	l = world_ladder_bytes(&w, buf_str(text));
	if (l)
		lint_ladder(l, &w.diag, &w.arena);
	diag_sort(&w.diag);
	world_finding(&w, code);
	world_release(&w);
	buf_release(text);
}

static void begin(struct buf *text)
{
	*text = (struct buf){0};
	buf_z(text, HEAD);
}

/* Findings far down in a mapping of many keys: their paths. */
static void test_late_findings(void **state)
{
	struct buf text;

	(void)state;
	begin(&text);
	for (int i = 0; i < 200000; i++)
		buf_printf(&text, "x-%d: 1\n", i);
	for (int i = 0; i < 12000; i++)
		buf_printf(&text, "y-%d: 1\n", i);
	buf_z(&text, ABC TRACK);
	ends_with(&text, CODE_L103);
}

static void test_lost_references(void **state)
{
	struct buf text;

	(void)state;
	begin(&text);
	buf_z(&text, ABC "tracks:\n  t:\n    levels:\n");
	for (int i = 0; i < 30000; i++)
		buf_printf(&text, "    - {id: l%d, requires: {q%d: 1}}\n", i,
			   i);
	ends_with(&text, CODE_L204);
}

static void test_lost_moves(void **state)
{
	struct buf text;

	(void)state;
	begin(&text);
	buf_z(&text, ABC "tracks:\n  t:\n    levels:\n");
	for (int i = 0; i < 60000; i++)
		buf_printf(&text, "    - {id: l%d, requires: {a: 1}}\n", i);
	buf_z(&text, "moves:\n");
	for (int i = 0; i < 60000; i++)
		buf_printf(&text, "- {from: x%d, to: y}\n", i);
	ends_with(&text, CODE_L204);
}

static void test_lost_stages(void **state)
{
	struct buf text;

	(void)state;
	begin(&text);
	buf_z(&text, "competencies:\n  a:\n    name: A\n    layer: technical\n"
		     "    stages:\n");
	for (int i = 0; i < 40000; i++)
		buf_printf(&text, "    - {id: s%d, renamed-from: [r%d]}\n", i,
			   i);
	buf_z(&text, "tracks:\n  t:\n    levels:\n");
	for (int i = 0; i < 40000; i++)
		buf_printf(&text, "    - {id: l%d, requires: {a: q%d}}\n", i,
			   i);
	ends_with(&text, CODE_L206);
}

static void test_old_ids(void **state)
{
	struct buf text;

	(void)state;
	begin(&text);
	buf_z(&text, "competencies:\n"
		     "  a: {name: A, layer: technical, stages: [{id: s}],"
		     " renamed-from: [");
	for (int i = 0; i < 100000; i++)
		buf_printf(&text, "o%d, ", i);
	buf_z(&text, "a]}\ntracks: {t: {renamed-from: [");
	for (int i = 0; i < 100000; i++)
		buf_printf(&text, "o%d, ", i);
	buf_z(&text, "t], levels: [{id: l, requires: {a: 1}, renamed-from: [");
	for (int i = 0; i < 100000; i++)
		buf_printf(&text, "o%d, ", i);
	buf_z(&text, "l]}]}}\n");
	ends_with(&text, CODE_L208);
}

static void test_same_ids(void **state)
{
	struct buf text;

	(void)state;
	begin(&text);
	buf_z(&text, ABC "tracks:\n  t:\n    levels:\n");
	for (int i = 0; i < 60000; i++)
		buf_z(&text, "    - {id: L, requires: {a: 1}}\n");
	ends_with(&text, CODE_L201);
}

static void test_long_loop(void **state)
{
	struct buf text;

	(void)state;
	begin(&text);
	buf_z(&text, "competencies:\n");
	for (int i = 0; i < 40000; i++)
		buf_printf(&text,
			   "  c%d: {name: C, layer: technical, stages: ["
			   "{needs: {c%d: 1}}]}\n",
			   i, (i + 1) % 40000);
	buf_z(&text, "tracks: {t: {levels: [{id: l, requires: {c0: 1}}]}}\n");
	ends_with(&text, CODE_L209);
}

/* A loop for each of many. */
static void test_many_loops(void **state)
{
	struct buf text;

	(void)state;
	begin(&text);
	buf_z(&text, "competencies:\n");
	for (int i = 0; i < 20000; i++)
		buf_printf(&text,
			   "  c%d: {name: C, layer: technical, stages: ["
			   "{needs: {c%d: 1, c0: 1}}]}\n",
			   i, (i + 1) % 20000);
	buf_z(&text, "tracks: {t: {levels: [{id: l, requires: {c0: 1}}]}}\n");
	ends_with(&text, CODE_L209);
}

static void test_many_cells(void **state)
{
	struct buf text;

	(void)state;
	begin(&text);
	buf_z(&text, "competencies:\n");
	for (int i = 0; i < 8000; i++)
		buf_printf(&text, "  c%d: {name: C, layer: technical}\n", i);
	buf_z(&text, "  q: {name: Q, layer: technical}\ntracks:\n");
	for (int t = 0; t < 2; t++) {
		buf_printf(&text,
			   "  t%d: {levels: [{id: l, expects: {q: "
			   "{needs: {",
			   t);
		for (int i = 0; i < 8000; i++)
			buf_printf(&text, "c%d: 1, ", t ? 7999 - i : i);
		buf_z(&text, "}}}}, {id: m, expects: {");
		for (int i = 0; i < 8000; i++)
			buf_printf(&text, "c%d: [x], ", i);
		buf_printf(&text, "}}]}\n");
	}
	ends_with(&text, CODE_L206);
}

static void test_scores(void **state)
{
	struct buf text;

	(void)state;
	begin(&text);
	buf_z(&text, "competencies:\n");
	for (int i = 0; i < 3000; i++)
		buf_printf(&text,
			   "  c%d: {name: C, layer: technical, stages: "
			   "[{id: s}]}\n",
			   i);
	buf_z(&text, "scores:\n");
	for (int i = 0; i < 300; i++)
		buf_printf(&text, "  s%d: {weights: {c0: 0, c1: 0}}\n", i);
	buf_z(&text, "  z: {of: [c0], weights: {c0: 0}}\n");
	buf_z(&text, "tracks: {t: {levels: [{id: l, requires: {c0: 1}}]}}\n");
	ends_with(&text, CODE_L307);
}

/* An overlay that names everything out of order. */
static void test_overlay(void **state)
{
	struct buf base = {0}, over = {0};
	struct world w;

	(void)state;
	buf_z(&base, HEAD ABC "tracks:\n  t:\n    levels:\n");
	buf_z(&over, "format: ladder/1\nid: o\nname: O\nextends: base.yaml\n"
		     "tracks:\n  t:\n    levels:\n");
	for (int i = 0; i < 30000; i++) {
		buf_printf(&base, "    - {id: l%d, requires: {a: 1}}\n", i);
		buf_printf(&over, "    - {id: n%d, requires: {z: 1}}\n", i);
	}
	for (int i = 30000; i-- > 0;)
		buf_printf(&over, "    - {id: l%d, title: x}\n", i);
	buf_char(&base, 0);
	buf_char(&over, 0);
	world_init(&w);
	world_add(&w, "/w/base.yaml", base.ptr);
	world_add(&w, "/w/over.yaml", over.ptr);
	world_ladder_file(&w, "over.yaml");
	world_finding(&w, CODE_L204);
	world_release(&w);
	buf_release(&base);
	buf_release(&over);
}

static void test_assessment(void **state)
{
	struct world w;
	struct ladder *l;
	struct buf text = {0};

	(void)state;
	world_init(&w);
	l = good_ladder(&w, HEAD ABC TRACK);
	buf_z(&text, "format: assessment/1\nladder: t\nperson: P\n"
		     "ratings:\n  a:\n    stage: 1\n    met: [");
	for (int i = 0; i < 100000; i++)
		buf_printf(&text, "m%d, ", i);
	buf_z(&text, "]\n");
	for (int i = 0; i < 100000; i++)
		buf_printf(&text, "  q%d: 1\n", i);
	buf_char(&text, 0);
	world_assessment(&w, l, text.ptr);
	world_finding(&w, CODE_L503);
	world_release(&w);
	buf_release(&text);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(test_late_findings),
		cmocka_unit_test(test_lost_references),
		cmocka_unit_test(test_lost_moves),
		cmocka_unit_test(test_lost_stages),
		cmocka_unit_test(test_old_ids),
		cmocka_unit_test(test_same_ids),
		cmocka_unit_test(test_long_loop),
		cmocka_unit_test(test_many_loops),
		cmocka_unit_test(test_many_cells),
		cmocka_unit_test(test_scores),
		cmocka_unit_test(test_overlay),
		cmocka_unit_test(test_assessment),
	};

	return cmocka_run_group_tests_name("model/hostile", tests, NULL, NULL);
}
