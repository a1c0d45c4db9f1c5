#include "plan/problem.h"

static void init_stands(struct problem *p)
{
	for_each(c, &p->l->competencies) {
		const struct stand *s = &p->stands[c->index];
		uint32_t i = c->index;

		p->have[i] = s->na ? 0 : s->have;
		p->top[i] = s->na ? 0 : c->n_stages;
		p->base[i + 1] = p->base[i] + c->n_stages;
	}
}

static void init_prices(struct problem *p, const bool *prefer)
{
	for_each(c, &p->l->competencies) {
		int64_t sum = 0;

		for (uint32_t k = p->have[c->index] + 1;
		     k <= p->top[c->index]; k++) {
			struct effort e = stand_effort(&c->stages[k - 1],
						       p->stands);

			sum += (p->l->timed ? e.min + e.max : 1) * p->scale;
			if (prefer && !prefer[c->index])
				sum++;
			p->price[stage_at(p, c->index, k)] = sum;
		}
	}
}

/* Whether the planner must see to a prerequisite. */
static bool is_open(const struct problem *p, const struct stage_ref *r)
{
	uint32_t c = r->competency->index;

	return p->top[c] && r->stage->ordinal > p->have[c];
}

#define for_each_open_stage(k, c, p)                                      \
	for (uint32_t k = (p)->have[(c)->index] + 1;                      \
	     k <= (p)->top[(c)->index]; k++)

static void init_needs(struct problem *p)
{
	uint32_t n_needs = 0, n_stages = p->base[p->n];

	for_each(c, &p->l->competencies)
		for_each_open_stage(k, c, p)
			n_needs += c->stages[k - 1].needs.n;
	p->needs = ARENA_ARRAY(p->a, n_needs, struct rung);
	p->needs_at = ARENA_ARRAY(p->a, (size_t)n_stages + 1, uint32_t);
	n_needs = 0;
	for_each(c, &p->l->competencies)
		for (uint32_t k = 1; k <= c->n_stages; k++) {
			if (k > p->have[c->index] && k <= p->top[c->index])
				for_each(r, &c->stages[k - 1].needs)
					if (is_open(p, r))
						p->needs[n_needs++] =
							(struct rung){
							r->competency->index,
							r->stage->ordinal};
			p->needs_at[stage_at(p, c->index, k) + 1] = n_needs;
		}
}

static void init_users(struct problem *p)
{
	uint32_t n_stages = p->base[p->n], n = p->needs_at[n_stages];
	uint32_t *at = ARENA_ARRAY(p->a, (size_t)n_stages + 2, uint32_t);

	p->users = ARENA_ARRAY(p->a, n, struct rung);
	for (uint32_t i = 0; i < n; i++)
		at[stage_at(p, p->needs[i].competency, p->needs[i].stage) +
		   2]++;
	for (uint32_t i = 2; i < n_stages + 2; i++)
		at[i] += at[i - 1];
	for_each(c, &p->l->competencies)
		for (uint32_t k = 1; k <= c->n_stages; k++) {
			uint32_t s = stage_at(p, c->index, k);

			for (uint32_t i = p->needs_at[s];
			     i < p->needs_at[s + 1]; i++) {
				struct rung r = p->needs[i];

				p->users[at[stage_at(p, r.competency,
						     r.stage) +
					    1]++] =
					(struct rung){c->index, k};
			}
		}
	p->users_at = at;
}

void problem_init(struct problem *p, const struct ladder *l,
		  const struct stand *stands, struct arena *a)
{
	uint32_t n = l->competencies.n;

	*p = (struct problem){.l = l, .stands = stands, .a = a, .n = n};
	p->have = ARENA_ARRAY(a, n, uint32_t);
	p->top = ARENA_ARRAY(a, n, uint32_t);
	p->base = ARENA_ARRAY(a, (size_t)n + 1, uint32_t);
	init_stands(p);
	p->price = ARENA_ARRAY(a, p->base[n], int64_t);
	p->scale = 1;
	init_prices(p, NULL);
	init_needs(p);
	init_users(p);
	p->roles = ARENA_ARRAY(a, l->n_roles, struct role_asks);
	p->choices_of = ARENA_ARRAY(a, l->n_roles, uint32_t);
	p->rule_of_score = ARENA_ARRAY(a, (size_t)l->tracks.n * l->scores.n,
				       uint32_t);
	p->queue = ARENA_ARRAY(a, n, uint32_t);
	p->done = ARENA_ARRAY(a, n, uint32_t);
	p->queued = ARENA_ARRAY(a, n, bool);
}

void problem_prefer(struct problem *p, const bool *prefer)
{
	if (!prefer)
		return;
	/* all stages together outside of interests come to less than this */
	p->scale = (int64_t)p->base[p->n] + 1;
	init_prices(p, prefer);
}

void problem_release(struct problem *p)
{
	arena_release(&p->brief);
}

uint32_t *demand_new(const struct problem *p)
{
	uint32_t *d = ARENA_ARRAY(p->a, p->width, uint32_t);

	if (p->n)
		memcpy(d, p->have, p->n * sizeof *d);
	return d;
}

void demand_add_role(const struct problem *p, uint32_t *demand,
		     const struct role *role)
{
	for_each(ask, &p->roles[role->index].asks)
		if (demand[ask->at] < ask->value)
			demand[ask->at] = ask->value;
}

void demand_close(struct problem *p, uint32_t *stages)
{
	uint32_t n = 0;

	for (uint32_t c = 0; c < p->n; c++) {
		p->done[c] = p->have[c];
		p->queued[c] = stages[c] > p->have[c];
		if (p->queued[c])
			p->queue[n++] = c;
	}
	while (n) {
		uint32_t c = p->queue[--n];
		uint32_t s = stage_at(p, c, p->done[c] + 1);
		uint32_t end = stage_at(p, c, stages[c]);

		p->queued[c] = false;
		p->done[c] = stages[c];
		for (uint32_t i = p->needs_at[s]; i < p->needs_at[end + 1];
		     i++) {
			struct rung r = p->needs[i];

			if (stages[r.competency] >= r.stage)
				continue;
			stages[r.competency] = r.stage;
			if (!p->queued[r.competency])
				p->queue[n++] = r.competency;
			p->queued[r.competency] = true;
		}
	}
}

int64_t stages_cost(const struct problem *p, const uint32_t *stages)
{
	int64_t sum = 0;

	for (uint32_t c = 0; c < p->n; c++)
		if (stages[c] > p->have[c])
			sum += price_to(p, c, stages[c]);
	return sum;
}

wide rule_gain(const struct rule *r, const uint32_t *stages)
{
	wide sum = 0;

	for_each(i, &r->items)
		if (stages[i->competency] >= i->stage)
			sum += i->gain;
	return sum;
}

const struct item *rule_items(const struct rule *r, uint32_t competency)
{
	uint32_t from = 0, to = r->items.n;

	while (from < to) {
		uint32_t middle = from + (to - from) / 2;

		if (r->items.at[middle].competency < competency)
			from = middle + 1;
		else
			to = middle;
	}
	return from ? r->items.at + from : r->items.at;
}

bool stages_meet(const struct problem *p, const uint32_t *stages,
		 const uint32_t *demand)
{
	for (uint32_t c = 0; c < p->n; c++)
		if (stages[c] < demand[c])
			return false;
	for (uint32_t i = 0; i < p->rules.n; i++) {
		const struct rule *r = &p->rules.at[i];
		uint32_t v = demand[p->n + i];

		if (v && rule_gain(r, stages) < r->needs.at[v - 1])
			return false;
	}
	return true;
}
