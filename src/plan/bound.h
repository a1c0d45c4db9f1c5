/* A lower bound on what the open goals of a search still cost.
 *
 * Lagrangian relaxation: each goal's gains are paid for at a price instead of
 * being demanded, and prerequisites across competencies turn into tolls
 * (tolls.h); what is left is one choice of a stage a competency. Any prices
 * give a bound; the best for one goal is that of the linear relaxation, found
 * by intersecting tangents of a concave, piecewise linear function; goals take
 * turns.
 * Sources: Fisher, "The Lagrangian relaxation method for solving integer
 * programming problems", Management Science 27 (1981); the multiple-choice
 * knapsack of Kellerer, Pferschy, Pisinger, "Knapsack Problems" (2004), 11.
 * All in integers, so that it is the same on every machine. */
#ifndef PLAN_BOUND_H
#define PLAN_BOUND_H

#include "plan/search.h"

/* Gets goals and tolls ready; once, after the first search_settle. */
void bound_init(struct search *s);

/* A cost that no solution between `lo` and `hi` goes below; `rounds` is how
 * often the goals take turns in setting their price. After search_settle. */
int64_t bound_cost(struct search *s, uint32_t rounds);

/* Bars and raises stages without which, by the last bound_cost, the cost would
 * reach `cutoff`; false where nothing is left. */
bool bound_tighten(struct search *s, int64_t cutoff);

#endif
