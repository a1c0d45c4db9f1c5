#include "plan/route.h"

#include "plan/heap.h"

/* A way to a spot. */
struct label {
	uint32_t spot;
	uint32_t n; /* roles on it */
	uint32_t *path;         /* their indices */
	const uint32_t *demand; /* of it and of every way on */
	const struct choosing *chosen; /* for `demand`; NULL: not yet known */
	int64_t bound;
	uint32_t total; /* roles on it and to the end, at least */
	bool dropped;
};

struct walk {
	struct problem *p;
	const struct plan_query *q;
	struct ways *w;
	struct heap heap;
};

/* In the order of the file; of two where one begins with the other the
 * shorter first. */
static int compare_paths(const struct label *a, const struct label *b)
{
	for (uint32_t i = 0; i < a->n && i < b->n; i++)
		if (a->path[i] != b->path[i])
			return a->path[i] < b->path[i] ? -1 : 1;
	return (a->n > b->n) - (a->n < b->n);
}

static int compare_labels(const void *va, const void *vb)
{
	const struct label *a = va, *b = vb;
	int order;

	if (a->bound != b->bound)
		return a->bound < b->bound ? -1 : 1;
	if (a->total != b->total)
		return a->total < b->total ? -1 : 1;
	order = compare_paths(a, b);
	return order ? order : (a->spot > b->spot) - (a->spot < b->spot);
}

static bool asks_no_more(const struct problem *p, const uint32_t *a,
			 const uint32_t *b)
{
	for (uint32_t i = 0; a != b && i < p->width; i++)
		if (a[i] > b[i])
			return false;
	return true;
}

/* Whatever follows `b` is no worse after `a`. */
static bool dominates(const struct problem *p, const struct label *a,
		      const struct label *b)
{
	if (a->n > b->n || (a->n == b->n && compare_paths(a, b) > 0))
		return false;
	return asks_no_more(p, a->demand, b->demand);
}

static void add_label(struct walk *k, struct label *new)
{
	struct spot *s = &k->w->spots.at[new->spot];

	k->p->nodes += 1 + s->labels.n * k->p->width / 1024;
	for_each(other, &s->labels)
		if (!(*other)->dropped && dominates(k->p, *other, new))
			return;
	for_each(other, &s->labels)
		if (dominates(k->p, new, *other))
			(*other)->dropped = true;
	*vec_add(k->p->a, &s->labels) = new;
	heap_push(&k->heap, new);
}

/* The demand of a way with one more spot; the old one where that is enough. */
static const uint32_t *demand_with(const struct problem *p,
				   const uint32_t *demand,
				   const uint32_t *more)
{
	uint32_t *sum;

	if (asks_no_more(p, more, demand))
		return demand;
	sum = ARENA_ARRAY(p->a, p->width, uint32_t);
	for (uint32_t i = 0; i < p->width; i++)
		sum[i] = demand[i] > more[i] ? demand[i] : more[i];
	return sum;
}

static struct label *start_label(struct walk *k, uint32_t spot,
				 const uint32_t *demand)
{
	struct label *new = ARENA_NEW(k->p->a, struct label);
	const struct spot *s = &k->w->spots.at[spot];

	*new = (struct label){.spot = spot, .n = 1, .demand = demand};
	new->path = ARENA_NEW(k->p->a, uint32_t);
	new->path[0] = s->role->index;
	new->bound = stages_cost(k->p, demand);
	new->total = 1 + s->hops;
	return new;
}

static struct label *extend(struct walk *k, const struct label *from,
			    uint32_t spot)
{
	struct problem *p = k->p;
	const struct spot *s = &k->w->spots.at[spot];
	struct label *new = ARENA_NEW(p->a, struct label);

	*new = (struct label){.spot = spot, .n = from->n + 1};
	new->path = ARENA_ARRAY(p->a, new->n, uint32_t);
	memcpy(new->path, from->path, from->n * sizeof *new->path);
	new->path[from->n] = s->role->index;
	new->demand = demand_with(p, from->demand, s->demand);
	new->total = new->n + s->hops;
	new->bound = from->bound;
	if (new->demand == from->demand ||
	    (from->chosen &&
	     stages_meet(p, from->chosen->stages, new->demand))) {
		new->chosen = from->chosen;
	} else {
		int64_t least = stages_cost(p, new->demand);

		if (least > new->bound)
			new->bound = least;
	}
	return new;
}

/* What all ways on from the present role have in common; it is not asked. */
static const uint32_t *demand_from(const struct walk *k, const struct spot *s)
{
	uint32_t *demand = demand_new(k->p);

	for (uint32_t i = 0; i < k->p->width; i++) {
		uint32_t least = UINT32_MAX;

		for_each(n, &s->next) {
			const uint32_t *d = k->w->spots.at[*n].demand;

			if (d && d[i] < least)
				least = d[i];
		}
		demand[i] = least;
	}
	return demand;
}

static void add_starts(struct walk *k)
{
	for_each(at, &k->w->starts) {
		struct spot *s = &k->w->spots.at[*at];
		const uint32_t *demand = s->demand;

		if (s->hops == NO_HOPS)
			continue;
		if (k->w->stands && *at != k->w->end)
			demand = demand_from(k, s);
		add_label(k, start_label(k, *at, demand));
	}
}

static void choose(struct walk *k, struct label *at)
{
	at->chosen = choose_stages(k->p, at->demand, NULL);
	if (at->chosen->bound > at->bound)
		at->bound = at->chosen->bound;
}

/* The shortest way on to the end, first in the file. */
static struct label *hurry(struct walk *k, struct label *at)
{
	while (at->spot != k->w->end) {
		const struct spot *s = &k->w->spots.at[at->spot];
		struct label *best = NULL;

		for_each(n, &s->next) {
			struct label *new;

			if (k->w->spots.at[*n].hops + 1 != s->hops)
				continue;
			new = extend(k, at, *n);
			if (!best || compare_labels(new, best) < 0)
				best = new;
		}
		at = best;
	}
	if (!at->chosen)
		choose(k, at);
	return at;
}

static struct route make_route(struct walk *k, const struct label *end,
			       int64_t bound)
{
	struct route r = {.n = end->n, .stages = end->chosen->stages,
			  .cost = end->chosen->cost, .bound = bound};

	r.roles = ARENA_ARRAY(k->p->a, r.n, struct role *);
	for (uint32_t i = 0; i < r.n; i++)
		r.roles[i] = k->q->ladder->roles[end->path[i]];
	r.optimal = r.bound >= r.cost;
	return r;
}

struct route route_find(struct problem *p, const struct plan_query *q,
			struct ways *w)
{
	struct walk k = {.p = p, .q = q, .w = w};
	struct label *at;

	k.heap = (struct heap){.arena = p->a, .compare = compare_labels};
	add_starts(&k);
	for (;;) {
		at = heap_pop(&k.heap);
		if (at->dropped)
			continue;
		p->nodes += 1 + p->width / 64;
		if (!at->chosen) {
			choose(&k, at);
			heap_push(&k.heap, at);
			continue;
		}
		if (at->spot == w->end || p->nodes >= p->limit)
			break;
		for_each(n, &w->spots.at[at->spot].next)
			if (w->spots.at[*n].hops != NO_HOPS)
				add_label(&k, extend(&k, at, *n));
	}
	return make_route(&k, hurry(&k, at), at->bound);
}
