/* The roles that a route may pass through, as a graph. */
#ifndef PLAN_WAYS_H
#define PLAN_WAYS_H

#include "plan/problem.h"

#define NO_HOPS UINT32_MAX

struct label;

/* A role, and how many of the roles to be passed (`via`) lie behind. */
struct spot {
	struct role *role;
	uint32_t passed;
	VEC(uint32_t) next; /* spots that one move leads to */
	VEC(uint32_t) back;
	uint32_t hops;      /* moves to the end at least; or NO_HOPS */
	uint32_t *demand;   /* what every way from here to the end asks, this
			       role included; closed. NULL: no way */
	VEC(struct label *) labels; /* ways to here, for route.c */
};

struct ways {
	VEC(struct spot) spots;
	VEC(uint32_t) starts; /* the present role, or where one may enter */
	bool stands;          /* `starts` is the present role: not entered */
	uint32_t end;         /* the target, all of `via` passed; UINT32_MAX
				 where no move leads there */
};

/* Which of the things that bar roles are heeded. */
enum { HEED_AVOID = 1, HEED_BEYOND = 2, HEED_ALL = 3 };

/* The graph of what can be reached. With HEED_BEYOND roles are learnt by the
 * problem, and those that nobody can meet left out. */
struct ways ways_make(struct problem *p, const struct plan_query *q,
		      unsigned heed);

/* Whether some way leads to the end. */
bool ways_lead(const struct ways *w);

/* Whether a role is asked when it is entered: the present one is not, unless
 * it is the target. */
bool role_is_asked(const struct plan_query *q, const struct role *role);

/* Fills in what every way from each spot asks; after problem_seal. */
void ways_demand(struct problem *p, const struct plan_query *q,
		 struct ways *w);

#endif
