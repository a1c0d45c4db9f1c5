#include "plan/parts.h"

/* Sets of competencies, each with one that stands for it. */
static uint32_t find(uint32_t *up, uint32_t c)
{
	while (up[c] != c) {
		up[c] = up[up[c]];
		c = up[c];
	}
	return c;
}

static void join(uint32_t *up, uint32_t a, uint32_t b)
{
	up[find(up, a)] = find(up, b);
}

static bool in_play(const struct search *s, const struct item *i)
{
	return i->stage > s->lo[i->competency] &&
	       i->stage <= s->hi[i->competency];
}

/* A competency that a goal may still gain by. */
static uint32_t member(const struct search *s, const struct goal *g)
{
	const struct item *i = g->rule->items.at;

	while (!in_play(s, i))
		i++;
	return i->competency;
}

static void join_goals(const struct search *s, uint32_t *up)
{
	for_each(g, &s->goals) {
		if (g->have >= g->need)
			continue;
		for_each(i, &g->rule->items)
			if (in_play(s, i))
				join(up, i->competency, member(s, g));
	}
}

static void join_needs(const struct search *s, uint32_t *up)
{
	const struct problem *p = s->p;

	for_each(c, &s->open) {
		uint32_t i = p->needs_at[stage_at(p, *c, s->lo[*c] + 1)];
		uint32_t end = p->needs_at[stage_at(p, *c, s->hi[*c]) + 1];

		for (; s->lo[*c] < s->hi[*c] && i < end; i++)
			if (p->needs[i].stage > s->lo[p->needs[i].competency])
				join(up, *c, p->needs[i].competency);
	}
}

static uint32_t *settled_demand(const struct search *s)
{
	uint32_t *demand = ARENA_ARRAY(s->a, s->p->width, uint32_t);

	memcpy(demand, s->lo, s->p->n * sizeof *demand);
	return demand;
}

struct parts parts_make(struct search *s, const uint32_t *demand)
{
	const struct problem *p = s->p;
	struct parts parts = {0};
	uint32_t *up, *part_of;

	if (search_done(s))
		return parts;
	up = ARENA_ARRAY(s->a, p->n, uint32_t);
	part_of = ARENA_ARRAY(s->a, p->n, uint32_t);
	parts.demands = ARENA_ARRAY(s->a, s->goals.n, uint32_t *);
	for (uint32_t c = 0; c < p->n; c++)
		up[c] = c;
	join_goals(s, up);
	join_needs(s, up);
	for_each(g, &s->goals) {
		uint32_t rule = p->n + (uint32_t)(g->rule - p->rules.at);
		uint32_t *part;

		if (g->have >= g->need)
			continue;
		part = &part_of[find(up, member(s, g))];
		if (!*part) {
			parts.demands[parts.n++] = settled_demand(s);
			*part = parts.n;
		}
		parts.demands[*part - 1][rule] = demand[rule];
	}
	return parts;
}
