/* What parsers let pass and we do not. */
#include "support/test.h"

#include "parsed.h"

static void test_duplicate_keys(void **state)
{
	(void)state;
	expect_parse("a: 1\na: 2\n", "{a: '1'}", "2:1 L011\n");
	expect_parse("a: 1\n'a': [x, {y: z}]\nb: 3\n", "{a: '1', b: '3'}",
		     "2:1 L011\n");
	expect_parse("{a: 1, a: 2, a: 3}", "{a: '1'}", "1:8 L011\n1:14 L011\n");
	expect_parse("a: {k: 1}\nb: {k: 1}\n", "{a: {k: '1'}, b: {k: '1'}}",
		     "");
	expect_parse("\"\\x61\": 1\na: 2\n", "{a: '1'}", "2:1 L011\n");
}

/* Past a few keys they are looked up by hash: the same must be found. */
static void test_duplicates_among_many(void **state)
{
	struct parsed p;
	struct buf text = {0};

	(void)state;
	for (int i = 0; i < 100; i++)
		buf_printf(&text, "k%d: {k%d: x}\n", i, i);
	buf_z(&text, "k3: y\nk99: z\n\"k\\x350\": q\nx: 1\n");
	parsed_init(&p, buf_str(&text), NULL);
	assert_string_equal(parsed_findings(&p),
			    "101:1 L011\n102:1 L011\n103:1 L011\n");
	assert_int_equal(p.doc.nodes->len, 101);
	assert_int_equal(p.diag.findings.at[0].notes.n, 1);
	assert_int_equal(source_place(&p.source,
				      p.diag.findings.at[0].notes.at[0].span.at)
				 .line,
			 4);
	parsed_check_tree(&p);
	parsed_release(&p);
	buf_release(&text);
}

static void test_second_document(void **state)
{
	(void)state;
	expect_parse("---\na: 1\n", "{a: '1'}", "");
	expect_parse("a: 1\n...\n", "{a: '1'}", "");
	expect_parse("a: 1\n...\n# comment\n...\n", "{a: '1'}", "");
	expect_parse("a: 1\n---\nb: 2\n", "{a: '1'}", "2:1 L012\n");
	expect_parse("a: 1\n---", "{a: '1'}", "2:1 L012\n");
	expect_parse("a: 1\n...\n%YAML 1.2\n---\nb\n", "{a: '1'}",
		     "3:1 L012\n");
	expect_parse("a: 1\n...\n---\n", "{a: '1'}", "3:1 L012\n");
	expect_parse("a: 1\n---x: 2\n", "{a: '1', ---x: '2'}", "");
	expect_parse("{a: 1}\nb: 2\n", NULL, "2:1 L010\n");
}

static void test_empty(void **state)
{
	(void)state;
	expect_parse("", "", "1:1 L019\n");
	expect_parse("\n# only a comment\n", "", "1:1 L019\n");
	expect_parse("\xef\xbb\xbf", "", "1:1 L019\n");
	expect_parse("---\n", "null", "");
	expect_parse("~\n", "null", "");
}

static void test_merge_keys(void **state)
{
	(void)state;
	expect_parse("a: &x {k: v}\nb:\n  <<: *x\n  l: w\n",
		     "{a: {k: 'v'}, b: {l: 'w'}}", "3:3 L013\n");
	expect_parse("<<: {a: 1}\nb: 2\n", "{b: '2'}", "1:1 L013\n");
	/* quoted it is a key like others */
	expect_parse("'<<': 1\n", "{<<: '1'}", "");
}

static void test_complex_keys(void **state)
{
	(void)state;
	expect_parse("? [a, b]\n: 1\nc: 2\n", "{c: '2'}", "1:3 L017\n");
	expect_parse("? {a: b}\n: 1\nc: 2\n", "{c: '2'}", "1:3 L017\n");
	expect_parse("{[a]: 1, c: 2}\n", "{c: '2'}", "1:2 L017\n");
	expect_parse("? a\n: 1\n", "{a: '1'}", "");
	expect_parse("a: &x [1]\n*x : 2\nc: 3\n", "{a: ['1'], c: '3'}",
		     "2:1 L017\n");
	/* an anchor inside what is left out leads nowhere, and that is one
	 * mistake */
	expect_parse("? [&x a]\n: 1\nb: *x\n", "{b: null}", "1:3 L017\n");
}

