/* What came out of many instances: counts, and a line of the table. */
#ifndef ORACLE_TALLY_H
#define ORACLE_TALLY_H

#include "oracle/check.h"

struct tally {
	char name[33];
	uint32_t stages;
	uint32_t instances, wrong, no_way, known, equal, proven, brute, ties;
	double gap; /* the largest */
	/* of the instances with both times: the planner's over the solver's */
	VEC(double) ratios[N_SOLVERS];
};

void tally_add(struct tally *t, const struct outcome *o, struct arena *a);

void tally_head(void);
void tally_line(struct tally *t);

#endif
