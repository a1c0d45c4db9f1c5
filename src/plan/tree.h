/* The cheapest stages by branch and bound: raise a competency to a stage, with
 * all that this needs, or bar it, with all that needs it (Land and Doig,
 * Econometrica 28 (1960)). */
#ifndef PLAN_TREE_H
#define PLAN_TREE_H

#include "plan/choose.h"
#include "plan/search.h"

/* Solves a settled search with an open goal. Counts nodes in the problem, and
 * ends at their limit with the best set found. The stages live in the arena of
 * the search. */
void tree_solve(struct search *s, struct choosing *ch);

#endif
