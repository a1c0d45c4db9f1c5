/* What is worth saying about a ladder beside its errors. */
#ifndef LINT_LINT_H
#define LINT_LINT_H

#include "model/ladder.h"

/* Words of a language for what nobody can see, which a team adds to those that
 * the rules know. */
struct words_of {
	struct str language; /* a tag of BCP 47; its first part counts */
	struct texts vague;
};

typedef VEC(struct words_of) lint_words;

/* Adds warnings and notes about a ladder that was made (load.h). One pass over
 * all that it holds. */
void lint_ladder(const struct ladder *l, struct diag *d, struct arena *a);

/* The same with a team's own words; a ladder without a language is English. */
void lint_ladder_with(const struct ladder *l, const lint_words *words,
		      struct diag *d, struct arena *a);

#endif
