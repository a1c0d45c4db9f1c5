/* Each limit at the limit and one past it, and files made to be slow. */
#include "support/test.h"

#include "parsed.h"

/* Parses `text` under a limit of `at`; gives the findings. */
static const char *under(struct parsed *p, struct buf *text, enum limit which,
			 int64_t at)
{
	struct limits limits = limits_default;

	limits.at[which] = at;
	parsed_init(p, buf_str(text), &limits);
	parsed_check_tree(p);
	return parsed_findings(p);
}

/* `ok` at `limit`, `code` alone one below. */
static void check_limit(struct buf *text, enum limit which, int64_t limit,
			enum code code, bool refused)
{
	struct parsed p;

	assert_string_equal(under(&p, text, which, limit), "");
	assert_false(p.doc.refused);
	parsed_release(&p);
	under(&p, text, which, limit - 1);
	assert_int_equal(p.diag.findings.n, 1);
	assert_int_equal(p.diag.findings.at[0].code, code);
	assert_int_equal(p.doc.refused, refused);
	parsed_release(&p);
	buf_release(text);
}

static void test_defaults(void **state)
{
	(void)state;
	assert_int_equal(limits_default.at[LIMIT_FILE_SIZE], 16 << 20);
	assert_int_equal(limits_default.at[LIMIT_DEPTH], 32);
	assert_int_equal(limits_default.at[LIMIT_NODES], 2000000);
	assert_int_equal(limits_default.at[LIMIT_ALIASES], 10000);
	assert_int_equal(limits_default.at[LIMIT_KEY_SIZE], 256);
	assert_int_equal(limits_default.at[LIMIT_TEXT_SIZE], 64 << 10);
	assert_int_equal(limits_default.at[LIMIT_DIRECTIVES], 4);
	assert_int_equal(limits_default.at[LIMIT_EXTENDS], 8);
	assert_int_equal(limits_default.at[LIMIT_FIGURE], 1000000);
	assert_int_equal(limits_default.at[LIMIT_SALARY], 1000000000000);
}

static void test_depth(void **state)
{
	struct buf flow = {0}, block = {0};

	(void)state;
	/* the root is the first */
	buf_z(&flow, "a: ");
	buf_fill(&flow, '[', 31);
	buf_fill(&flow, ']', 31);
	check_limit(&flow, LIMIT_DEPTH, 32, CODE_L021, true);
	for (size_t i = 0; i < 32; i++) {
		buf_fill(&block, ' ', i);
		buf_z(&block, "k:\n");
	}
	check_limit(&block, LIMIT_DEPTH, 32, CODE_L021, true);
}

static void test_nodes(void **state)
{
	struct buf plain = {0}, aliased = {0};

	(void)state;
	buf_z(&plain, "a: [1, 2, 3]\n"); /* root, key, list, three items */
	check_limit(&plain, LIMIT_NODES, 6, CODE_L022, true);
	buf_z(&aliased, "a: &x [1, 2]\nb: *x\n");
	check_limit(&aliased, LIMIT_NODES, 9, CODE_L022, true);
}

static void test_aliases(void **state)
{
	struct buf text = {0};

	(void)state;
	buf_z(&text, "a: &x 1\nb: [*x, *x, *x]\n");
	check_limit(&text, LIMIT_ALIASES, 3, CODE_L023, true);
}

static void test_key_size(void **state)
{
	struct buf plain = {0}, quoted = {0};

	(void)state;
	buf_fill(&plain, 'k', 256);
	buf_z(&plain, ": 1\n");
	check_limit(&plain, LIMIT_KEY_SIZE, 256, CODE_L024, false);
	buf_z(&quoted, "\"\\x41\\x41\\x41\": 1\n"); /* decoded: three */
	check_limit(&quoted, LIMIT_KEY_SIZE, 3, CODE_L024, false);
}

static void test_text_size(void **state)
{
	struct buf plain = {0}, escaped = {0}, block = {0}, key = {0};
	struct parsed p;

	(void)state;
	buf_z(&plain, "a: ");
	buf_fill(&plain, 'x', 65536);
	check_limit(&plain, LIMIT_TEXT_SIZE, 65536, CODE_L025, false);
	buf_z(&escaped, "a: \"\\x41\\x41\\x41\"\n");
	check_limit(&escaped, LIMIT_TEXT_SIZE, 3, CODE_L025, false);
	buf_z(&block, "a: |\n  xyz\n  w\n");
	check_limit(&block, LIMIT_TEXT_SIZE, 6, CODE_L025, false);
	/* a key that is far too long is one mistake */
	buf_z(&key, "? ");
	buf_fill(&key, 'k', 70000);
	buf_z(&key, "\n: 1\n");
	parsed_init(&p, buf_str(&key), NULL);
	assert_string_equal(parsed_findings(&p), "1:3 L024\n");
	parsed_release(&p);
	buf_release(&key);
}

static void test_directives(void **state)
{
	struct buf text = {0};

	(void)state;
	buf_z(&text, "# c\n%YAML 1.2\n%TAG !a! x:\n\n%TAG !b! y:\n"
		     "%TAG !c! z:\n---\na: 1\n");
	check_limit(&text, LIMIT_DIRECTIVES, 4, CODE_L026, true);
}

/* --- files made to be slow: each must come to an end, with its code ------ */

/* Expects `code` among the findings. */
static void ends_with(struct buf *text, enum code code)
{
	struct parsed p;
	bool found = false;

	parsed_init(&p, buf_str(text), NULL);
	diag_sort(&p.diag);
	for_each(f, &p.diag.findings) {
		found = found || f->code == code;
		assert_true(f->span.end <= text->len);
		source_place(&p.source, f->span.at);
	}
	if (!found)
		fail_msg("no %s", code_table[code].id);
	parsed_check_tree(&p);
	parsed_release(&p);
	buf_release(text);
}

