#include "report/flow.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stdint.h>

#include <cmocka.h>

static const struct report_style plain = {0};

/* Lays text out and compares all lines, joined by '/'. */
static void laid_out(struct str text, size_t width, const char *want)
{
	struct arena a = {0};
	struct flow f = {0};
	struct flow_line line;
	struct buf b = {0};
	prose p = {0};
	size_t at = 0;

	prose_data(&a, &p, MARK_PLAIN, text);
	flow_add(&f, &p, &plain);
	while (flow_next(&f, &at, width, &line)) {
		if (b.len)
			buf_char(&b, '/');
		assert_true(flow_line_width(&f, line) <= width || width < 2);
		flow_print(&f, line, &plain, &b);
	}
	buf_char(&b, '\0');
	assert_string_equal(b.ptr, want);
	buf_release(&b);
	flow_release(&f);
	arena_release(&a);
}

static void breaks_at_spaces(void **state)
{
	(void)state;
	laid_out(STR("one two three"), 7, "one two/three");
	laid_out(STR("one two three"), 8, "one two/three");
	laid_out(STR("one two three"), 13, "one two three");
	laid_out(STR("one  two"), 4, "one/two");
	laid_out(STR("one two"), 3, "one/two");
	laid_out(STR(""), 5, "");
}

static void cuts_words_that_are_too_wide(void **state)
{
	(void)state;
	laid_out(STR("abcdefgh"), 3, "abc/def/gh");
	laid_out(STR("a bcdefg h"), 4, "a/bcde/fg h");
	laid_out(STR("e\u0301e\u0301e\u0301"), 2, "e\u0301e\u0301/e\u0301");
	laid_out(STR("課題"), 1, "課/題");
}

static void keeps_line_breaks(void **state)
{
	(void)state;
	laid_out(STR("a b\nc"), 9, "a b/c");
	laid_out(STR("a\n\n\nb"), 9, "a/b");
	laid_out(STR("a\tb"), 9, "a b");
	/* spaces behind one are no place to break, however long the word */
	laid_out(STR("a\n  bcdef"), 4, "a/  bc/def");
	laid_out(STR("a\n  b"), 2, "a//b");
}

static void breaks_beside_wide_characters(void **state)
{
	(void)state;
	laid_out(STR("課題に対する"), 6, "課題に/対する");
	laid_out(STR("課題に対する"), 7, "課題に/対する");
	/* no closing sign begins a line, no opening one ends it */
	laid_out(STR("課題に、対する"), 6, "課題/に、対/する");
	laid_out(STR("課題「対」する"), 6, "課題/「対」/する");
	laid_out(STR("課題 PoC など"), 6, "課題/PoC な/ど");
}

static void no_break_spaces_hold(void **state)
{
	(void)state;
	laid_out(STR("about 40\u00a0h now"), 8, "about/40 h now");
}

static void data_cannot_break_out(void **state)
{
	(void)state;
	laid_out(STR("a\x1b[0m\u202e b"), 99, "a\\x1b[0m\\u{202e} b");
}

static const char *printed(struct arena *a, const prose *p,
			   const struct report_style *style)
{
	struct flow f = {0};
	struct flow_line line;
	struct buf b = {0};
	size_t at = 0;
	const char *text;

	flow_add(&f, p, style);
	while (flow_next(&f, &at, 80, &line))
		flow_print(&f, line, style, &b);
	text = arena_str(a, buf_str(&b)).ptr;
	buf_release(&b);
	flow_release(&f);
	return text;
}

static void colours_and_ascii(void **state)
{
	const struct report_style colour = {.color = true};
	const struct report_style ascii = {.ascii = true};
	struct arena a = {0};
	prose p = {0};

	(void)state;
	prose_add(&a, &p, MARK_STRONG, "a → b");
	prose_data(&a, &p, MARK_PLAIN, STR(" x → y … –"));
	assert_string_equal(printed(&a, &p, &plain), "a → bx → y … –");
	assert_string_equal(printed(&a, &p, &ascii), "a -> bx → y … –");
	assert_string_equal(printed(&a, &p, &colour),
			    "\x1b[1ma → b\x1b[0mx → y … –");
	arena_release(&a);
}

static void links_show_where_they_lead(void **state)
{
	struct arena a = {0};
	prose p = {0};

	(void)state;
	prose_link(&a, &p, STR("guide"), STR("https://x.org"));
	prose_add(&a, &p, MARK_PLAIN, ", ");
	prose_link(&a, &p, STR("https://y.org"), STR("https://y.org"));
	assert_string_equal(printed(&a, &p, &plain),
			    "guide <https://x.org>, https://y.org");
	arena_release(&a);
}

static void addresses_are_not_cut(void **state)
{
	struct arena a = {0};
	struct flow f = {0};
	struct flow_line line;
	prose p = {0};
	size_t at = 0;

	(void)state;
	prose_add(&a, &p, MARK_PLAIN, "see ");
	prose_link(&a, &p, STR("https://x.org/abc"), STR("https://x.org/abc"));
	prose_add(&a, &p, MARK_PLAIN, " now");
	flow_add(&f, &p, &plain);
	assert_true(flow_next(&f, &at, 10, &line));
	assert_int_equal(flow_line_width(&f, line), 3);
	assert_true(flow_next(&f, &at, 10, &line));
	assert_int_equal(flow_line_width(&f, line), 17);
	assert_true(flow_next(&f, &at, 10, &line));
	assert_int_equal(flow_line_width(&f, line), 3);
	assert_false(flow_next(&f, &at, 10, &line));
	flow_release(&f);
	arena_release(&a);
}

static void measures(void **state)
{
	struct arena a = {0};
	struct flow f = {0};
	prose p = {0};

	(void)state;
	prose_data(&a, &p, MARK_PLAIN, STR("one three\n課題 x"));
	flow_add(&f, &p, &plain);
	assert_int_equal(flow_width(&f), 9);
	assert_int_equal(flow_word_width(&f), 5);
	flow_release(&f);
	assert_int_equal(flow_width(&f), 0);
	arena_release(&a);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(breaks_at_spaces),
		cmocka_unit_test(cuts_words_that_are_too_wide),
		cmocka_unit_test(keeps_line_breaks),
		cmocka_unit_test(breaks_beside_wide_characters),
		cmocka_unit_test(no_break_spaces_hold),
		cmocka_unit_test(data_cannot_break_out),
		cmocka_unit_test(colours_and_ascii),
		cmocka_unit_test(links_show_where_they_lead),
		cmocka_unit_test(addresses_are_not_cut),
		cmocka_unit_test(measures),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
