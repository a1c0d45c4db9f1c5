/* An assessment as a dialogue: which competencies are asked about, in which
 * order, where one is, what was answered, what an answer records. It knows of
 * no terminal; screens, plain questions and files of answers share it. */
#ifndef PEOPLE_DIALOGUE_H
#define PEOPLE_DIALOGUE_H

#include "people/answer.h"
#include "people/record.h"

enum dialogue_only { ONLY_ALL, ONLY_UNRATED, ONLY_STALE, ONLY_GAP };

struct dialogue_filter {
	enum dialogue_only only;
	enum layer layer;	 /* LAYER_NONE: all */
	const struct role *role; /* what it asks for; NULL: everything */
};

struct question {
	const struct competency *competency;
	bool skipped; /* left out in this run */
};

/* What the file says of one competency. */
struct answered {
	bool rated, na;
	uint32_t have; /* rated: ordinal of the stage, 0 none */
	struct str reason, note;
	uint32_t evidence; /* pieces of it */
	/* the stage that ticks are about, NULL without one; by behaviour */
	const struct rubric *next;
	bool *met;
	uint32_t ticked;
};

struct dialogue {
	const struct ladder *ladder;
	const struct assessment *as;
	struct role *target;	   /* NULL: none is known */
	const struct track *track; /* in whose words stages are told; or NULL */
	const struct asked *now, *then; /* what role and target ask; or NULL */
	int32_t today;
	struct arena *arena;
	VEC(struct question) questions; /* by layer, then as in the ladder */
	uint32_t at;	/* of the questions; their number: at the end */
	uint32_t saved; /* answers in this run; counted by who saves them */
};

/* `target` is the assessment's where it is NULL. Everything outlives the
 * dialogue; it begins at the first question. */
void dialogue_init(struct dialogue *d, const struct ladder *l,
		   const struct assessment *as, struct role *target,
		   const struct dialogue_filter *filter, int32_t today,
		   struct arena *a);

/* Goes to where the last run ended: behind the last question that has an
 * answer, else to the first that has none; to the first where all have. */
void dialogue_resume(struct dialogue *d);

/* NULL at the end. */
struct question *dialogue_question(struct dialogue *d);

/* Past this question, with `skipped` noted where it has no answer. */
void dialogue_next(struct dialogue *d);

/* False where there is none before. */
bool dialogue_back(struct dialogue *d);

/* To the question about a competency; false where it is not asked about. */
bool dialogue_go(struct dialogue *d, const struct competency *c);

struct answered dialogue_answered(const struct dialogue *d,
				  const struct competency *c);

/* Whether it has a rating, or does not apply. */
bool dialogue_is_done(const struct dialogue *d, const struct competency *c);

/* How many questions of a layer (LAYER_NONE: of all) there are, and have an
 * answer. */
struct tally {
	uint32_t done, of;
};
struct tally dialogue_tally(const struct dialogue *d, enum layer layer);

/* Puts an answer into `r`, which was made for the assessment as it is. False
 * where it cannot be given: `why` tells in one line. Answers that record
 * nothing are none of these. */
bool dialogue_record(const struct dialogue *d, const struct competency *c,
		     const struct answer *x, struct recording *r,
		     struct str *why);

/* The same assessment as it is now: saved, or read again. */
void dialogue_renew(struct dialogue *d, const struct assessment *as);

#endif
