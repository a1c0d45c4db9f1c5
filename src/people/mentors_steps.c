#include "people/mentors.h"

/* A plan that looks for help. */
struct asking {
	struct team *t;
	struct str person;
	const bool *returns; /* by person: could learn something in return */
	uint32_t *named;     /* by person: steps so far */
	uint32_t *taken;     /* by person: 1 + the last step that named them */
};

/* By person: whether the one who asks has a stage that they need next. */
static bool *who_returns(struct team *t, const struct stand *stands,
			 struct arena *a)
{
	bool *returns = ARENA_ARRAY(a, t->members.n + 1, bool);

	for_each(m, &t->members)
		for_each(c, &t->ladder->competencies) {
			uint32_t have = member_have(*m, c->index);

			if (have < team_aim(t, *m, c->index) &&
			    stands[c->index].have > have)
				returns[(*m)->index] = true;
		}
	return returns;
}

static bool is_able(const struct asking *q, const struct member *m,
		    const struct stage *s)
{
	return m->mentor && !str_eq(m->person, q->person) &&
	       member_have(m, s->competency->index) >= s->ordinal;
}

/* Whether `x` is to be asked before `y`, who stands before it in the team. */
static bool is_better(const struct asking *q, const struct member *x,
		      const struct member *y, const struct stage *s)
{
	uint32_t c = s->competency->index;

	if (q->returns[x->index] != q->returns[y->index])
		return q->returns[x->index];
	if (q->named[x->index] != q->named[y->index])
		return q->named[x->index] < q->named[y->index];
	return member_have(x, c) < member_have(y, c);
}

static const struct member *find_best(struct asking *q, const struct stage *s,
				      uint32_t step)
{
	const struct member *best = NULL;

	for_each(m, &q->t->members)
		if (q->taken[(*m)->index] != step + 1 && is_able(q, *m, s) &&
		    (!best || is_better(q, *m, best, s)))
			best = *m;
	if (!best)
		return NULL;
	q->taken[best->index] = step + 1;
	return best;
}

static struct texts name_mentors(struct asking *q, const struct stage *s,
				 uint32_t step, struct arena *a)
{
	struct texts names = {ARENA_ARRAY(a, MENTORS_A_STEP, struct str), 0};
	const struct member *best;

	while (names.n < MENTORS_A_STEP && (best = find_best(q, s, step)))
		names.at[names.n++] = best->person;
	for_each(m, &q->t->members)
		q->named[(*m)->index] += q->taken[(*m)->index] == step + 1;
	return names;
}

struct texts *mentors_of_steps(struct team *t, const struct plan_query *query,
			       const struct plan *plan, struct str person,
			       struct arena *a)
{
	uint32_t n = t->members.n;
	struct asking q = {
		.t = t,
		.person = person,
		.returns = who_returns(t, query->stands, a),
		.named = ARENA_ARRAY(a, n + 1, uint32_t),
		.taken = ARENA_ARRAY(a, n + 1, uint32_t),
	};
	struct texts *names =
		ARENA_ARRAY(a, plan->steps.n + 1, struct texts);

	for (uint32_t i = 0; i < plan->steps.n; i++)
		names[i] = name_mentors(&q, plan->steps.at[i].stage, i, a);
	return names;
}
