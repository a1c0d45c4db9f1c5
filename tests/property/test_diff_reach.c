/* Whom a change reaches, by people instead of by texts: who met a role of the
 * old ladder and, holding the same stages, fails it in the new one, holds a
 * role that some change reaches and makes harder, or leaves to a person to
 * judge. */
#include "support/test.h"

#include "model/assessment.h"
#include "plan/plan.h"
#include "property/grow.h"
#include "property/versions.h"
#include "support/dice.h"

#include <stdio.h>

struct person {
	const struct versions *v;
	const struct role *role; /* of the old ladder */
	struct stand *stands;	 /* by old competency */
	struct arena *arena;
};

static bool meets(const struct person *p)
{
	return role_met(p->v->old, p->role, p->stands, p->arena);
}

static void set(const struct person *p, const struct competency *c,
		uint32_t have)
{
	p->stands[c->index].have = have;
	p->stands[c->index].rank_have = competency_number(c, have);
}

/* All stages there are, then as few as the role allows, in the order in which
 * the dice fall. False where even all are too few. */
static bool just_meets(const struct person *p, struct dice *dice)
{
	const struct ladder *l = p->v->old;
	uint32_t n = l->competencies.n, first = dice_below(dice, n);

	for_each(c, &l->competencies)
		set(p, c, c->n_stages);
	if (!meets(p))
		return false;
	for (uint32_t i = 0; i < n; i++) {
		const struct competency *c =
			&l->competencies.at[(first + i) % n];
		uint32_t have = c->n_stages;

		while (have && meets(p))
			set(p, c, --have);
		if (!meets(p))
			set(p, c, have + 1);
	}
	return true;
}

static bool holds(const struct person *p, const struct stage *s)
{
	return s && s->ordinal <= p->stands[s->competency->index].have;
}

/* The same stages in the new ladder: of each competency the highest that is one
 * of those held. */
static struct stand *carried(const struct person *p)
{
	const struct ladder *l = p->v->new;
	const struct matches *m = &p->v->there->matches;
	struct stand *stands = empty_stands(l, p->arena);

	for_each(c, &l->competencies)
		for (uint32_t k = 0; k < c->n_stages; k++) {
			const struct stage *s = &c->stages[k];

			if (!holds(p, m->stage_old[s->index]))
				continue;
			stands[c->index].have = s->ordinal;
			stands[c->index].rank_have = s->number;
		}
	return stands;
}

static bool is_told(const struct diff *d, const struct role *role)
{
	for_each(c, &d->changes)
		for_each(reached, &c->reaches)
			if (*reached == role && c->incumbent >= EFFECT_REVIEW)
				return true;
	return false;
}

/* The text of what the person holds, for messages. */
static const char *held(const struct person *p)
{
	struct str text = STR("");

	for_each(c, &p->v->old->competencies)
		if (p->stands[c->index].have)
			text = arena_printf(p->arena, "%.*s %.*s@%u",
					    STR_ARG(text), STR_ARG(c->head.id),
					    p->stands[c->index].rank_have);
	return text.len ? text.ptr : " nothing";
}

/* Counts those who fail now. */
static uint32_t check_role(const struct versions *v, const struct role *role,
			   struct dice *dice, struct str old, struct str new)
{
	struct arena a = {0};
	struct person p = {v, role, empty_stands(v->old, &a), &a};
	const struct role *now = v->there->matches.role_new[role->index];
	bool fails = now && just_meets(&p, dice) &&
		     !role_met(v->new, now, carried(&p), &a);

	if (fails && !is_told(v->there, now))
		versions_fail(v, old, new, "reach",
			      "%.*s with%s fails now, and nothing says so",
			      STR_ARG(role->path), held(&p));
	arena_release(&a);
	return fails;
}

static uint32_t check_pair(uint32_t seed)
{
	struct growth g = {seed, 0, 8 << seed % 7};
	struct dice dice = {seed};
	struct buf old = {0}, new = {0};
	struct versions v;
	uint32_t failing = 0;

	grow(&g, &old);
	g.edit = seed;
	grow(&g, &new);
	versions_init(&v, buf_str(&old), buf_str(&new));
	for (uint32_t i = 0; i < v.old->n_roles; i++)
		failing += check_role(&v, v.old->roles[i], &dice, buf_str(&old),
				      buf_str(&new));
	versions_release(&v);
	buf_release(&old);
	buf_release(&new);
	return failing;
}

static void test_people(void **state)
{
	uint32_t n = versions_wanted(2000), failing = 0;

	(void)state;
	for (uint32_t seed = 1; seed <= n; seed++)
		failing += check_pair(seed);
	printf("%u people fail the role that they hold\n", failing);
	assert_true(failing > n / 4);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(test_people),
	};

	return cmocka_run_group_tests_name("diff/reach", tests, NULL, NULL);
}
