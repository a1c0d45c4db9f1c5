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

/* Runs `program` over the two files; its output is kept in the folder `dir`.
 * `target` NULL: the one of the assessment. */
struct answer answer_ask(const char *program, struct puzzle *p,
			 const char *ladder, const char *assessment,
			 const char *target, const char *dir);

/* The processor time of one more such run. */
double answer_time(const char *program, const char *ladder,
		   const char *assessment, const char *target);

#endif
