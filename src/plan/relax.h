/* The Lagrangian relaxation of what a search still has to solve.
 *
 * The open stages are its *slots*. Each goal's gains are paid for at a price
 * instead of being demanded; each prerequisite across competencies is a *link*
 * whose toll moves from the stage that is needed to the one that needs it.
 * What is left is one choice of a stage a competency. Any prices and tolls
 * that are not below 0 give a lower bound; the best ones that of the linear
 * relaxation, since the choices left are integral by themselves.
 * Sources: Fisher, "The Lagrangian relaxation method for solving integer
 * programming problems", Management Science 27 (1981); tolls are a solution of
 * the dual of the closure constraints of Rhys, Management Science 17 (1970). */
#ifndef PLAN_RELAX_H
#define PLAN_RELAX_H

#include "plan/search.h"

/* What a slot gives to a goal, in its coarse units. */
struct term {
	uint32_t slot;
	int32_t gain;
};

/* One goal. */
struct row {
	const struct goal *goal;
	struct term *terms, *live; /* all; those of slots still open */
	uint32_t n_terms, n_live;
	int64_t coarse; /* gains are counted in these, rounded up */
	int64_t rest;   /* gains that are missing */
	int64_t mean;   /* of its gains, at least 1: makes goals comparable */
	int64_t price, most; /* present price, and the highest allowed */
	int64_t best;        /* the price of the best bound so far */
	int64_t way;         /* direction of the last step, in 256ths */
};

struct link {
	uint32_t user, needed; /* slots */
	int64_t toll, best, way;
};

struct relax {
	struct search *s;
	unsigned shift; /* prices are in 2^-shift of the search's */
	int64_t grain;  /* what all prices of slots are multiples of */
	uint32_t n_slots;
	uint32_t *first; /* by place in s->open, n + 1: its first slot */
	uint32_t *from;  /* by place: the stage below that slot */
	struct row *rows;   /* by goal */
	struct link *links;
	uint32_t n_rows, n_links;
	int64_t toll_most;

	/* what is live at the present node */
	uint32_t *places, n_places;
	struct row **open_rows;
	uint32_t n_open;
	struct link **open_links;
	uint32_t n_open_links;

	/* the last evaluation */
	int64_t *price; /* by slot, as it stands in the ladder */
	int64_t *left;  /* by slot: what tolls and rewards leave of it; after
			   relax_value summed up from the lower stage */
	int64_t *least; /* by place: the least that a stage comes to */
	uint8_t *taken; /* by slot */
	int32_t *share; /* by slot: how often it was, of late, of SHARE_ALL */
	wide value;     /* in 2^-shift, beyond the cost of the lower stages */

	int64_t *use;  /* by slot, for greedy.c */
	uint8_t *held;
};

#define SHARE_ALL (1 << 16)

/* Gets the slots ready; after the first search_settle. */
void relax_init(struct relax *x, struct search *s);

/* Turns to the present node: what is live, what is missing. After
 * search_settle. */
void relax_enter(struct relax *x);

/* Chooses the stages that come to least at the present prices, and sets
 * `value` to what they come to: the bound. */
void relax_value(struct relax *x);

/* The slot of a stage that is live or was; it must be among the slots. */
static inline uint32_t relax_slot(const struct relax *x, uint32_t place,
				  uint32_t stage)
{
	return x->first[place] + stage - x->from[place] - 1;
}

#endif
