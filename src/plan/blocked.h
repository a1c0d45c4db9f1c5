/* Why a target cannot be reached. */
#ifndef PLAN_BLOCKED_H
#define PLAN_BLOCKED_H

#include "plan/plan.h"

/* Adds what stands in the way of a query to which no way leads, as bars.h finds
 * it; at least one obstacle: missing moves in order of the way, then what is
 * avoided, then scores, both in file order. Texts live in `a`. */
void blocked_explain(const struct plan_query *q, struct plan_result *result,
		     struct arena *a);

#endif
