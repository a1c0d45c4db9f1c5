/* Words: what is only dressing, how alike texts are, what differs. */
#include "diff/words.h"

#include "support/dice.h"
#include "support/test.h"

#include <string.h>

static struct arena arena;

static struct str plain(const char *text)
{
	return words_plain(str_of(text), &arena);
}

static bool same(const char *x, const char *y)
{
	bool is = words_same(str_of(x), str_of(y), &arena);

	assert_int_equal(is, words_same(str_of(y), str_of(x), &arena));
	return is;
}

static uint32_t likeness(const char *x, const char *y)
{
	uint32_t is = words_likeness(str_of(x), str_of(y), &arena);

	assert_int_equal(is, words_likeness(str_of(y), str_of(x), &arena));
	return is;
}

/* Runs as people mark them: "kept [-removed-] {+added+}". */
static struct str shown(word_runs runs)
{
	static const char *const signs[][2] = {
		[WORDS_KEPT] = {"", ""},
		[WORDS_REMOVED] = {"[-", "-]"},
		[WORDS_ADDED] = {"{+", "+}"},
	};
	struct str all = {"", 0};

	for_each(run, &runs)
		all = arena_printf(&arena, "%.*s%s%.*s%s", STR_ARG(all),
				   signs[run->kind][0], STR_ARG(run->text),
				   signs[run->kind][1]);
	return all;
}

static struct str diff(const char *x, const char *y)
{
	return shown(words_diff(str_of(x), str_of(y), &arena));
}

static void white_space_is_dressing(void **state)
{
	(void)state;
	assert_str(plain("  Leads\n  a\t team \n"), "Leads a team");
	assert_str(plain("a\u00a0b\u3000c\u2009d"), "a b c d");
	assert_str(plain(""), "");
	assert_str(plain(" \n\t"), "");
	assert_true(same("Leads a team", "Leads  a\nteam"));
	assert_false(same("Leads a team", "Leads ateam"));
}

static void plain_text_is_not_copied(void **state)
{
	struct str texts[] = {STR("Leads a team."), STR("Führt ein Team")};

	(void)state;
	for (size_t i = 0; i < N_OF(texts); i++)
		assert_ptr_equal(words_plain(texts[i], &arena).ptr,
				 texts[i].ptr);
}

static void emphasis_and_code_are_dressing(void **state)
{
	(void)state;
	assert_str(plain("*a* **b** ***c*** _d_ __e__ `f`"), "a b c d e f");
	assert_str(plain("**bold _and_ more**"), "bold and more");
	assert_str(plain("`a * b` and ``x ` y``"), "a * b and x ` y");
	assert_true(same("Uses `git` *well*", "Uses git well"));
	assert_false(same("Uses `git` *well*", "Uses git"));
}

static void signs_alone_are_text(void **state)
{
	static const char *const texts[] = {
		"2 * 3 * 4", "snake_case_name", "* item", "a* b", "C` and D",
		"\\*a\\*", "_", "*", "``", "**a*", "****a****", "a ** b **",
		"_a_b",
	};

	(void)state;
	for (size_t i = 0; i < N_OF(texts); i++)
		assert_str(plain(texts[i]), texts[i]);
	assert_false(same("10*", "10"));
}

static void a_pair_ends_what_opened_inside(void **state)
{
	(void)state;
	assert_str(plain("*a _b* c_"), "a _b c_");
	assert_str(plain("_a *b_ c*"), "a *b c*");
}

static void normalisation_is_dressing(void **state)
{
	(void)state;
	assert_str(plain("Fu\u0308hrt"), "F\u00fchrt");
	assert_true(same("Fu\u0308hrt", "F\u00fchrt"));
	assert_true(same("\u1112\u1161\u11ab", "\ud55c"));
	assert_false(same("Fuhrt", "F\u00fchrt"));
	/* compatibility characters are others: ﬁ is no fi */
	assert_false(same("\ufb01", "fi"));
}

static void bytes_that_are_no_text_are_kept(void **state)
{
	(void)state;
	assert_str(plain("a\xff  u\u0308"), "a\xff u\u0308");
	assert_str(plain("\xe3\x80"), "\xe3\x80");
	assert_str(diff("a \xff", "a \xfe"), "a [-\xff-]{+\xfe+}");
}

static void likeness_counts_words_of_both(void **state)
{
	(void)state;
	assert_int_equal(likeness("a b c", "a b c"), 100);
	assert_int_equal(likeness("a b c", "*a* b  c"), 100);
	assert_int_equal(likeness("a b", "b a"), 100);
	assert_int_equal(likeness("a b c d", "a b x y"), 50);
	assert_int_equal(likeness("a a b", "a b b"), 66);
	assert_int_equal(likeness("a", "a b c"), 50);
	assert_int_equal(likeness("a", "b"), 0);
	assert_int_equal(likeness("", "b"), 0);
	assert_int_equal(likeness("", ""), 100);
}

