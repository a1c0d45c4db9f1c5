#include "text/safe.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stdint.h>

#include <cmocka.h>

typedef void escaper(struct buf *out, struct str s);

static void check(escaper *escape, struct str in, const char *want)
{
	struct buf b = {0};

	escape(&b, in);
	buf_char(&b, '\0');
	assert_string_equal(b.ptr, want);
	buf_release(&b);
}

static void plain_text_stays(void **state)
{
	(void)state;
	check(safe_line, STR("Ships it. — 課題 é"), "Ships it. — 課題 é");
	check(safe_line, STR(""), "");
}

static void controls_are_shown(void **state)
{
	(void)state;
	check(safe_line, STR("\x1b[31mred"), "\\x1b[31mred");
	check(safe_line, STR("a\x07\x7f"), "a\\x07\\x7f");
	check(safe_line, STR("a\xc2\x9b" "31m"), "a\\u{9b}31m");
	check(safe_line, (struct str){"a\0b", 3}, "a\\x00b");
	check(safe_line, STR("a\r"), "a\\x0d");
	check(safe_line, STR("\xc2\x85\u2028\u2029"),
	      "\\u{85}\\u{2028}\\u{2029}");
}

static void hidden_characters_are_shown(void **state)
{
	(void)state;
	check(safe_line, STR("a\u202eb\u2066"), "a\\u{202e}b\\u{2066}");
	check(safe_line, STR("a\u200bb\u2060"), "a\\u{200b}b\\u{2060}");
	check(safe_line, STR("\ufeffa\U000e0041"), "\\u{feff}a\\u{e0041}");
	check(safe_line, STR("\ufffe\U0001ffff"), "\\u{fffe}\\u{1ffff}");
	check(safe_line, STR("ad\u200dmin"), "ad\\u{200d}min");
	check(safe_line, STR("a\u200f"), "a\\u{200f}");
}

static void joiners_do_their_work(void **state)
{
	(void)state;
	check(safe_line, STR("\U0001f469\u200d\U0001f4bb"),
	      "\U0001f469\u200d\U0001f4bb");
	check(safe_line, STR("\u0645\u06cc\u200c\u062e"),
	      "\u0645\u06cc\u200c\u062e");
	/* the second of two stands beside nothing visible */
	check(safe_line, STR("\u0645\u200c\u200c\u200c\u062e"),
	      "\u0645\u200c\\u{200c}\u200c\u062e");
}

static void bytes_that_are_no_text_are_shown(void **state)
{
	(void)state;
	check(safe_line, STR("a\xff\xc0\xaf!"), "a\\xff\\xc0\\xaf!");
	check(safe_line, STR("\xed\xa0\x80"), "\\xed\\xa0\\x80");
	check(safe_line, STR("\xe2\x82"), "\\xe2\\x82");
}

static void orders_to_runners_are_shown(void **state)
{
	(void)state;
	check(safe_line, STR("a ##[error] ## [x]"), "a \\x23#[error] ## [x]");
	check(safe_text, STR("###[x]"), "#\\x23#[x]");
	check(safe_line, STR("##vso[a.b]"), "\\x23#vso[a.b]");
	check(safe_line, STR("x ##TeamCity[m]"), "x \\x23#TeamCity[m]");
	check(safe_line, STR("## vso[ ##vso ##v1[ ##"),
	      "## vso[ ##vso ##v1[ ##");
}

static void lines_and_text_differ(void **state)
{
	(void)state;
	check(safe_line, STR("a\n\tb"), "a\\n\\tb");
	check(safe_text, STR("a\n\tb\x1b"), "a\n\tb\\x1b");
}

static void commands(struct str in, const char *want)
{
	struct buf b = {0};

	buf_z(&b, "::kept ");
	buf_char(&b, '\n');
	buf_add(&b, in);
	safe_commands(&b, 8);
	buf_char(&b, '\0');
	assert_string_equal(b.ptr + 8, want);
	assert_memory_equal(b.ptr, "::kept \n", 8);
	buf_release(&b);
}

static void commands_are_broken(void **state)
{
	(void)state;
	commands(STR("::error::x\n"), "\\x3a:error::x\n");
	commands(STR("a\n \t::set-env\nb"), "a\n \t\\x3a:set-env\nb");
	commands(STR("\u3000::x\n"), "\u3000\\x3a:x\n");
	commands(STR("see ##[error]x ##[warning]"),
		 "see \\x23#[error]x \\x23#[warning]");
	commands(STR("a::b\n## [x]\n:x"), "a::b\n## [x]\n:x");
	commands(STR("###[x]"), "#\\x23#[x]");
	commands(STR("a ##vso[task.x]b"), "a \\x23#vso[task.x]b");
	commands(STR(""), "");
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(plain_text_stays),
		cmocka_unit_test(controls_are_shown),
		cmocka_unit_test(hidden_characters_are_shown),
		cmocka_unit_test(joiners_do_their_work),
		cmocka_unit_test(bytes_that_are_no_text_are_shown),
		cmocka_unit_test(orders_to_runners_are_shown),
		cmocka_unit_test(lines_and_text_differ),
		cmocka_unit_test(commands_are_broken),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
