/* The shape of a company's ladder, by dice: who asks what, before it is
 * written down. */
#ifndef ORACLE_ORGANISATION_H
#define ORACLE_ORGANISATION_H

#include "base/arena.h"
#include "support/dice.h"

enum { CATEGORIES = 3, SCORES = 2, CORE = -1 };

/* What families differ in. "Once in N": 0 is never. */
struct taste {
	uint32_t fewest_stages, most_stages; /* of a competency */
	uint32_t tracks, levels;
	uint32_t needs_in;    /* a stage has prerequisites once in */
	uint32_t afresh_in;   /* a level starts afresh once in */
	uint32_t elective_in; /* a skill is not required once in */
	uint32_t explicit_in; /* moves are all written once in */
	uint32_t moves;       /* so many at least */
	uint32_t choices;     /* so many at a level at most */
	bool cheap;           /* few prices, so that many sums are equal */
	bool flat;            /* no effort: each stage costs 1 */
};

struct skill {
	uint32_t stages, category;
	uint32_t order; /* among equal stages the smaller is needed */
	int home;       /* the track that it belongs to, or CORE */
};

struct track_shape {
	uint32_t levels, *ranks;
	bool *afresh;
	uint8_t *asks;   /* by level and skill: the stage, 0 none */
	bool *electives; /* by skill: asked by choices and scores alone */
	uint32_t *listed, n_listed; /* skills of any use in the track */
	uint32_t weights[SCORES][CATEGORIES];
	bool weighs[SCORES]; /* by weights of its own */
};

struct score_shape {
	bool all, member[CATEGORIES]; /* what it is over */
	uint32_t points[5]; /* 0 first: the numbers of the stages */
	uint32_t weights[CATEGORIES];
	bool mean;
};

struct organisation {
	struct dice dice;
	struct taste taste;
	struct arena arena;
	struct skill *skills;
	uint32_t n_skills, n_tracks, n_scores;
	struct track_shape *tracks;
	struct score_shape scores[SCORES];
	bool timed, all_moves_written;
};

void organisation_make(struct organisation *o, uint32_t stages);

static inline bool now_and_then(struct organisation *o, uint32_t in)
{
	return in && dice_once_in(&o->dice, in);
}

/* From `low` to `high`. */
static inline uint32_t between(struct organisation *o, uint32_t low,
			       uint32_t high)
{
	return low + dice_below(&o->dice, high - low + 1);
}

static inline uint8_t asked_of(const struct organisation *o,
			       const struct track_shape *t, uint32_t level,
			       uint32_t skill)
{
	return t->asks[level * o->n_skills + skill];
}

/* What is reached in a score, times 1000, by those who are just where a level
 * wants them in everything that its track lists. */
uint64_t score_at(const struct organisation *o, const struct track_shape *t,
		  uint32_t score, uint32_t level);

#endif