static void punctuation_at_edges_is_no_word(void **state)
{
	(void)state;
	assert_int_equal(likeness("(Leads) a team.", "Leads a \u201cteam\u201d"),
			 100);
	assert_int_equal(likeness("self-taught", "self taught"), 0);
	assert_int_equal(likeness("a \u2013 b", "a b"), 100);
	assert_int_equal(likeness("!", "?"), 0);
	assert_int_equal(likeness("\u8a2d\u8a08\u3002", "\u8a2d\u8a08"), 100);
}

static void unspaced_scripts_count_characters(void **state)
{
	(void)state;
	/* 設計する, 設計した */
	assert_int_equal(likeness("\u8a2d\u8a08\u3059\u308b",
				  "\u8a2d\u8a08\u3057\u305f"),
			 50);
	/* Hangul is written with spaces */
	assert_int_equal(likeness("\ud55c\uad6d", "\ud55c\uc5b4"), 0);
}

static void words_are_marked_inside_the_sentence(void **state)
{
	(void)state;
	assert_str(diff("Leads small teams well", "Leads large teams well"),
		   "Leads [-small -]{+large +}teams well");
	assert_str(diff("a b", "a b"), "a b");
	assert_str(diff("a", "b"), "[-a-]{+b+}");
	assert_str(diff("", "a b"), "{+a b+}");
	assert_str(diff("a b", ""), "[-a b-]");
	assert_str(diff("", ""), "");
	assert_str(diff("Writes code", "Writes code."),
		   "Writes [-code-]{+code.+}");
	assert_str(diff("*a*  b", "a c"), "a [-b-]{+c+}");
}

static void ends_do_not_count_as_spaces(void **state)
{
	(void)state;
	assert_str(diff("a b", "a"), "a [-b-]");
	assert_str(diff("a", "a b"), "a {+b+}");
	assert_str(diff("b a", "a"), "[-b -]a");
	assert_str(diff("a b", "b c"), "[-a -]b {+c+}");
}

static void unspaced_scripts_are_marked_by_character(void **state)
{
	(void)state;
	assert_str(diff("\u8a2d\u8a08\u3059\u308b", "\u8a2d\u8a08\u3057\u305f"),
		   "\u8a2d\u8a08[-\u3059\u308b-]{+\u3057\u305f+}");
	assert_str(diff("API\u3092\u8a2d\u8a08", "API\u3092\u8a2d"),
		   "API\u3092\u8a2d[-\u8a08-]");
	/* a space between them is a difference */
	assert_str(diff("\u8a2d\u8a08", "\u8a2d \u8a08"),
		   "[-\u8a2d-]{+\u8a2d +}\u8a08");
}

static void single_words_between_changes_are_not_kept(void **state)
{
	(void)state;
	assert_str(diff("We plan the whole year", "They know the next week"),
		   "[-We plan the whole year-]{+They know the next week+}");
	/* between short ones, and at either end, they are */
	assert_str(diff("a longer b", "c longer d"),
		   "[-a -]{+c +}longer [-b-]{+d+}");
	assert_str(diff("the plan", "the year"), "the [-plan-]{+year+}");
	/* one that is given up makes its neighbours the smaller */
	assert_str(diff("aa b cc middle ee f", "gg b hh middle ii j"),
		   "[-aa b cc -]{+gg b hh +}middle [-ee f-]{+ii j+}");
	assert_str(diff("aa b cc mid ee f", "gg b hh mid ii j"),
		   "[-aa b cc mid ee f-]{+gg b hh mid ii j+}");
}

/* --- laws ----------------------------------------------------------------- */

/* A text of a few words, so that they often meet. */
static struct str some_text(struct dice *dice, uint32_t most)
{
	static const char *const words[] = {
		"a ",  "b ",   "c ",	 "d ",	       "e. ",   "(f) ",
		"*g ", "h* ",  "`i` ",	 "\u8a2d",     "\u3059", "\u3002 ",
		"\n",  "_j_ ", "u\u0308 ", "\u00fc ",    "k_l ",
	};
	struct str text = {"", 0};

	for (uint32_t n = dice_below(dice, most + 1); n; n--)
		text = arena_printf(&arena, "%.*s%s", STR_ARG(text),
				    words[dice_below(dice, N_OF(words))]);
	return text;
}

static struct str without(word_runs runs, enum word_kind kind)
{
	struct str all = {"", 0};

	for_each(run, &runs)
		if (run->kind != kind)
			all = arena_printf(&arena, "%.*s%.*s", STR_ARG(all),
					   STR_ARG(run->text));
	if (str_ends(all, STR(" ")))
		all.len--;
	return all;
}

static struct str of_kind(word_runs runs, enum word_kind kind)
{
	struct str all = {"", 0};

	for_each(run, &runs)
		if (run->kind == kind)
			all = arena_printf(&arena, "%.*s%.*s|", STR_ARG(all),
					   STR_ARG(run->text));
	return all;
}

