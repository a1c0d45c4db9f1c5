/* Prices of stages with what they need from other competencies shared out.
 *
 * A bound that looks at one competency at a time would miss what its stages
 * need from others. So a stage that others need hands its price on to them in
 * equal parts (one part stays where its own competency has something to gain):
 * whoever takes them must take it too, so a set of stages never comes to more
 * at these tolls than at its prices. This is a feasible solution of the dual
 * of the closure constraints (Rhys, Management Science 17 (1970)). */
#ifndef PLAN_TOLLS_H
#define PLAN_TOLLS_H

#include "plan/search.h"

/* A price of 1, as tolls and bounds count. */
#define TOLL_UNIT ((wide)1 << 32)

/* Finds the order in which prices are handed on; once, after the first
 * search_settle. */
void tolls_init(struct search *s);

/* Works out the tolls for the open stages between `lo` and `hi`. */
void tolls_set(struct search *s);

#endif
