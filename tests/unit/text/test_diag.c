#include "support/test.h"

#include "text/diag.h"

#include <ctype.h>

static struct arena arena;

static struct source source_of(const char *name)
{
	return (struct source){.name = str_of(name),
			       .text = STR("0123456789\n0123456789\n"),
			       .arena = &arena};
}

static void test_codes(void **state)
{
	(void)state;
	for (int i = 0; i < N_CODES; i++) {
		const struct code_info *c = &code_table[i];

		assert_int_equal(strlen(c->id), 4);
		assert_int_equal(c->id[0], 'L');
		assert_true(strlen(c->reason) > 20);
		assert_int_equal(code_find(str_of(c->id)), i);
		assert_int_equal(code_find(str_of(c->name)), i);
		for (const char *p = c->name; *p; p++)
			assert_true(islower((unsigned char)*p) ||
				    isdigit((unsigned char)*p) || *p == '-');
		if (i > 0)
			assert_true(strcmp(code_table[i - 1].id, c->id) < 0);
	}
	assert_int_equal(code_find(STR("l204")), CODE_L204);
	assert_int_equal(code_find(STR("Unknown-Reference")), CODE_L204);
	assert_int_equal(code_find(STR("L999")), N_CODES);
	assert_int_equal(code_find(STR("")), N_CODES);
}

static void test_order(void **state)
{
	struct source a = source_of("a"), b = source_of("b");
	struct diag d = {.arena = &arena};
	static const char *const expected[] = {"1", "2", "3", "4", "5", "6"};

	(void)state;
	diag_add(&d, CODE_L204, (struct span){&b, 0, 1}, "6");
	diag_add(&d, CODE_L204, (struct span){&a, 12, 13}, "5");
	diag_add(&d, CODE_L301, (struct span){&a, 3, 5}, "4");
	diag_add(&d, CODE_L204, (struct span){&a, 3, 5}, "3");
	diag_add(&d, CODE_L204, (struct span){&a, 3, 4}, "2");
	diag_add(&d, CODE_L302, (struct span){&a, 2, 9}, "1");
	diag_sort(&d);
	assert_int_equal(d.findings.n, 6);
	for (uint32_t i = 0; i < 6; i++)
		assert_str(d.findings.at[i].message, expected[i]);
	assert_int_equal(d.errors, 5);
}

static void test_duplicates(void **state)
{
	struct source a = source_of("a"), b = source_of("b");
	struct diag d = {.arena = &arena};

	(void)state;
	diag_sort(&d);
	for (int i = 0; i < 3; i++) {
		diag_add(&d, CODE_L204, (struct span){&a, 3, 4}, "x");
		diag_add(&d, CODE_L302, (struct span){&a, 3, 4}, "a warning");
	}
	diag_add(&d, CODE_L204, (struct span){&a, 3, 5}, "longer");
	diag_add(&d, CODE_L204, (struct span){&b, 3, 4}, "other file");
	assert_int_equal(d.errors, 5);
	diag_sort(&d);
	assert_int_equal(d.findings.n, 4);
	assert_int_equal(d.errors, 3);
	diag_sort(&d);
	assert_int_equal(d.findings.n, 4);
	assert_int_equal(d.errors, 3);
}

/* Without a source a finding comes first, and sorting does not read it. */
static void test_no_place(void **state)
{
	struct source a = source_of("a");
	struct diag d = {.arena = &arena};

	(void)state;
	diag_add(&d, CODE_L204, (struct span){&a, 0, 1}, "b");
	diag_add(&d, CODE_L210, (struct span){0}, "a");
	diag_sort(&d);
	assert_str(d.findings.at[0].message, "a");
	assert_str(d.findings.at[1].message, "b");
}

static void test_most(void **state)
{
	struct source a = source_of("a");
	struct diag d = {.arena = &arena};

	(void)state;
	for (uint32_t i = 0; i < DIAG_MOST + 5; i++) {
		struct finding *f = diag_add(&d, CODE_L204,
					     (struct span){&a, i, i}, "%u", i);

		assert_non_null(f);
		finding_note(&d, f, (struct span){0}, "a note");
		finding_help(&d, f, "help");
	}
	assert_int_equal(d.findings.n, DIAG_MOST);
	assert_int_equal(d.dropped, 5);
	assert_int_equal(d.errors, DIAG_MOST + 5);
	assert_str(d.findings.at[DIAG_MOST - 1].message, "9999");
}

static uint32_t kept_of(size_t files)
{
	struct source a = source_of("a");
	struct diag d = diag_share(&arena, files);

	for (uint32_t i = 0; i < DIAG_MOST + 5; i++)
		diag_add(&d, CODE_L204, (struct span){&a, i, i}, "%u", i);
	assert_int_equal(d.findings.n + d.dropped, DIAG_MOST + 5);
	return d.findings.n;
}

