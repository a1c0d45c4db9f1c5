/* Many instances of every family, and the table of what came out. */
#ifndef ORACLE_SUITE_H
#define ORACLE_SUITE_H

#include "base/host.h"

#include <stdint.h>

struct suite {
	const char *program; /* `ladder` */
	const char *dir;     /* for instances; those that went wrong stay */
	uint32_t instances;  /* about so many, shared out over the families */
	uint32_t seed;
	uint32_t seconds;    /* for a solver */
	bool all_solvers;    /* not only the first that comes to an end */
	const char *family;  /* NULL: all */
	uint32_t size;       /* 0: all */
};

enum suite_end { SUITE_GOOD, SUITE_WRONG, SUITE_NO_SOLVER };

enum suite_end suite_run(struct host *host, const struct suite *s);

#endif
