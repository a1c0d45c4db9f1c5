/* What scores can come to at most. */
#ifndef LINT_SCORES_H
#define LINT_SCORES_H

#include "model/ladder.h"

struct lint;

/* Sums of weights times points need more than 64 bits. */
__extension__ typedef __int128 wide;

/* A score as the roles of one track read it. */
struct score_top {
	const struct reading *reading;
	wide most;       /* weighted points with every stage reached, in
			    millionths */
	wide weights;    /* of all members, in thousandths */
	unsigned layers; /* bit by enum layer: those that have a weight in it */
	bool counted;    /* its competencies are in struct asked_for */
	bool lost;       /* part of it could not be read, as was told */
};

/* How the roles of a role's track read the score of a goal; NULL where there
 * is no such score, part of it was lost to a mistake, or there is no time to
 * look. Holds until the next call. */
struct score_top *score_top(struct lint *lint, const struct role *role,
			    const struct score_goal *goal);

#endif
