/* Two versions of a small ladder, and people who were assessed for one. */
#ifndef UNIT_PEOPLE_CROWD_H
#define UNIT_PEOPLE_CROWD_H

#include "people/impact.h"
#include "support/test.h"
#include "support/world.h"

struct crowd {
	struct world world;
	struct diff *diff;
	struct impact impact;
};

/* Texts are put behind `format`, `id` and `name`, and `version: "1"` or
 * "2". */
void crowd_open(struct crowd *c, const char *old, const char *new,
		bool named);
void crowd_close(struct crowd *c);

/* Adds someone: what stands behind `format`, `ladder` and `person`, which must
 * be usable on the ladder that it is made for. */
void crowd_add(struct crowd *c, int made_for, const char *person,
	       const char *text);

/* The one that was added last; the crowd must be named, and they touched. */
const struct person_impact *crowd_last(const struct crowd *c);

/* Stages of 8h with the behaviour that their name is. */
#define STAGES_2 "stages: [{behaviours: [one]}, {behaviours: [two]}]"
#define STAGES_3 \
	"stages: [{behaviours: [one]}, {behaviours: [two]}, " \
	"{behaviours: [three]}]"

#endif
