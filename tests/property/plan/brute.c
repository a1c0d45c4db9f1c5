#include "property/plan/brute.h"

struct trial {
	const struct plan_query *q;
	struct arena *a, *brief;
	uint32_t *stages;
	int64_t cost;
	bool *met; /* by role */
	struct role **path;
	uint32_t n;
	bool *visited; /* by role and passed */
	struct role **best; /* route of this set */
	uint32_t n_best;
};

static uint32_t n_of(const struct trial *t)
{
	return t->q->ladder->competencies.n;
}

static struct stage *at(const struct trial *t, uint32_t c, uint32_t k)
{
	return &t->q->ladder->competencies.at[c].stages[k - 1];
}

static bool is_closed(const struct trial *t)
{
	for (uint32_t c = 0; c < n_of(t); c++)
		for (uint32_t k = t->q->stands[c].have + 1;
		     k <= t->stages[c]; k++)
			for_each(r, &at(t, c, k)->needs) {
				uint32_t d = r->competency->index;

				if (!t->q->stands[d].na &&
				    t->stages[d] < r->stage->ordinal)
					return false;
			}
	return true;
}

static int64_t cost_of(const struct trial *t)
{
	int64_t cost = 0;

	for (uint32_t c = 0; c < n_of(t); c++)
		for (uint32_t k = t->q->stands[c].have + 1;
		     k <= t->stages[c]; k++) {
			struct effort e = stand_effort(at(t, c, k),
						       t->q->stands);

			cost += t->q->ladder->timed ? e.min + e.max : 1;
		}
	return cost;
}

static bool has_optional(const struct trial *t)
{
	if (t->q->with_optional)
		for_each(r, &t->q->target->optional) {
			uint32_t c = r->competency->index;

			if (!t->q->stands[c].na &&
			    t->stages[c] < r->stage->ordinal)
				return false;
		}
	return true;
}

static void find_met(struct trial *t)
{
	const struct ladder *l = t->q->ladder;
	struct stand *stands = ARENA_ARRAY(t->brief, n_of(t), struct stand);

	for (uint32_t c = 0; c < n_of(t); c++) {
		stands[c] = t->q->stands[c];
		if (!stands[c].na)
			stands[c].have = t->stages[c];
	}
	for (uint32_t i = 0; i < l->n_roles; i++)
		t->met[i] = role_met(l, l->roles[i], stands, t->brief);
}

static bool may_enter(const struct trial *t, const struct role *r)
{
	if (t->q->avoid && t->q->avoid[r->index])
		return false;
	return t->met[r->index] ||
	       (r == t->q->from && r != t->q->target);
}

static bool is_better(struct role **a, uint32_t n, struct role **b, uint32_t m)
{
	if (n != m)
		return n < m;
	for (uint32_t i = 0; i < n; i++)
		if (a[i] != b[i])
			return a[i]->index < b[i]->index;
	return false;
}

static void walk(struct trial *t, struct role *r, uint32_t passed)
{
	bool *seen;
	edges e;

	while (passed < t->q->n_via && t->q->via[passed] == r)
		passed++;
	seen = &t->visited[r->index * (t->q->n_via + 1) + passed];
	if (*seen || (t->best && t->n >= t->n_best))
		return;
	t->path[t->n++] = r;
	*seen = true;
	if (r == t->q->target && passed == t->q->n_via) {
		if (!t->best || is_better(t->path, t->n, t->best, t->n_best)) {
			t->best = ARENA_ARRAY(t->a, t->n, struct role *);
			memcpy(t->best, t->path, t->n * sizeof *t->best);
			t->n_best = t->n;
		}
	} else {
		e = role_edges(t->q->ladder, r, t->brief);
		for_each(edge, &e)
			if (may_enter(t, edge->to))
				walk(t, edge->to, passed);
	}
	*seen = false;
	t->n--;
}

static void find_route(struct trial *t)
{
	role_list entries;

	t->best = NULL;
	if (t->q->from) {
		if (t->q->from != t->q->target || t->q->n_via ||
		    t->met[t->q->target->index])
			walk(t, t->q->from, 0);
		return;
	}
	entries = ladder_entries(t->q->ladder, t->q->target, t->brief);
	for_each(r, &entries)
		if (may_enter(t, *r))
			walk(t, *r, 0);
}

static void weigh(struct trial *t, struct brute *b)
{
	if (b->found && t->cost > b->cost)
		return;
	find_met(t);
	if (!t->met[t->q->target->index])
		return;
	find_route(t);
	if (!t->best)
		return;
	if (b->found && t->cost == b->cost &&
	    !is_better(t->best, t->n_best, b->route, b->n_route))
		return;
	b->found = true;
	b->cost = t->cost;
	b->route = t->best;
	b->n_route = t->n_best;
	memcpy(b->stages, t->stages, n_of(t) * sizeof *b->stages);
}

/* The next set in order: the last competency counts fastest, so that of equal
 * ones the first met is the one with the smaller stage. */
static bool next_set(struct trial *t)
{
	for (uint32_t c = n_of(t); c-- > 0;) {
		if (!t->q->stands[c].na &&
		    t->stages[c] < t->q->ladder->competencies.at[c].n_stages) {
			t->stages[c]++;
			return true;
		}
		t->stages[c] = t->q->stands[c].na ? 0 : t->q->stands[c].have;
	}
	return false;
}

struct brute brute_force(const struct plan_query *q, struct arena *a)
{
	const struct ladder *l = q->ladder;
	uint32_t n = l->competencies.n;
	struct arena brief = {0};
	struct trial t = {.q = q, .a = a, .brief = &brief};
	struct brute b = {0};

	t.stages = ARENA_ARRAY(a, n, uint32_t);
	b.stages = ARENA_ARRAY(a, n, uint32_t);
	t.met = ARENA_ARRAY(a, l->n_roles, bool);
	t.path = ARENA_ARRAY(a, (size_t)l->n_roles * (q->n_via + 1),
			     struct role *);
	t.visited = ARENA_ARRAY(a, (size_t)l->n_roles * (q->n_via + 1), bool);
	for (uint32_t c = 0; c < n; c++)
		t.stages[c] = q->stands[c].na ? 0 : q->stands[c].have;
	do {
		t.cost = cost_of(&t);
		if (is_closed(&t) && has_optional(&t))
			weigh(&t, &b);
		arena_clear(&brief);
	} while (next_set(&t));
	arena_release(&brief);
	return b;
}
