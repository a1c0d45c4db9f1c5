/* Two lists of texts: which of the old ones is which of the new ones. */
#ifndef DIFF_TEXTS_H
#define DIFF_TEXTS_H

#include "base/vec.h"

enum { TEXTS_ALIKE = 51 }; /* per cent from which a text is the other one,
			      reworded: more words kept than changed */

struct text_pair {
	uint32_t old, new; /* indices; UINT32_MAX: none on that side */
	uint32_t likeness; /* per cent; 100: the same but for dressing */
};

typedef VEC(struct text_pair) text_pairs;

/* Matches the texts that are the same (words_same; of equal ones the first
 * with the first), then of the others the most alike, from TEXTS_ALIKE on: of
 * pairs as alike those that stand first in both lists together. What is left
 * was removed or added. In the order of the new list, removed ones behind what
 * they stood behind in the old one.
 *
 * The swap of the lists swaps the sides of each pair. Of long lists the
 * left-overs are held against each other in batches of 128, the first of the
 * old ones with the first of the new ones, so that it takes time linear in all
 * texts. */
text_pairs texts_match(const struct str *old, uint32_t n_old,
		       const struct str *new, uint32_t n_new, struct arena *a);

#endif
