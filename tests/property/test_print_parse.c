/* Printing a ladder as YAML, reading that and printing again gives the same
 * bytes; and the printed ladder has no error. */
#include "base/buf.h"
#include "lint/lint.h"
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

static void check(struct str text)
{
	struct buf once = {0}, twice = {0};
	struct world w, again;
	struct ladder *first, *second;

	world_init(&w);
	world_init(&again);
	first = read_clean(&w, text);
	yaml_ladder(first, &once);
	second = read_clean(&again, buf_str(&once));
	yaml_ladder(second, &twice);
	assert_int_equal(first->n_stages, second->n_stages);
	assert_int_equal(first->n_roles, second->n_roles);
	assert_true(str_eq(buf_str(&once), buf_str(&twice)));
	world_release(&w);
	world_release(&again);
	buf_release(&once);
	buf_release(&twice);
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

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(shipped_ladders),
		cmocka_unit_test(awkward_texts),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
