/* Bytes that must not stand in a file, raw or by escape. */
#include "support/test.h"

#include "parsed.h"

#include <stdio.h>

struct bad {
	uint32_t c;
	const char *bytes, *code;
};

static const struct bad bad[] = {
	{0x00, "\0", "L002"},
	{0x01, "\x01", "L002"},
	{0x07, "\a", "L002"},
	{0x08, "\b", "L002"},
	{0x0b, "\v", "L002"},
	{0x0c, "\f", "L002"},
	{0x1b, "\x1b", "L002"},
	{0x1f, "\x1f", "L002"},
	{0x7f, "\x7f", "L002"},
	{0x80, "\xc2\x80", "L002"},
	{0x9b, "\xc2\x9b", "L002"},
	{0x9f, "\xc2\x9f", "L002"},
	{0x85, "\xc2\x85", "L003"},
	{0x2028, "\xe2\x80\xa8", "L003"},
	{0x2029, "\xe2\x80\xa9", "L003"},
	{0x202a, "\xe2\x80\xaa", "L004"},
	{0x202e, "\xe2\x80\xae", "L004"},
	{0x2066, "\xe2\x81\xa6", "L004"},
	{0x2069, "\xe2\x81\xa9", "L004"},
	{0xfeff, "\xef\xbb\xbf", "L004"},
	{0xfdd0, "\xef\xb7\x90", "L004"},
	{0xfffe, "\xef\xbf\xbe", "L004"},
	{0xffff, "\xef\xbf\xbf", "L004"},
	{0x1fffe, "\xf0\x9f\xbf\xbe", "L004"},
	{0xe0001, "\xf3\xa0\x80\x81", "L004"},
	{0xe0041, "\xf3\xa0\x81\x81", "L004"},
	{0x10ffff, "\xf4\x8f\xbf\xbf", "L004"},
};

static size_t length(const struct bad *b)
{
	return b->c ? strlen(b->bytes) : 1;
}

/* In a text, in a key, in a comment, alone at the very end. */
static void check_raw(const struct bad *b, const char *before,
		      const char *after, const char *place)
{
	struct buf text = {0};
	struct parsed p;
	char expected[32];

	buf_z(&text, before);
	buf_add(&text, (struct str){b->bytes, length(b)});
	buf_z(&text, after);
	snprintf(expected, sizeof expected, "%s %s\n", place, b->code);
	parsed_init(&p, buf_str(&text), NULL);
	if (strcmp(parsed_findings(&p), expected) != 0)
		fail_msg("U+%04X after %s: %s", (unsigned)b->c, before,
			 parsed_findings(&p));
	assert_int_equal(p.diag.findings.at[0].span.end -
				 p.diag.findings.at[0].span.at,
			 length(b));
	parsed_check_tree(&p);
	parsed_release(&p);
	buf_release(&text);
}

static void test_raw(void **state)
{
	(void)state;
	for (size_t i = 0; i < N_OF(bad); i++) {
		check_raw(&bad[i], "k: a", "b\n", "1:5");
		check_raw(&bad[i], "k: 'a", "b'\nl: m\n", "1:6");
		check_raw(&bad[i], "a: b\nk", "l: m\n", "2:2");
		check_raw(&bad[i], "a: b # c", "d\n", "1:9");
		check_raw(&bad[i], "a: |\n  x", "y\n", "2:4");
		check_raw(&bad[i], "a: b", "", "1:5");
		check_raw(&bad[i], "a: [b", ", c]", "1:6");
	}
}

/* Far enough to be checked a block at a time, and across a block's edge. */
static void test_raw_far_away(void **state)
{
	char before[300];

	(void)state;
	for (size_t i = 0; i < N_OF(bad); i++)
		for (size_t n = 120; n < 140; n++) {
			char place[16];

			memset(before, 'x', n);
			memcpy(before, "k: ", 3);
			before[n] = 0;
			snprintf(place, sizeof place, "1:%zu", n + 1);
			check_raw(&bad[i], before,
				  "yyyyyyyyyyyyyyyyyyyyyyyyy"
				  "yyyyyyyyyyyyyyyyyyyyyyyyy"
				  "yyyyyyyyyyyyyyyyyyyyyyyyyyy"
				  "\n",
				  place);
		}
}

static void check_escape(const char *escape, const char *code)
{
	struct buf text = {0};
	struct parsed p;
	char expected[32] = "";

	buf_printf(&text, "k: \"a%sb\"\n", escape);
	if (code)
		snprintf(expected, sizeof expected, "1:6 %s\n", code);
	parsed_init(&p, buf_str(&text), NULL);
	if (strcmp(parsed_findings(&p), expected) != 0)
		fail_msg("%s: %s", escape, parsed_findings(&p));
	if (code) {
		assert_int_equal(p.diag.findings.at[0].span.end -
					 p.diag.findings.at[0].span.at,
				 strlen(escape));
		assert_str(doc_text(&p.doc, parsed_at(&p, "k")), "ab");
	}
	parsed_release(&p);
	buf_release(&text);
}

