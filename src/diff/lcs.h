/* The longest common subsequence of two rows of numbers. */
#ifndef DIFF_LCS_H
#define DIFF_LCS_H

#include <stdbool.h>
#include <stdint.h>

struct lcs_row {
	const uint32_t *at; /* numbers below `n_ids` */
	uint32_t n;
	bool *common; /* by place; set where it is part of the subsequence */
};

/* Marks one longest common subsequence. Takes time n_x n_y / 64 and memory for
 * as many bits, and for n_x n_ids. Source: Hyyrö, Bit-parallel LCS-length
 * computation revisited, 2004. */
void lcs_mark(struct lcs_row x, struct lcs_row y, uint32_t n_ids);

#endif
