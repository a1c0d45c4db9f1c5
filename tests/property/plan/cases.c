#include "property/plan/cases.h"

#include <stdio.h>
#include <stdlib.h>

uint32_t cases_wanted(uint32_t usual)
{
	const char *env = getenv("LADDER_CASES");

	return env ? (uint32_t)strtoul(env, NULL, 10) : usual;
}

void case_show(const struct random_case *c, uint64_t seed)
{
	const struct plan_query *q = &c->query;

	fprintf(stderr, "seed %llu, target %.*s, via %.*s, optional %d\n",
		(unsigned long long)seed, STR_ARG(q->target->path),
		STR_ARG(q->n_via ? q->via[0]->path : STR("none")),
		q->with_optional);
	for (uint32_t i = 0; q->avoid && i < q->ladder->n_roles; i++)
		if (q->avoid[i])
			fprintf(stderr, "avoid %.*s\n",
				STR_ARG(q->ladder->roles[i]->path));
	fprintf(stderr, "%.*s\n%.*s\n", STR_ARG(buf_str(&c->ladder_text)),
		STR_ARG(buf_str(&c->person_text)));
}

static int64_t work_of(const struct plan_query *q, const struct step *s)
{
	return q->ladder->timed ? s->effort.min + s->effort.max : 1;
}

int64_t plan_cost(const struct plan_query *q, const struct plan *p)
{
	int64_t cost = 0;

	for_each(s, &p->steps)
		cost += work_of(q, s);
	return cost;
}

/* Every prerequisite is held or has an earlier step that is named. */
static bool waits_for(const struct plan_query *q, const struct plan *p,
		      const struct step *s, const struct stage *need)
{
	const struct stand *stand = &q->stands[need->competency->index];

	if (stand->na || stand->have >= need->ordinal)
		return true;
	for_each(at, &s->after)
		if (p->steps.at[*at].stage == need)
			return p->steps.at + *at < s;
	return false;
}

static const char *order_wrong(const struct plan_query *q,
			       const struct plan *p)
{
	for_each(s, &p->steps) {
		if (s->stage->ordinal > 1 &&
		    !waits_for(q, p, s, s->stage - 1))
			return "a step before the stage below it";
		for_each(r, &s->stage->needs)
			if (!waits_for(q, p, s, r->stage))
				return "a step before what it needs";
	}
	return NULL;
}

static const char *roles_wrong(const struct plan_query *q,
			       const struct plan *p, struct arena *a)
{
	uint32_t n = q->ladder->competencies.n, taken = 0;
	struct stand *stands = ARENA_ARRAY(a, n, struct stand);

	for (uint32_t c = 0; c < n; c++)
		stands[c] = q->stands[c];
	for_each(m, &p->milestones) {
		if (m->first_step != taken)
			return "a step of no milestone";
		for (; taken < m->first_step + m->n_steps; taken++) {
			const struct stage *s = p->steps.at[taken].stage;

			stands[s->competency->index].have = s->ordinal;
			if (p->steps.at[taken].role != m->role)
				return "a step of another role";
		}
		if ((m->role != q->from || m->role == q->target) &&
		    !role_met(q->ladder, m->role, stands, a))
			return "a role that is entered and not met";
	}
	if (p->milestones.n && taken != p->steps.n)
		return "a step after the last milestone";
	return role_met(q->ladder, q->target, stands, a)
		       ? NULL
		       : "a target that is not met";
}

static bool fails(const struct gap *g, enum rule_kind kind)
{
	for_each(r, &g->rules)
		if (r->kind == kind && !r->met && !r->waived)
			return true;
	return false;
}

static bool fails_optional(const struct plan_query *q, const struct step *s)
{
	if (q->with_optional && s->role == q->target)
		for_each(r, &q->target->optional)
			if (r->competency == s->stage->competency &&
			    r->stage->ordinal >= s->stage->ordinal)
				return true;
	return false;
}

