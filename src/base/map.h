/* A hash map from text to pointers. Its order is never seen: there is no way
 * to walk it, so no output can depend on it. */
#ifndef BASE_MAP_H
#define BASE_MAP_H

#include "base/arena.h"

#include <stdint.h>

struct map_slot;

/* Zero is empty. Keys are not copied: they live as long as the map. */
struct map {
	struct map_slot *slots;
	uint32_t n, cap; /* cap is 0 or a power of two */
};

/* What stands under `key`, or NULL. */
void *map_find(const struct map *m, struct str key);

/* Puts `value` (not NULL) under `key` unless something stands there already;
 * gives what stood there before, or NULL where it was put. */
void *map_add(struct map *m, struct arena *a, struct str key, void *value);

/* Puts `value` under `key`, over what stood there. */
void map_set(struct map *m, struct arena *a, struct str key, void *value);

uint64_t map_hash(struct str key);

#endif
