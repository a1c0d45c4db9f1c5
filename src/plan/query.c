#include "plan/query.h"

enum { USUAL_HOURS = 4000, USUAL_FOCUS = 2, MILLIDAYS = 1000, UNKNOWN = -1 };

void query_init(struct plan_query *q, const struct ladder *l,
		const struct assessment *as)
{
	*q = (struct plan_query){
		.ladder = l,
		.avoid = as ? as->avoid_roles : NULL,
		.hours_per_week = as ? as->hours_per_week : USUAL_HOURS,
		.focus = as ? (uint32_t)as->focus : USUAL_FOCUS,
		.in_role = UNKNOWN,
	};
}

void query_from_assessment(struct plan_query *q, const struct assessment *as,
			   struct arena *a)
{
	q->from = as->role;
	q->stands = assessment_stands(q->ladder, as, a);
	q->in_role = UNKNOWN;
	if (as->since_node && as->date_node && as->date >= as->since)
		q->in_role = ((milliday)as->date - as->since) * MILLIDAYS;
}

void query_from_role(struct plan_query *q, struct role *role, struct arena *a)
{
	q->from = role;
	q->stands = stands_of_role(q->ladder, role, a);
	q->in_role = UNKNOWN;
}

void query_from_nothing(struct plan_query *q, struct arena *a)
{
	q->from = NULL;
	q->stands = empty_stands(q->ladder, a);
	q->in_role = UNKNOWN;
}
