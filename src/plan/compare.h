/* Roles side by side: what each costs from here, what they share, and what a
 * detour through one of them costs on the way to another. */
#ifndef PLAN_COMPARE_H
#define PLAN_COMPARE_H

#include "plan/plan.h"

/* A cost in both measures; effort is zero where the ladder is not timed. */
struct outlay {
	uint32_t steps;
	struct effort effort;
};

/* One role as an aim of its own. */
struct alternative {
	struct role *role;
	struct plan_result result; /* the cheapest way from here to it */
	struct gap gap;            /* how it stands today */
	struct outlay own;         /* steps that not all the others share */
	/* the way on to the target; set where there is a target, it is another
	 * role and both ways exist */
	bool leads_on;
	struct outlay through; /* the cheapest way to the target through it */
	struct outlay rest;    /* what is left of that once it is reached */
	struct outlay carried; /* steps towards it that the target needs, too */
};

struct comparison {
	VEC(struct alternative) roles; /* in the order of the question */
	struct outlay shared;          /* steps that the ways to all have */
	struct role *target;           /* NULL: none */
	bool reachable;                /* the target, without a detour */
	struct outlay direct;          /* what that costs */
};

/* `q` is the question without a target (q->target is set aside). Roles that
 * cannot be reached have result.status PLAN_NO_WAY, share nothing and have
 * nothing of their own. */
struct comparison compare_roles(const struct plan_query *q,
				struct role *const *roles, uint32_t n,
				struct role *target, struct arena *a);

/* The difference, which may be negative in either measure. */
struct detour {
	int64_t steps;
	int64_t min, max; /* quarter hours */
};
struct detour outlay_minus(struct outlay a, struct outlay b);

#endif
