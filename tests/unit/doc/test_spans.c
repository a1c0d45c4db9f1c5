/* Where nodes stand, and which text they have. */
#include "support/test.h"

#include "parsed.h"

/* The bytes of a node in the file. */
static struct str token(struct parsed *p, const struct node *n)
{
	return str_head(str_from(p->source.text, n->at), n->end - n->at);
}

/* Expects that the node at `path` stands as `expected` in the file. */
static void token_is(struct parsed *p, const char *path, const char *expected)
{
	assert_str(token(p, parsed_at(p, path)), expected);
}

static void text_is(struct parsed *p, const char *path, const char *expected)
{
	assert_str(doc_text(&p->doc, parsed_at(p, path)), expected);
}

static void begin(struct parsed *p, const char *text)
{
	parsed_init(p, str_of(text), NULL);
	assert_string_equal(parsed_findings(p), "");
	parsed_check_tree(p);
}

static void test_plain(void **state)
{
	struct parsed p;

	(void)state;
	begin(&p, "# comment\na: one two  # comment\nb:\n  one\n  two\n"
		  "c: x#y\nd: x,\ne:\nf: ~\n\"\": z\n");
	token_is(&p, "a", "one two");
	text_is(&p, "a", "one two");
	assert_int_equal(parsed_at(&p, "a")->flags, NODE_PLAIN);
	token_is(&p, "b", "one\n  two");
	text_is(&p, "b", "one two");
	assert_true(parsed_at(&p, "b")->flags & NODE_DECODED);
	token_is(&p, "c", "x#y");
	token_is(&p, "d", "x,");
	token_is(&p, "e", "");
	assert_true(parsed_at(&p, "e")->flags & NODE_NULL);
	assert_true(parsed_at(&p, "f")->flags & NODE_NULL);
	assert_str(token(&p, p.doc.nodes + 1), "a");
	parsed_release(&p);
}

static void test_quoted(void **state)
{
	struct parsed p;

	(void)state;
	begin(&p, "a: 'it''s'\nb: \"x\\ty\"\nc: ''\nd: \"\"\ne: 'null'\n"
		  "f: \"one\n  two\n\n  three\"\ng: 'plain'\n"
		  "h: \"\\u65e5\\U0001F600\\x41\\\\\\\"\\/\"\n'k' : v\n");
	token_is(&p, "a", "'it''s'");
	text_is(&p, "a", "it's");
	token_is(&p, "b", "\"x\\ty\"");
	text_is(&p, "b", "x\ty");
	token_is(&p, "c", "''");
	text_is(&p, "c", "");
	text_is(&p, "d", "");
	assert_int_equal(parsed_at(&p, "c")->flags & NODE_NULL, 0);
	text_is(&p, "e", "null");
	assert_int_equal(parsed_at(&p, "e")->flags, 0);
	text_is(&p, "f", "one two\nthree");
	token_is(&p, "f", "\"one\n  two\n\n  three\"");
	token_is(&p, "g", "'plain'");
	assert_int_equal(parsed_at(&p, "g")->flags & NODE_DECODED, 0);
	text_is(&p, "h",
		"\xe6\x97\xa5\xf0\x9f\x98\x80"
		"A\\\"/");
	token_is(&p, "k", "v");
	parsed_release(&p);
}

static void test_blocks(void **state)
{
	struct parsed p;

	(void)state;
	begin(&p, "a: |\n  one\n  two\n\nb: >-\n  one\n  two\n\n  three\n"
		  "c: |+\n  keep\n\nd: |2-\n    in\ne: |\nf: end\n"
		  "g: |\n  last");
	text_is(&p, "a", "one\ntwo\n");
	token_is(&p, "a", "|\n  one\n  two");
	text_is(&p, "b", "one two\nthree");
	token_is(&p, "b", ">-\n  one\n  two\n\n  three");
	text_is(&p, "c", "keep\n\n");
	text_is(&p, "d", "  in");
	text_is(&p, "e", "");
	assert_int_equal(parsed_at(&p, "e")->flags & NODE_NULL, 0);
	token_is(&p, "f", "end");
	text_is(&p, "g", "last");
	parsed_release(&p);
}

static void test_flow(void **state)
{
	struct parsed p;

	(void)state;
	begin(&p, "a: [x, 'y' , {k: v, l}]\nb: {}\nc: []\n"
		  "d: {k: [1,\n     2], e: }\ne: [a: 1]\n");
	token_is(&p, "a", "[x, 'y' , {k: v, l}]");
	token_is(&p, "a.1", "'y'");
	token_is(&p, "a.2", "{k: v, l}");
	token_is(&p, "a.2.k", "v");
	assert_true(parsed_at(&p, "a.2.l")->flags & NODE_NULL);
	token_is(&p, "b", "{}");
	token_is(&p, "c", "[]");
	assert_int_equal(parsed_at(&p, "c")->len, 0);
	token_is(&p, "d.k", "[1,\n     2]");
	token_is(&p, "d", "{k: [1,\n     2], e: }");
	token_is(&p, "e.0", "a: 1");
	parsed_release(&p);
}

static void test_block_collections(void **state)
{
	struct parsed p;

	(void)state;
	begin(&p, "a:\n  b: 1\n  c:\n    - x\n    - y: 2\n      z: 3\n"
		  "    # a comment\n\nd:\n- p\n-\n- - q\n  - r\n\ne: 4\n");
	token_is(&p, "a", "b: 1\n  c:\n    - x\n    - y: 2\n      z: 3");
	token_is(&p, "a.c", "- x\n    - y: 2\n      z: 3");
	token_is(&p, "a.c.1", "y: 2\n      z: 3");
	token_is(&p, "d", "- p\n-\n- - q\n  - r");
	token_is(&p, "d.1", "");
	token_is(&p, "d.2", "- q\n  - r");
	token_is(&p, "d.2.1", "r");
	token_is(&p, "e", "4");
	parsed_release(&p);
}

