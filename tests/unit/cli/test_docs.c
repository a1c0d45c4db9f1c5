/* docs/interface.md and the program's tables name the same things. */
#include "cli/command.h"
#include "cli/topics.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>

#include <cmocka.h>

static char *page;

static int read_page(void **state)
{
	FILE *f = fopen(LADDER_SOURCE_DIR "/docs/interface.md", "r");
	size_t size = 1 << 20, n;

	(void)state;
	if (!f)
		return -1;
	page = calloc(1, size);
	n = fread(page, 1, size - 1, f);
	fclose(f);
	return n ? 0 : -1;
}

static int free_page(void **state)
{
	(void)state;
	free(page);
	return 0;
}

static void assert_named(const char *fmt, const char *name)
{
	char text[80];

	snprintf(text, sizeof text, fmt, name);
	if (strstr(page, text))
		return;
	print_error("docs/interface.md does not name %s\n", text);
	fail();
}

static void commands_are_named(void **state)
{
	(void)state;
	for (unsigned i = 0; i < n_commands; i++)
		assert_named("| `ladder %s", command_table[i]->name);
}

static void options_are_named(void **state)
{
	(void)state;
	for (enum option i = 0; i < N_OPTIONS; i++)
		assert_named("--%s", option_table[i].name);
}

static void formats_and_statuses_are_named(void **state)
{
	char number[8];

	(void)state;
	for (enum format i = 0; i < N_FORMATS; i++)
		assert_named("| `%s` |", format_table[i].name);
	for (unsigned i = 0; i < n_exits; i++) {
		snprintf(number, sizeof number, "%d", exit_table[i].code);
		assert_named("| %s |", number);
	}
}

/* The page speaks of no option that the program has not. */
static void no_other_option_is_named(void **state)
{
	const char *at = page;

	(void)state;
	while ((at = strstr(at, "`--"))) {
		size_t len = strspn(at += 3, "abcdefghijklmnopqrstuvwxyz-");
		struct str name = {at, len};
		bool known = !len || str_is(name, "pager") ||
			     str_is(name, "no-color") || str_is(name, "no-");

		for (enum option i = 0; i < N_OPTIONS; i++)
			known |= str_is(name, option_table[i].name);
		if (!known)
			print_error("--%.*s\n", STR_ARG(name));
		assert_true(known);
	}
}

/* Every row of a command is whole, and its options are its own. */
static void commands_are_sound(void **state)
{
	struct arena a = {0};

	(void)state;
	for (unsigned i = 0; i < n_commands; i++) {
		const struct command *c = command_table[i];
		const struct option_info *rows = command_rows(c, &a);

		assert_non_null(c->run);
		assert_true(c->summary && c->about);
		assert_true(!c->operands == !c->most_operands);
		assert_null(topic_find(str_of(c->name)));
		for (const enum option *o = c->options; *o != OPT_HELP; o++)
			assert_false(option_is_common(*o));
		for (const struct option_own *o = c->own; o->help; o++) {
			assert_true(command_takes(c, o->id));
			assert_int_equal(!o->argument,
					 rows[o->id].kind == OPTION_FLAG);
		}
	}
	arena_release(&a);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(commands_are_named),
		cmocka_unit_test(options_are_named),
		cmocka_unit_test(formats_and_statuses_are_named),
		cmocka_unit_test(no_other_option_is_named),
		cmocka_unit_test(commands_are_sound),
	};

	return cmocka_run_group_tests(tests, read_page, free_page);
}
