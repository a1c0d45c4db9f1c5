#include "plan/ways.h"

bool role_is_asked(const struct plan_query *q, const struct role *role)
{
	return role != q->from || role == q->target;
}

static uint32_t pass(const struct plan_query *q, const struct role *role,
		     uint32_t passed)
{
	while (passed < q->n_via && q->via[passed] == role)
		passed++;
	return passed;
}

struct building {
	struct problem *p;
	const struct plan_query *q;
	struct ways *w;
	uint32_t *spot_of; /* by role and passed: 1 + the spot, or 0 */
	unsigned heed;
};

static bool is_barred(struct building *b, const struct role *role)
{
	if ((b->heed & HEED_AVOID) && b->q->avoid &&
	    b->q->avoid[role->index])
		return true;
	if (!(b->heed & HEED_BEYOND) || !role_is_asked(b->q, role))
		return false;
	problem_learn(b->p, role);
	return b->p->roles[role->index].beyond;
}

/* The spot, made where it is new. */
static uint32_t spot_get(struct building *b, struct role *role,
			 uint32_t passed)
{
	uint32_t *at = &b->spot_of[role->index * (b->q->n_via + 1) + passed];
	struct spot *s;

	if (*at)
		return *at - 1;
	s = vec_add(b->p->a, &b->w->spots);
	*s = (struct spot){.role = role, .passed = passed, .hops = NO_HOPS};
	*at = b->w->spots.n;
	if (role == b->q->target && passed == b->q->n_via)
		b->w->end = *at - 1;
	return *at - 1;
}

/* The present role is not entered: nothing bars it, unless it is the target
 * and nobody can meet that. */
static void add_present(struct building *b)
{
	struct role *from = b->q->from;
	uint32_t at = spot_get(b, from, pass(b->q, from, 0));

	b->w->stands = true;
	if ((b->heed & HEED_BEYOND) && role_is_asked(b->q, from)) {
		problem_learn(b->p, from);
		if (b->p->roles[from->index].beyond)
			return;
	}
	*vec_add(b->p->a, &b->w->starts) = at;
}

static void add_starts(struct building *b)
{
	const struct plan_query *q = b->q;
	role_list entries;

	if (q->from) {
		add_present(b);
		return;
	}
	entries = ladder_entries(q->ladder, q->target, b->p->a);
	for_each(e, &entries)
		if (!is_barred(b, *e))
			*vec_add(b->p->a, &b->w->starts) =
				spot_get(b, *e, pass(q, *e, 0));
}

static void add_moves(struct building *b, uint32_t from)
{
	struct spot *s = &b->w->spots.at[from];
	edges e = role_edges(b->q->ladder, s->role, b->p->a);

	for_each(edge, &e) {
		uint32_t to;

		if (is_barred(b, edge->to))
			continue;
		to = spot_get(b, edge->to, pass(b->q, edge->to, s->passed));
		s = &b->w->spots.at[from];
		*vec_add(b->p->a, &s->next) = to;
		*vec_add(b->p->a, &b->w->spots.at[to].back) = from;
	}
}

static void count_hops(struct problem *p, struct ways *w)
{
	VEC(uint32_t) queue = {0};

	if (w->end == UINT32_MAX)
		return;
	w->spots.at[w->end].hops = 0;
	*vec_add(p->a, &queue) = w->end;
	for (uint32_t i = 0; i < queue.n; i++) {
		const struct spot *s = &w->spots.at[queue.at[i]];

		for_each(b, &s->back) {
			struct spot *from = &w->spots.at[*b];

			if (from->hops != NO_HOPS)
				continue;
			from->hops = s->hops + 1;
			*vec_add(p->a, &queue) = *b;
		}
	}
}

struct ways ways_make(struct problem *p, const struct plan_query *q,
		      unsigned heed)
{
	struct ways w = {.end = UINT32_MAX};
	struct building b = {.p = p, .q = q, .w = &w, .heed = heed};

	b.spot_of = ARENA_ARRAY(p->a,
				(size_t)q->ladder->n_roles * (q->n_via + 1),
				uint32_t);
	add_starts(&b);
	for (uint32_t i = 0; i < w.spots.n; i++)
		if (i != w.end)
			add_moves(&b, i);
	count_hops(p, &w);
	return w;
}

bool ways_lead(const struct ways *w)
{
	for_each(s, &w->starts)
		if (w->spots.at[*s].hops != NO_HOPS)
			return true;
	return false;
}

static void add_optional(struct problem *p, const struct role *role,
			 uint32_t *demand)
{
	for_each(r, &role->optional) {
		uint32_t c = r->competency->index;

		if (p->top[c] && demand[c] < r->stage->ordinal)
			demand[c] = r->stage->ordinal;
	}
}

/* What the role of a spot asks by itself. */
static uint32_t *own_demand(struct problem *p, const struct plan_query *q,
			    const struct spot *s)
{
	uint32_t *demand = demand_new(p);

	if (role_is_asked(q, s->role))
		demand_add_role(p, demand, s->role);
	if (q->with_optional && s->role == q->target)
		add_optional(p, s->role, demand);
	demand_close(p, demand);
	return demand;
}

/* What all ways on from here have in common, added to what it asks itself;
 * true where that is less than was thought. */
static bool narrow(const struct problem *p, const struct ways *w,
		   struct spot *s, const uint32_t *own)
{
	bool less = !s->demand;

	if (!s->demand)
		s->demand = ARENA_ARRAY(p->a, p->width, uint32_t);
	for (uint32_t i = 0; i < p->width; i++) {
		uint32_t least = UINT32_MAX;

		for_each(n, &s->next) {
			const uint32_t *d = w->spots.at[*n].demand;

			if (d && d[i] < least)
				least = d[i];
		}
		if (least < own[i])
			least = own[i];
		less |= least != s->demand[i];
		s->demand[i] = least;
	}
	return less;
}

/* Spots that lead to the end, the nearest first. */
static uint32_t *by_hops(struct problem *p, struct ways *w, uint32_t *n)
{
	uint32_t *order = ARENA_ARRAY(p->a, w->spots.n, uint32_t), hops = 0;

	*n = 0;
	for (bool found = true; found; hops++) {
		found = false;
		for (uint32_t i = 0; i < w->spots.n; i++)
			if (w->spots.at[i].hops == hops) {
				order[(*n)++] = i;
				found = true;
			}
	}
	return order;
}

/* The largest solution of demand = own + what all next spots have in common,
 * which is the common part over all ways (Kam and Ullman, "Monotone data flow
 * analysis frameworks", Acta Informatica 7 (1977): min and max distribute). */
void ways_demand(struct problem *p, const struct plan_query *q,
		 struct ways *w)
{
	uint32_t n, *order = by_hops(p, w, &n);
	uint32_t **own = ARENA_ARRAY(p->a, w->spots.n, uint32_t *);
	bool again = true;

	for (uint32_t i = 0; i < n; i++)
		own[order[i]] = own_demand(p, q, &w->spots.at[order[i]]);
	w->spots.at[w->end].demand = own[w->end];
	while (again) {
		again = false;
		for (uint32_t i = 0; i < n; i++)
			if (order[i] != w->end)
				again |= narrow(p, w, &w->spots.at[order[i]],
						own[order[i]]);
	}
}
