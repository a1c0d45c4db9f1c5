/* Whom a new version of a ladder touches: each person's standing and plan
 * before and after. */
#ifndef PEOPLE_IMPACT_H
#define PEOPLE_IMPACT_H

#include "diff/diff.h"
#include "model/assessment.h"

struct person_impact {
	struct str person;      /* the name as written */
	struct str file;
	const struct role *role, *target; /* of the new ladder; NULL: none */
	bool held, holds;       /* met the role before, and after */
	uint32_t newly_met, newly_unmet; /* rules of the target */
	uint32_t unresolved;    /* names in the file that no longer resolve */
	bool planned;           /* there is a plan before and after */
	int64_t steps[2];       /* before, after */
	int64_t cost[2];        /* middle of ranges, in eighths of an hour; -1
				   where a ladder has no effort */
};

struct impact {
	VEC(struct person_impact) people; /* in the order they were given */
	uint32_t n;            /* people in all */
	uint32_t fall_below;   /* met their role before and do not now */
	uint32_t rise;         /* do now and did not before */
	uint32_t farther, nearer; /* whose plan to the target grew, shrank */
	uint32_t broken;       /* whose file names something that is gone */
	bool timed;
};

/* One person: `before` was read against diff->old, `after` is the same file
 * against diff->new. Adds to the impact. */
void impact_add(struct impact *i, const struct diff *d,
		const struct assessment *before,
		const struct assessment *after, struct str file,
		struct arena *a);

#endif
