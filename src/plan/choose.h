/* The cheapest stages that satisfy a demand. */
#ifndef PLAN_CHOOSE_H
#define PLAN_CHOOSE_H

#include "plan/problem.h"

struct choosing {
	uint32_t *stages; /* by competency */
	int64_t cost;     /* of them beyond what is held */
	int64_t bound;    /* no set of stages costs less */
	bool proven;      /* cost equals bound */
};

/* The cheapest closed set of stages, within `cap` (closed and enough for the
 * demand; NULL for no cap), that satisfies `demand` (its stages closed, each
 * of its rules within reach): of equally cheap ones the one that has the
 * smaller stage in the first competency, in file order, in which they differ.
 *
 * Forced stages first; what is open falls into parts that do not touch. A part
 * with one goal and no prerequisites is a knapsack (knapsack.h), another is
 * searched by branch and bound (tree.h). Counts its nodes in the problem and
 * ends at their limit with the best it has. Lives in the problem's arena. */
struct choosing *choose_stages(struct problem *p, const uint32_t *demand,
			       const uint32_t *cap);

#endif
