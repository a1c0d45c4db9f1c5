#include "plan/heap.h"

void heap_push(struct heap *h, void *item)
{
	uint32_t i = h->items.n;

	*vec_add(h->arena, &h->items) = item;
	while (i) {
		uint32_t up = (i - 1) / 2;

		if (h->compare(item, h->items.at[up]) >= 0)
			break;
		h->items.at[i] = h->items.at[up];
		i = up;
	}
	h->items.at[i] = item;
}

void *heap_first(const struct heap *h)
{
	return h->items.n ? h->items.at[0] : NULL;
}

void *heap_pop(struct heap *h)
{
	void *first = heap_first(h), *last;
	uint32_t i = 0, n;

	if (!first)
		return NULL;
	n = --h->items.n;
	last = h->items.at[n];
	while (2 * i + 1 < n) {
		uint32_t down = 2 * i + 1;

		if (down + 1 < n && h->compare(h->items.at[down + 1],
					       h->items.at[down]) < 0)
			down++;
		if (h->compare(last, h->items.at[down]) <= 0)
			break;
		h->items.at[i] = h->items.at[down];
		i = down;
	}
	if (n)
		h->items.at[i] = last;
	return first;
}
