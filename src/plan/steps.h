/* From chosen stages to steps: which role takes which, why, and what waits
 * for what. */
#ifndef PLAN_STEPS_H
#define PLAN_STEPS_H

#include "plan/route.h"

/* A step under way to the plan's list. */
struct draft {
	struct step step; /* `after` and `unlocks` count in drafts */
	uint32_t at;      /* place of its role on the route */
	uint32_t competency, ordinal;
	int64_t work; /* middle of its effort in eighths of an hour; 1 where
			 not timed */
	wide start, end; /* in the units of schedule.h */
};

struct drafts {
	struct draft *at; /* by role of the route, then in file order */
	uint32_t n;
};

/* Each role of the route takes, of the chosen stages not yet taken, the
 * cheapest part that lets it be entered; the last one takes the rest. */
struct drafts steps_draft(struct problem *p, const struct plan_query *q,
			  const struct route *r);

/* Whether the role at this place of a route is entered and asked. */
bool route_asks(const struct plan_query *q, const struct route *r,
		uint32_t at);

#endif
