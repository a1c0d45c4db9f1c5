#include "plan/search.h"

/* The upper stages that can be of use: what rules gain by, what that needs,
 * and what is asked anyway. */
static void limit_upper(struct search *s, const uint32_t *cap)
{
	memcpy(s->hi, s->lo, s->p->n * sizeof *s->hi);
	for_each(g, &s->goals)
		for_each(i, &g->rule->items)
			if (i->stage > s->hi[i->competency] &&
			    (!cap || i->stage <= cap[i->competency]))
				s->hi[i->competency] = i->stage;
	demand_close(s->p, s->hi);
}

void search_init(struct search *s, struct problem *p, const uint32_t *demand,
		 const uint32_t *cap, struct arena *a)
{
	*s = (struct search){.p = p, .a = a};
	s->lo = ARENA_ARRAY(a, p->n, uint32_t);
	s->hi = ARENA_ARRAY(a, p->n, uint32_t);
	if (p->n)
		memcpy(s->lo, demand, p->n * sizeof *s->lo);
	s->cost = stages_cost(p, s->lo);
	for (uint32_t i = 0; i < p->rules.n; i++) {
		const struct rule *r = &p->rules.at[i];
		uint32_t v = demand[p->n + i];

		if (v && rule_gain(r, s->lo) < r->needs.at[v - 1])
			*vec_add(a, &s->goals) = (struct goal){
				.rule = r, .need = r->needs.at[v - 1]};
	}
	if (!s->goals.n)
		return;
	limit_upper(s, cap);
	for (uint32_t c = 0; c < p->n; c++)
		if (s->lo[c] < s->hi[c])
			*vec_add(a, &s->open) = c;
}

static void change(struct search *s, uint32_t competency, uint32_t was,
		   bool upper)
{
	*vec_add(s->a, &s->trail) = (struct change){competency, was, upper};
}

static bool raise_one(struct search *s, uint32_t c, uint32_t stage)
{
	if (s->lo[c] >= stage)
		return true;
	if (s->hi[c] < stage)
		return false;
	change(s, c, s->lo[c], false);
	s->cost += price_to(s->p, c, stage) - price_to(s->p, c, s->lo[c]);
	s->lo[c] = stage;
	return true;
}

/* The changes of a call are at the end of the trail: they are its queue. */
bool search_raise(struct search *s, uint32_t competency, uint32_t stage)
{
	const struct problem *p = s->p;
	uint32_t at = s->trail.n;

	if (!raise_one(s, competency, stage))
		return false;
	for (; at < s->trail.n; at++) {
		uint32_t c = s->trail.at[at].competency;
		uint32_t i = p->needs_at[stage_at(p, c,
						  s->trail.at[at].was + 1)];
		uint32_t end = p->needs_at[stage_at(p, c, s->lo[c]) + 1];

		for (; i < end; i++)
			if (!raise_one(s, p->needs[i].competency,
				       p->needs[i].stage))
				return false;
	}
	return true;
}

static bool lower_one(struct search *s, uint32_t c, uint32_t stage)
{
	if (s->hi[c] <= stage)
		return true;
	if (s->lo[c] > stage)
		return false;
	change(s, c, s->hi[c], true);
	s->hi[c] = stage;
	return true;
}

bool search_lower(struct search *s, uint32_t competency, uint32_t stage)
{
	const struct problem *p = s->p;
	uint32_t at = s->trail.n;

	if (!lower_one(s, competency, stage))
		return false;
	for (; at < s->trail.n; at++) {
		uint32_t c = s->trail.at[at].competency;
		uint32_t i = p->users_at[stage_at(p, c, s->hi[c] + 1)];
		uint32_t end = p->users_at[stage_at(p, c,
						    s->trail.at[at].was) +
					   1];

		for (; i < end; i++)
			if (!lower_one(s, p->users[i].competency,
				       p->users[i].stage - 1))
				return false;
	}
	return true;
}

void search_undo(struct search *s, uint32_t n)
{
	while (s->trail.n > n) {
		struct change *ch = &s->trail.at[--s->trail.n];
		uint32_t c = ch->competency;

		if (ch->upper) {
			s->hi[c] = ch->was;
			continue;
		}
		s->cost -= price_to(s->p, c, s->lo[c]) -
			   price_to(s->p, c, ch->was);
		s->lo[c] = ch->was;
	}
}

static void count_goal(struct search *s, struct goal *g)
{
	s->work += g->rule->items.n;
	g->have = g->most = 0;
	for_each(i, &g->rule->items) {
		if (s->lo[i->competency] >= i->stage)
			g->have += i->gain;
		if (s->hi[i->competency] >= i->stage)
			g->most += i->gain;
	}
}

/* Raises each competency without whose gains the goal is out of reach. */
static bool raise_indispensable(struct search *s, const struct goal *g)
{
	const struct item *items = g->rule->items.at;
	wide loss = 0;

	for (uint32_t i = g->rule->items.n; i-- > 0;) {
		uint32_t c = items[i].competency;

		if (i + 1 == g->rule->items.n || items[i + 1].competency != c)
			loss = 0;
		if (items[i].stage > s->hi[c] || items[i].stage <= s->lo[c])
			continue;
		loss += items[i].gain;
		if (g->most - loss < g->need &&
		    !search_raise(s, c, items[i].stage))
			return false;
	}
	return true;
}

bool search_settle(struct search *s)
{
	uint32_t before;

	do {
		before = s->trail.n;
		for_each(g, &s->goals) {
			count_goal(s, g);
			if (g->most < g->need)
				return false;
			if (g->have < g->need &&
			    !raise_indispensable(s, g))
				return false;
		}
	} while (s->trail.n != before);
	return true;
}

bool search_done(const struct search *s)
{
	for_each(g, &s->goals)
		if (g->have < g->need)
			return false;
	return true;
}
