/* What the program can mend by itself: findings where only one thing can be
 * meant, and writing it changes nothing else. */
#ifndef LINT_FIX_H
#define LINT_FIX_H

#include "doc/edit.h"

/* Whether some findings of a code can be mended. */
bool fix_is_known(enum code code);

/* Asks an edit over a file, parsed anew, for what mends the findings about
 * that file; gives how many it asked for. The others are left to people. */
uint32_t fix_findings(struct edit *e, const struct diag *d);

#endif
