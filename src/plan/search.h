/* What is still open while the cheapest stages are searched for: between a
 * lower and an upper stage for every competency, both closed under needs. */
#ifndef PLAN_SEARCH_H
#define PLAN_SEARCH_H

#include "plan/problem.h"

/* A rule that the search must satisfy. */
struct goal {
	const struct rule *rule;
	wide need;       /* gains that it takes */
	wide have, most; /* gains at the lower and at the upper stages */
};

/* One change that can be taken back. */
struct change {
	uint32_t competency, was;
	bool upper;
};

struct search {
	struct problem *p;
	struct arena *a;
	uint32_t *lo, *hi; /* by competency */
	int64_t cost;      /* of `lo`, beyond what is held */
	VEC(struct goal) goals;
	VEC(struct change) trail;
	VEC(uint32_t) open; /* competencies with room at the start, in file
			       order */
	uint64_t work;     /* items and stages looked at, for counting nodes */
	VEC(struct change) fixes; /* what it is about to change */
};

/* Starts from `demand` (closed), nothing above `cap` (closed; NULL: the top).
 * Upper stages come down to what some rule may use. */
void search_init(struct search *s, struct problem *p, const uint32_t *demand,
		 const uint32_t *cap, struct arena *a);

/* Raises the lower stage, and what it needs; false where that is barred. */
bool search_raise(struct search *s, uint32_t competency, uint32_t stage);

/* Bars what is above `stage`, and what needs it; false where that is asked. */
bool search_lower(struct search *s, uint32_t competency, uint32_t stage);

/* Takes back all changes but the first `n`. */
void search_undo(struct search *s, uint32_t n);

/* Counts the goals anew and raises what they cannot do without; false where
 * one of them can no longer be satisfied. */
bool search_settle(struct search *s);

/* Whether the lower stages satisfy every goal, after search_settle. */
bool search_done(const struct search *s);

#endif
