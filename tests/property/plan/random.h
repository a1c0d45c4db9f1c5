/* Random small ladders and people, as YAML, the same for the same seed. */
#ifndef PROPERTY_PLAN_RANDOM_H
#define PROPERTY_PLAN_RANDOM_H

#include "base/buf.h"
#include "model/load.h"
#include "plan/plan.h"

struct random {
	uint64_t state;
};

/* From 0 to n - 1. splitmix64: Steele, Lea, Flood, OOPSLA 2014. */
uint32_t random_below(struct random *r, uint32_t n);

/* True once in n times. */
bool random_once_in(struct random *r, uint32_t n);

/* How large a case may get. */
struct shape {
	uint32_t competencies, stages; /* at most; stages of one competency */
	uint32_t tracks, levels;
	bool scores;
	uint32_t choices;  /* of a level, at most */
	uint32_t options;  /* of a choice, at most; 0: any number */
	uint32_t requires; /* a level asks a competency once in */
	uint32_t needs;    /* a stage needs another once in; 0: never */
};

struct random_case {
	struct arena arena;
	struct diag diag;
	struct buf ladder_text, person_text;
	struct ladder *ladder;
	struct assessment *person;
	struct plan_query query;
};

/* A world without files. */
struct host no_host(void);

/* Makes and loads a case; the test ends where it does not load. */
void random_case(struct random_case *c, uint64_t seed,
		 const struct shape *shape);
void random_case_release(struct random_case *c);

/* Loads what stands in the texts of the case, as random_case does. */
void random_case_load(struct random_case *c);

#endif
