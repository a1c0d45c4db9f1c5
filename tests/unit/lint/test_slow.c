/* Ladders made to be slow for rules that look further than one walk: each
 * must come to an end, with something that is found. */
#include "support/test.h"
#include "support/world.h"

#include "lint/lint.h"

#define HEAD "format: ladder/1\nid: t\nname: T\n"

/* A move to itself, which is found whatever else is. */
#define SELF "moves: [{from: t0/l, to: t0/l}]\n"

static void begin(struct buf *text)
{
	*text = (struct buf){0};
	buf_z(text, HEAD "competencies:\n");
}

static void add_competency(struct buf *text, int i)
{
	buf_printf(text, "  c%d: {name: C, layer: technical, stages: ", i);
}

/* Tracks of a level each, which ask for this. */
static void add_tracks(struct buf *text, int n, const char *asks)
{
	buf_z(text, "tracks:\n");
	for (int i = 0; i < n; i++)
		buf_printf(text, "  t%d: {levels: [{id: l, %s}]}\n", i, asks);
}

static void ends_with(struct buf *text, enum code code)
{
	struct world w;
	struct ladder *l;

	buf_z(text, SELF);
	world_init(&w);
	l = world_ladder_bytes(&w, buf_str(text));
	assert_non_null(l);
	assert_int_equal(w.diag.errors, 0);
	lint_ladder(l, &w.diag, &w.arena);
	diag_sort(&w.diag);
	world_finding(&w, code);
	world_release(&w);
	buf_release(text);
}

/* All tracks ask for the end of one long chain. */
static void test_chain_of_needs(void **state)
{
	struct buf text;

	(void)state;
	begin(&text);
	for (int i = 0; i < 20000; i++) {
		add_competency(&text, i);
		if (i)
			buf_printf(&text, "[{needs: {c%d: 1}}]}\n", i - 1);
		else
			buf_z(&text, "[{}]}\n");
	}
	add_tracks(&text, 20000, "requires: {c19999: 1}");
	ends_with(&text, CODE_L222);
}

/* Each competency needs the forty before it: more findings than are kept. */
static void test_web_of_needs(void **state)
{
	struct buf text;

	(void)state;
	begin(&text);
	for (int i = 0; i < 10000; i++) {
		add_competency(&text, i);
		buf_z(&text, "[{needs: {");
		for (int j = i > 40 ? i - 40 : 0; j < i; j++)
			buf_printf(&text, "c%d: 1, ", j);
		buf_z(&text, "}}]}\n");
	}
	add_tracks(&text, 1, "requires: {c9999: 1}");
	ends_with(&text, CODE_L228);
}

static void test_many_stages_many_tracks(void **state)
{
	struct buf text;

	(void)state;
	begin(&text);
	add_competency(&text, 0);
	buf_char(&text, '[');
	for (int i = 0; i < 40000; i++)
		buf_z(&text, "{}, ");
	buf_z(&text, "]}\n");
	add_tracks(&text, 40000, "requires: {c0: 40000}");
	ends_with(&text, CODE_L222);
}

/* A reading of its own for each track, over all competencies. */
static void test_many_readings(void **state)
{
	struct buf text;

	(void)state;
	begin(&text);
	for (int i = 0; i < 20000; i++) {
		add_competency(&text, i);
		buf_z(&text, "[{}]}\n");
	}
	buf_z(&text, "scores: {s: {}}\ntracks:\n");
	for (int i = 0; i < 20000; i++)
		buf_printf(&text,
			   "  t%d: {scores: {s: {combine: sum}},"
			   " levels: [{id: l, scores: {s: 1}}]}\n",
			   i);
	ends_with(&text, CODE_L222);
}

/* Every manager's band beside every contributor's. */
static void test_many_salaries(void **state)
{
	struct buf text;

	(void)state;
	begin(&text);
	add_competency(&text, 0);
	buf_z(&text, "[{}]}\ntracks:\n");
	for (int i = 0; i < 40000; i++)
		buf_printf(&text,
			   "  t%d: {kind: %s, levels: [{id: l,"
			   " salary: {min: %d}, requires: {c0: 1}}]}\n",
			   i, i % 2 ? "manager" : "ic", i + 1);
	ends_with(&text, CODE_L222);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(test_chain_of_needs),
		cmocka_unit_test(test_web_of_needs),
		cmocka_unit_test(test_many_stages_many_tracks),
		cmocka_unit_test(test_many_readings),
		cmocka_unit_test(test_many_salaries),
	};

	return cmocka_run_group_tests_name("lint/slow", tests, NULL, NULL);
}
