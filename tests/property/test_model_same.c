/* How a ladder is written changes nothing in what it means: order of keys,
 * quotes, flow or block, comments, anchors, line ends. */
#include "support/test.h"
#include "support/world.h"

#include "property/files.h"
#include "property/rewrite.h"

#include <stdio.h>

/* Whatever no file has: overlays aside, all of the format. */
static const char dense[] =
	"format: ladder/1\nid: dense\nname: \"Dense: it's \\\"all\\\"\"\n"
	"version: \"2026.2\"\nsummary: |\n  Two lines:\n  - not a list\n"
	"effort: [8h, 1d-2d]\nthreshold: 0.75\nx-own: {b: 1, a: [2]}\n"
	"categories:\n  k: {name: K, layer: technical}\n"
	"  j: {name: J, layer: leadership, summary: S}\n"
	"competencies:\n"
	"  b: {name: B, category: k, renamed-from: [old], stages: ["
	"{id: s1, behaviours: [x, {text: y, id: y1, optional: true}],"
	" effort: 2h, elapsed: 3mo, points: 2}, {needs: {q: 2, a: 1},"
	" resources: [{title: T, type: book, hours: 1.5}]}]}\n"
	"  a: {name: A, category: j, threshold: 1, stages: [{id: a1}]}\n"
	"  q: {name: Q, layer: execution}\n"
	"scores:\n  t: {of: [k, q], points: [1, 2.5], combine: mean,"
	" weights: {k: 2, q: 0.5}}\n  u: {}\n"
	"tracks:\n"
	"  m: {kind: manager, renamed-from: [mm], scores: {t: {weights: "
	"{b: 3, q: 1}}}, levels: [{id: m2, rank: 2, requires: {a: 1, b: 1},"
	" expects: {q: [m]}, attributes: {z: 1, y: two}, gates: [g, h]}]}\n"
	"  i: {name: I, levels: [{id: i1, code: 7, expects: {q: "
	"{behaviours: [n], needs: {a: 1}}}, min-time: 1y}, {id: i2,"
	" requires: {b: 2}, optional: {a: 1}, scores: {u: 3, t: 0.5},"
	" choose: [{at-least: 1, of: {b: s1, a: a1}, summary: S}],"
	" salary: {min: 1, max: 2, currency: EUR}, terminal: true,"
	" experience: {min: 0.5}, titles: [T, U], expects: {q: [p]}}]}\n"
	"moves:\n  - {from: i1, to: m2, summary: A leap}\n"
	"retired: {gone: {since: 2026-01-01, replaced-by: a}}\n";

static struct str codes(struct world *w)
{
	struct str text = STR("");
	uint32_t count[N_CODES] = {0};

	for_each(f, &w->diag.findings)
		count[f->code]++;
	for (int i = 0; i < N_CODES; i++)
		if (count[i])
			text = arena_printf(&w->arena, "%.*s%s:%u ",
					    STR_ARG(text), code_table[i].id,
					    count[i]);
	return text;
}

/* What the text means, and how many findings of each code it has. */
static struct str meaning(struct world *w, struct str text)
{
	struct ladder *l = world_ladder_bytes(w, text);

	assert_non_null(l);
	return arena_printf(&w->arena, "%.*s%.*s", STR_ARG(codes(w)),
			    STR_ARG(ladder_dump(l, &w->arena)));
}

static struct str first_difference(struct str a, struct str b)
{
	size_t i = 0, line = 0;

	for (; i < a.len && i < b.len && a.ptr[i] == b.ptr[i]; i++)
		if (a.ptr[i] == '\n')
			line = i + 1;
	return str_head(str_from(b, line), 200);
}

static void check_rewritten(struct str text, struct str expected, uint64_t seed,
			    const char *name)
{
	struct dice dice = {seed};
	struct buf again = {0};
	struct world w;
	struct str got;

	world_init(&w);
	rewrite(&world_ladder_bytes(&w, text)->doc, &dice, &again);
	w.diag.findings.n = 0;
	got = meaning(&w, buf_str(&again));
	if (!str_eq(got, expected)) {
		FILE *f = fopen("rewritten.yaml", "wb");

		if (f) {
			fwrite(again.ptr, 1, again.len, f);
			fclose(f);
		}
		fail_msg("%s means something else with seed %d: %.*s "
			 "(see rewritten.yaml; expected %.*s)",
			 name, (int)seed,
			 STR_ARG(first_difference(expected, got)),
			 STR_ARG(first_difference(got, expected)));
	}
	buf_release(&again);
	world_release(&w);
}

static bool is_overlay(struct str text)
{
	struct world w;
	struct loaded file;
	bool overlay;

	world_init(&w);
	file = load_text(&w.loader, STR("x"), text);
	overlay = loaded_extends(&file).len > 0;
	load_release(&file);
	world_release(&w);
	return overlay;
}

static void check_text(struct str text, uint32_t seeds, const char *name)
{
	struct world w;
	struct str expected;

	if (is_overlay(text))
		return;
	world_init(&w);
	expected = meaning(&w, text);
	for (uint32_t seed = 1; seed <= seeds; seed++)
		check_rewritten(text, expected, seed, name);
	world_release(&w);
}

static void test_dense(void **state)
{
	(void)state;
	check_text(str_of(dense), 300, "the dense ladder");
}

/* Many runs over small files, few over large ones. */
static void test_ladders(void **state)
{
	struct arena a = {0};
	paths list = files_of_ladders(&a);

	(void)state;
	assert_true(list.n >= 3);
	for_each(path, &list) {
		struct str text = file_read(*path, &a);

		check_text(text, 1 + (uint32_t)(1000000 / text.len) % 20,
			   path->ptr);
	}
	arena_release(&a);
}

/* The dump tells ladders apart: otherwise the tests above say nothing. */
static void test_dump_sees_changes(void **state)
{
	static const char *const changes[][2] = {
		{"1d-2d", "1d-3d"},
		{"optional: true", "optional: false"},
		{"3mo", "2mo"},
		{"needs: {q: 2, a: 1}", "needs: {q: 2}"},
		{"{k: 2,", "{k: 3,"},
		{"gates: [g, h]", "gates: [h, g]"},
		{"b: s1", "b: 2"},
		{"A leap", "A walk"},
		{"code: 7", "code: 8"},
		{"min: 0.5", "min: 1"},
		{"at-least: 1", "at-least: 2"},
		{"hours: 1.5", "hours: 1"},
		{"[m]", "[m, n]"},
		{"0.75", "0.5"},
	};
	struct world w;
	struct str before;

	(void)state;
	world_init(&w);
	before = meaning(&w, str_of(dense));
	for (size_t i = 0; i < N_OF(changes); i++) {
		const char *at = strstr(dense, changes[i][0]);
		struct str after;

		assert_non_null(at);
		after = arena_printf(&w.arena, "%.*s%s%s", (int)(at - dense),
				     dense, changes[i][1],
				     at + strlen(changes[i][0]));
		w.diag.findings.n = 0;
		if (str_eq(meaning(&w, after), before))
			fail_msg("%s is not seen", changes[i][1]);
	}
	world_release(&w);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(test_dump_sees_changes),
		cmocka_unit_test(test_dense),
		cmocka_unit_test(test_ladders),
	};

	return cmocka_run_group_tests_name("model/same", tests, NULL, NULL);
}
