/* Random ladders that have all the format has, and others that differ from
 * them in a few places. */
#ifndef PROPERTY_GROW_H
#define PROPERTY_GROW_H

#include "base/buf.h"

#include <stdint.h>

struct growth {
	uint64_t seed; /* of the ladder */
	uint64_t edit; /* of what is decided another way; 0: nothing is */
	uint32_t rate; /* one decision in so many is */
};

/* Writes a ladder without errors as YAML. Every decision (whether a stage has
 * an effort, how a text begins) has dice of its own, so that with the same
 * seed all that `edit` does not touch is the same. */
void grow(const struct growth *g, struct buf *out);

#endif
