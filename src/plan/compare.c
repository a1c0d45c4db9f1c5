#include "plan/compare.h"

static void add_step(struct outlay *to, const struct step *step)
{
	to->steps++;
	to->effort.min += step->effort.min;
	to->effort.max += step->effort.max;
}

static struct outlay cost_of(const struct plan *plan)
{
	return (struct outlay){plan->steps.n, plan->cost};
}

struct detour outlay_minus(struct outlay a, struct outlay b)
{
	return (struct detour){(int64_t)a.steps - (int64_t)b.steps,
			       a.effort.min - b.effort.min,
			       a.effort.max - b.effort.max};
}

/* Marks by stage index which stages a plan learns. */
static bool *learned(const struct ladder *l, const struct plan *plan,
		     struct arena *a)
{
	bool *marks = ARENA_ARRAY(a, l->n_stages, bool);

	for_each(step, &plan->steps)
		marks[step->stage->index] = true;
	return marks;
}

static bool is_reached(const struct alternative *alt)
{
	return alt->result.status == PLAN_OK;
}

/* How many of the ways have each stage among their steps, by its index. */
static uint32_t count_steps(const struct comparison *c, uint32_t *count)
{
	uint32_t ways = 0;

	for_each(alt, &c->roles) {
		if (!is_reached(alt))
			continue;
		ways++;
		for_each(step, &alt->result.plan.steps)
			count[step->stage->index]++;
	}
	return ways;
}

/* Steps that all ways have in common, and those that they do not. With one
 * way there is nothing to share. */
static void share(struct comparison *c, const struct ladder *l,
		  struct arena *a)
{
	uint32_t *count = ARENA_ARRAY(a, l->n_stages, uint32_t);
	uint32_t ways = count_steps(c, count);
	struct outlay shared;

	for_each(alt, &c->roles) {
		if (!is_reached(alt))
			continue;
		shared = (struct outlay){0};
		for_each(step, &alt->result.plan.steps)
			add_step(ways > 1 && count[step->stage->index] == ways
					 ? &shared
					 : &alt->own,
				 step);
		c->shared = shared;
	}
}

/* The steps of a plan that come behind a role's milestone. */
static struct outlay behind(const struct plan *plan, const struct role *role)
{
	struct outlay rest = {0};
	bool passed = false;

	for_each(m, &plan->milestones) {
		for (uint32_t i = 0; passed && i < m->n_steps; i++)
			add_step(&rest, &plan->steps.at[m->first_step + i]);
		passed = passed || m->role == role;
	}
	return rest;
}

/* The way on from one of the roles to the target. */
static void lead_on(const struct plan_query *q, struct comparison *c,
		    const struct plan *direct, struct alternative *alt,
		    struct arena *a)
{
	struct plan_query through = *q;
	const bool *wanted = learned(q->ladder, direct, a);
	struct plan_result r;

	if (alt->role == c->target || !is_reached(alt) || !c->reachable)
		return;
	through.target = c->target;
	through.unexplained = true;
	if (alt->role != q->from) {
		through.via = &alt->role;
		through.n_via = 1;
	}
	r = plan_make(&through, a);
	if (r.status != PLAN_OK)
		return;
	alt->leads_on = true;
	alt->through = cost_of(&r.plan);
	alt->rest = alt->role == q->from ? alt->through
					 : behind(&r.plan, alt->role);
	for_each(step, &alt->result.plan.steps)
		if (wanted[step->stage->index])
			add_step(&alt->carried, step);
}

static struct plan_result way_to(const struct plan_query *q,
				 struct role *role, struct arena *a)
{
	struct plan_query question = *q;

	question.target = role;
	question.via = NULL;
	question.n_via = 0;
	question.unexplained = true;
	return plan_make(&question, a);
}

struct comparison compare_roles(const struct plan_query *q,
				struct role *const *roles, uint32_t n,
				struct role *target, struct arena *a)
{
	struct comparison c = {.target = target};
	struct plan_result direct = {0};

	for (uint32_t i = 0; i < n; i++) {
		struct alternative *alt = vec_add(a, &c.roles);

		alt->role = roles[i];
		alt->result = way_to(q, roles[i], a);
		alt->gap = gap_of(q->ladder, roles[i], q->stands, a);
	}
	share(&c, q->ladder, a);
	if (!target)
		return c;
	direct = way_to(q, target, a);
	c.reachable = direct.status == PLAN_OK;
	c.direct = cost_of(&direct.plan);
	for_each(alt, &c.roles)
		lead_on(q, &c, &direct.plan, alt, a);
	return c;
}
