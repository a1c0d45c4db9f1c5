/* A binary heap of pointers: the least by a comparison comes out first. */
#ifndef PLAN_HEAP_H
#define PLAN_HEAP_H

#include "base/vec.h"

/* Below 0 where `a` comes out before `b`. Must order all things strictly if
 * what comes out is to be the same every time. */
typedef int heap_compare(const void *a, const void *b);

struct heap {
	struct arena *arena;
	heap_compare *compare;
	VEC(void *) items;
};

void heap_push(struct heap *h, void *item);

/* The first, left in place; NULL where it is empty. */
void *heap_first(const struct heap *h);

/* The first, taken out; NULL where it is empty. */
void *heap_pop(struct heap *h);

#endif
