/* Many instances of every family, and the table of what came out. */
#ifndef ORACLE_SUITE_H
#define ORACLE_SUITE_H

#include "oracle/tally.h"

struct suite {
	/* the question */
	const char *program; /* `ladder` */
	const char *dir;     /* for instances; those that went wrong stay */
	uint32_t instances;  /* about so many, shared out over the families */
	uint32_t seed;
	uint32_t seconds;    /* for a solver */
	uint32_t rounds;     /* of measuring */
	uint32_t ties;       /* rivals are looked for up to so many items */
	bool all_solvers;    /* not only the first that comes to an end */
	const char *family;  /* NULL: all */
	uint32_t size;       /* 0: all */
	/* while it runs */
	struct host *host;
	struct arena arena;
	bool solvers[N_SOLVERS], limits;
	VEC(struct tally) tallies;
};

enum suite_end { SUITE_GOOD, SUITE_WRONG, SUITE_NO_SOLVER };

enum suite_end suite_run(struct host *host, struct suite *s);

/* --- between the files of the suite --------------------------------------- */

/* An instance: a folder of its own, with its assessment and, where `ladder` is
 * not NULL, its ladder. */
struct instance {
	const char *name;
	const struct buf *ladder, *assessment;
	const char *ladder_path; /* where it has no ladder of its own */
	double most_gap; /* of the cost; 0: a proof is expected */
};

void suite_try(struct suite *s, const struct instance *i, struct tally *t);

/* A new line of the table; the pointer holds until the next call. */
struct tally *suite_tally(struct suite *s, const char *name, uint32_t stages);

/* Ladders that people wrote, with people by dice. */
void suite_real(struct suite *s);

#endif