static void test_anchors_and_tags(void **state)
{
	struct parsed p;

	(void)state;
	begin(&p, "a: &x one\nb: !!str null\nc: &y !!str 12\n"
		  "d: !!map &z\n  k: v\ne: *x\nf: *z\ng: !!int 5\n"
		  "h: ! no\ni: &w\nj: &v\n  - 1\nl: &u [1, 2]\n");
	token_is(&p, "a", "one");
	text_is(&p, "b", "null");
	assert_int_equal(parsed_at(&p, "b")->flags, 0);
	token_is(&p, "c", "12");
	assert_int_equal(parsed_at(&p, "c")->flags, 0);
	token_is(&p, "d", "k: v");
	token_is(&p, "e", "*x");
	text_is(&p, "e", "one");
	assert_true(parsed_at(&p, "e")->flags & NODE_ALIAS);
	assert_int_equal(parsed_at(&p, "a")->flags & NODE_ALIAS, 0);
	token_is(&p, "f", "*z");
	text_is(&p, "f.k", "v");
	assert_int_equal(parsed_at(&p, "g")->flags, NODE_PLAIN);
	assert_int_equal(parsed_at(&p, "h")->flags, 0);
	token_is(&p, "j", "- 1");
	token_is(&p, "l", "[1, 2]");
	assert_true(parsed_at(&p, "i")->flags & NODE_NULL);
	parsed_release(&p);
}

static void test_nulls(void **state)
{
	struct parsed p;

	(void)state;
	begin(&p, "a: null\nb: Null\nc: NULL\nd: ~\ne:\nf: nUll\ng: 'null'\n"
		  "h: no\n");
	for (const char *key = "abcde"; *key; key++) {
		char path[] = {*key, 0};

		assert_true(parsed_at(&p, path)->flags & NODE_NULL);
		assert_false(node_has_value(parsed_at(&p, path)));
	}
	for (const char *key = "fgh"; *key; key++) {
		char path[] = {*key, 0};

		assert_true(node_has_value(parsed_at(&p, path)));
	}
	parsed_release(&p);
}

/* The same file with LF and CRLF: same texts, places one byte a line on. */
static void test_crlf(void **state)
{
	struct parsed p;

	(void)state;
	begin(&p, "a: one\r\nb: |\r\n  x\r\n  y\r\nc: \"q\r\n  r\"\r\n"
		  "d:\r\n- 1\r\n- 2\r\n");
	text_is(&p, "a", "one");
	text_is(&p, "b", "x\ny\n");
	text_is(&p, "c", "q r");
	token_is(&p, "a", "one");
	token_is(&p, "b", "|\r\n  x\r\n  y");
	token_is(&p, "d", "- 1\r\n- 2");
	parsed_release(&p);
}

static void test_bom(void **state)
{
	struct parsed p;

	(void)state;
	begin(&p, "\xef\xbb\xbf"
		  "a: one\nb: 'two'\n");
	token_is(&p, "a", "one");
	token_is(&p, "b", "'two'");
	assert_int_equal(parsed_at(&p, "a")->at, 6);
	assert_str(token(&p, p.doc.nodes + 1), "a");
	parsed_release(&p);
}

/* libyaml counts characters; places here are bytes. */
static void test_japanese(void **state)
{
	struct parsed p;

	(void)state;
	begin(&p, "# \xe6\x97\xa5\xe6\x9c\xac\n"
		  "\xe5\x90\x8d: \xe3\x83\x86\xe3\x82\xb9\xe3\x83\x88\n"
		  "b: [\"\xe6\x97\xa5\", x]\n\xf0\x9f\x98\x80: '\xc3\xa9'\n"
		  "c: |\n  \xe6\x97\xa5\nd: z\n");
	token_is(&p, "\xe5\x90\x8d", "\xe3\x83\x86\xe3\x82\xb9\xe3\x83\x88");
	token_is(&p, "b", "[\"\xe6\x97\xa5\", x]");
	token_is(&p, "b.0", "\"\xe6\x97\xa5\"");
	token_is(&p, "b.1", "x");
	token_is(&p, "\xf0\x9f\x98\x80", "'\xc3\xa9'");
	text_is(&p, "c", "\xe6\x97\xa5\n");
	token_is(&p, "d", "z");
	parsed_release(&p);
}

/* Also where bytes were left out before the parser saw them. */
static void test_after_bad_bytes(void **state)
{
	struct parsed p;

	(void)state;
	parsed_init(&p,
		    STR("a: x\x01y\nb: \xff\xe6\x97\xa5\nc: [\x7f"
			"q, z]\n"),
		    NULL);
	assert_string_equal(parsed_findings(&p),
			    "1:5 L002\n2:4 L001\n3:5 L002\n");
	token_is(&p, "a", "x\x01y");
	text_is(&p, "a", "xy");
	text_is(&p, "b", "\xe6\x97\xa5");
	token_is(&p, "c.1", "z");
	parsed_check_tree(&p);
	parsed_release(&p);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(test_plain),
		cmocka_unit_test(test_quoted),
		cmocka_unit_test(test_blocks),
		cmocka_unit_test(test_flow),
		cmocka_unit_test(test_block_collections),
		cmocka_unit_test(test_anchors_and_tags),
		cmocka_unit_test(test_nulls),
		cmocka_unit_test(test_crlf),
		cmocka_unit_test(test_bom),
		cmocka_unit_test(test_japanese),
		cmocka_unit_test(test_after_bad_bytes),
	};

	return cmocka_run_group_tests_name("doc/spans", tests, NULL, NULL);
}