static void repeat(struct buf *text, const char *what, int n)
{
	for (int i = 0; i < n; i++)
		buf_z(text, what);
}

static void test_deep(void **state)
{
	static const char *const ways[] = {
		"[", "{", "[[{", "{a: ", "- ", "? ", "[{a: "};

	(void)state;
	for (size_t i = 0; i < N_OF(ways); i++) {
		struct buf text = {0};

		repeat(&text, ways[i], 80000);
		ends_with(&text, CODE_L021);
	}
}

static void test_many_anchors(void **state)
{
	struct buf text = {0};

	(void)state;
	for (int i = 0; i < 100000; i++)
		buf_printf(&text, "- &a%d x\n", i);
	buf_z(&text, "- *nothing\n- &a5 y\n");
	ends_with(&text, CODE_L014);
}

static void test_same_anchor(void **state)
{
	struct buf text = {0};

	(void)state;
	repeat(&text, "- &a x\n", 100000);
	ends_with(&text, CODE_L016);
}

static void test_many_directives(void **state)
{
	struct buf text = {0}, late = {0};

	(void)state;
	for (int i = 0; i < 40000; i++)
		buf_printf(&text, "%%TAG !a%d! x:\n", i);
	buf_z(&text, "---\na: 1\n");
	ends_with(&text, CODE_L026);
	buf_z(&late, "a: 1\n...\n");
	for (int i = 0; i < 40000; i++)
		buf_printf(&late, "%%TAG !a%d! x:\n", i);
	ends_with(&late, CODE_L012);
}

/* Nine times nine times nine … */
static void test_alias_bomb(void **state)
{
	struct buf text = {0}, chain = {0};

	(void)state;
	buf_z(&text, "a0: &a0 [x, x, x, x, x, x, x, x, x]\n");
	for (int i = 1; i < 12; i++) {
		buf_printf(&text, "a%d: &a%d [", i, i);
		for (int k = 0; k < 9; k++)
			buf_printf(&text, "*a%d, ", i - 1);
		buf_z(&text, "]\n");
	}
	ends_with(&text, CODE_L022);
	/* one deeper each time */
	buf_z(&chain, "a0: &a0 {k: x}\n");
	for (int i = 1; i < 9000; i++)
		buf_printf(&chain, "a%d: &a%d {k: *a%d}\n", i, i, i - 1);
	ends_with(&chain, CODE_L021);
}

static void test_duplicate_keys(void **state)
{
	struct buf lines = {0}, line = {0};

	(void)state;
	repeat(&lines, "a: 1\n", 100000);
	ends_with(&lines, CODE_L011);
	buf_z(&line, "{");
	repeat(&line, "\xe6\x97\xa5: 1, ", 100000);
	buf_z(&line, "}");
	ends_with(&line, CODE_L011);
}

static void test_huge_line(void **state)
{
	struct buf text = {0}, text2 = {0};

	(void)state;
	buf_z(&text, "a: \"");
	repeat(&text, "\xe6\x97\xa5", 2000000);
	buf_z(&text, "\"\n");
	ends_with(&text, CODE_L025);
	buf_z(&text2, "a: [");
	repeat(&text2, "\xe6\x97\xa5, \xff", 300000);
	buf_z(&text2, "]\n");
	ends_with(&text2, CODE_L001);
}

/* Bad bytes all over, each between two nodes. */
static void test_many_bad_bytes(void **state)
{
	struct buf text = {0}, lone = {0};

	(void)state;
	repeat(&text, "- a\x01\n", 300000);
	ends_with(&text, CODE_L002);
	repeat(&lone, "- a\r", 300000);
	ends_with(&lone, CODE_L003);
}

/* A mistake in every other section. */
static void test_many_syntax_errors(void **state)
{
	struct buf text = {0}, bad = {0};

	(void)state;
	for (int i = 0; i < 100000; i++)
		buf_printf(&text, "a%d: 1\nb%d: ]\n", i, i);
	ends_with(&text, CODE_L010);
	for (int i = 0; i < 60000; i++)
		buf_printf(&bad, "a%d: \x01\nb%d: ]\n", i, i);
	ends_with(&bad, CODE_L002);
}

static void test_unclosed(void **state)
{
	struct buf quotes = {0}, lists = {0};

	(void)state;
	repeat(&quotes, "a: \"\n", 2000);
	buf_z(&quotes, "b: '");
	ends_with(&quotes, CODE_L010);
	repeat(&lists, "a: [\n", 20000);
	ends_with(&lists, CODE_L021);
}

static void test_comments_only(void **state)
{
	struct buf text = {0};

	(void)state;
	repeat(&text, "# x\n", 1000000);
	ends_with(&text, CODE_L019);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(test_defaults),
		cmocka_unit_test(test_depth),
		cmocka_unit_test(test_nodes),
		cmocka_unit_test(test_aliases),
		cmocka_unit_test(test_key_size),
		cmocka_unit_test(test_text_size),
		cmocka_unit_test(test_directives),
		cmocka_unit_test(test_deep),
		cmocka_unit_test(test_many_anchors),
		cmocka_unit_test(test_same_anchor),
		cmocka_unit_test(test_many_directives),
		cmocka_unit_test(test_alias_bomb),
		cmocka_unit_test(test_duplicate_keys),
		cmocka_unit_test(test_huge_line),
		cmocka_unit_test(test_many_bad_bytes),
		cmocka_unit_test(test_many_syntax_errors),
		cmocka_unit_test(test_unclosed),
		cmocka_unit_test(test_comments_only),
	};

	return cmocka_run_group_tests_name("doc/limits", tests, NULL, NULL);
}
