/* A lower bound on what the open goals of a search still cost.
 *
 * The prices of the relaxation (relax.h) are improved by subgradient steps, as
 * long as those of Held, Wolfe and Crowder, "Validation of subgradient
 * optimization", Mathematical Programming 6 (1974), each leaning on the one
 * before it (Camerini, Fratta, Maffioli, Mathematical Programming Study 3
 * (1975)); see Beasley, "An algorithm for set covering problem", EJOR 31
 * (1987). All in integers, so that it is the same on every machine. */
#ifndef PLAN_BOUND_H
#define PLAN_BOUND_H

#include "plan/relax.h"

/* A cost that no solution between `lo` and `hi` goes below; takes at most
 * `rounds` steps, from the present prices, and ends where it reaches `cutoff`.
 * Keeps the best prices. After relax_enter. */
int64_t bound_cost(struct relax *x, uint32_t rounds, int64_t cutoff);

/* Bars and raises stages without which, by the last bound_cost, the cost would
 * reach `cutoff`; false where nothing is left. */
bool bound_tighten(struct relax *x, int64_t cutoff);

#endif
