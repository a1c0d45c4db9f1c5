/* The exact solvers that are not ours. */
#ifndef ORACLE_SOLVER_H
#define ORACLE_SOLVER_H

#include "oracle/program.h"

enum solver { SOLVER_GLPSOL, SOLVER_CBC, N_SOLVERS };

extern const char *const solver_names[N_SOLVERS];

enum verdict {
	VERDICT_SOLVED,
	VERDICT_NO_WAY,
	VERDICT_LATE, /* the time was over */
	VERDICT_ODD,  /* what it says cannot be: see `why` */
};

struct solution {
	enum verdict verdict;
	const char *why;
	double seconds; /* of the first run: reading, solving and writing */
	bool whole;     /* its items do; a late one's may, too */
	bool *taken;    /* by item */
	int64_t cost;
	uint32_t moves; /* of the shortest route for these items */
};

bool solver_there(enum solver s);

/* The items of least cost and, of those, with the fewest moves, checked in
 * whole numbers. Files are written to the folder `dir`. */
struct solution solver_run(enum solver s, struct puzzle *p, const char *dir,
			   uint32_t seconds);

/* A plan of that cost that comes before another one, where ties are broken;
 * VERDICT_NO_WAY is the good answer. */
struct solution solver_rival(enum solver s, struct puzzle *p, const char *dir,
			     uint32_t seconds, const struct rival *rival,
			     int64_t cost);

/* The processor time of one more run over the model that lies in `dir`. */
double solver_time(enum solver s, const char *dir, uint32_t seconds);

#endif
