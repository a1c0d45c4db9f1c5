/* Whom a new version of a ladder touches: what each person has shown, measured
 * by the old bars and by the new ones. */
#ifndef PEOPLE_IMPACT_H
#define PEOPLE_IMPACT_H

#include "diff/diff.h"
#include "model/assessment.h"
#include "people/few.h"

enum { BEFORE, AFTER };

struct person_impact {
	struct str person; /* the name as written */
	struct str file;
	/* of the old and of the new ladder; NULL: none, or gone */
	const struct role *role[2];
	/* the target, or where the file names none the role */
	const struct role *aim[2];
	bool holds[2]; /* the role is met */
	/* rules of the aim that hold now and did not, or do no longer; one that
	 * is not asked holds */
	uint32_t newly_met, newly_unmet;
	uint32_t unresolved; /* names in the file that lead nowhere now */
	bool planned[2];     /* there is a way to the aim */
	int64_t steps[2];
	int64_t cost[2]; /* middle of ranges in eighths of an hour; 0 where
			    the ladder is not timed */
};

/* People whose plan grew, or shrank, and by how much in all. */
struct trend {
	uint32_t people;
	int64_t steps, cost; /* cost as above; either may have another sign
				than the trend, not both */
};

/* Rules, and how many people's they are. */
struct tally {
	uint32_t people, rules;
};

struct rule_twins;

struct impact {
	const struct diff *diff;
	struct arena *arena;
	bool named; /* people are kept by name */
	const struct rule_twins *twins;

	VEC(struct person_impact) people; /* if `named`: those that it touches,
					     in the order they were added */
	uint32_t n;          /* people in all */
	uint32_t touched;    /* for whom anything below differs */
	uint32_t fall_below; /* met their role before and do not now */
	uint32_t rise;       /* do now and did not before */
	uint32_t displaced;  /* whose role is gone */
	uint32_t stranded;   /* who had a way to their aim and have none now */
	uint32_t opened;     /* who have one now and had none */
	struct trend farther, nearer;
	struct tally met, unmet; /* newly */
	uint32_t broken; /* whose file names something that is gone */
	uint32_t unread; /* files that could not be used; set by the reader */
	bool timed;      /* both ladders are */
};

/* Begins an impact without people. What it keeps lives in `a` and does not
 * grow with their number unless they are `named`. */
void impact_start(struct impact *i, const struct diff *d, bool named,
		  struct arena *a);

/* What someone has shown, as one of the two ladders reads it: the one that the
 * file was made for. */
struct assessed {
	const struct assessment *as; /* usable */
	int made_for;                /* BEFORE: the old ladder; or AFTER */
	struct str file;
	uint32_t unresolved; /* errors that the new ladder finds in it */
};

/* Adds a person. What was shown on the one ladder is carried over to the other
 * by the matches (people/carry.h), so that a number that means another stage
 * now, a new id or a bar that a baseline speaks of changes nothing about the
 * person. `scratch` may be cleared afterwards. */
void impact_add(struct impact *i, const struct assessed *who,
		struct arena *scratch);

/* Whether there are too few people to tell anything about them unnamed. */
bool impact_is_withheld(const struct impact *i, bool names);

#endif
