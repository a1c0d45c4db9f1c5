#include "diff/lcs.h"

#include "base/arena.h"

/* The table of common lengths by its differences, 64 columns at once: a row
 * for each number of y, a column for each of x. Bit i of a row is clear where
 * the length grows from column i to the next. */
struct table {
	uint32_t wide; /* words of a row */
	uint64_t *rows;
	uint64_t *places; /* by number, where it stands in x: a row each */
};

static bool bit(const uint64_t *row, uint32_t i)
{
	return row[i / 64] >> i % 64 & 1;
}

static uint64_t *row_of(uint64_t *rows, const struct table *t, uint32_t i)
{
	return rows + (size_t)i * t->wide;
}

static void note_places(struct table *t, struct lcs_row x)
{
	for (uint32_t i = 0; i < x.n; i++)
		row_of(t->places, t, x.at[i])[i / 64] |= (uint64_t)1 << i % 64;
}

/* `above` is NULL for the first row. */
static void fill_row(uint64_t *row, const uint64_t *above,
		     const uint64_t *places, uint32_t wide)
{
	uint64_t carry = 0;

	for (uint32_t w = 0; w < wide; w++) {
		uint64_t old = above ? above[w] : UINT64_MAX;
		uint64_t hit = old & places[w];
		uint64_t sum = old + hit;
		uint64_t full = sum + carry;

		carry = (sum < old) | (full < sum);
		row[w] = full | (old - hit);
	}
}

/* Goes back from the last corner along where the length grew. */
static void walk_back(const struct table *t, struct lcs_row x, struct lcs_row y)
{
	for (uint32_t i = x.n, j = y.n; i && j;) {
		const uint64_t *row = row_of(t->rows, t, j - 1);

		if (bit(row, i - 1)) {
			i--;
			continue;
		}
		j--;
		if (j && !bit(row - t->wide, i - 1))
			continue;
		x.common[--i] = true;
		y.common[j] = true;
	}
}

void lcs_mark(struct lcs_row x, struct lcs_row y, uint32_t n_ids)
{
	struct arena scratch = {0};
	struct table t = {.wide = (x.n + 63) / 64};

	t.rows = ARENA_ARRAY(&scratch, (size_t)y.n * t.wide, uint64_t);
	t.places = ARENA_ARRAY(&scratch, (size_t)n_ids * t.wide, uint64_t);
	note_places(&t, x);
	for (uint32_t j = 0; j < y.n; j++)
		fill_row(row_of(t.rows, &t, j),
			 j ? row_of(t.rows, &t, j - 1) : NULL,
			 row_of(t.places, &t, y.at[j]), t.wide);
	walk_back(&t, x, y);
	arena_release(&scratch);
}
