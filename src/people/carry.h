/* What someone has shown on one of two ladders, as the other one has it: by
 * what is the same thing on both, not by names and numbers. */
#ifndef PEOPLE_CARRY_H
#define PEOPLE_CARRY_H

#include "diff/diff.h"
#include "plan/query.h"

/* A diff seen from one of its sides; arrays by index of things of `from`. */
struct crossing {
	const struct ladder *from, *to;
	struct track *const *track;
	struct role *const *role;
	struct competency *const *competency;
	struct stage *const *stage;
	struct stage *const *stage_back; /* by index of stages of `to` */
};

/* From the old ladder to the new one, or, with `back`, the other way. */
struct crossing crossing_of(const struct diff *d, bool back);

/* The same question to the other ladder; roles that are gone are NULL. Someone
 * has reached what is not above what they had, as the diff compares stages: of
 * one that is gone the highest below it that is still there, since reaching a
 * stage implies those below; stages that are nothing on the other side go by
 * their numbers. What is left of a competency that is gone is nothing. */
struct plan_query carry_query(const struct plan_query *q,
			      const struct crossing *x, struct arena *a);

#endif
