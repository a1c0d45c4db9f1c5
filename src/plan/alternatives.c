#include "plan/alternatives.h"

#include <stdlib.h>

/* --- comparing ----------------------------------------------------------- */

/* By cost, then moves, then the file. */
static int compare(const struct plan *x, const struct plan *y)
{
	const struct ladder *l = x->route.at[0]->track->ladder;
	int64_t a = plan_price(l, x), b = plan_price(l, y);

	if (a != b)
		return a < b ? -1 : 1;
	if (x->route.n != y->route.n)
		return x->route.n < y->route.n ? -1 : 1;
	for (uint32_t i = 0; i < x->route.n; i++) {
		uint32_t i_x = x->route.at[i]->index;
		uint32_t i_y = y->route.at[i]->index;

		if (i_x != i_y)
			return i_x < i_y ? -1 : 1;
	}
	return 0;
}

static int compare_ways(const void *x, const void *y)
{
	return compare(&((const struct other_way *)x)->plan,
		       &((const struct other_way *)y)->plan);
}

static bool passes(const struct plan *plan, const struct role *role)
{
	for_each(on, &plan->route)
		if (*on == role)
			return true;
	return false;
}

/* --- trying -------------------------------------------------------------- */

struct trial {
	const struct plan_query *q;
	other_ways found;
	struct arena *a;
};

/* A way that enters a role twice only makes a visit. */
static bool turns_back(const struct plan *plan)
{
	for (uint32_t i = 1; i < plan->route.n; i++)
		for (uint32_t j = 0; j < i; j++)
			if (plan->route.at[i] == plan->route.at[j])
				return true;
	return false;
}

static void try(struct trial *t, const struct plan_query *q)
{
	struct plan_query brief = *q;
	struct plan_result r;
	struct other_way *way;

	brief.unexplained = true;
	r = plan_make(&brief, t->a);
	if (r.status != PLAN_OK || turns_back(&r.plan))
		return;
	way = vec_add(t->a, &t->found);
	way->plan = r.plan;
}

/* The role comes behind those that the way must enter anyway. */
static void try_through(struct trial *t, struct role *role)
{
	struct plan_query q = *t->q;

	q.via = ARENA_ARRAY(t->a, (size_t)q.n_via + 1, struct role *);
	for (uint32_t i = 0; i < q.n_via; i++)
		q.via[i] = t->q->via[i];
	q.via[q.n_via++] = role;
	try(t, &q);
}

static void try_without(struct trial *t, const struct role *role)
{
	struct plan_query q = *t->q;

	q.avoid = ARENA_ARRAY(t->a, q.ladder->n_roles, bool);
	for (uint32_t i = 0; t->q->avoid && i < q.ladder->n_roles; i++)
		q.avoid[i] = t->q->avoid[i];
	q.avoid[role->index] = true;
	try(t, &q);
}

static bool is_end(const struct plan_query *q, const struct role *role)
{
	return role == q->from || role == q->target;
}

static void try_all(struct trial *t, const struct plan *best)
{
	const struct plan_query *q = t->q;

	for (uint32_t i = 0; i < q->ladder->n_roles; i++) {
		struct role *role = q->ladder->roles[i];

		if (is_end(q, role))
			continue;
		if (passes(best, role))
			try_without(t, role);
		else
			try_through(t, role);
	}
}

/* --- choosing ------------------------------------------------------------ */

/* `kept` are the ways above it, the best one apart. */
static bool is_new(const struct plan *plan, const struct plan *best,
		   const other_ways *kept)
{
	for_each(role, &plan->route) {
		bool known = passes(best, *role);

		for_each(way, kept)
			known = known || passes(&way->plan, *role);
		if (!known)
			return true;
	}
	for_each(role, &best->route) {
		bool entered = !passes(plan, *role);

		for_each(way, kept)
			entered = entered && passes(&way->plan, *role);
		if (entered)
			return true;
	}
	return false;
}

static void list_gifts(struct other_way *way, const struct plan *best,
		       struct arena *a)
{
	for_each(role, &way->plan.route)
		if (!passes(best, *role))
			*vec_add(a, &way->gives) = *role;
}

other_ways plan_other_ways(const struct plan_query *q,
			   const struct plan *best, uint32_t n,
			   struct arena *a)
{
	struct trial t = {.q = q, .a = a};
	other_ways kept = {0};

	try_all(&t, best);
	if (t.found.n)
		qsort(t.found.at, t.found.n, sizeof *t.found.at, compare_ways);
	for_each(way, &t.found) {
		if (kept.n == n)
			break;
		if (!is_new(&way->plan, best, &kept))
			continue;
		list_gifts(way, best, a);
		*vec_add(a, &kept) = *way;
	}
	return kept;
}

struct plan_result plan_nearest(struct plan_query *q,
				struct role *const *targets, uint32_t n,
				struct arena *a)
{
	struct plan_result best = {0};
	struct role *nearest = NULL;

	for (uint32_t i = 0; i < n; i++) {
		struct plan_query one = *q;
		struct plan_result r;
		int order;

		one.target = targets[i];
		one.unexplained = nearest != NULL;
		r = plan_make(&one, a);
		if (nearest && r.status != PLAN_OK)
			continue;
		order = nearest && best.status == PLAN_OK
				? compare(&r.plan, &best.plan)
				: -1;
		if (nearest && (order > 0 ||
				(order == 0 &&
				 targets[i]->index > nearest->index)))
			continue;
		best = r;
		nearest = targets[i];
	}
	q->target = nearest;
	return best;
}