/* The reason of a step, found by setting it back. */
static enum reason reason_of(const struct plan_query *q, struct stand *stands,
			     const struct step *s, struct arena *a)
{
	struct stand *stand = &stands[s->stage->competency->index];
	uint32_t have = stand->have;
	struct gap g;

	stand->have = s->stage->ordinal - 1;
	g = gap_of(q->ladder, s->role, stands, a);
	stand->have = have;
	if (fails(&g, RULE_REQUIRES))
		return REASON_REQUIRES;
	if (fails(&g, RULE_CHOOSE))
		return REASON_CHOOSE;
	if (fails(&g, RULE_SCORE))
		return REASON_SCORE;
	return fails_optional(q, s) ? REASON_OPTIONAL : REASON_NEEDS;
}

static const char *reasons_wrong(const struct plan_query *q,
				 const struct plan *p, struct arena *a)
{
	uint32_t n = q->ladder->competencies.n;
	struct stand *stands = ARENA_ARRAY(a, n, struct stand);

	for (uint32_t c = 0; c < n; c++)
		stands[c] = q->stands[c];
	for_each(m, &p->milestones) {
		for (uint32_t i = 0; i < m->n_steps; i++) {
			const struct step *s =
				&p->steps.at[m->first_step + i];

			stands[s->stage->competency->index].have =
				s->stage->ordinal;
		}
		for (uint32_t i = 0; i < m->n_steps; i++) {
			const struct step *s =
				&p->steps.at[m->first_step + i];

			if (s->reason != reason_of(q, stands, s, a))
				return "a step for another reason";
		}
	}
	return NULL;
}

/* How many other steps that never wait are worked on as this one begins. */
static uint32_t beside(const struct plan *p, const struct step *s)
{
	uint32_t n = 0;

	for_each(o, &p->steps)
		n += o->stage->elapsed == 0 && o->start < s->start &&
		     o->end > s->start + 2;
	return n;
}

static const char *weeks_wrong(const struct plan_query *q,
			       const struct plan *p)
{
	for_each(s, &p->steps) {
		int64_t work = 0;

		for_each(at, &s->after)
			if (s->start + 1 < p->steps.at[*at].end)
				return "a start before the end it waits for";
		if ((s->end - s->start + 2) * 7 < s->stage->elapsed)
			return "a step shorter than its elapsed time";
		for_each(o, &p->steps)
			if (o->end <= s->end)
				work += work_of(q, o);
		if (work * 1000 * 1000 > (s->end + 1) * q->hours_per_week * 8)
			return "more hours than the weeks have";
		if (work_of(q, s) && beside(p, s) >= q->focus &&
		    s->stage->elapsed == 0)
			return "too much side by side";
		if (s->end > p->finish)
			return "a step after the finish";
	}
	return NULL;
}

static const char *milestones_wrong(const struct plan_query *q,
				    const struct plan *p)
{
	const struct milestone *before = NULL;

	for_each(m, &p->milestones) {
		for (uint32_t i = 0; i < m->first_step + m->n_steps; i++)
			if (p->steps.at[i].end > m->week)
				return "a milestone before its steps";
		if (before &&
		    (m->week - before->week + 1) * 7 < before->role->min_time)
			return "a role left before its min-time";
		if (!before && q->from && q->in_role >= 0 &&
		    p->route.n > 1 &&
		    (m->week + 1) * 7 < q->from->min_time - q->in_role)
			return "the present role left before its min-time";
		before = m;
	}
	return NULL;
}

const char *plan_wrong(const struct plan_query *q, const struct plan *p,
		       struct arena *a)
{
	const char *wrong = order_wrong(q, p);

	if (!wrong)
		wrong = roles_wrong(q, p, a);
	if (!wrong)
		wrong = reasons_wrong(q, p, a);
	if (!wrong && q->ladder->timed)
		wrong = weeks_wrong(q, p);
	if (!wrong && q->ladder->timed)
		wrong = milestones_wrong(q, p);
	return wrong;
}