/* One file alone has what it always had, and what many keep is bounded. */
static void test_share(void **state)
{
	(void)state;
	assert_int_equal(kept_of(0), DIAG_MOST);
	assert_int_equal(kept_of(1), DIAG_MOST);
	assert_int_equal(kept_of(10), DIAG_MOST);
	assert_int_equal(kept_of(11), 9090);
	assert_int_equal(kept_of(1000000), 100);
}

/* What a full file leaves room for is not for the next to miss. */
static void test_take(void **state)
{
	struct source a = source_of("a"), b = source_of("b");
	struct diag d = {.arena = &arena}, first = diag_share(&arena, 2),
		    second = first;

	(void)state;
	for (uint32_t i = 0; i < DIAG_MOST + 5; i++)
		diag_add(&first, CODE_L204, (struct span){&a, i, i}, "%u", i);
	diag_add(&second, CODE_L204, (struct span){&b, 0, 1}, "b");
	diag_take(&d, &first);
	diag_take(&d, &second);
	assert_int_equal(d.findings.n, DIAG_MOST + 1);
	assert_str(d.findings.at[DIAG_MOST].message, "b");
	assert_int_equal(d.dropped, 5);
	assert_int_equal(d.errors, DIAG_MOST + 6);
	assert_int_equal(first.findings.n, 0);
}

static void test_notes_and_help(void **state)
{
	struct source a = source_of("a");
	struct diag d = {.arena = &arena};
	struct finding *f = diag_add(&d, CODE_L204, (struct span){&a, 0, 1},
				     "m %d", 1);

	(void)state;
	finding_note(&d, f, (struct span){&a, 2, 3}, "n %s", "one");
	finding_note(&d, f, (struct span){0}, "two");
	finding_suggest(&d, f, (struct str){0});
	assert_int_equal(f->help.len, 0);
	finding_suggest(&d, f, STR("staff"));
	assert_str(f->help, "did you mean \"staff\"?");
	assert_int_equal(f->notes.n, 2);
	assert_str(f->notes.at[0].text, "n one");
	assert_int_equal(f->notes.at[0].span.at, 2);
	assert_int_equal(f->severity, SEVERITY_ERROR);
}

static void test_notes_most(void **state)
{
	struct diag d = {.arena = &arena};
	struct source a = source_of("a");
	struct span span = {&a, 0, 1};
	struct finding *f = diag_add(&d, CODE_L209, span, "a loop");

	(void)state;
	for (uint32_t i = 0; i <= DIAG_NOTES_MOST + 5; i++)
		finding_note(&d, f, span, "%u", i);
	assert_int_equal(f->notes.n, 1 + DIAG_NOTES_MOST);
	f = diag_add(&d, CODE_L209, span, "another");
	finding_note(&d, f, span, "the first is kept");
	finding_note(&d, f, span, "the second is not");
	assert_int_equal(f->notes.n, 1);
	assert_str(f->notes.at[0].text, "the first is kept");
}

static void test_quote(void **state)
{
	struct diag d = {.arena = &arena};
	char text[3 * 61];

	(void)state;
	assert_string_equal(diag_quote(&d, STR("x")), "\"x\"");
	assert_string_equal(diag_quote(&d, (struct str){0}), "\"\"");
	for (size_t i = 0; i < sizeof text; i += 3)
		memcpy(text + i, "\xe6\x97\xa5", 3);
	assert_int_equal(strlen(diag_quote(&d, (struct str){text, 180})), 182);
	assert_int_equal(strlen(diag_quote(&d, (struct str){text, 183})),
			 182 + 3);
}

/* Suggestions are bounded over a run, and none is made past the cap. */
static void test_guesses(void **state)
{
	struct diag d = {.arena = &arena};
	uint64_t looked = 0;

	(void)state;
	while (diag_may_guess(&d, 1000))
		looked += 1000;
	assert_in_range(looked, 100000, 10000000);
	assert_false(diag_may_guess(&d, UINT32_MAX));
	d = diag_share(&arena, 1000);
	assert_true(diag_may_guess(&d, 5000));
	assert_false(diag_may_guess(&d, 1));
}

static int release(void **state)
{
	(void)state;
	arena_release(&arena);
	return 0;
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(test_codes),
		cmocka_unit_test(test_order),
		cmocka_unit_test(test_duplicates),
		cmocka_unit_test(test_no_place),
		cmocka_unit_test(test_most),
		cmocka_unit_test(test_share),
		cmocka_unit_test(test_take),
		cmocka_unit_test(test_notes_and_help),
		cmocka_unit_test(test_notes_most),
		cmocka_unit_test(test_quote),
		cmocka_unit_test(test_guesses),
	};

	return cmocka_run_group_tests_name("text/diag", tests, NULL, release);
}
