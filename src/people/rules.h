/* Which rules of two ladders are the same one, and which of them someone met
 * on one side only. */
#ifndef PEOPLE_RULES_H
#define PEOPLE_RULES_H

#include "diff/diff.h"
#include "plan/plan.h"

/* What the choices and the scores of the old ladder are on the new one; a
 * requirement is known by its competency. */
struct rule_twins {
	const struct diff *diff;
	uint32_t *first[2]; /* by role index of each ladder: the number of its
			       first choice, counted over all of them */
	uint32_t *choice;   /* by number of an old choice: 1 + that of the new
			       one; 0: it is gone */
	struct score **score; /* by index of an old score; NULL: it is gone */
};

/* Scores by id. A choice has none: it is the one of the same role that offers
 * the most of the same competencies, at least one, each taken once in file
 * order. Takes time linear in both ladders. Lives in `a`. */
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