static void test_escapes(void **state)
{
	(void)state;
	for (size_t i = 0; i < N_OF(bad); i++) {
		char escape[16];

		snprintf(escape, sizeof escape, "\\U%08X", (unsigned)bad[i].c);
		check_escape(escape, bad[i].code);
		if (bad[i].c <= 0xffff) {
			snprintf(escape, sizeof escape, "\\u%04x",
				 (unsigned)bad[i].c);
			check_escape(escape, bad[i].code);
		}
		if (bad[i].c <= 0xff) {
			snprintf(escape, sizeof escape, "\\x%02X",
				 (unsigned)bad[i].c);
			check_escape(escape, bad[i].code);
		}
	}
	check_escape("\\0", "L002");
	check_escape("\\a", "L002");
	check_escape("\\b", "L002");
	check_escape("\\v", "L002");
	check_escape("\\f", "L002");
	check_escape("\\e", "L002");
	check_escape("\\N", "L003");
	check_escape("\\L", "L003");
	check_escape("\\P", "L003");
	check_escape("\\r", "L003");
}

static void test_good_escapes(void **state)
{
	static const char *const good[] = {
		"\\t",	   "\\n",     "\\\\",	  "\\\"",    "\\/",
		"\\ ",	   "\\_",     "\\x41",	  "\\u65e5", "\\U0001F600",
		"\\u200b", "\\u200e", "\\u200f",  "\\u061c", "\\u200d",
		"\\r\\n",  "\\\\x01", "\\\\\\\\0"};

	(void)state;
	for (size_t i = 0; i < N_OF(good); i++)
		check_escape(good[i], NULL);
}

/* Escapes mean something in double quotes only. */
static void test_no_escapes_elsewhere(void **state)
{
	(void)state;
	expect_parse("a: '\\x01'\nb: \\x01\nc: |\n  \\x01\n",
		     "{a: '\\x01', b: '\\x01', c: '\\x01\n'}", "");
}

static void test_line_ends(void **state)
{
	(void)state;
	expect_parse("a: 1\r\nb: 2\r\n", "{a: '1', b: '2'}", "");
	/* a line to libyaml, none to an editor: an error at its place */
	expect_parse("a: 1\rb: 2", "{a: '1', b: '2'}", "1:5 L003\n");
	expect_parse("a: x\ry\n", "{a: 'x y'}", "1:5 L003\n");
	expect_parse("a: 1\n\rb: 2\n", "{a: '1', b: '2'}", "2:1 L003\n");
	expect_parse("a: 1\r", NULL, "1:5 L003\n");
	expect_parse("# c\xe2\x80\xa8"
		     "a: 1\nb: 2\n",
		     "{b: '2'}", "1:4 L003\n");
	expect_parse("# c\xc2\x85"
		     "a: 1\nb: 2\n",
		     "{b: '2'}", "1:4 L003\n");
}

static void test_bad_utf8(void **state)
{
	static const struct {
		const char *bytes;
		int findings;
	} cases[] = {
		{"\x80", 1},	     {"\xff", 1},
		{"\xc0\xaf", 2},     {"\xc3", 1},
		{"\xe6\x97", 1},     {"\xf0\x9f\x98", 1},
		{"\xed\xa0\x80", 3}, {"\xf4\x90\x80\x80", 4},
		{"\xe0\x80\x80", 3},
	};

	(void)state;
	for (size_t i = 0; i < N_OF(cases); i++) {
		struct buf text = {0};
		struct parsed p;

		buf_printf(&text, "k: a%sz\n", cases[i].bytes);
		parsed_init(&p, buf_str(&text), NULL);
		parsed_findings(&p);
		assert_int_equal(p.diag.findings.n, cases[i].findings);
		for_each(f, &p.diag.findings)
			assert_int_equal(f->code, CODE_L001);
		assert_str(doc_text(&p.doc, parsed_at(&p, "k")), "az");
		parsed_release(&p);
		buf_release(&text);
	}
}

static void test_encodings(void **state)
{
	(void)state;
	expect_parse("\xff\xfe"
		     "a\0:\0",
		     "", "1:1 L005\n");
	expect_parse("\xfe\xff\0a\0:", "", "1:1 L005\n");
	expect_parse("\xff\xfe\0\0a\0\0\0", "", "1:1 L005\n");
	expect_parse("\0\0\xfe\xff\0\0\0a", "", "1:1 L005\n");
	expect_parse("a\0:\0 \0001\0", "", "1:1 L005\n");
	expect_parse("\0a\0:\0 \0001", "", "1:1 L005\n");
}

/* Marks and joiners belong to some scripts. */
static void test_allowed(void **state)
{
	(void)state;
	expect_parse("a: x\xe2\x80\x8e"
		     "y\xe2\x80\x8f"
		     "z\xd8\x9c\n"
		     "b: \xe2\x80\x8d\xe2\x80\x8c\n",
		     NULL, "");
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(test_raw),
		cmocka_unit_test(test_raw_far_away),
		cmocka_unit_test(test_escapes),
		cmocka_unit_test(test_good_escapes),
		cmocka_unit_test(test_no_escapes_elsewhere),
		cmocka_unit_test(test_line_ends),
		cmocka_unit_test(test_bad_utf8),
		cmocka_unit_test(test_encodings),
		cmocka_unit_test(test_allowed),
	};

	return cmocka_run_group_tests_name("doc/bytes", tests, NULL, NULL);
}
