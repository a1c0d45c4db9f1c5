/* The order of the steps in the list. */
#ifndef PLAN_ORDER_H
#define PLAN_ORDER_H

#include "plan/steps.h"

/* The drafts in list order, their links counting in it: steps of a nearer role
 * first; then, of those whose prerequisites are listed, the one whose delay
 * would delay the finish most, then the one whose layer has had the fewest
 * hours, then file order. */
struct drafts order_steps(const struct problem *p, const struct plan_query *q,
			  const struct drafts *ds);

#endif
