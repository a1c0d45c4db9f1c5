/* The plan that is promised, found by looking at every set of stages. */
#ifndef ORACLE_BRUTE_H
#define ORACLE_BRUTE_H

#include "oracle/puzzle.h"

enum { BRUTE_MOST = 20 }; /* items */

struct best {
	bool found;
	int64_t cost;
	bool *taken;     /* by item */
	uint32_t *route; /* spots */
	uint32_t n_route;
};

/* Of all closed sets with which the target can be come to the one of least
 * cost, then of fewest moves, then of the first route, then the first in which
 * an earlier competency has the smaller stage. At most BRUTE_MOST items. */
struct best brute_force(const struct puzzle *p);

#endif
