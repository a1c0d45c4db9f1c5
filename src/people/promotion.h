/* The promotion case: every rule of a role, and the evidence behind what is
 * claimed to be met. */
#ifndef PEOPLE_PROMOTION_H
#define PEOPLE_PROMOTION_H

#include "plan/plan.h"

/* How well a claim is borne out. */
enum strength {
	STRENGTH_NONE,   /* nothing was recorded */
	STRENGTH_THIN,   /* one piece, or none of them recent */
	STRENGTH_STRONG, /* several, and at least one of them recent */
};

/* Evidence is recent for so many days. */
enum { RECENT_DAYS = 365 };

/* A stage that a rule turns on: the one that it requires, an option of a
 * choice, one that counts towards a score. */
struct claim {
	const struct rule_state *rule;
	const struct competency *competency;
	const struct stage *stage; /* the one asked; of a score the one
				      reached */
	bool held;
	bool again; /* an earlier claim shows the same evidence */
	const struct evidence **pieces; /* newest first, undated ones last */
	uint32_t n_pieces;
	uint32_t recent;
	enum strength strength;
};

struct promotion {
	VEC(struct claim) claims; /* in the order of the gap's rules */
	/* the day from which backwards evidence is recent: the assessment's
	 * date, or that of its newest evidence where this is later */
	int32_t day;
	bool dated; /* there is such a day; without it nothing is recent */
	uint32_t n[STRENGTH_STRONG + 1]; /* claims that are held, each
					    competency once */
};

/* The case for the role of a gap. Rules that are waived make no claims, nor do
 * competencies that are not applicable, nor those without points towards a
 * score. `as` may be NULL: then there is no evidence. Lives in `a` and points
 * into all that is given. */
struct promotion promotion_of(const struct ladder *l, const struct gap *gap,
			      const struct role *role,
			      const struct stand *stands,
			      const struct assessment *as, struct arena *a);

#endif
