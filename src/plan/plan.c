#include "plan/plan.h"

#include "plan/blocked.h"
#include "plan/order.h"
#include "plan/route.h"
#include "plan/schedule.h"

/* Ends a hopeless search in a few seconds. */
#define NODES_DEFAULT 40000

static void copy_steps(struct plan *plan, const struct drafts *ds,
		       struct arena *a)
{
	for (uint32_t i = 0; i < ds->n; i++) {
		const struct step *from = &ds->at[i].step;
		struct step *to = vec_add(a, &plan->steps);

		*to = *from;
		memset(&to->after, 0, sizeof to->after);
		memset(&to->unlocks, 0, sizeof to->unlocks);
		for_each(at, &from->after)
			*vec_add(a, &to->after) = *at;
		for_each(at, &from->unlocks)
			*vec_add(a, &to->unlocks) = *at;
		plan->cost.min += from->effort.min;
		plan->cost.max += from->effort.max;
		if (from->end > plan->finish)
			plan->finish = from->end;
	}
}

/* Whether the target, where someone stands in it, is met already. */
static bool stays_met(const struct problem *p, const struct plan_query *q,
		      const struct route *r)
{
	return q->from && r->n == 1 && !p->roles[q->target->index].asks.n;
}

static void add_milestones(struct plan *plan, const struct problem *p,
			   const struct plan_query *q, const struct route *r,
			   const struct drafts *ds, struct arena *a)
{
	const wide *met = schedule_roles(p, q, r, ds);
	uint32_t i = 0;

	for (uint32_t at = 0; at < r->n; at++) {
		struct milestone *m;
		uint32_t first = i;

		while (i < ds->n && ds->at[i].at == at)
			i++;
		if ((at == 0 && q->from && r->n > 1) || stays_met(p, q, r))
			continue;
		m = vec_add(a, &plan->milestones);
		m->role = r->roles[at];
		m->first_step = first;
		m->n_steps = i - first;
		if (p->l->timed)
			m->week = schedule_week(q, met[at]);
		if (m->week > plan->finish)
			plan->finish = m->week;
	}
}

static void make_plan(struct problem *p, const struct plan_query *q,
		      struct ways *w, struct plan *plan, struct arena *a)
{
	struct route r = route_find(p, q, w);
	struct drafts ds = steps_draft(p, q, &r);

	ds = order_steps(p, q, &ds);
	if (q->ladder->timed)
		schedule_steps(p, q, &ds);
	for (uint32_t i = 0; i < r.n; i++)
		*vec_add(a, &plan->route) = r.roles[i];
	plan->optimal = r.optimal;
	plan->lower_bound = r.bound / p->scale;
	copy_steps(plan, &ds, a);
	add_milestones(plan, p, q, &r, &ds, a);
}

struct plan_result plan_make(const struct plan_query *q, struct arena *a)
{
	struct plan_result result = {0};
	struct arena work = {0};
	struct problem p;
	struct ways w;

	result.plan.gap = gap_of(q->ladder, q->target, q->stands, a);
	problem_init(&p, q->ladder, q->stands, &work);
	problem_prefer(&p, q->prefer);
	p.limit = q->effort_limit ? q->effort_limit : NODES_DEFAULT;
	w = ways_make(&p, q, HEED_ALL);
	if (ways_lead(&w)) {
		problem_seal(&p);
		ways_demand(&p, q, &w);
		make_plan(&p, q, &w, &result.plan, a);
	} else {
		result.status = PLAN_NO_WAY;
		if (!q->unexplained)
			blocked_explain(q, &result, a);
	}
	problem_release(&p);
	arena_release(&work);
	return result;
}

int64_t plan_price(const struct ladder *l, const struct plan *plan)
{
	return l->timed ? plan->cost.min + plan->cost.max
			: (int64_t)plan->steps.n;
}

struct stand *stands_of_role(const struct ladder *l, struct role *role,
			     struct arena *a)
{
	struct stand *stands = empty_stands(l, a);
	struct arena work = {0};
	const uint32_t *stages;
	struct problem p;
	uint32_t *demand;

	problem_init(&p, l, stands, &work);
	p.limit = NODES_DEFAULT;
	problem_learn(&p, role);
	problem_seal(&p);
	demand = demand_new(&p);
	demand_add_role(&p, demand, role);
	demand_close(&p, demand);
	stages = p.roles[role->index].beyond
			 ? demand
			 : choose_stages(&p, demand, NULL)->stages;
	for_each(c, &l->competencies) {
		uint32_t k = stages[c->index];

		stands[c->index].have = k;
		if (k)
			stands[c->index].rank_have =
				c->stages[k - 1].number;
	}
	problem_release(&p);
	arena_release(&work);
	return stands;
}
