/* Which stages some role asks for, be it by what others need. */
#ifndef LINT_ASKED_H
#define LINT_ASKED_H

#include "model/ladder.h"

struct lint;

struct asked_for {
	uint32_t *reach; /* by competency index: the highest stage that counts
			    for some role, from 1; 0: none */
	bool unknown;    /* something was lost to a mistake that was told, or
			    there was no time: what is missing is no news */
	unsigned layers; /* bit by enum layer: those of all competencies,
			    _NONE where that is a mistake that was told */
	unsigned used;   /* those of competencies that somebody asks for */
};

void asked_init(struct lint *lint);

/* Whether a role may ask for more than what was read of it: the mistake in it
 * was told. */
bool asked_is_lost(const struct ladder *l, const struct role *role);

#endif
