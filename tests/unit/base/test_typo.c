#include "support/test.h"

#include "base/typo.h"
#include "support/dice.h"

#include <ctype.h>

enum { LONGEST = 70 };

/* Optimal string alignment with the whole matrix, straight from its
 * definition. */
static uint32_t reference(struct str a, struct str b)
{
	static uint32_t d[LONGEST + 1][LONGEST + 1];

	for (size_t i = 0; i <= a.len; i++)
		for (size_t j = 0; j <= b.len; j++) {
			int x = i ? tolower((unsigned char)a.ptr[i - 1]) : 0;
			int y = j ? tolower((unsigned char)b.ptr[j - 1]) : 0;
			uint32_t best = (uint32_t)(i ? j ? 1000 : i : j);

			if (i && j) {
				uint32_t same = d[i - 1][j - 1] + (x != y);

				best = d[i - 1][j] + 1;
				best = d[i][j - 1] + 1 < best ? d[i][j - 1] + 1
							      : best;
				best = same < best ? same : best;
			}
			if (i > 1 && j > 1 &&
			    x == tolower((unsigned char)b.ptr[j - 2]) &&
			    y == tolower((unsigned char)a.ptr[i - 2]) &&
			    d[i - 2][j - 2] + 1 < best)
				best = d[i - 2][j - 2] + 1;
			d[i][j] = best;
		}
	return d[a.len][b.len];
}

static struct str random_word(struct dice *dice, char *at, uint32_t most)
{
	static const char letters[] = "abcABC-";
	size_t len = dice_below(dice, most + 1);

	for (size_t i = 0; i < len; i++)
		at[i] = letters[dice_below(dice, sizeof letters - 1)];
	return (struct str){at, len};
}

static void test_against_reference(void **state)
{
	struct dice dice = {3};

	(void)state;
	for (int i = 0; i < 20000; i++) {
		char x[LONGEST], y[LONGEST];
		uint32_t most = dice_once_in(&dice, 20) ? 64 : 9;
		struct str a = random_word(&dice, x, most);
		struct str b = random_word(&dice, y, most);
		uint32_t limit = dice_below(&dice, 8);
		uint32_t exact = reference(a, b);
		uint32_t expected = exact <= limit ? exact : limit + 1;

		if (typo_distance(a, b, limit) != expected)
			fail_msg("%.*s and %.*s: %u within %u is not %u",
				 STR_ARG(a), STR_ARG(b),
				 typo_distance(a, b, limit), limit, expected);
		assert_int_equal(typo_distance(b, a, limit), expected);
	}
}

static void test_known_distances(void **state)
{
	(void)state;
	assert_int_equal(typo_distance(STR("staff"), STR("staff"), 3), 0);
	assert_int_equal(typo_distance(STR("STAFF"), STR("staff"), 3), 0);
	assert_int_equal(typo_distance(STR("satff"), STR("staff"), 3), 1);
	assert_int_equal(typo_distance(STR("stff"), STR("staff"), 3), 1);
	assert_int_equal(typo_distance(STR("staaff"), STR("staff"), 3), 1);
	assert_int_equal(typo_distance(STR("stuff"), STR("staff"), 3), 1);
	/* no letter is changed after it was swapped: 3, not 2 */
	assert_int_equal(typo_distance(STR("ca"), STR("abc"), 5), 3);
	assert_int_equal(typo_distance(STR(""), STR("abc"), 5), 3);
	assert_int_equal(typo_distance(STR(""), STR(""), 0), 0);
}

static void test_long_words_are_far(void **state)
{
	char word[65];

	(void)state;
	memset(word, 'a', sizeof word);
	assert_int_equal(typo_distance((struct str){word, 64},
				       (struct str){word, 64}, 2),
			 0);
	assert_int_equal(typo_distance((struct str){word, 65},
				       (struct str){word, 65}, 2),
			 3);
}

/* What is suggested for `word` among `words`, which ends with NULL. */
static const char *suggested(const char *word, const char *const *words)
{
	struct typo t = {.word = str_of(word)};

	for (; *words; words++)
		typo_offer(&t, str_of(*words));
	return t.best.ptr;
}

#define SUGGESTED(word, ...) \
	suggested(word, (const char *const[]){__VA_ARGS__, NULL})

static void test_suggestions(void **state)
{
	(void)state;
	assert_string_equal(SUGGESTED("staf", "senior", "staff"), "staff");
	assert_string_equal(SUGGESTED("mentring", "metering", "mentoring"),
			    "mentoring");
	/* the nearer one, wherever it stands */
	assert_string_equal(SUGGESTED("stage", "stages", "stage"), "stage");
	assert_string_equal(SUGGESTED("stage", "stagees", "stages"), "stages");
	/* of equally near ones the first */
	assert_string_equal(SUGGESTED("cat", "bat", "hat"), "bat");
	/* a third of the longer length for long words */
	assert_string_equal(SUGGESTED("incidnt-respons", "incident-response"),
			    "incident-response");
	assert_string_equal(SUGGESTED("abcdefghi", "xyzdefghi"), "xyzdefghi");
	assert_null(SUGGESTED("abcdefgh", "xyzdefgh"));
}

static void test_short_words(void **state)
{
	(void)state;
	assert_null(SUGGESTED("a", "b", "ab", "a"));
	assert_null(SUGGESTED("ab", "cd"));
	assert_string_equal(SUGGESTED("ab", "ac"), "ac");
	assert_null(SUGGESTED("abc", "ade"));
	assert_string_equal(SUGGESTED("abcd", "abxy"), "abxy");
	assert_null(SUGGESTED("ab", ""));
	assert_null(SUGGESTED("", "ab"));
	/* the longer length counts */
	assert_string_equal(SUGGESTED("abc", "abcde"), "abcde");
}

static void test_rivals(void **state)
{
	struct typo titel = {.word = STR("titel")};
	struct typo titlex = {.word = STR("titlex")};
	struct typo none = {.word = STR("quite-another")};

	(void)state;
	typo_offer(&titel, STR("title"));
	assert_false(typo_rivals(&titel, STR("title")));
	assert_false(typo_rivals(&titel, STR("titles"))); /* one edit more */
	assert_false(typo_rivals(&titel, STR("rank")));
	typo_offer(&titlex, STR("title"));
	assert_true(typo_rivals(&titlex, STR("titles")));
	typo_offer(&none, STR("title"));
	assert_false(typo_rivals(&none, STR("quite-anothes")));
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(test_against_reference),
		cmocka_unit_test(test_known_distances),
		cmocka_unit_test(test_long_words_are_far),
		cmocka_unit_test(test_suggestions),
		cmocka_unit_test(test_short_words),
		cmocka_unit_test(test_rivals),
	};

	return cmocka_run_group_tests_name("base/typo", tests, NULL, NULL);
}