static void check_swap(word_runs there, word_runs back)
{
	assert_str(of_kind(back, WORDS_KEPT), of_kind(there, WORDS_KEPT).ptr);
	assert_str(of_kind(back, WORDS_ADDED),
		   of_kind(there, WORDS_REMOVED).ptr);
	assert_str(of_kind(back, WORDS_REMOVED),
		   of_kind(there, WORDS_ADDED).ptr);
}

static void check_order(word_runs runs)
{
	for (uint32_t i = 1; i < runs.n; i++) {
		assert_int_not_equal(runs.at[i].kind, runs.at[i - 1].kind);
		assert_false(runs.at[i].kind == WORDS_REMOVED &&
			     runs.at[i - 1].kind == WORDS_ADDED);
	}
}

static void check_pair(struct str x, struct str y)
{
	word_runs runs = words_diff(x, y, &arena);
	struct str old = arena_str(&arena, words_plain(x, &arena));
	struct str new = arena_str(&arena, words_plain(y, &arena));

	assert_str(without(runs, WORDS_ADDED), old.ptr);
	assert_str(without(runs, WORDS_REMOVED), new.ptr);
	check_swap(runs, words_diff(y, x, &arena));
	check_order(runs);
	assert_int_equal(words_likeness(x, y, &arena),
			 words_likeness(y, x, &arena));
	assert_true(words_likeness(x, y, &arena) <= 100);
	if (words_same(x, y, &arena))
		assert_int_equal(words_likeness(x, y, &arena), 100);
}

static void laws_hold(void **state)
{
	struct dice dice = {1};

	(void)state;
	for (int i = 0; i < 3000; i++) {
		check_pair(some_text(&dice, 12), some_text(&dice, 12));
		arena_clear(&arena);
	}
	for (int i = 0; i < 30; i++) {
		check_pair(some_text(&dice, 300), some_text(&dice, 300));
		arena_clear(&arena);
	}
}

/* --- bounds --------------------------------------------------------------- */

static struct str repeated(const char *piece, size_t bytes)
{
	size_t len = strlen(piece);
	char *text = arena_alloc(&arena, bytes + len + 1);

	for (size_t at = 0; at < bytes; at += len)
		memcpy(text + at, piece, len);
	return (struct str){text, bytes - bytes % len};
}

/* With more than a thousand words between head and tail there is but one
 * replacement. */
static void long_texts_keep_head_and_tail(void **state)
{
	struct str x = repeated("a b ", 8000), y = repeated("b c ", 8000);
	word_runs runs;

	(void)state;
	x = arena_printf(&arena, "head %.*s tail", STR_ARG(x));
	y = arena_printf(&arena, "head %.*s tail", STR_ARG(y));
	runs = words_diff(x, y, &arena);
	assert_int_equal(runs.n, 4);
	assert_str(runs.at[0].text, "head ");
	assert_int_equal(runs.at[1].kind, WORDS_REMOVED);
	assert_int_equal(runs.at[2].kind, WORDS_ADDED);
	assert_str(runs.at[3].text, "tail");
	check_pair(x, y);
}

/* 64 KiB of what might take time that is not linear; the test has a limit of
 * its own. */
static void hostile_texts_take_no_time(void **state)
{
	static const char *const pieces[] = {
		"*",   "_",	"`",   "`a``b```",  "*a _b ", "a* ",
		"** ", "\u0301", "\u0316\u0301", "\u1112\u1161\u11ab",
		"\u0e01\u0e33", "a b ", "\\",  "\u3000 ",
	};

	(void)state;
	for (size_t i = 0; i < N_OF(pieces); i++) {
		struct str x = repeated(pieces[i], 65536);
		struct str y = repeated(pieces[i], 60000);

		y = arena_printf(&arena, "x%.*sy", STR_ARG(y));
		check_pair(x, y);
		arena_clear(&arena);
	}
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(white_space_is_dressing),
		cmocka_unit_test(plain_text_is_not_copied),
		cmocka_unit_test(emphasis_and_code_are_dressing),
		cmocka_unit_test(signs_alone_are_text),
		cmocka_unit_test(a_pair_ends_what_opened_inside),
		cmocka_unit_test(normalisation_is_dressing),
		cmocka_unit_test(bytes_that_are_no_text_are_kept),
		cmocka_unit_test(likeness_counts_words_of_both),
		cmocka_unit_test(punctuation_at_edges_is_no_word),
		cmocka_unit_test(unspaced_scripts_count_characters),
		cmocka_unit_test(words_are_marked_inside_the_sentence),
		cmocka_unit_test(ends_do_not_count_as_spaces),
		cmocka_unit_test(unspaced_scripts_are_marked_by_character),
		cmocka_unit_test(single_words_between_changes_are_not_kept),
		cmocka_unit_test(laws_hold),
		cmocka_unit_test(long_texts_keep_head_and_tail),
		cmocka_unit_test(hostile_texts_take_no_time),
	};
	int failed = cmocka_run_group_tests(tests, NULL, NULL);

	arena_release(&arena);
	return failed;
}
