/* Which roles to pass through, and which stages to reach for them. */
#ifndef PLAN_ROUTE_H
#define PLAN_ROUTE_H

#include "plan/choose.h"
#include "plan/ways.h"

struct route {
	struct role **roles; /* the present one or the entry first */
	uint32_t n;
	uint32_t *stages; /* chosen, by competency */
	int64_t cost;     /* of them, beyond what is held */
	int64_t bound;    /* no route and no stages cost less */
	bool optimal;     /* cost equals bound */
};

/* The route of least cost, then of fewest moves, then first in the order of
 * the file. `w` must lead somewhere (ways_lead) and know its demands.
 *
 * A* over pairs of a spot and what the way to it asks (Hart, Nilsson, Raphael,
 * IEEE Trans. SSC 4 (1968)), with dominance between ways to the same spot as
 * in multi-objective shortest paths (Martins, EJOR 16 (1984)): a way that asks
 * nothing less, is no shorter and comes later in the file is dropped. A way's
 * bound is the exact cost of what it asks together with what every way on from
 * there asks, worked out when it comes up, and inherited where the stages
 * chosen for the way before it do for it too. */
struct route route_find(struct problem *p, const struct plan_query *q,
			struct ways *w);

#endif
