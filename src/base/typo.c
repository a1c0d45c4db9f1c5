#include "base/typo.h"

enum { LONGEST = 64 };

static uint32_t least(uint32_t a, uint32_t b)
{
	return a < b ? a : b;
}

uint32_t typo_distance(struct str a, struct str b, uint32_t limit)
{
	uint32_t rows[3][LONGEST + 1];
	uint32_t *before = rows[0], *above = rows[1], *row = rows[2], *spare;
	size_t gap = a.len > b.len ? a.len - b.len : b.len - a.len;

	if (a.len > LONGEST || b.len > LONGEST || gap > limit)
		return limit + 1;
	for (size_t j = 0; j <= b.len; j++)
		above[j] = (uint32_t)j;
	for (size_t i = 1; i <= a.len; i++) {
		row[0] = (uint32_t)i;
		for (size_t j = 1; j <= b.len; j++) {
			char x = ascii_lower(a.ptr[i - 1]);
			char y = ascii_lower(b.ptr[j - 1]);

			row[j] = least(above[j - 1] + (x != y),
				       least(above[j], row[j - 1]) + 1);
			if (i > 1 && j > 1 &&
			    x == ascii_lower(b.ptr[j - 2]) &&
			    y == ascii_lower(a.ptr[i - 2]))
				row[j] = least(row[j], before[j - 2] + 1);
		}
		spare = before;
		before = above;
		above = row;
		row = spare;
	}
	return above[b.len] <= limit ? above[b.len] : limit + 1;
}

void typo_offer(struct typo *t, struct str candidate)
{
	size_t longer = t->word.len > candidate.len ? t->word.len
						    : candidate.len;
	uint32_t limit = longer < 4 ? 1 : 2, distance;

	if (t->word.len < 2 || !candidate.len)
		return;
	if (limit < longer / 3)
		limit = (uint32_t)longer / 3;
	if (t->best.ptr && t->distance <= limit) {
		if (t->distance == 0)
			return;
		limit = t->distance - 1;
	}
	distance = typo_distance(t->word, candidate, limit);
	if (distance > limit)
		return;
	t->best = candidate;
	t->distance = distance;
}

bool typo_rivals(const struct typo *t, struct str candidate)
{
	return t->best.ptr && !str_eq(candidate, t->best) &&
	       typo_distance(t->word, candidate, t->distance) <= t->distance;
}
