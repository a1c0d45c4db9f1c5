/* Lists of sentences that a role or a stage is described by, compared. */
#ifndef DIFF_SENTENCES_H
#define DIFF_SENTENCES_H

#include "diff/roles.h"

struct sentences {
	struct str *at;
	bool *optional; /* by sentence; NULL: none is */
	uint32_t n;
};

/* What a stage says: its summary and its behaviours. Lives in `a`. */
struct sentences rubric_sentences(const struct rubric *r, struct arena *a);

/* What is NEW, REWORDED or DROPPED, in the order of the new ones; `same` is
 * how many are in both. */
text_steps sentences_steps(const struct sentences *old,
			   const struct sentences *new, uint32_t *same,
			   struct arena *a);

#endif
