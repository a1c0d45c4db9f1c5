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
