/* A puzzle as an integer program, in the MPS format that every solver reads.
 *
 * S3   whether the item 3 is taken
 * R5   whether the role 5 is entered
 * M7   whether the seventh move is made; someone without a role makes one
 *      more, into the role of entry
 *
 * min  sum of price S + moves M
 *      S_i <= S_j                     where the item i needs j
 *      sum of gain S >= need R_r      for every row of the role r
 *      sum of M into r = R_r
 *      sum of M out of r = R_r        but for the target, where R is 1
 *      sum of M from the start = 1
 *
 * Nothing forbids a loop apart from the route. It would only ask more, so the
 * least cost is the same without that; README.md says more. */
#ifndef ORACLE_PROGRAM_H
#define ORACLE_PROGRAM_H

#include "base/buf.h"
#include "oracle/puzzle.h"

/* What is made small: `cost` for each unit of price and `move` for each
 * move; sets of more than `most` units of price are left out. */
struct aim {
	int64_t cost, move;
	int64_t most; /* below 0: no limit */
	const struct rival *rival; /* NULL: any */
};

/* Of the plans that make as few moves as this route: one whose route is the
 * same up to `at` and there enters a role that stands before this one's, or,
 * where `at` is `n_route`, one on the same route that reaches the same stage
 * in every competency before `competency` and a lower one in that. */
struct rival {
	const uint32_t *route;
	uint32_t n_route, at;
	const bool *taken; /* by item */
	uint32_t competency;
};

struct column {
	char kind; /* S, R or M */
	uint32_t number;
};

struct program {
	struct buf text; /* MPS */
	VEC(struct column) columns; /* in the order of the text */
};

/* The greatest common divisor of all prices: the unit; at least 1. */
int64_t program_unit(const struct puzzle *p);

/* False where no route leads to the target, whatever is taken. */
bool program_write(struct puzzle *p, const struct aim *aim,
		   struct program *out);

void program_release(struct program *out);

#endif
