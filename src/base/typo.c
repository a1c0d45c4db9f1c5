#include "base/typo.h"

/* As many as a word has bits. */
enum { LONGEST = 64 };

/* Where each byte stands in a text, a bit a place. */
static void find_places(struct str s, uint64_t *places)
{
	memset(places, 0, 256 * sizeof *places);
	for (size_t i = 0; i < s.len; i++)
		places[(unsigned char)ascii_lower(s.ptr[i])] |= (uint64_t)1
								<< i;
}

/* A column of the table in two words of 64 bits: H. Hyyrö, "A Bit-Vector
 * Algorithm for Computing Levenshtein and Damerau Edit Distances", Nordic
 * Journal of Computing 10 (2003). */
static uint32_t distance_of(struct str a, struct str b)
{
	uint64_t places[256], more = ~(uint64_t)0, fewer = 0, zero = 0;
	uint64_t last = (uint64_t)1 << (a.len - 1), before = 0;
	uint32_t distance = (uint32_t)a.len;

	find_places(a, places);
	for (size_t j = 0; j < b.len; j++) {
		uint64_t here = places[(unsigned char)ascii_lower(b.ptr[j])];
		uint64_t swap = (~zero & here) << 1 & before, up, down;

		zero = (((here & more) + more) ^ more) | here | fewer | swap;
		up = fewer | ~(zero | more);
		down = zero & more;
		distance += (up & last) != 0;
		distance -= (down & last) != 0;
		up = up << 1 | 1;
		more = down << 1 | ~(zero | up);
		fewer = up & zero;
		before = here;
	}
	return distance;
}

uint32_t typo_distance(struct str a, struct str b, uint32_t limit)
{
	size_t gap = a.len > b.len ? a.len - b.len : b.len - a.len;
	uint32_t distance;

	if (a.len > LONGEST || b.len > LONGEST || gap > limit)
		return limit + 1;
	if (!a.len || !b.len)
		return (uint32_t)gap;
	distance = distance_of(a, b);
	return distance <= limit ? distance : limit + 1;
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
