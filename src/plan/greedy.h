/* Good stages for the open goals of a search, in no time: an upper bound. */
#ifndef PLAN_GREEDY_H
#define PLAN_GREEDY_H

#include "plan/relax.h"

/* Puts into `stages` (by competency) a closed set of stages between `lo` and
 * `hi` that satisfies every goal, and gives what it costs beyond what is held.
 * Begins with what the relaxation takes where `from_picks`; adds the stage
 * that gives the goals most for its price, again and again; then takes out
 * what is not needed, the dearest first (Beasley, EJOR 31 (1987)). After
 * relax_value; the search is left as it was. */
int64_t greedy_solve(struct relax *x, bool from_picks, uint32_t *stages);

#endif
