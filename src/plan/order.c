#include "plan/order.h"

#include "plan/heap.h"
#include "plan/schedule.h"

#include <stdlib.h>

/* A draft and how long the plan still takes from its start, at least. */
struct waiting {
	const struct draft *draft;
	uint32_t place, waits_for; /* drafts not yet listed */
	wide tail;
};

static int compare_waiting(const void *va, const void *vb)
{
	const struct waiting *a = va, *b = vb;

	if (a->tail != b->tail)
		return a->tail > b->tail ? -1 : 1;
	return (a->draft->step.stage->index > b->draft->step.stage->index) -
	       (a->draft->step.stage->index < b->draft->step.stage->index);
}

/* Drafts with each after all that it waits for. */
static uint32_t *by_needs(const struct problem *p, const struct drafts *ds)
{
	uint32_t *order = ARENA_ARRAY(p->a, ds->n, uint32_t), n = 0;
	uint32_t *waits = ARENA_ARRAY(p->a, ds->n, uint32_t);

	for (uint32_t i = 0; i < ds->n; i++) {
		waits[i] = ds->at[i].step.after.n;
		if (!waits[i])
			order[n++] = i;
	}
	for (uint32_t i = 0; i < n; i++)
		for_each(u, &ds->at[order[i]].step.unlocks)
			if (--waits[*u] == 0)
				order[n++] = *u;
	return order;
}

static uint32_t count_competencies(const struct drafts *ds)
{
	uint32_t n = 0;

	for (uint32_t i = 0; i < ds->n; i++) {
		bool seen = false;

		for_each(a, &ds->at[i].step.after)
			seen |= ds->at[*a].competency == ds->at[i].competency;
		n += !seen;
	}
	return n;
}

static struct waiting *measure(const struct problem *p,
			       const struct plan_query *q,
			       const struct drafts *ds)
{
	struct waiting *ws = ARENA_ARRAY(p->a, ds->n, struct waiting);
	uint32_t *order = by_needs(p, ds), side = count_competencies(ds);

	if (side > q->focus)
		side = q->focus;
	for (uint32_t i = ds->n; i-- > 0;) {
		const struct draft *d = &ds->at[order[i]];
		struct waiting *w = &ws[order[i]];

		*w = (struct waiting){.draft = d, .place = order[i],
				      .waits_for = d->step.after.n};
		for_each(u, &d->step.unlocks)
			if (ws[*u].tail > w->tail)
				w->tail = ws[*u].tail;
		w->tail += p->l->timed ? step_length(q, d, side) : 1;
	}
	return ws;
}

/* The next step: of the layers' first ones the most urgent, then that of the
 * layer with the fewest hours. */
static struct waiting *next_step(struct heap *free,
				 const int64_t *hours)
{
	int best = -1;

	for (int i = 0; i <= N_LAYERS; i++) {
		const struct waiting *w = heap_first(&free[i]);
		const struct waiting *b;

		if (!w)
			continue;
		b = best < 0 ? NULL : heap_first(&free[best]);
		if (!b || w->tail > b->tail ||
		    (w->tail == b->tail &&
		     (hours[i] < hours[best] ||
		      (hours[i] == hours[best] &&
		       compare_waiting(w, b) < 0))))
			best = i;
	}
	return best < 0 ? NULL : heap_pop(&free[best]);
}

static int layer_of(const struct waiting *w)
{
	return w->draft->step.stage->competency->layer;
}

static uint32_t *find_order(const struct problem *p,
			    const struct plan_query *q,
			    const struct drafts *ds)
{
	uint32_t *order = ARENA_ARRAY(p->a, ds->n, uint32_t), n = 0, i = 0;
	struct waiting *ws = measure(p, q, ds), *w;
	struct heap free[N_LAYERS + 1];
	int64_t hours[N_LAYERS + 1] = {0};

	for (int k = 0; k <= N_LAYERS; k++)
		free[k] = (struct heap){.arena = p->a,
					.compare = compare_waiting};
	while (n < ds->n) {
		uint32_t at = ds->at[i].at;

		for (; i < ds->n && ds->at[i].at == at; i++)
			if (!ws[i].waits_for)
				heap_push(&free[layer_of(&ws[i])], &ws[i]);
		while ((w = next_step(free, hours))) {
			order[n++] = w->place;
			hours[layer_of(w)] += w->draft->work;
			for_each(u, &w->draft->step.unlocks)
				if (--ws[*u].waits_for == 0 && *u < i)
					heap_push(&free[layer_of(&ws[*u])],
						  &ws[*u]);
		}
	}
	return order;
}

static int compare_places(const void *va, const void *vb)
{
	const uint32_t *a = va, *b = vb;

	return (*a > *b) - (*a < *b);
}

static void move_links(uint32_t *links, uint32_t n, const uint32_t *to)
{
	for (uint32_t i = 0; i < n; i++)
		links[i] = to[links[i]];
	if (n)
		qsort(links, n, sizeof *links, compare_places);
}

struct drafts order_steps(const struct problem *p, const struct plan_query *q,
			  const struct drafts *ds)
{
	const uint32_t *order = find_order(p, q, ds);
	uint32_t *to = ARENA_ARRAY(p->a, ds->n, uint32_t);
	struct drafts list = {.n = ds->n};

	list.at = ARENA_ARRAY(p->a, ds->n, struct draft);
	for (uint32_t i = 0; i < ds->n; i++) {
		list.at[i] = ds->at[order[i]];
		to[order[i]] = i;
	}
	for (uint32_t i = 0; i < ds->n; i++) {
		struct step *s = &list.at[i].step;

		move_links(s->after.at, s->after.n, to);
		move_links(s->unlocks.at, s->unlocks.n, to);
	}
	return list;
}
