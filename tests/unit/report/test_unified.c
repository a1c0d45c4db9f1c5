/* Unified diffs: as diff -u writes them, safe for a terminal, and such that
 * applying them gives the new text. */
#include "base/vec.h"
#include "report/unified.h"
#include "support/dice.h"
#include "support/test.h"

#include <stdlib.h>

static void write(struct buf *out, const char *old, const char *new,
		  bool color)
{
	struct report_style style = {.color = color};
	struct unified u = {STR("a"), STR("b"), str_of(old), str_of(new)};

	unified_write(&u, &style, out);
}

static void expect(const char *old, const char *new, const char *diff)
{
	struct buf out = {0};

	write(&out, old, new, false);
	assert_str(buf_str(&out), diff);
	buf_release(&out);
}

static void equal_texts_have_none(void **state)
{
	(void)state;
	expect("", "", "");
	expect("one\ntwo", "one\ntwo", "");
}

static void changes_stand_in_context(void **state)
{
	(void)state;
	expect("1\n2\n3\n4\n5\n6\n7\n8\n9\n", "1\n2\n3\n4\nV\n6\n7\n8\n9\n",
	       "--- a\n+++ b\n@@ -2,7 +2,7 @@\n 2\n 3\n 4\n-5\n+V\n 6\n 7\n"
	       " 8\n");
	expect("1\n", "", "--- a\n+++ b\n@@ -1 +0,0 @@\n-1\n");
	expect("", "1\n2\n", "--- a\n+++ b\n@@ -0,0 +1,2 @@\n+1\n+2\n");
}

static void far_changes_stand_apart(void **state)
{
	(void)state;
	expect("a\n1\n2\n3\n4\n5\n6\nb\n", "A\n1\n2\n3\n4\n5\n6\nB\n",
	       "--- a\n+++ b\n@@ -1,8 +1,8 @@\n-a\n+A\n 1\n 2\n 3\n 4\n 5\n"
	       " 6\n-b\n+B\n");
	expect("a\n1\n2\n3\n4\n5\n6\n7\nb\n", "A\n1\n2\n3\n4\n5\n6\n7\nB\n",
	       "--- a\n+++ b\n@@ -1,4 +1,4 @@\n-a\n+A\n 1\n 2\n 3\n"
	       "@@ -6,4 +6,4 @@\n 5\n 6\n 7\n-b\n+B\n");
}

static void line_ends_are_seen(void **state)
{
	(void)state;
	expect("1\n2", "1\n2\n",
	       "--- a\n+++ b\n@@ -1,2 +1,2 @@\n 1\n-2\n"
	       "\\ No newline at end of file\n+2\n");
	expect("1\r\n", "2\r\n", "--- a\n+++ b\n@@ -1 +1 @@\n-1\r\n+2\r\n");
}

static void data_is_safe(void **state)
{
	(void)state;
	expect("x\n", "\x1b[2J\n::error::x\n",
	       "--- a\n+++ b\n@@ -1 +1,2 @@\n-x\n+\\x1b[2J\n+::error::x\n");
	expect("  ::error::x\ny\n", "  ::error::x\nz\n",
	       "--- a\n+++ b\n@@ -1,2 +1,2 @@\n   \\x3a:error::x\n-y\n+z\n");
}

static void colours_end_before_the_line(void **state)
{
	struct buf out = {0};

	(void)state;
	write(&out, "1\n", "2\n", true);
	assert_str(buf_str(&out),
		   "\x1b[1m--- a\x1b[0m\n\x1b[1m+++ b\x1b[0m\n"
		   "\x1b[36m@@ -1 +1 @@\x1b[0m\n\x1b[31m-1\x1b[0m\n"
		   "\x1b[32m+2\x1b[0m\n");
	buf_release(&out);
}

/* --- applying ------------------------------------------------------------ */

static struct str take_line(struct str *rest)
{
	size_t n = str_index(*rest, '\n');
	struct str line = str_head(*rest, n);

	*rest = str_from(*rest, n + 1);
	return line;
}

/* Copies old lines up to the one before line `to` (from 1). */
static void copy_to(struct str *old, uint32_t *line, uint32_t to,
		    struct buf *out)
{
	for (; *line < to; ++*line) {
		buf_add(out, take_line(old));
		buf_char(out, '\n');
	}
}

static void apply(struct str old, struct str diff, struct buf *out)
{
	uint32_t line = 1;

	take_line(&diff);
	take_line(&diff);
	while (diff.len) {
		struct str d = take_line(&diff), was;

		if (*d.ptr == '@') {
			bool none = strstr(d.ptr, ",0 +") &&
				    strstr(d.ptr, ",0 +") < d.ptr + d.len;

			copy_to(&old, &line,
				(uint32_t)atoi(d.ptr + 4) + none, out);
			continue;
		}
		if (*d.ptr != '+') {
			was = take_line(&old);
			line++;
			assert_true(str_eq(was, str_from(d, 1)));
		}
		if (*d.ptr != '-') {
			buf_add(out, str_from(d, 1));
			buf_char(out, '\n');
		}
	}
	while (old.len)
		copy_to(&old, &line, line + 1, out);
}

static struct str random_text(struct dice *dice, struct buf *b)
{
	uint32_t n = dice_below(dice, 40);

	while (n--)
		buf_printf(b, "%u\n", dice_below(dice, 6));
	return buf_str(b);
}

/* The same with some lines changed. */
static struct str changed(struct dice *dice, struct str text, struct buf *b)
{
	while (text.len) {
		struct str line = take_line(&text);

		if (dice_once_in(dice, 6))
			buf_printf(b, "%u\n", dice_below(dice, 6));
		if (dice_once_in(dice, 6))
			continue;
		buf_add(b, line);
		buf_char(b, '\n');
	}
	return buf_str(b);
}

static void applying_gives_the_new_text(void **state)
{
	struct report_style style = {0};
	struct dice dice = {1};

	(void)state;
	for (int i = 0; i < 3000; i++) {
		struct buf a = {0}, b = {0}, diff = {0}, out = {0};
		struct str old = random_text(&dice, &a);
		struct str new = changed(&dice, old, &b);
		struct unified u = {STR("a"), STR("b"), old, new};

		unified_write(&u, &style, &diff);
		assert_int_equal(diff.len == 0, str_eq(old, new));
		buf_char(&diff, 0); /* for functions of the C library */
		diff.len--;
		apply(old, buf_str(&diff), &out);
		assert_true(str_eq(buf_str(&out), new));
		buf_release(&a);
		buf_release(&b);
		buf_release(&diff);
		buf_release(&out);
	}
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(equal_texts_have_none),
		cmocka_unit_test(changes_stand_in_context),
		cmocka_unit_test(far_changes_stand_apart),
		cmocka_unit_test(line_ends_are_seen),
		cmocka_unit_test(data_is_safe),
		cmocka_unit_test(colours_end_before_the_line),
		cmocka_unit_test(applying_gives_the_new_text),
	};

	return cmocka_run_group_tests_name("report/unified", tests, NULL, NULL);
}
