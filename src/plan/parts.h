/* Open goals that have nothing to do with each other, taken apart. */
#ifndef PLAN_PARTS_H
#define PLAN_PARTS_H

#include "plan/search.h"

struct parts {
	uint32_t **demands; /* each with the goals of one part alone, and with
			       all stages that are settled */
	uint32_t n;
};

/* The parts of a settled search for `demand`: two goals are in one where they
 * gain by the same competency, or by competencies that need each other. */
struct parts parts_make(struct search *s, const uint32_t *demand);

#endif
