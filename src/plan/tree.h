/* The cheapest stages by branch and bound, depth first: raise a competency to a
 * stage, with all that this needs, or bar it, with all that needs it (Land and
 * Doig, Econometrica 28 (1960)). Then, one competency after the other, whether
 * a set that costs as little has a smaller stage there. */
#ifndef PLAN_TREE_H
#define PLAN_TREE_H

#include "plan/choose.h"
#include "plan/search.h"

/* Solves a settled search with an open goal. Counts nodes in the problem, and
 * ends at their limit with the best set found. The stages live in the arena of
 * the search. */
void tree_solve(struct search *s, struct choosing *ch);

#endif
