/* What a team as a whole can do: who has the stages that its roles ask, and
 * which of them hang on one person. */
#ifndef PEOPLE_TEAM_COVER_H
#define PEOPLE_TEAM_COVER_H

#include "people/team.h"

/* A stage that a role asks which somebody holds or aims at. */
struct stage_cover {
	struct stage *stage;
	/* that asks it: one that is held where there is one, the first in the
	 * order of the ladder */
	const struct role *role;
	bool held;       /* somebody holds that role, not only aims at it */
	uint32_t people; /* who have the stage */
	const struct member *only; /* if that is one; else NULL */
};

typedef VEC(struct stage_cover) stage_covers;

/* In file order of the competencies, each from its lowest stage on. */
stage_covers team_cover(struct team *t, struct arena *a);

/* Required, in a role that is held, and exactly one person has it. */
static inline bool hangs_on_one(const struct stage_cover *s)
{
	return s->held && s->people == 1;
}

/* How many people have each stage, by its index (0-based over the ladder). */
uint32_t *team_stage_people(const struct team *t, struct arena *a);

/* Stages of one layer that the people's own roles ask of them, and how many of
 * these they have; what is not applicable is not asked. */
struct layer_cover {
	int64_t have, need;
};

/* By layer: LAYER_EXECUTION to LAYER_LEADERSHIP are used. */
struct layer_cover *team_layers(struct team *t, struct arena *a);

#endif
