/* How the kinds of steps between two roles are said. */
#ifndef REPORT_STEP_WORDS_H
#define REPORT_STEP_WORDS_H

#include "diff/roles.h"
#include "report/prose.h"

enum mark step_mark(enum step_kind kind);

/* "2 new, 3 raised; 14 unchanged", from how many there are of each kind. */
void step_counts(struct arena *a, prose *to, const uint32_t *n_of);

#endif
