/* Other ways to the same role, and the nearest of several roles. */
#ifndef PLAN_ALTERNATIVES_H
#define PLAN_ALTERNATIVES_H

#include "plan/plan.h"

/* A way that differs from all the better ones: it enters a role that they do
 * not, or leaves one out that they all enter. */
struct other_way {
	struct plan plan;
	role_list gives; /* roles on it that the cheapest way does not enter */
};

typedef VEC(struct other_way) other_ways;

/* At most `n` ways beside `best`, the answer to `q`, in order of cost, moves
 * and the file. Each role that can lie on the way is tried as one to enter,
 * and each that `best` enters as one to avoid, so the cost is a plan for each
 * role of the ladder. */
other_ways plan_other_ways(const struct plan_query *q,
			   const struct plan *best, uint32_t n,
			   struct arena *a);

/* The plan for the nearest of several roles: the cheapest, then the one of
 * fewest moves, then the first in the file. q->target becomes that role. Where
 * none can be reached it is the answer for the first. */
struct plan_result plan_nearest(struct plan_query *q,
				struct role *const *targets, uint32_t n,
				struct arena *a);

#endif
