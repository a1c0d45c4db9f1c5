/* One instance: the planner's answer beside those of the others. */
#ifndef ORACLE_CHECK_H
#define ORACLE_CHECK_H

#include "base/host.h"
#include "oracle/answer.h"
#include "oracle/solver.h"

enum { CHECK_LINE = 320 };

struct question {
	struct asking asking;
	bool limits;     /* short searches are looked at, too */
	const char *dir; /* for what the programs write */
	bool solvers[N_SOLVERS]; /* which are asked */
	bool spare;      /* of these only until one comes to an end */
	double most_gap; /* of the cost; 0: `optimal: true` is expected */
	uint32_t ties;   /* rivals are looked for up to so many items */
	uint32_t seconds; /* for a solver */
	uint32_t rounds;  /* of measuring all in turn; 0 counts as 1 */
};

struct outcome {
	char wrong[CHECK_LINE]; /* what the planner did wrong; empty: nothing */
	char odd[CHECK_LINE];   /* what a solver did wrong */
	bool no_way, proven;
	bool equal;   /* to the optimum */
	bool known;   /* the optimum is: by force or by a solver */
	bool brute;   /* by force */
	bool ties;    /* it was looked for rivals */
	bool unsolved; /* no solver came to an end */
	double gap;    /* of the bound, as a part of the cost */
	/* medians of processor time; 0: not asked or late */
	double seconds, solver_seconds[N_SOLVERS];
};

/* False where the files are no ladder and assessment to plan with; then
 * `wrong` says what is the matter. */
bool check(struct host *host, const struct question *q, struct outcome *o);

#endif
