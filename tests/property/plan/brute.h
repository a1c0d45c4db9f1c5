/* The best plan by looking at every set of stages and every route. */
#ifndef PROPERTY_PLAN_BRUTE_H
#define PROPERTY_PLAN_BRUTE_H

#include "plan/plan.h"

struct brute {
	bool found;
	int64_t cost;      /* as lower_bound counts */
	struct role **route;
	uint32_t n_route;
	uint32_t *stages;  /* by competency */
};

struct brute brute_force(const struct plan_query *q, struct arena *a);

#endif
