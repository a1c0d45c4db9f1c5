#include "cli/options.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stdint.h>

#include <cmocka.h>

/* Reads words behind the program's name; ends with NULL. */
static struct options read_words(struct arena *a, ...)
{
	char *argv[16] = {(char *)(uintptr_t) "ladder"};
	struct options o = {0};
	int argc = 1;
	va_list ap;

	va_start(ap, a);
	while ((argv[argc] = va_arg(ap, char *)))
		argc++;
	va_end(ap);
	options_read(&o, a, option_table, argc, argv);
	return o;
}

#define READ(a, ...) read_words((a), __VA_ARGS__, (char *)NULL)

static void assert_text(struct str s, const char *expected)
{
	char copy[256] = {0};

	assert_true(s.len < sizeof copy);
	if (s.len)
		memcpy(copy, s.ptr, s.len);
	assert_string_equal(copy, expected);
}

static void any_order_and_spelling(void **state)
{
	struct arena a = {0};
	struct options o = READ(&a, "--target", "staff", "plan",
				"--focus=3", "-q", "--", "--check");

	(void)state;
	assert_int_equal(o.error.len, 0);
	assert_text(o.of[OPT_TARGET].text, "staff");
	assert_int_equal(o.of[OPT_FOCUS].number, 3);
	assert_true(o.of[OPT_QUIET].given);
	assert_false(o.of[OPT_CHECK].given);
	assert_int_equal(o.operands.n, 2);
	assert_text(o.operands.at[0], "plan");
	assert_text(o.operands.at[1], "--check");
	arena_release(&a);
}

static void the_last_one_counts(void **state)
{
	struct arena a = {0};
	struct options o = READ(&a, "--target", "a", "--target=b", "--check",
				"--no-check", "--no-pager", "--pager",
				"--via", "x", "--via", "y");

	(void)state;
	assert_int_equal(o.error.len, 0);
	assert_text(o.of[OPT_TARGET].text, "b");
	assert_false(o.of[OPT_CHECK].given);
	assert_true(o.seen[OPT_CHECK]);
	assert_false(o.of[OPT_NO_PAGER].given);
	assert_int_equal(o.of[OPT_VIA].all.n, 2);
	assert_text(o.of[OPT_VIA].all.at[1], "y");
	arena_release(&a);
}

static void letters(void **state)
{
	struct arena a = {0};
	struct options o = READ(&a, "-qh", "-oout", "-t", "staff", "-");

	(void)state;
	assert_int_equal(o.error.len, 0);
	assert_true(o.of[OPT_QUIET].given);
	assert_true(o.of[OPT_HELP].given);
	assert_text(o.of[OPT_OUTPUT].text, "out");
	assert_text(o.of[OPT_TARGET].text, "staff");
	assert_text(o.operands.at[0], "-");
	arena_release(&a);
}

static void values(void **state)
{
	struct arena a = {0};
	struct options o = READ(&a, "--hours-per-week", "2.5", "--start",
				"2026-11-02", "--color", "never", "--horizon",
				"later");

	(void)state;
	assert_int_equal(o.error.len, 0);
	assert_int_equal(o.of[OPT_HOURS_PER_WEEK].number, 2500);
	assert_int_equal(o.of[OPT_START].number, 20759);
	assert_int_equal(o.of[OPT_COLOR].number, 2);
	assert_int_equal(o.of[OPT_HORIZON].number, 2);
	o = READ(&a, "--no-color");
	assert_int_equal(o.of[OPT_COLOR].number, 2);
	arena_release(&a);
}

static void what_is_not_understood(void **state)
{
	static const char *const cases[][3] = {
		{"--bogus", NULL, "unknown option \"--bogus\""},
		{"-x", NULL, "unknown option \"-x\""},
		{"--no-target", NULL, "unknown option \"--no-target\""},
		{"--target", NULL, "--target needs a value: ROLE"},
		{"--target=", NULL, "--target needs a value: ROLE"},
		{"--check=yes", NULL, "--check takes no value"},
		{"--focus", "0",
		 "--focus is a whole number from 1 to 1000000, not \"0\""},
		{"--focus", "1.5",
		 "--focus is a whole number from 1 to 1000000, not \"1.5\""},
		{"--focus", "99999999999999999999",
		 "--focus is a whole number from 1 to 1000000, not "
		 "\"99999999999999999999\""},
		{"--hours-per-week", "-1",
		 "--hours-per-week is a figure above 0, such as 4 or 2.5, not "
		 "\"-1\""},
		{"--hours-per-week", "1e3",
		 "--hours-per-week is a figure above 0, such as 4 or 2.5, not "
		 "\"1e3\""},
		{"--start", "2026-02-29",
		 "--start is a day as 2026-11-02, not \"2026-02-29\""},
		{"--start", "02.11.2026",
		 "--start is a day as 2026-11-02, not \"02.11.2026\""},
		{"--color", "alwyas",
		 "--color is one of auto|always|never, not \"alwyas\"; did you "
		 "mean \"always\"?"},
		{"--horizon", "soon",
		 "--horizon is one of now|next|later, not \"soon\""},
	};

	(void)state;
	for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
		struct arena a = {0};
		struct options o = READ(&a, cases[i][0], cases[i][1]);

		assert_text(o.error, cases[i][2]);
		arena_release(&a);
	}
}

static void the_first_error_is_told(void **state)
{
	struct arena a = {0};
	struct options o = READ(&a, "--tarset", "x", "plan", "--focus", "no");

	(void)state;
	assert_text(o.error, "unknown option \"--tarset\"");
	assert_text(o.unknown, "tarset");
	assert_text(o.operands.at[1], "plan");
	arena_release(&a);
}

/* What help shows must be what can be said. */
static void the_table_is_sound(void **state)
{
	(void)state;
	for (enum option i = 0; i < N_OPTIONS; i++) {
		const struct option_info *info = &option_table[i];

		assert_true((info->kind == OPTION_FLAG) == !info->argument);
		for (enum option k = 0; k < i; k++) {
			assert_string_not_equal(info->name,
						option_table[k].name);
			assert_true(!info->letter ||
				    info->letter != option_table[k].letter);
		}
	}
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(any_order_and_spelling),
		cmocka_unit_test(the_last_one_counts),
		cmocka_unit_test(letters),
		cmocka_unit_test(values),
		cmocka_unit_test(what_is_not_understood),
		cmocka_unit_test(the_first_error_is_told),
		cmocka_unit_test(the_table_is_sound),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
