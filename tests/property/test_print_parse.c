/* Printing a ladder as YAML, reading that and printing again gives the same
 * bytes; and the printed ladder has nothing wrong with it. */
#include "base/buf.h"
#include "lint/lint.h"
#include "model/load.h"
#include "report/format_yaml.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

static enum host_status never_read(struct host *h, struct arena *a,
				   const char *path, const char *within,
				   size_t limit, struct str *text)
{
	(void)h, (void)a, (void)path, (void)within, (void)limit, (void)text;
	return HOST_MISSING;
}

static const char *no_why(struct host *h)
{
	(void)h;
	return "no files here";
}

static const char *no_path(struct host *h, struct arena *a, const char *path)
{
	(void)h, (void)a, (void)path;
	return NULL;
}

static struct ladder *read(struct loader *ld, const char *name,
			   struct str text)
{
	struct loaded file = load_text(ld, str_of(name), text);
	struct ladder *l = load_ladder(ld, &file);

	assert_non_null(l);
	lint_ladder(l, ld->diag, ld->arena);
	return l;
}

static void check(const struct builtin *shipped)
{
	struct arena a = {0};
	struct diag d = {.arena = &a};
	struct host host = {
		.read = never_read, .why = no_why, .real_path = no_path};
	struct loader ld = {.arena = &a,
			    .host = &host,
			    .limits = limits_default,
			    .diag = &d};
	struct ladder *first = read(&ld, "first", shipped->text), *second;
	struct buf once = {0}, twice = {0};

	yaml_ladder(first, &once);
	second = read(&ld, "second", buf_str(&once));
	yaml_ladder(second, &twice);
	assert_int_equal(d.findings.n, 0);
	assert_int_equal(first->n_stages, second->n_stages);
	assert_int_equal(first->n_roles, second->n_roles);
	assert_true(str_eq(buf_str(&once), buf_str(&twice)));
	doc_release(&first->doc);
	doc_release(&second->doc);
	buf_release(&once);
	buf_release(&twice);
	arena_release(&a);
}

/* What plain text must not be mistaken for, and what quotes must keep. */
static const struct builtin awkward = {
	.id = "awkward",
	.text = STR("format: ladder/1\nid: x\nname: \"true\"\nversion: \"1.0\"\n"
	    "summary: |\n  two\n  lines # no comment\n"
	    "competencies:\n"
	    "  a: {name: 'it''s: \"quoted\" \\', layer: technical,\n"
	    "      summary: \"tab\\t mark\\u200e end\", stages: [{behaviours:\n"
	    "      ['plain: text', '- no item', '# none', '', ~x, 日本語]}]}\n"
	    "tracks: {t: {levels: [{id: l, requires: {a: 1}, gates: []}]}}\n")};

static void shipped_ladders(void **state)
{
	(void)state;
	for (const struct builtin *b = builtin_ladders; b->id; b++)
		check(b);
}

static void awkward_texts(void **state)
{
	(void)state;
	check(&awkward);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(shipped_ladders),
		cmocka_unit_test(awkward_texts),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
