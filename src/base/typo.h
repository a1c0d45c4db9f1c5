/* The nearest of some names: what a mistyped word was meant to be. */
#ifndef BASE_TYPO_H
#define BASE_TYPO_H

#include "base/str.h"

#include <stdint.h>

/* Collects the best candidate so far for one word. */
struct typo {
	struct str word;
	struct str best;   /* ptr is NULL while none is near */
	uint32_t distance; /* of `best`, in edits */
};

/* Offers a candidate. It is near when its Damerau-Levenshtein distance
 * (optimal string alignment: insert, delete, replace, swap neighbours, ASCII
 * case ignored) is at most 2 or a third of the longer length, whichever is
 * more; for words of up to three bytes at most 1, for one byte nothing is
 * near. The first of equally near candidates stays.
 * Source: Boytsov, "Indexing methods for approximate dictionary searching",
 * ACM JEA 16 (2011), section 2. */
void typo_offer(struct typo *t, struct str candidate);

/* Whether a candidate is no further away than the best, and not it. */
bool typo_rivals(const struct typo *t, struct str candidate);

/* The distance, or `limit` + 1 where it is more than `limit`. Words of more
 * than 64 bytes count as too far. */
uint32_t typo_distance(struct str a, struct str b, uint32_t limit);

#endif
