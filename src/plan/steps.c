#include "plan/steps.h"

/* What the rules of one role hold a competency at: a step above that could be
 * left out as far as rules of that kind go. */
struct hold {
	uint32_t *stage[REASON_NEEDS]; /* by reason, by competency */
};

bool route_asks(const struct plan_query *q, const struct route *r,
		uint32_t at)
{
	if (at == 0 && q->from && r->n > 1)
		return false;
	return role_is_asked(q, r->roles[at]);
}

static uint32_t *copy_stages(const struct problem *p, const uint32_t *stages)
{
	uint32_t *copy = ARENA_ARRAY(p->a, p->width, uint32_t);

	if (p->n)
		memcpy(copy, stages, p->n * sizeof *copy);
	return copy;
}

/* The part of the chosen stages that is taken once this role is entered. */
static uint32_t *take(struct problem *p, const struct plan_query *q,
		      const struct route *r, uint32_t at,
		      const uint32_t *taken)
{
	uint32_t *demand = copy_stages(p, taken);

	if (at + 1 == r->n)
		return copy_stages(p, r->stages);
	if (!route_asks(q, r, at))
		return demand;
	demand_add_role(p, demand, r->roles[at]);
	demand_close(p, demand);
	return choose_stages(p, demand, r->stages)->stages;
}

static void hold_at(uint32_t *stage, uint32_t k)
{
	if (*stage < k)
		*stage = k;
}

/* The highest stage of each competency that the rule cannot do without once
 * `taken` is. */
static void hold_rule(const struct rule *r, wide need, const uint32_t *taken,
		      uint32_t *hold)
{
	wide have = rule_gain(r, taken), loss = 0;

	for (uint32_t i = r->items.n; i-- > 0;) {
		const struct item *item = &r->items.at[i];

		if (i + 1 == r->items.n ||
		    item[1].competency != item->competency)
			loss = 0;
		if (item->stage > taken[item->competency])
			continue;
		loss += item->gain;
		if (have - loss < need)
			hold_at(&hold[item->competency], item->stage);
	}
}

static void hold_role(const struct problem *p, const struct role *role,
		      const uint32_t *taken, struct hold *h)
{
	for_each(ask, &p->roles[role->index].asks) {
		const struct rule *r;

		if (ask->at < p->n) {
			hold_at(&h->stage[REASON_REQUIRES][ask->at],
				ask->value);
			continue;
		}
		r = &p->rules.at[ask->at - p->n];
		hold_rule(r, r->needs.at[ask->value - 1], taken,
			  h->stage[r->kind == RULE_CHOOSE ? REASON_CHOOSE
							  : REASON_SCORE]);
	}
}

static struct hold find_hold(const struct problem *p,
			     const struct plan_query *q,
			     const struct route *r, uint32_t at,
			     const uint32_t *taken)
{
	struct hold h;

	for (int i = 0; i < REASON_NEEDS; i++)
		h.stage[i] = ARENA_ARRAY(p->a, p->n, uint32_t);
	if (route_asks(q, r, at))
		hold_role(p, r->roles[at], taken, &h);
	if (q->with_optional && at + 1 == r->n)
		for_each(o, &q->target->optional)
			hold_at(&h.stage[REASON_OPTIONAL]
					[o->competency->index],
				o->stage->ordinal);
	return h;
}

static enum reason find_reason(const struct hold *h, uint32_t c, uint32_t k)
{
	int reason = REASON_REQUIRES;

	while (reason < REASON_NEEDS && h->stage[reason][c] < k)
		reason++;
	return (enum reason)reason;
}

static struct draft make_draft(const struct problem *p, struct role *role,
			       uint32_t at, uint32_t c, uint32_t k)
{
	struct stage *stage = problem_stage(p, c, k);
	struct draft d = {.at = at, .competency = c, .ordinal = k, .work = 1};

	d.step.stage = stage;
	d.step.role = role;
	if (p->l->timed) {
		d.step.effort = stand_effort(stage, p->stands);
		d.step.assumed = stage->effort_assumed;
		d.work = d.step.effort.min + d.step.effort.max;
	}
	return d;
}

/* One competency's part of what a role takes. */
static void add_drafts(const struct problem *p, struct drafts *ds,
		       struct role *role, uint32_t at, uint32_t c,
		       const uint32_t *before, const uint32_t *taken,
		       const struct hold *h)
{
	for (uint32_t k = before[c] + 1; k <= taken[c]; k++) {
		ds->at[ds->n] = make_draft(p, role, at, c, k);
		ds->at[ds->n].step.reason = find_reason(h, c, k);
		ds->n++;
	}
}

static void link_to(const struct problem *p, struct drafts *ds,
		    const uint32_t *place, uint32_t from, uint32_t c,
		    uint32_t k)
{
	uint32_t to = place[stage_at(p, c, k)];

	if (!to)
		return;
	for_each(other, &ds->at[from].step.after)
		if (*other == to - 1)
			return;
	*vec_add(p->a, &ds->at[from].step.after) = to - 1;
	*vec_add(p->a, &ds->at[to - 1].step.unlocks) = from;
}

static void link_drafts(const struct problem *p, struct drafts *ds)
{
	uint32_t *place = ARENA_ARRAY(p->a, p->base[p->n], uint32_t);

	for (uint32_t i = 0; i < ds->n; i++)
		place[stage_at(p, ds->at[i].competency, ds->at[i].ordinal)] =
			i + 1;
	for (uint32_t i = 0; i < ds->n; i++) {
		const struct draft *d = &ds->at[i];
		uint32_t s = stage_at(p, d->competency, d->ordinal);

		if (d->ordinal > 1)
			link_to(p, ds, place, i, d->competency,
				d->ordinal - 1);
		for (uint32_t j = p->needs_at[s]; j < p->needs_at[s + 1]; j++)
			link_to(p, ds, place, i, p->needs[j].competency,
				p->needs[j].stage);
	}
}

struct drafts steps_draft(struct problem *p, const struct plan_query *q,
			  const struct route *r)
{
	const uint32_t *before = p->have;
	struct drafts ds = {0};
	uint32_t most = 0;

	for (uint32_t c = 0; c < p->n; c++)
		most += r->stages[c] - p->have[c];
	ds.at = ARENA_ARRAY(p->a, most, struct draft);
	for (uint32_t at = 0; at < r->n; at++) {
		const uint32_t *taken = take(p, q, r, at, before);
		struct hold h = find_hold(p, q, r, at, taken);

		for (uint32_t c = 0; c < p->n; c++)
			add_drafts(p, &ds, r->roles[at], at, c, before, taken,
				   &h);
		before = taken;
	}
	link_drafts(p, &ds);
	return ds;
}
