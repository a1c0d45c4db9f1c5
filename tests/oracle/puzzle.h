/* A planning question in plain numbers: what can be taken at which price, and
 * which sums must be reached to enter which role. Made from the model alone,
 * so that what is checked against it is not checked against itself. */
#ifndef ORACLE_PUZZLE_H
#define ORACLE_PUZZLE_H

#include "model/assessment.h"

#define NOWHERE UINT32_MAX

/* A stage that is not reached yet, in file order. */
struct item {
	const struct stage *stage;
	int64_t price; /* eighths of an hour; 1 where there is no effort */
	VEC(uint32_t) needs; /* items, the one below included */
};

struct term {
	uint32_t item;
	int64_t gain; /* above 0 */
};

/* The gains of the items taken must come to `need` (above 0). A required
 * stage, a choice and a score are all of this form. */
struct row {
	VEC(struct term) terms;
	int64_t need;
};

struct spot { /* a role, by its index */
	const struct role *role;
	bool shut;  /* may not be entered */
	bool entry; /* someone without a role may begin here */
	VEC(struct row) rows;    /* what is still missing */
	VEC(uint32_t) ways;      /* spots that one may move to from here */
};

struct puzzle {
	struct arena *arena;
	const struct ladder *ladder;
	const struct stand *stands;
	VEC(struct item) items;
	uint32_t *first; /* by competency: its first item */
	VEC(struct spot) spots;
	uint32_t from; /* NOWHERE for someone without a role */
	uint32_t target;
};

/* `target` NULL: the one of the assessment. Everything lives in `a`. */
struct puzzle *puzzle_make(const struct ladder *l, const struct assessment *as,
			   const struct role *target, struct arena *a);

/* Whether nobody may come through a spot on the way. */
static inline bool puzzle_shut(const struct puzzle *p, uint32_t spot)
{
	return p->spots.at[spot].shut || spot == p->from;
}

/* Whether the items taken satisfy all that a spot asks. */
bool spot_met(const struct spot *s, const bool *taken);

/* Whether every item taken has what it needs. */
bool puzzle_closed(const struct puzzle *p, const bool *taken);

int64_t puzzle_price(const struct puzzle *p, const bool *taken);

/* The route of fewest moves, and of those the first in file order, through
 * spots that `open` allows. Gives its length, 0 where there is none; `route`
 * has room for all spots. */
uint32_t puzzle_route(const struct puzzle *p, const bool *open,
		      uint32_t *route);

#endif
