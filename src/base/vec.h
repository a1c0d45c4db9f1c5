/* Arrays that grow in an arena: `struct { T *at; uint32_t n, cap; }`. */
#ifndef BASE_VEC_H
#define BASE_VEC_H

#include "base/arena.h"

#include <stdint.h>

#define VEC(type)             \
	struct {              \
		type *at;     \
		uint32_t n;   \
		uint32_t cap; \
	}

/* Room for one more at the end, zeroed; gives a pointer to it, which holds
 * until the next vec_add to the same array. */
#define vec_add(arena, v)                                                  \
	((v)->n == (v)->cap                                                \
		 ? (void)((v)->at = vec_grow((arena), (v)->at, &(v)->cap,  \
					     sizeof *(v)->at))             \
		 : (void)0,                                                \
	 &(v)->at[(v)->n++])

#define for_each(item, v)                                                 \
	for (__typeof__((v)->at + 0) item = (v)->at;                      \
	     item && item < (v)->at + (v)->n; item++)

/* Doubles the array, copying what it holds. */
void *vec_grow(struct arena *a, void *at, uint32_t *cap, size_t size);

#endif
