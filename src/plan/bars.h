/* What keeps every way to the target closed, and the least of it that would
 * have to go.
 *
 * A *bar* closes roles: a role or a whole track that is to be avoided, a score
 * beyond all points. (Nothing else does: a choice never asks more than it has
 * options left, and a required stage exists.) A *leg* is the part of the way
 * up to the next role of `via` or to the target; where no moves make one up,
 * one is missing. */
#ifndef PLAN_BARS_H
#define PLAN_BARS_H

#include "plan/plan.h"

struct bar {
	enum obstacle_kind kind; /* not OBSTACLE_MOVE */
	const struct role *role; /* avoided, or in whose text the goal stands;
				    of a track the first */
	const struct score_goal *goal;
};

struct leg {
	const struct role *from, *to; /* `from` NULL: outside */
	/* a move that would make it up, together with all else that is found
	 * here: of those the one that changes the rank least, then the first
	 * in the file */
	const struct role *move_from, *move_to;
};

struct bars {
	VEC(struct bar) bars;
	VEC(struct leg) legs;
};

/* Without these bars and with a move for these legs there is a way, and there
 * is none with a part of that alone. No fewer bars would do, given a move for
 * each leg, unless the search for fewer grew too long (a million edges looked
 * at): then fewer others might. Empty where a way leads. */
struct bars bars_find(const struct plan_query *q, struct arena *a);

#endif
