/* What levels ask, followed upward along the tracks. */
#ifndef LINT_LEVELS_H
#define LINT_LEVELS_H

#include "model/ladder.h"

struct lint;

/* Sets of layers have a bit for each, by enum layer. */
enum {
	LAYERS_ALL = 1U << LAYER_EXECUTION | 1U << LAYER_TECHNICAL |
		     1U << LAYER_LEADERSHIP
};

/* The size of the step up to a level. */
struct step_size {
	uint64_t stages;
	uint64_t behaviours; /* counted ones of those stages */
	uint64_t eighths;    /* of an hour: the middles of their efforts */
};

/* What the levels of a track, as far as the walk has come, ask of one
 * competency. */
struct asked_below {
	uint32_t block;   /* in which it was asked last: see struct levels */
	uint32_t ordinal; /* the highest stage asked in that block */
	uint32_t named;   /* the last block in which it was asked or offered */
	uint32_t track;   /* whose `highest` and `node` these are: index + 1 */
	uint32_t highest; /* stage that any of its levels asked so far */
	const struct node *node; /* where it was asked last */
};

/* What is known of a level once the walk has passed it. */
struct level_asks {
	struct step_size step; /* from the level below */
	unsigned layers; /* of what it asks, its block below it included */
	bool something;  /* it asks something at all */
	bool fresh;      /* a block begins with it */
};

struct goal_below {
	uint32_t block;
	int64_t figure; /* the highest goal in that block */
};

/* A competency that a level asks again after others had left it out. */
struct again {
	const struct competency *competency;
	const struct node *node, *last; /* where it is asked, and was before */
};

/* The walk along the levels. A block is a run of levels whose texts add up
 * (format.md 3.2); it is named by the index of its first role, + 1. */
struct levels {
	struct asked_below *stages; /* by competency index */
	struct goal_below *goals;   /* by score index */
	struct level_asks *passed;  /* by role index */
	uint32_t block;    /* of the role at hand */
	uint32_t below;    /* of the level below it; 0: it is the first */
	uint32_t previous; /* the block under `block` in the track; 0: none */
	/* about the role at hand */
	uint32_t asks;   /* kinds of rules with something in them, those of
			    the levels below it in its block included */
	bool adds;       /* it asks something that the level below does not */
	unsigned layers; /* of what is asked in its block up to it */
	VEC(struct again) again;
};

void levels_init(struct lint *lint);

/* Goes on to the next role, in the order of the ladder's roles. */
void levels_enter(struct lint *lint, const struct role *role);

/* The stage of a competency that the role at hand asks, from 1; 0: none. */
uint32_t levels_ordinal(const struct levels *w, const struct competency *c);

#endif
