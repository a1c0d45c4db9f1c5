/* When each step is worked on.
 *
 * The list is served as by a processor that shares itself evenly: at most
 * `focus` steps are worked on at a time, each with an equal part of the week's
 * hours; a place that falls free goes to the first step of the list all of
 * whose prerequisites are done. A step is done when its hours are worked and
 * its `elapsed` is over; while it only waits for that it takes no place.
 * Sources: the parallel schedule generation scheme for projects under
 * resource constraints (Kolisch, EJOR 90 (1996)) with equal processor sharing
 * (Kleinrock, Queueing Systems II (1976), 4.4).
 *
 * Time is counted in whole units so fine that a week has 7000 x hours (in
 * thousandths) x 2^20 of them; results are the same on every machine. */
#ifndef PLAN_SCHEDULE_H
#define PLAN_SCHEDULE_H

#include "plan/steps.h"

/* The units that a step takes at least when `side` steps are worked on at a
 * time. */
wide step_length(const struct plan_query *q, const struct draft *d,
		 uint32_t side);

/* Sets start, end and horizon of drafts that are in list order. */
void schedule_steps(const struct problem *p, const struct plan_query *q,
		    struct drafts *ds);

/* When each role of the route is met, in the same units: all steps up to it
 * done, and the role before it held for its min-time. */
wide *schedule_roles(const struct problem *p, const struct plan_query *q,
		     const struct route *r, const struct drafts *ds);

/* As weeks in thousandths, rounded up. */
int64_t schedule_week(const struct plan_query *q, wide at);

#endif
