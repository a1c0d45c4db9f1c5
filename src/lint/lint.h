/* What is worth saying about a ladder beside its errors. */
#ifndef LINT_LINT_H
#define LINT_LINT_H

#include "model/ladder.h"

/* Adds warnings and notes about a ladder that was made (load.h). One pass over
 * all that it holds. */
void lint_ladder(const struct ladder *l, struct diag *d, struct arena *a);

#endif
