/* The longest common subsequence, beside the plain table. */
#include "diff/lcs.h"

#include "support/dice.h"
#include "support/test.h"

enum { MOST = 300, N_IDS = 6 };

struct row {
	uint32_t at[MOST];
	bool common[MOST];
	uint32_t n;
};

static void roll(struct row *row, struct dice *dice, uint32_t n)
{
	*row = (struct row){.n = n};
	for (uint32_t i = 0; i < n; i++)
		row->at[i] = dice_below(dice, N_IDS);
}

static uint32_t length_of(const struct row *x, const struct row *y)
{
	static uint32_t table[MOST + 1][MOST + 1];

	for (uint32_t i = 1; i <= x->n; i++)
		for (uint32_t j = 1; j <= y->n; j++) {
			uint32_t up = table[i - 1][j], left = table[i][j - 1];

			table[i][j] = x->at[i - 1] == y->at[j - 1]
					      ? table[i - 1][j - 1] + 1
				      : up > left ? up
						  : left;
		}
	return table[x->n][y->n];
}

/* What is marked is the same in both, and as long as can be. */
static void check(struct row *x, struct row *y)
{
	uint32_t n = 0, i = 0, j = 0;

	lcs_mark((struct lcs_row){x->at, x->n, x->common},
		 (struct lcs_row){y->at, y->n, y->common}, N_IDS);
	for (;; i++, j++, n++) {
		while (i < x->n && !x->common[i])
			i++;
		while (j < y->n && !y->common[j])
			j++;
		if (i == x->n || j == y->n)
			break;
		assert_int_equal(x->at[i], y->at[j]);
	}
	assert_int_equal(i, x->n);
	assert_int_equal(j, y->n);
	assert_int_equal(n, length_of(x, y));
}

static void short_rows(void **state)
{
	struct dice dice = {1};
	struct row x, y;

	(void)state;
	for (int i = 0; i < 2000; i++) {
		roll(&x, &dice, dice_below(&dice, 12));
		roll(&y, &dice, dice_below(&dice, 12));
		check(&x, &y);
	}
}

/* Around the borders of 64 columns. */
static void long_rows(void **state)
{
	struct dice dice = {2};
	struct row x, y;

	(void)state;
	for (int i = 0; i < 200; i++) {
		roll(&x, &dice, 60 + dice_below(&dice, 10));
		roll(&y, &dice, dice_below(&dice, MOST));
		check(&x, &y);
		roll(&x, &dice, 120 + dice_below(&dice, 150));
		roll(&y, &dice, 120 + dice_below(&dice, 150));
		check(&x, &y);
	}
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(short_rows),
		cmocka_unit_test(long_rows),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
