/* What is said to stand in the way, over small random ladders: without it
 * there is a way, with any of it there is none, and nothing smaller would do.
 * Each trial changes the ladder or the question and asks the planner anew. */
#include "property/plan/cases.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdio.h>

#include <cmocka.h>

/* One thing that may be taken out of the way. */
struct part {
	enum obstacle_kind kind;
	const struct role *role, *from;
	struct score_goal *goal;
};

typedef VEC(struct part) parts;

static void ban(struct random_case *c, const struct role *r)
{
	if (!c->query.avoid)
		c->query.avoid = ARENA_ARRAY(&c->arena, c->ladder->n_roles,
					     bool);
	c->query.avoid[r->index] = true;
}

/* More in the way than usual: avoided roles and tracks, high figures. */
static void make_harder(struct random_case *c, uint64_t seed)
{
	struct random r = {.state = ~seed};
	struct ladder *l = c->ladder;
	struct track *t;

	for (uint32_t i = 0; i < l->n_roles; i++) {
		if (random_once_in(&r, 4))
			ban(c, l->roles[i]);
		for_each(goal, &l->roles[i]->scores)
			if (random_once_in(&r, 2))
				goal->figure += 1000000;
	}
	if (random_once_in(&r, 3)) {
		t = &l->tracks.at[random_below(&r, l->tracks.n)];
		for_each(role, &t->levels)
			ban(c, role);
	}
}

/* Takes a part out of the way; what it returns puts it back. */
static int64_t take_out(struct random_case *c, struct plan_query *q,
			const struct part *p)
{
	struct move *move;
	int64_t figure;

	switch (p->kind) {
	case OBSTACLE_AVOID:
		q->avoid[p->role->index] = false;
		return 0;
	case OBSTACLE_AVOID_TRACK:
		for_each(r, &p->role->track->levels)
			q->avoid[r->index] = false;
		return 0;
	case OBSTACLE_SCORE:
		figure = p->goal->figure;
		p->goal->figure = 0;
		return figure;
	case OBSTACLE_MOVE:
		move = vec_add(&c->arena, &c->ladder->moves);
		move->from = (struct role *)p->from;
		move->to = (struct role *)p->role;
		return 0;
	}
	return 0;
}

/* Whether there is a way without the parts whose bits are set. */
static bool leads_without(struct random_case *c, const parts *ps,
			  uint32_t bits)
{
	uint32_t n = c->ladder->n_roles, moves = c->ladder->moves.n;
	struct plan_query q = c->query;
	int64_t back[32] = {0};
	bool leads;

	if (q.avoid) {
		q.avoid = ARENA_ARRAY(&c->arena, n, bool);
		memcpy(q.avoid, c->query.avoid, n * sizeof *q.avoid);
	}
	for (uint32_t i = 0; i < ps->n; i++)
		if (bits >> i & 1)
			back[i] = take_out(c, &q, &ps->at[i]);
	leads = plan_make(&q, &c->arena).status == PLAN_OK;
	for (uint32_t i = 0; i < ps->n; i++)
		if (back[i])
			ps->at[i].goal->figure = back[i];
	c->ladder->moves.n = moves;
	return leads;
}

static parts parts_of(struct random_case *c, const struct plan_result *r)
{
	parts ps = {0};

	for_each(o, &r->obstacles)
		*vec_add(&c->arena, &ps) = (struct part){
			o->kind, o->role, o->from,
			(struct score_goal *)o->goal};
	return ps;
}

static bool is_whole(const struct plan_query *q, const struct track *t)
{
	for_each(r, &t->levels)
		if (!q->avoid[r->index])
			return false;
	return t->levels.n > 1;
}

/* All that is avoided, and every figure. */
static parts all_parts(struct random_case *c)
{
	const struct plan_query *q = &c->query;
	parts ps = {0};

	for_each(t, &c->ladder->tracks)
		for_each(r, &t->levels) {
			bool whole = q->avoid && is_whole(q, t);

			if (q->avoid && q->avoid[r->index] &&
			    (!whole || r == t->levels.at))
				*vec_add(&c->arena, &ps) = (struct part){
					whole ? OBSTACLE_AVOID_TRACK
					      : OBSTACLE_AVOID,
					r, NULL, NULL};
			for_each(goal, &r->scores)
				if (goal->figure >= 100000)
					*vec_add(&c->arena, &ps) =
						(struct part){OBSTACLE_SCORE,
							      r, NULL, goal};
		}
	return ps;
}

static uint32_t count_bits(uint32_t bits)
{
	uint32_t n = 0;

	for (; bits; bits &= bits - 1)
		n++;
	return n;
}

static bool is_smaller_found(struct random_case *c, uint32_t than)
{
	parts all = all_parts(c);

	if (all.n > 12)
		return false;
	for (uint32_t bits = 0; bits < UINT32_C(1) << all.n; bits++)
		if (count_bits(bits) < than && leads_without(c, &all, bits))
			return true;
	return false;
}

static const char *judge(struct random_case *c, const struct plan_result *r)
{
	parts ps = parts_of(c, r);
	uint32_t all = (UINT32_C(1) << ps.n) - 1;

	if (!ps.n)
		return "nothing stands in the way";
	if (!leads_without(c, &ps, all))
		return "no way without what stands in the way";
	for (uint32_t i = 0; i < ps.n; i++)
		if (leads_without(c, &ps, all & ~(UINT32_C(1) << i)))
			return "something that does not stand in the way";
	for_each(o, &r->obstacles)
		if (!o->node || !o->help.len)
			return "no place, or no help";
		else if (o->kind == OBSTACLE_MOVE)
			return NULL;
	return is_smaller_found(c, ps.n) ? "less would do" : NULL;
}

static void show(const struct random_case *c, uint64_t seed,
		 const struct plan_result *r)
{
	case_show(c, seed);
	for_each(o, &r->obstacles)
		fprintf(stderr, "%.*s: %.*s\n", STR_ARG(o->text),
			STR_ARG(o->help));
}

static void test_least(void **state)
{
	const struct shape shape = {.competencies = 3, .stages = 3,
				    .tracks = 4, .levels = 4, .scores = true,
				    .choices = 1, .requires = 4};
	uint32_t n = cases_wanted(1500), of[4] = {0};

	(void)state;
	for (uint64_t seed = 7000000; seed < 7000000 + n; seed++) {
		struct random_case c;
		struct plan_result r;
		const char *wrong;

		random_case(&c, seed, &shape);
		make_harder(&c, seed);
		r = plan_make(&c.query, &c.arena);
		if (r.status == PLAN_NO_WAY) {
			wrong = judge(&c, &r);
			if (wrong) {
				show(&c, seed, &r);
				fail_msg("%s", wrong);
			}
			of[r.obstacles.n > 3 ? 3 : r.obstacles.n - 1]++;
		}
		random_case_release(&c);
	}
	print_message("%u ways closed by one thing, %u by two, %u by three, "
		      "%u by more\n", of[0], of[1], of[2], of[3]);
	assert_true(n < 1000 || (of[0] && of[1] && of[2]));
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(test_least),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
