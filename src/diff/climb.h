/* What is said on the way from one stage of a competency to a higher one. */
#ifndef DIFF_CLIMB_H
#define DIFF_CLIMB_H

#include "diff/roles.h"

struct climb {
	const struct stage *from; /* reached already; NULL: nothing is */
	const struct stage *to;
	const struct track *from_track, *to_track; /* whose texts they are */
	uint32_t first; /* ordinal, in the competency of `to`, from which on
			   stages are climbed */
};

/* The sentences that the stages climbed add to those known from the stages
 * reached (NEW) or put in other words (REWORDED), by stage. What a later stage
 * says again counts by its last wording, so that a table in which every level
 * repeats the one below comes out as what differs. `same` is how many say what
 * is known in the same words. Takes time linear in the texts: a sentence is
 * looked for among those of the eight stages below. */
text_steps climb_texts(const struct climb *climb, uint32_t *same,
		       struct arena *a);

#endif
