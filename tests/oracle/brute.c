#include "oracle/brute.h"

#include <assert.h>

struct search {
	const struct puzzle *p;
	struct best best;
	bool *taken, *open;
	uint32_t *route;
};

/* Less than 0 where `route` goes before the best one. */
static int compare_routes(const struct search *s, uint32_t n)
{
	const struct best *best = &s->best;

	if (n != best->n_route)
		return n < best->n_route ? -1 : 1;
	for (uint32_t i = 0; i < n; i++)
		if (s->route[i] != best->route[i])
			return s->route[i] < best->route[i] ? -1 : 1;
	return 0;
}

static void keep(struct search *s, int64_t cost, uint32_t n)
{
	s->best.found = true;
	s->best.cost = cost;
	s->best.n_route = n;
	memcpy(s->best.route, s->route, n * sizeof *s->route);
	memcpy(s->best.taken, s->taken, s->p->items.n * sizeof *s->taken);
}

/* Sets come in their order, so of equal ones the first stays. */
static void look(struct search *s, int64_t cost)
{
	const struct puzzle *p = s->p;
	struct arena work = {0};
	struct puzzle view = *p;
	uint32_t n;

	if (!puzzle_closed(p, s->taken))
		return;
	for (uint32_t i = 0; i < p->spots.n; i++)
		s->open[i] = !p->spots.at[i].shut &&
			     spot_met(&p->spots.at[i], s->taken);
	/* Where someone stands in the target they stay, and it counts. */
	view.arena = &work;
	n = puzzle_route(&view, s->open, s->route);
	arena_release(&work);
	if (n && (!s->best.found || cost < s->best.cost ||
		  compare_routes(s, n) < 0))
		keep(s, cost, n);
}

static void visit(struct search *s, uint32_t competency, int64_t cost)
{
	const struct puzzle *p = s->p;
	uint32_t first, end;

	if (s->best.found && cost > s->best.cost)
		return;
	if (competency == p->ladder->competencies.n) {
		look(s, cost);
		return;
	}
	first = p->first[competency];
	end = competency + 1 < p->ladder->competencies.n
		      ? p->first[competency + 1]
		      : p->items.n;
	visit(s, competency + 1, cost);
	for (uint32_t i = first; i < end; i++) {
		s->taken[i] = true;
		cost += p->items.at[i].price;
		visit(s, competency + 1, cost);
	}
	for (uint32_t i = first; i < end; i++)
		s->taken[i] = false;
}

struct best brute_force(const struct puzzle *p)
{
	struct search s = {.p = p};

	assert(p->items.n <= BRUTE_MOST);
	s.taken = ARENA_ARRAY(p->arena, p->items.n + 1, bool);
	s.best.taken = ARENA_ARRAY(p->arena, p->items.n + 1, bool);
	s.open = ARENA_ARRAY(p->arena, p->spots.n + 1, bool);
	s.route = ARENA_ARRAY(p->arena, p->spots.n + 1, uint32_t);
	s.best.route = ARENA_ARRAY(p->arena, p->spots.n + 1, uint32_t);
	visit(&s, 0, 0);
	return s.best;
}
