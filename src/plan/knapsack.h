/* One goal among competencies that need nothing of each other: exact. */
#ifndef PLAN_KNAPSACK_H
#define PLAN_KNAPSACK_H

#include "plan/search.h"

/* Whether a settled search is of that kind, and its table small enough. */
bool knapsack_fits(const struct search *s);

/* The cheapest stages for it, of equally cheap ones the first as
 * choose_stages has it; the lower stages of the search become them. Counts
 * nodes by the size of its table.
 * The multiple-choice knapsack, by dynamic programming over the gains still
 * to come: Kellerer, Pferschy, Pisinger, "Knapsack Problems" (2004), 11.5. */
void knapsack_solve(struct search *s);

#endif