static void test_aliases(void **state)
{
	(void)state;
	expect_parse("a: &x 1\nb: *x\nc: [*x, *x]\n",
		     "{a: '1', b: '1', c: ['1', '1']}", "");
	expect_parse("a: &x {k: [v]}\nb: *x\nc: d\n",
		     "{a: {k: ['v']}, b: {k: ['v']}, c: 'd'}", "");
	expect_parse("&k key: 1\na: *k\n", "{key: '1', a: 'key'}", "");
	expect_parse("a: *x\nb: &x 1\n", "{a: null, b: '1'}", "1:4 L014\n");
	expect_parse("a: &x [*x]\n", "{a: [null]}", "1:8 L015\n");
	expect_parse("a: &x {k: {l: *x}}\nb: *x\n", NULL, "1:15 L015\n");
	expect_parse("a: &x 1\nb: &x 2\nc: *x\n", NULL, "2:4 L016\n");
	/* what an alias copies keeps its own places */
	expect_parse("a: &x {k: 1}\nb: *x\n", "{a: {k: '1'}, b: {k: '1'}}", "");
}

static void test_tags(void **state)
{
	(void)state;
	expect_parse("a: !!str 1\nb: !!int 2\nc: !!float 3\nd: !!bool true\n"
		     "e: !!null ~\nf: !!map {}\ng: !!seq []\nh: ! x\n",
		     "{a: '1', b: '2', c: '3', d: 'true', e: null, f: {}, "
		     "g: [], h: 'x'}",
		     "");
	expect_parse("a: !foo x\n", "{a: 'x'}", "1:4 L018\n");
	expect_parse("a: !!python/object x\n", "{a: 'x'}", "1:4 L018\n");
	expect_parse("a: !!set {b}\nc: !!binary x\n", NULL,
		     "1:4 L018\n2:4 L018\n");
	expect_parse("a: !!timestamp 2026-01-01\n", NULL, "1:4 L018\n");
	expect_parse("a: &x !foo y\nb: !bar &z w\n", NULL,
		     "1:7 L018\n2:4 L018\n");
	expect_parse("%TAG ! tag:example.com,2026:\n---\na: !x y\n", NULL,
		     "3:4 L018\n");
	expect_parse("%TAG !e! tag:yaml.org,2002:\n---\na: !e!str 1\n",
		     "{a: '1'}", "");
	expect_parse("a: !<tag:yaml.org,2002:str> null\n", "{a: 'null'}", "");
}

static void test_core_schema_is_not_1_1(void **state)
{
	(void)state;
	/* told apart later, by what is expected; here all are plain text */
	expect_parse("a: no\nb: on\nc: yes\nd: 1_000\ne: 0o17\n",
		     "{a: 'no', b: 'on', c: 'yes', d: '1_000', e: '0o17'}", "");
}

static void test_kinds(void **state)
{
	(void)state;
	expect_parse("just text\n", "'just text'", "");
	expect_parse("- a\n- b\n", "['a', 'b']", "");
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(test_duplicate_keys),
		cmocka_unit_test(test_duplicates_among_many),
		cmocka_unit_test(test_second_document),
		cmocka_unit_test(test_empty),
		cmocka_unit_test(test_merge_keys),
		cmocka_unit_test(test_complex_keys),
		cmocka_unit_test(test_aliases),
		cmocka_unit_test(test_tags),
		cmocka_unit_test(test_core_schema_is_not_1_1),
		cmocka_unit_test(test_kinds),
	};

	return cmocka_run_group_tests_name("doc/strict", tests, NULL, NULL);
}
