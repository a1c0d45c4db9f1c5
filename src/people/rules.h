/* Which rules of two ladders someone meets on one side only. */
#ifndef PEOPLE_RULES_H
#define PEOPLE_RULES_H

#include "diff/diff.h"
#include "plan/plan.h"

/* What of the old ladder's rules the new one's are, beyond what a diff has: a
 * requirement is known by its competency, a choice by the diff. */
struct rule_twins {
	const struct diff *diff;
	uint32_t *first; /* by role index of the new ladder: the number of its
			    first choice, counted over all of them */
	struct score **score; /* by index of an old score, by its id; NULL: it
				 is gone */
};

/* Lives in `a`. */
const struct rule_twins *rule_twins_new(const struct diff *d, struct arena *a);

/* How many rules are open in one gap and not in the other: not asked there,
 * waived or met. */
struct rule_changes {
	uint32_t newly_met, newly_unmet;
};
struct rule_changes rule_changes_of(const struct rule_twins *t,
				    const struct gap *before,
				    const struct gap *after,
				    struct arena *a);

#endif
