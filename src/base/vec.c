#include "base/vec.h"

void *vec_grow(struct arena *a, void *at, uint32_t *cap, size_t size)
{
	uint32_t more = *cap ? *cap * 2 : 4;
	void *grown;

	if (more < *cap)
		oom();
	grown = arena_array(a, more, size);
	if (*cap)
		memcpy(grown, at, *cap * size);
	*cap = more;
	return grown;
}
