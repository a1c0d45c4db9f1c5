#include "report/prose.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stdint.h>
#include <stdlib.h>

#include <cmocka.h>

/* Marked text as one line: plain, {s:strong}, {e:emphasis}, {c:code},
 * {l:text|url}. */
static const char *told(struct arena *a, const prose *p)
{
	static const char letters[] = "-sedclgwb";
	struct str s = {0};

	for_each(run, p) {
		if (run->mark == MARK_PLAIN)
			s = arena_printf(a, "%.*s%.*s", STR_ARG(s),
					 STR_ARG(run->text));
		else
			s = arena_printf(a, "%.*s{%c:%.*s%s%.*s}", STR_ARG(s),
					 letters[run->mark],
					 STR_ARG(run->text),
					 run->url.len ? "|" : "",
					 STR_ARG(run->url));
	}
	return s.ptr ? s.ptr : "";
}

static void rich(const char *in, const char *want)
{
	struct arena a = {0};
	prose p = {0};

	prose_rich(&a, &p, str_of(in));
	assert_string_equal(told(&a, &p), want);
	arena_release(&a);
}

static void marks_are_read(void **state)
{
	(void)state;
	rich("Ships **every** week.", "Ships {s:every} week.");
	rich("__Strong__ and *soft* and _soft_.",
	     "{s:Strong} and {e:soft} and {e:soft}.");
	rich("Runs `make *all*` first", "Runs {c:make *all*} first");
	rich("**a `b` c**", "{s:a }{c:b}{s: c}");
	rich("See [the guide](https://example.org/a_b).",
	     "See {l:the guide|https://example.org/a_b}.");
	rich("See <https://example.org>.",
	     "See {l:https://example.org|https://example.org}.");
}

static void other_signs_stand_for_themselves(void **state)
{
	(void)state;
	rich("2 * 3 * 4", "2 * 3 * 4");
	rich("snake_case_name and __init", "snake_case_name and __init");
	rich("a ** b", "a ** b");
	rich("an `open code", "an `open code");
	rich("[x](javascript:alert)", "[x](javascript:alert)");
	rich("a [b] <c> 1 < 2", "a [b] <c> 1 < 2");
	rich("[a [b](https://x.org)", "{l:a [b|https://x.org}");
	rich("\\*not\\* it", "*not* it");
	rich("  trimmed\n", "trimmed");
	rich("", "");
}

/* What never closes must not be looked for from every sign. */
static void hostile_text_takes_linear_time(void **state)
{
	static const char *const families[] = {
		"*a ", "**a", "_a ", "[", "[a](b", "<https://", "`", "[[](x)",
	};
	enum { SIZE = 65536 };
	char *text = malloc(SIZE);

	(void)state;
	for (size_t f = 0; f < sizeof families / sizeof *families; f++) {
		struct arena a = {0};
		prose p = {0};
		size_t len = strlen(families[f]);

		for (size_t i = 0; i < SIZE; i++)
			text[i] = families[f][i % len];
		prose_rich(&a, &p, (struct str){text, SIZE});
		assert_true(p.n > 0);
		arena_release(&a);
	}
	free(text);
}

static void data_is_trimmed_ours_is_not(void **state)
{
	struct arena a = {0};
	prose p = {0};

	(void)state;
	prose_data(&a, &p, MARK_STRONG, STR(" *Ada* \n"));
	prose_add(&a, &p, MARK_PLAIN, " has %d ", 2);
	assert_string_equal(told(&a, &p), "{s:*Ada*} has 2 ");
	assert_false(p.at[0].ours);
	assert_true(p.at[1].ours);
	arena_release(&a);
}

static void links_lead_to_the_web_only(void **state)
{
	struct arena a = {0};
	prose p = {0};

	(void)state;
	prose_link(&a, &p, STR("x"), STR("javascript:alert(1)"));
	prose_link(&a, &p, STR("y"), STR("mailto:a@x.org"));
	assert_string_equal(told(&a, &p),
			    "x javascript:alert(1){l:y|mailto:a@x.org}");
	arena_release(&a);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(marks_are_read),
		cmocka_unit_test(other_signs_stand_for_themselves),
		cmocka_unit_test(hostile_text_takes_linear_time),
		cmocka_unit_test(data_is_trimmed_ours_is_not),
		cmocka_unit_test(links_lead_to_the_web_only),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
