/* The order that the tables of fields give to the keys of a file. */
#ifndef MODEL_CANON_H
#define MODEL_CANON_H

#include "model/read.h"

/* The place of a key in mappings of a shape, from 1; 0 where nobody knows
 * it. */
uint32_t canon_place(const struct shape *shape, struct str key);

/* For each node that is a key its place in its mapping: keys that the tables
 * know in the order of their rows, then `remove`, then those that begin with
 * `x-`. Zero where the order is the author's: keys that are ids, and mappings
 * with a key that nobody knows. One number for each node, in `a`. */
uint32_t *canon_order(const struct doc *doc, const struct shape *root,
		      struct arena *a);

#endif
