/* Printing a ladder as YAML, reading that and printing again gives the same
 * bytes; the printed ladder has no error, and `ladder fmt` lets it be. */
#include "base/buf.h"
#include "doc/tidy.h"
#include "lint/lint.h"
#include "model/canon.h"
#include "model/fields.h"
#include "property/files.h"
#include "report/format_yaml.h"
#include "support/test.h"
#include "support/world.h"

static struct ladder *read_clean(struct world *w, struct str text)
{
	struct ladder *l = world_ladder_bytes(w, text);

	assert_non_null(l);
	expect_findings(w, "");
	lint_ladder(l, &w->diag, &w->arena);
	assert_int_equal(w->diag.errors, 0);
	return l;
}

static void check_layout(struct str text)
{
	struct arena a = {0};
	struct source source = {.name = STR("l"), .text = text, .arena = &a};
	struct diag d = {.arena = &a};
	struct doc doc = doc_parse(&a, &source, &limits_default, &d);
	struct buf now = {0};

	assert_true(tidy_text(&doc, canon_order(&doc, &ladder_shape, &a), &a,
			      &now));
	assert_true(str_eq(buf_str(&now), text));
	buf_release(&now);
	doc_release(&doc);
	arena_release(&a);
}

static void check_ladder(const struct ladder *first)
{
	struct buf once = {0}, twice = {0};
	struct world again;
	struct ladder *second;

	world_init(&again);
	yaml_ladder(first, &once);
	check_layout(buf_str(&once));
	second = read_clean(&again, buf_str(&once));
	yaml_ladder(second, &twice);
	assert_int_equal(first->n_stages, second->n_stages);
	assert_int_equal(first->n_roles, second->n_roles);
	assert_true(str_eq(buf_str(&once), buf_str(&twice)));
	world_release(&again);
	buf_release(&once);
	buf_release(&twice);
}

static void check(struct str text)
{
	struct world w;

	world_init(&w);
	check_ladder(read_clean(&w, text));
	world_release(&w);
}

/* What plain text must not be mistaken for, and what quotes must keep. */
static const char awkward[] =
	"format: ladder/1\nid: x\nname: \"true\"\nversion: \"1.0\"\n"
	"summary: |\n  two\n  lines # no comment\n"
	"competencies:\n"
	"  a: {name: 'it''s: \"quoted\" \\', layer: technical,\n"
	"      summary: \"tab\\t mark\\u200e end\", stages: [{behaviours:\n"
	"      ['plain: text', '- no item', '# none', '', ~x, 日本語]}]}\n"
	"tracks: {t: {levels: [{id: l, requires: {a: 1}, gates: []}]}}\n";

static void shipped_ladders(void **state)
{
	(void)state;
	for (const struct builtin *b = builtin_ladders; b->id; b++)
		check(b->text);
}

static void awkward_texts(void **state)
{
	(void)state;
	check(str_of(awkward));
}

/* Keys in any order, flow and block, aliases, keys of one's own. */
static const char loose[] =
	"tracks:\n  t:\n    levels: &all\n"
	"      - {requires: &r {a: 1}, title: One, id: l}\n"
	"      - requires: *r\n        optional: *r\n        id: m\n"
	"    x-lists: [[b, [a]], {z: 1, a: [{y: 1, b: ~}]}, [], {}]\n"
	"    name: T\n"
	"  s: {levels: *all}\n"
	"competencies: {a: {stages: [{behaviours: [{text: Does it., id: x}],\n"
	"  id: y}], layer: technical, name: A}}\n"
	"name: X\nid: x\nx-b: 1\nx-a: 2\nformat: ladder/1\n";

static void loose_order(void **state)
{
	(void)state;
	check(str_of(loose));
}

static void golden_ladders(void **state)
{
	struct arena a = {0};
	paths list = files_matching("tests/golden/files/*.yaml", &a);
	uint32_t n = 0;

	(void)state;
	for_each (path, &list) {
		struct str text = file_read(*path, &a);

		if (!str_starts(text, STR("format: ladder/1")))
			continue;
		check(text);
		n++;
	}
	assert_true(n >= 3);
	arena_release(&a);
}

static void overlays(void **state)
{
	static const char over[] =
		"extends: base.yaml\nname: Over\nid: over\n"
		"tracks:\n  u: {levels: [{requires: {a: 1}, id: n}]}\n"
		"  t: {levels: [{id: k, title: New}, {id: l, rank: 7}]}\n"
		"competencies: {b: {name: B, layer: execution}}\n"
		"format: ladder/1\n";
	struct world w;
	struct ladder *l;

	(void)state;
	world_init(&w);
	world_add(&w, "/w/base.yaml", loose);
	world_add(&w, "/w/over.yaml", over);
	l = world_ladder_file(&w, "over.yaml");
	assert_non_null(l);
	expect_findings(&w, "");
	check_ladder(l);
	world_release(&w);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(shipped_ladders),
		cmocka_unit_test(awkward_texts),
		cmocka_unit_test(loose_order),
		cmocka_unit_test(golden_ladders),
		cmocka_unit_test(overlays),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
