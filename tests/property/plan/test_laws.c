/* Laws of plans over random ladders. */
#include "property/plan/cases.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>

#include <cmocka.h>

static const struct shape shape = {.competencies = 8, .stages = 5,
				   .tracks = 4, .levels = 4, .scores = true,
				   .choices = 2, .requires = 4,
				   .needs = 2};

#define check(c, seed, ok, what)                                          \
	do {                                                              \
		if (!(ok)) {                                              \
			case_show(c, seed);                               \
			fail_msg("%s", what);                             \
		}                                                         \
	} while (0)

static struct stand *copy_stands(const struct plan_query *q, struct arena *a)
{
	uint32_t n = q->ladder->competencies.n;
	struct stand *copy = ARENA_ARRAY(a, n, struct stand);

	memcpy(copy, q->stands, n * sizeof *copy);
	return copy;
}

static void learn(struct stand *s)
{
	s->have++;
	s->partly = NULL;
}

/* Learning a step that is free to start lowers the cost by its effort. */
static void check_learning(struct random_case *c, const struct plan *p,
			   uint64_t seed)
{
	struct plan_query q = c->query;
	struct plan_result r;
	int64_t cost;

	for_each(s, &p->steps) {
		if (s->after.n)
			continue;
		q.stands = copy_stands(&c->query, &c->arena);
		learn(&q.stands[s->stage->competency->index]);
		r = plan_make(&q, &c->arena);
		cost = plan_cost(&q, p) -
		       (q.ladder->timed ? s->effort.min + s->effort.max : 1);
		check(c, seed, r.status == PLAN_OK, "no way after a step");
		check(c, seed, plan_cost(&q, &r.plan) == cost,
		      "a learnt step lowers the cost by another figure");
		return;
	}
}

static void check_rating(struct random_case *c, const struct plan *p,
			 uint64_t seed)
{
	struct plan_query q = c->query;
	const struct ladder *l = q.ladder;
	struct plan_result r;

	for_each(of, &l->competencies) {
		if (q.stands[of->index].na ||
		    q.stands[of->index].have == of->n_stages)
			continue;
		q.stands = copy_stands(&c->query, &c->arena);
		learn(&q.stands[of->index]);
		r = plan_make(&q, &c->arena);
		check(c, seed, r.status == PLAN_OK, "no way after a rating");
		check(c, seed,
		      plan_cost(&q, &r.plan) <= plan_cost(&q, p),
		      "a raised rating raises the cost");
		q = c->query;
	}
}

static void check_avoid(struct random_case *c, const struct plan *p,
			uint64_t seed)
{
	struct plan_query q = c->query;
	uint32_t n = q.ladder->n_roles;
	struct plan_result r;

	q.avoid = ARENA_ARRAY(&c->arena, n, bool);
	if (c->query.avoid)
		memcpy(q.avoid, c->query.avoid, n * sizeof *q.avoid);
	q.avoid[seed % n] = true;
	r = plan_make(&q, &c->arena);
	if (r.status == PLAN_OK)
		check(c, seed, plan_cost(&q, &r.plan) >= plan_cost(&q, p),
		      "avoiding a role lowers the cost");
}

/* One more way to go never costs more. */
static void check_move(struct random_case *c, const struct plan *p,
		       uint64_t seed)
{
	struct ladder *l = c->ladder;
	struct move *move = vec_add(&c->arena, &l->moves);
	struct plan_result r;

	memset(move, 0, sizeof *move);
	move->from = l->roles[seed % l->n_roles];
	move->to = l->roles[seed / 7 % l->n_roles];
	r = plan_make(&c->query, &c->arena);
	l->moves.n--;
	check(c, seed, r.status == PLAN_OK, "no way after a new move");
	check(c, seed, plan_cost(&c->query, &r.plan) <= plan_cost(&c->query, p),
	      "a new move raises the cost");
}

/* Names mean nothing to the planner. */
static void check_names(struct random_case *c, const struct plan *p,
			uint64_t seed)
{
	struct ladder *l = c->ladder;
	struct plan_result r;

	for_each(of, &l->competencies)
		of->head.id = arena_printf(&c->arena, "n%u",
					   l->competencies.n - of->index);
	for (uint32_t i = 0; i < l->n_roles; i++)
		l->roles[i]->head.id = arena_printf(&c->arena, "r%u",
						    l->n_roles - i);
	r = plan_make(&c->query, &c->arena);
	check(c, seed, r.plan.steps.n == p->steps.n &&
			       r.plan.route.n == p->route.n,
	      "another plan under other names");
	for (uint32_t i = 0; i < p->steps.n; i++)
		check(c, seed,
		      r.plan.steps.at[i].stage == p->steps.at[i].stage,
		      "another order under other names");
}

static void check_again(struct random_case *c, const struct plan *p,
			uint64_t seed)
{
	struct plan_result r = plan_make(&c->query, &c->arena);

	check(c, seed, r.plan.steps.n == p->steps.n, "another plan");
	for (uint32_t i = 0; i < p->steps.n; i++)
		check(c, seed,
		      r.plan.steps.at[i].stage == p->steps.at[i].stage &&
			      r.plan.steps.at[i].end == p->steps.at[i].end,
		      "another order");
}

static void test_laws(void **state)
{
	uint32_t n = cases_wanted(400);

	(void)state;
	for (uint64_t seed = 1; seed <= n; seed++) {
		struct random_case c;
		struct plan_result r;
		const char *wrong;

		random_case(&c, seed, &shape);
		r = plan_make(&c.query, &c.arena);
		if (r.status == PLAN_OK) {
			wrong = plan_wrong(&c.query, &r.plan, &c.arena);
			check(&c, seed, !wrong, wrong);
			check(&c, seed,
			      r.plan.lower_bound <=
				      plan_cost(&c.query, &r.plan),
			      "a bound above the cost");
			check_learning(&c, &r.plan, seed);
			check_rating(&c, &r.plan, seed);
			check_avoid(&c, &r.plan, seed);
			check_again(&c, &r.plan, seed);
			check_move(&c, &r.plan, seed);
			check_names(&c, &r.plan, seed);
		}
		random_case_release(&c);
	}
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(test_laws),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
