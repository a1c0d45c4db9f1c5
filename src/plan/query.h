/* The planner's question, put together from an assessment or a role. Each
 * function sets some fields of the query and leaves the others. */
#ifndef PLAN_QUERY_H
#define PLAN_QUERY_H

#include "plan/plan.h"

/* The pace and the roles to avoid: the assessment's where there is one (it may
 * be NULL), else the usual. All other fields become zero. */
void query_init(struct plan_query *q, const struct ladder *l,
		const struct assessment *as);

/* From where someone assessed stands. */
void query_from_assessment(struct plan_query *q, const struct assessment *as,
			   struct arena *a);

/* From a role that is met exactly (`--from`, interface.md 1). */
void query_from_role(struct plan_query *q, struct role *role,
		     struct arena *a);

/* From no role, with nothing shown. */
void query_from_nothing(struct plan_query *q, struct arena *a);

#endif
