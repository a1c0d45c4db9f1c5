/* What the property tests of the planner share. */
#ifndef PROPERTY_PLAN_CASES_H
#define PROPERTY_PLAN_CASES_H

#include "property/plan/random.h"

/* How many random cases to try: LADDER_CASES, else `usual`. */
uint32_t cases_wanted(uint32_t usual);

/* Writes the case and its question to standard error. */
void case_show(const struct random_case *c, uint64_t seed);

/* The cost of a plan in the unit of its lower bound. */
int64_t plan_cost(const struct plan_query *q, const struct plan *p);

/* What is wrong with a plan, or NULL: a step before one it waits for, a
 * prerequisite without a step, a role that is entered and not met, a week
 * with more hours than it has, too much side by side, too soon. */
const char *plan_wrong(const struct plan_query *q, const struct plan *p,
		       struct arena *a);

#endif
