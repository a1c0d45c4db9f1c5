/* What `ladder plan --format json` answers, read and checked against the
 * puzzle without the planner. */
#ifndef ORACLE_ANSWER_H
#define ORACLE_ANSWER_H

#include "oracle/puzzle.h"

struct answer {
	const char *wrong; /* why it is no plan for this puzzle; NULL: it is */
	bool no_way;
	bool optimal;
	int64_t cost;  /* eighths of an hour, or steps */
	int64_t bound; /* the same */
	bool *taken;   /* by item */
	uint32_t *route;
	uint32_t n_route;
	double seconds;
};

struct asking {
	const char *program; /* `ladder` */
	const char *ladder, *assessment;
	const char *target; /* NULL: the one of the assessment */
	const char *limit;  /* of search nodes; NULL: the usual one */
};

/* Runs the program; its output is kept in the folder `dir`. */
struct answer answer_ask(const struct asking *q, struct puzzle *p,
			 const char *dir);

/* The processor time of one more such run. */
double answer_time(const struct asking *q);

/* Whether the program lets its search be limited. */
bool answer_has_limit(const char *program, const char *dir);

#endif
