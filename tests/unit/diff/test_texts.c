/* Texts: which of a list is which of another. */
#include "diff/texts.h"

#include "support/dice.h"
#include "support/test.h"

static struct arena arena;

enum { TEXTS_MOST = 600 };

struct list {
	struct str at[TEXTS_MOST];
	uint32_t n;
};

/* "a b|c d" */
static struct list list_of(const char *all)
{
	struct list list = {.n = 0};

	for (struct str rest = str_of(all); rest.len;) {
		struct str text = str_head(rest, str_index(rest, '|'));

		list.at[list.n++] = text;
		rest = str_from(rest, text.len + 1);
	}
	return list;
}

static text_pairs match(const struct list *old, const struct list *new)
{
	return texts_match(old->at, old->n, new->at, new->n, &arena);
}

/* "0=0 1~1:66 -2 +2" */
static struct str shown(text_pairs pairs)
{
	struct str all = {"", 0};

	for_each(pair, &pairs) {
		const char *space = all.len ? " " : "";

		if (pair->new == UINT32_MAX)
			all = arena_printf(&arena, "%.*s%s-%u", STR_ARG(all),
					   space, pair->old);
		else if (pair->old == UINT32_MAX)
			all = arena_printf(&arena, "%.*s%s+%u", STR_ARG(all),
					   space, pair->new);
		else if (pair->likeness == 100)
			all = arena_printf(&arena, "%.*s%s%u=%u", STR_ARG(all),
					   space, pair->old, pair->new);
		else
			all = arena_printf(&arena, "%.*s%s%u~%u:%u",
					   STR_ARG(all), space, pair->old,
					   pair->new, pair->likeness);
	}
	return all;
}

static struct str matched(const char *old, const char *new)
{
	struct list x = list_of(old), y = list_of(new);

	return shown(match(&x, &y));
}

static void equal_texts_are_matched_anywhere(void **state)
{
	(void)state;
	assert_str(matched("a|b|c", "c|a|b"), "2=0 0=1 1=2");
	assert_str(matched("*a*|b  c", "b c|a"), "1=0 0=1");
	assert_str(matched("", ""), "");
}

static void equal_texts_of_one_list_go_in_order(void **state)
{
	(void)state;
	assert_str(matched("a|a|a", "a|a"), "0=0 1=1 -2");
	assert_str(matched("a|a", "a|a|a"), "0=0 1=1 +2");
	assert_str(matched("a|b|a", "a|a|b"), "0=0 2=1 1=2");
}

static void removed_texts_stand_where_they_stood(void **state)
{
	(void)state;
	assert_str(matched("w|a|x|y|b|z", "a|b|new"),
		   "-0 1=0 -2 -3 4=1 -5 +2");
	assert_str(matched("a|b", ""), "-0 -1");
	assert_str(matched("", "a|b"), "+0 +1");
}

static void the_most_alike_are_reworded(void **state)
{
	(void)state;
	assert_str(matched("a b c d", "a b c x"), "0~0:75");
	/* half is not enough */
	assert_str(matched("a b c d", "a b x y"), "-0 +0");
	/* the second fits better */
	assert_str(matched("a b c x y|a b c d x", "a b c d e"),
		   "-0 1~0:80");
	/* what is the same is taken first */
	assert_str(matched("a b c|a b c d", "a b c d"), "-0 1=0");
	/* the same words in another order are reworded */
	assert_str(matched("a b c", "c b a"), "0~0:99");
}

static void ties_go_by_place(void **state)
{
	(void)state;
	assert_str(matched("a b c 1|a b c 2", "a b c 3|a b c 4"),
		   "0~0:75 1~1:75");
	assert_str(matched("a b c 1|a b c 2", "a b c 3"), "0~0:75 -1");
}

/* --- laws ----------------------------------------------------------------- */

static struct list some_texts(struct dice *dice, uint32_t most)
{
	static const char *const words[] = {"a", "b", "c", "d", "*e*", "f."};
	struct list list = {.n = dice_below(dice, most + 1)};

	for (uint32_t i = 0; i < list.n; i++) {
		list.at[i] = STR("");
		for (uint32_t n = dice_below(dice, 5) + 1; n; n--)
			list.at[i] = arena_printf(
				&arena, "%.*s %s", STR_ARG(list.at[i]),
				words[dice_below(dice, N_OF(words))]);
	}
	return list;
}

static const struct text_pair *pair_of_new(text_pairs pairs, uint32_t new)
{
	for_each(pair, &pairs)
		if (pair->new == new)
			return pair;
	fail();
	return NULL;
}

/* Every text once, and the pairs of the one way are those of the other. */
static void check_laws(const struct list *old, const struct list *new)
{
	text_pairs there = match(old, new), back = match(new, old);
	uint32_t n_old = 0, last = 0;

	for_each(pair, &there) {
		if (pair->new != UINT32_MAX) {
			assert_int_equal(pair->new, last);
			last++;
		}
		if (pair->old == UINT32_MAX)
			continue;
		n_old++;
		assert_int_equal(pair_of_new(back, pair->old)->old, pair->new);
		assert_int_equal(pair_of_new(back, pair->old)->likeness,
				 pair->likeness);
	}
	assert_int_equal(last, new->n);
	assert_int_equal(n_old, old->n);
}

static void laws_hold(void **state)
{
	struct dice dice = {3};

	(void)state;
	for (int i = 0; i < 1000; i++) {
		struct list old = some_texts(&dice, 12);
		struct list new = some_texts(&dice, 12);

		check_laws(&old, &new);
		arena_clear(&arena);
	}
	for (int i = 0; i < 5; i++) {
		struct list old = some_texts(&dice, TEXTS_MOST);
		struct list new = some_texts(&dice, TEXTS_MOST);

		check_laws(&old, &new);
		arena_clear(&arena);
	}
}

/* Far more than one batch, none of them the same. */
static void long_lists_go_by_batches(void **state)
{
	struct list old = {.n = 500}, new = {.n = 500};
	text_pairs pairs;

	(void)state;
	for (uint32_t i = 0; i < 500; i++) {
		old.at[i] = arena_printf(&arena, "a%u b%u c%u", i, i, i);
		new.at[i] = arena_printf(&arena, "a%u b%u x%u", i, i, i);
	}
	pairs = match(&old, &new);
	assert_int_equal(pairs.n, 500);
	for_each(pair, &pairs) {
		assert_int_equal(pair->old, pair->new);
		assert_int_equal(pair->likeness, 66);
	}
	/* beyond its batch a text is not looked for */
	new.at[0] = old.at[499];
	new.at[499] = STR("a0 b0 x0");
	pairs = match(&old, &new);
	assert_int_equal(pair_of_new(pairs, 0)->old, 499);
	assert_int_equal(pair_of_new(pairs, 499)->old, UINT32_MAX);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(equal_texts_are_matched_anywhere),
		cmocka_unit_test(equal_texts_of_one_list_go_in_order),
		cmocka_unit_test(removed_texts_stand_where_they_stood),
		cmocka_unit_test(the_most_alike_are_reworded),
		cmocka_unit_test(ties_go_by_place),
		cmocka_unit_test(laws_hold),
		cmocka_unit_test(long_lists_go_by_batches),
	};
	int failed = cmocka_run_group_tests(tests, NULL, NULL);

	arena_release(&arena);
	return failed;
}
