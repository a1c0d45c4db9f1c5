/* The graph of roles with what closes them, to walk with some of it open. For
 * bars.c. */
#ifndef PLAN_MAZE_H
#define PLAN_MAZE_H

#include "plan/bars.h"

/* A role that ended a walk. */
struct closed {
	const struct role *role;
	bool stood; /* it is where one stands, and not entered */
};

typedef VEC(struct closed) closed_list;

struct maze {
	const struct plan_query *q;
	struct arena *a;
	edges *next; /* by role index */
	role_list entries;
	VEC(struct bar) bars; /* avoided in file order, then scores */
	uint32_t *avoid_at;   /* by role index: 1 + its bar, or 0 */
	uint32_t *goals_at;   /* by role index: first bar of its own goals; one
				 more at the end */

	bool *open;        /* by bar */
	bool heedless;     /* as if all were open */
	bool *bridged;     /* by leg: one may go from its start to its end */
	struct move *moves; /* by leg: added ones; `from` NULL: none */

	/* of the last walk */
	bool *beyond;      /* by role index: closed by a score */
	bool *ended;       /* by role index: is among `ends` */
	bool *seen;        /* by role index and legs behind */
	uint32_t *queue, *before, n_queue;
	uint32_t furthest; /* most legs behind anywhere */
	closed_list ends;
	uint64_t work; /* edges looked at in all walks */
};

/* All stages of everything that is not n/a. */
struct stand *stands_at_top(const struct plan_query *q, struct arena *a);

void maze_init(struct maze *m, const struct plan_query *q, struct arena *a);

/* Walks from the start; whether the end is reached. */
bool maze_leads(struct maze *m);

/* Whether the last walk came to this role with so many legs behind. */
bool maze_was_at(const struct maze *m, const struct role *role,
		 uint32_t legs);

/* Whether the role cannot be entered, as of the last walk. */
bool maze_is_closed(const struct maze *m, const struct role *role);

/* The bars not open that close a role, `most` at most; returns how many, or
 * most + 1 where there are more. */
uint32_t maze_missing(const struct maze *m, const struct closed *c,
		      uint32_t most, uint32_t *bars);

/* Opens what bars a way of fewest moves; all else is closed. */
void maze_open_path(struct maze *m);

/* The start of a leg is NULL for someone who stands nowhere. */
const struct role *maze_leg_start(const struct maze *m, uint32_t leg);
const struct role *maze_leg_end(const struct maze *m, uint32_t leg);

#endif
