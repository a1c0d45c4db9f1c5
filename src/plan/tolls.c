#include "plan/tolls.h"

static bool is_open(const struct search *s, struct rung r)
{
	return r.stage > s->lo[r.competency] && r.stage <= s->hi[r.competency];
}

/* How many open stages each open one waits for, by stage. */
static uint32_t *count_waits(const struct search *s)
{
	const struct problem *p = s->p;
	uint32_t *waits = ARENA_ARRAY(s->a, p->base[p->n], uint32_t);

	for_each(c, &s->open)
		for (uint32_t k = s->lo[*c] + 1; k <= s->hi[*c]; k++) {
			uint32_t at = stage_at(p, *c, k);

			waits[at] = k > s->lo[*c] + 1;
			for (uint32_t i = p->needs_at[at];
			     i < p->needs_at[at + 1]; i++)
				waits[at] += is_open(s, p->needs[i]);
		}
	return waits;
}

static void release(struct search *s, uint32_t *waits, struct rung r)
{
	if (!is_open(s, r))
		return;
	if (--waits[stage_at(s->p, r.competency, r.stage)] == 0)
		*vec_add(s->a, &s->order) = r;
}

void tolls_init(struct search *s)
{
	const struct problem *p = s->p;
	uint32_t *waits = count_waits(s);

	s->toll = ARENA_ARRAY(s->a, p->base[p->n], wide);
	s->gain_top = ARENA_ARRAY(s->a, p->n, uint32_t);
	s->balance = ARENA_ARRAY(s->a, p->n, wide);
	for_each(c, &s->open)
		for (uint32_t k = s->lo[*c] + 1; k <= s->hi[*c]; k++)
			if (!waits[stage_at(p, *c, k)])
				*vec_add(s->a, &s->order) =
					(struct rung){*c, k};
	for (uint32_t i = 0; i < s->order.n; i++) {
		struct rung r = s->order.at[i];
		uint32_t at = stage_at(p, r.competency, r.stage);

		release(s, waits, (struct rung){r.competency, r.stage + 1});
		for (uint32_t j = p->users_at[at]; j < p->users_at[at + 1];
		     j++)
			release(s, waits, p->users[j]);
	}
}

static void find_gains(struct search *s)
{
	for_each(c, &s->open)
		s->gain_top[*c] = 0;
	for_each(g, &s->goals) {
		if (g->have >= g->need)
			continue;
		for_each(i, &g->rule->items)
			if (i->stage <= s->hi[i->competency] &&
			    i->stage > s->gain_top[i->competency])
				s->gain_top[i->competency] = i->stage;
	}
}

/* Hands what a stage and those below it come to on to the stages of others
 * that need it. */
static void hand_on(struct search *s, struct rung r, uint32_t at)
{
	const struct problem *p = s->p;
	uint32_t parts = 0;
	wide part;

	for (uint32_t j = p->users_at[at]; j < p->users_at[at + 1]; j++)
		parts += is_open(s, p->users[j]) &&
			 p->users[j].competency != r.competency;
	if (!parts)
		return;
	part = s->balance[r.competency] /
	       (parts + (s->gain_top[r.competency] >= r.stage));
	for (uint32_t j = p->users_at[at]; j < p->users_at[at + 1]; j++) {
		struct rung u = p->users[j];

		if (!is_open(s, u) || u.competency == r.competency)
			continue;
		s->toll[stage_at(p, u.competency, u.stage)] += part;
		s->toll[at] -= part;
		s->balance[r.competency] -= part;
	}
}

void tolls_set(struct search *s)
{
	const struct problem *p = s->p;

	s->work += s->order.n;
	find_gains(s);
	for_each(c, &s->open)
		s->balance[*c] = 0;
	for_each(r, &s->order) {
		uint32_t at = stage_at(p, r->competency, r->stage);

		s->toll[at] = (price_to(p, r->competency, r->stage) -
			       price_to(p, r->competency, r->stage - 1)) *
			      TOLL_UNIT;
	}
	for_each(r, &s->order) {
		uint32_t at = stage_at(p, r->competency, r->stage);

		if (!is_open(s, *r))
			continue;
		s->balance[r->competency] += s->toll[at];
		hand_on(s, *r, at);
	}
}
