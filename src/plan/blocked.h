/* Why a target cannot be reached. */
#ifndef PLAN_BLOCKED_H
#define PLAN_BLOCKED_H

#include "plan/ways.h"

/* Adds what stands in the way of a query to which no way leads; at least one
 * obstacle. Texts live in `a`. */
void blocked_explain(const struct plan_query *q, struct plan_result *result,
		     struct arena *a);

#endif
