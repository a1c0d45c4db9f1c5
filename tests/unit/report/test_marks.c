/* Words put in and taken out, in every walker. */
#include "report/page.h"

#include "report/flow.h"
#include "report/html.h"
#include "report/markdown.h"
#include "support/test.h"

static prose changed(struct arena *a, const char *removed, const char *added,
		     const char *rest)
{
	prose p = {0};

	prose_piece(a, &p, MARK_PLAIN, STR("Runs "));
	prose_piece(a, &p, MARK_REMOVED, str_of(removed));
	prose_piece(a, &p, MARK_ADDED, str_of(added));
	prose_piece(a, &p, MARK_PLAIN, str_of(rest));
	return p;
}

static void check_term(const prose *p, bool color, const char *want)
{
	const struct report_style style = {.color = color};
	struct flow f = {0};
	struct flow_line line;
	struct buf b = {0};
	size_t at = 0;

	flow_add(&f, p, &style);
	while (flow_next(&f, &at, 200, &line))
		flow_print(&f, line, &style, &b);
	assert_str(buf_str(&b), want);
	buf_release(&b);
	flow_release(&f);
}

static void check_markdown(const prose *p, const char *want)
{
	struct buf b = {0};
	struct markdown m = {.out = &b};

	markdown_prose(&m, p, false);
	assert_str(buf_str(&b), want);
	buf_release(&b);
}

static void check_html(const prose *p, const char *want)
{
	struct buf b = {0};
	const struct html_prose h = {.out = &b};

	html_prose(&h, p);
	assert_str(buf_str(&b), want);
	buf_release(&b);
}

/* The signs stand at the words, not at the spaces beside them. */
static void between_words(void **state)
{
	struct arena a = {0};
	prose p = changed(&a, "a talk ", "two talks ", "well.");

	(void)state;
	check_term(&p, false, "Runs [-a talk-] {+two talks+} well.");
	check_term(&p, true,
		   "Runs \x1b[9;31ma talk\x1b[0m "
		   "\x1b[1;32mtwo talks\x1b[0m well.");
	check_markdown(&p, "Runs ~~a talk~~ **two talks** well.");
	check_html(&p, "Runs <del>a talk</del> <ins>two talks</ins> well.");
	arena_release(&a);
}

/* Beside letters a fence that begins or ends with a sign would be none. */
static void within_a_word(void **state)
{
	struct arena a = {0};
	prose p = changed(&a, "(daily)", "「毎日」", "です");

	(void)state;
	check_term(&p, false, "Runs [-(daily)-]{+「毎日」+}です");
	check_markdown(&p, "Runs <del>(daily)</del>"
			   "<strong>「毎日」</strong>です");
	check_html(&p, "Runs <del>(daily)</del><ins>「毎日」</ins>です");
	arena_release(&a);
}

/* Between wide characters a line may end, but not within a sign. */
static void signs_are_not_cut(void **state)
{
	const struct report_style style = {0};
	struct arena a = {0};
	prose p = changed(&a, "毎日", "毎週", "です");
	struct flow f = {0};

	(void)state;
	flow_add(&f, &p, &style);
	for (size_t width = 10; width < 40; width++) {
		struct flow_line line;

		for (size_t at = 0; flow_next(&f, &at, width, &line);) {
			char first = f.text.ptr[line.at];
			char last = f.text.ptr[line.end - 1];

			assert_null(strchr("-+]}", first));
			assert_null(strchr("-+[{", last));
		}
	}
	flow_release(&f);
	arena_release(&a);
}

static void markup_in_them_is_text(void **state)
{
	struct arena a = {0};
	prose p = changed(&a, "a~~b</del>c", "x**<img>**y", ".");

	(void)state;
	check_markdown(&p, "Runs ~~a\\~\\~b\\</del\\>c~~"
			   "**x\\*\\*\\<img\\>\\*\\*y**.");
	check_html(&p, "Runs <del>a~~b&lt;/del&gt;c</del>"
		       "<ins>x**&lt;img&gt;**y</ins>.");
	arena_release(&a);
}

/* Nobody gets mail because a ladder spells a name like theirs. */
static void nobody_is_mentioned(void **state)
{
	static const char *const rows[][2] = {
		{"Ask @ada.", "Ask \\@<!-- -->ada."},
		{"@ada/team", "\\@<!-- -->ada/team"},
		{"(@_x)", "(\\@<!-- -->\\_x)"},
		{"ada@example.org", "ada@example.org"},
		{"5 @ 3, @", "5 @ 3, @"},
		{"Our #1, x/y#12", "Our \\#<!-- -->1, x/y\\#<!-- -->12"},
		{"#1 first", "\\#<!-- -->1 first"},
		{"See !7!", "See \\!<!-- -->7!"},
		{"C# and F#, great!", "C# and F#, great!"},
	};
	struct arena a = {0};

	(void)state;
	for (size_t i = 0; i < N_OF(rows); i++) {
		prose p = {0};

		prose_data(&a, &p, MARK_PLAIN, str_of(rows[i][0]));
		check_markdown(&p, rows[i][1]);
	}
	arena_release(&a);
}

static void nothing_but_space(void **state)
{
	struct arena a = {0};
	prose p = changed(&a, " ", "", "well.");

	(void)state;
	check_term(&p, false, "Runs  well.");
	check_markdown(&p, "Runs  well.");
	check_html(&p, "Runs  well.");
	arena_release(&a);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(between_words),
		cmocka_unit_test(within_a_word),
		cmocka_unit_test(signs_are_not_cut),
		cmocka_unit_test(markup_in_them_is_text),
		cmocka_unit_test(nobody_is_mentioned),
		cmocka_unit_test(nothing_but_space),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
