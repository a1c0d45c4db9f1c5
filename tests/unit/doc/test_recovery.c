/* After a syntax error reading goes on at the next key at the beginning of a
 * line: what is kept, and that each mistake is told once. */
#include "support/test.h"

#include "parsed.h"

static void test_one_section(void **state)
{
	(void)state;
	expect_parse("a: 1\nb: [x\nc: 3\nd: 4\n", NULL, "2:4 L010\n");
	expect_parse("a: 1\nb: ]\nc: 3\n", "{a: '1', c: '3'}", "2:4 L010\n");
	expect_parse("a: 1\nb: x: y\nc: 3\n", "{a: '1', b: 'x', c: '3'}",
		     "2:5 L010\n");
	expect_parse("a: 1\nb:\n  c: 2\n d: 3\ne: 5\n", NULL, "4:2 L010\n");
	expect_parse("a: 1\nb: @x\nc: 3\n", "{a: '1', c: '3'}", "2:4 L010\n");
	expect_parse("a: 1\nb:\n\t- x\nc: 3\n", NULL, "3:1 L010\n");
}

static void test_several_sections(void **state)
{
	(void)state;
	expect_parse("a: ]\nb: 2\nc: }\nd: 4\ne: @\nf: 6\n",
		     "{b: '2', d: '4', f: '6'}",
		     "1:4 L010\n3:4 L010\n5:4 L010\n");
}

/* Nested content of sections that are whole is whole. */
static void test_whole_sections(void **state)
{
	(void)state;
	expect_parse("a: ]\nb:\n  k: [x, y]\n  l:\n    - m: 1\nc: ]\n"
		     "d: {e: f}\n",
		     "{b: {k: ['x', 'y'], l: [{m: '1'}]}, d: {e: 'f'}}",
		     "1:4 L010\n6:4 L010\n");
}

/* A duplicate over two sections is one, and so is one within the second. */
static void test_duplicates_after_an_error(void **state)
{
	(void)state;
	expect_parse("a: 1\nb: ]\na: 2\nc: 3\n", "{a: '1', c: '3'}",
		     "2:4 L010\n3:1 L011\n");
	/* the lost section's key may be given again */
	expect_parse("a: 1\nb: ]\nb: 2\n", "{a: '1', b: '2'}", "2:4 L010\n");
}

static void test_anchors_over_sections(void **state)
{
	(void)state;
	expect_parse("a: &x 1\nb: ]\nc: *x\n", "{a: '1', c: '1'}",
		     "2:4 L010\n");
	/* one that the mistake took is not missed as well */
	expect_parse("a: [&x 1, }\nb: *x\n", NULL, "1:11 L010\n");
}

static void test_unclosed_quote(void **state)
{
	struct parsed p;

	(void)state;
	parsed_init(&p, STR("a: 1\nb: \"x\nc: 3\n"), NULL);
	assert_string_equal(parsed_findings(&p), "2:4 L010\n");
	assert_true(p.doc.broken);
	assert_str(doc_text(&p.doc, parsed_at(&p, "c")), "3");
	parsed_release(&p);
}

static void test_broken_is_marked(void **state)
{
	struct parsed p;

	(void)state;
	parsed_init(&p, STR("a:\n  k: 1\n  l: [x\nb: {m: n}\n"), NULL);
	assert_true(p.doc.broken);
	assert_true(node_is_broken(p.doc.nodes));
	assert_false(node_is_broken(parsed_at(&p, "b")));
	parsed_check_tree(&p);
	parsed_release(&p);
}

static void test_places_after_an_error(void **state)
{
	struct parsed p;
	const struct node *n;

	(void)state;
	parsed_init(&p, STR("\xe6\x97\xa5: ]\nb: '\xe6\x97\xa5' # x\nc: y\n"),
		    NULL);
	assert_string_equal(parsed_findings(&p), "1:4 L010\n");
	n = parsed_at(&p, "b");
	assert_int_equal(n->at, 10);
	assert_int_equal(n->end, 15);
	n = parsed_at(&p, "c");
	assert_memory_equal(p.source.text.ptr + n->at, "y", 1);
	parsed_release(&p);
}

static void test_messages(void **state)
{
	static const struct {
		const char *text, *message;
	} cases[] = {
		{"a: \"x\n", "the quote that opens here is never closed"},
		{"a: [x\nb: 1\n", "the list that opens here is not closed "
				  "where it should be"},
		{"a: {x\nb: 1\n", "the mapping that opens here is not closed "
				  "where it should be"},
		{"a: [1, }\n", "expected a value here"},
		{"a: b: c\n", "a second \": \" cannot stand here"},
		{"a:\n\tb: c\n", "a tab cannot indent"},
		{"a: @x\n", "a text cannot begin with \"@\""},
		{"a: `x\n", "a text cannot begin with \"`\""},
		{"a: \"\\q\"\n", "there is no such escape in double quotes"},
		{"a: &\n", "expected the name of an anchor after \"&\""},
		{"a: *\n", "expected the name of an alias after \"*\""},
		{"a: !x!y z\n", "the tag uses a handle that is not declared"},
		{"%YAML 3.0\n---\na: 1\n", "expected YAML version 1.1 or 1.2"},
		{"a: 1\nb\nc: 2\n",
		 "expected \": \" and a value after this key"},
	};

	(void)state;
	for (size_t i = 0; i < N_OF(cases); i++) {
		struct parsed p;

		parsed_init(&p, str_of(cases[i].text), NULL);
		assert_true(p.diag.findings.n >= 1);
		assert_str(p.diag.findings.at[0].message, cases[i].message);
		assert_int_equal(p.diag.findings.at[0].code, CODE_L010);
		parsed_check_tree(&p);
		parsed_release(&p);
	}
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(test_one_section),
		cmocka_unit_test(test_several_sections),
		cmocka_unit_test(test_whole_sections),
		cmocka_unit_test(test_duplicates_after_an_error),
		cmocka_unit_test(test_anchors_over_sections),
		cmocka_unit_test(test_unclosed_quote),
		cmocka_unit_test(test_broken_is_marked),
		cmocka_unit_test(test_places_after_an_error),
		cmocka_unit_test(test_messages),
	};

	return cmocka_run_group_tests_name("doc/recovery", tests, NULL, NULL);
}
