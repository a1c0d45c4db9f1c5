#include "plan/problem.h"

#include "plan/score.h"

#include <stdlib.h>

static void add_ask(struct problem *p, struct role_asks *ra, uint32_t at,
		    uint32_t value, int64_t figure)
{
	*vec_add(p->a, &ra->asks) = (struct ask){at, value, figure};
}

static void learn_requires(struct problem *p, const struct role *role,
			   struct role_asks *ra)
{
	const struct asked *asked = role_asks(p->l, role, &p->brief);

	for (uint32_t c = 0; c < p->n; c++)
		if (asked[c].stage && p->top[c] &&
		    asked[c].stage->ordinal > p->have[c])
			add_ask(p, ra, c, asked[c].stage->ordinal, 0);
}

static int compare_items(const void *va, const void *vb)
{
	const struct item *a = va, *b = vb;

	if (a->competency != b->competency)
		return a->competency < b->competency ? -1 : 1;
	return (a->stage > b->stage) - (a->stage < b->stage);
}

/* A choice as gains of 1 each; its needs stay empty where it holds already or
 * nothing is left of it. */
static void make_choice(struct problem *p, struct rule *r,
			const struct choice *choice)
{
	int64_t left = 0, held = 0, need;

	*r = (struct rule){.kind = RULE_CHOOSE, .choice = choice};
	for_each(o, &choice->of) {
		uint32_t c = o->competency->index;

		if (p->stands[c].na)
			continue;
		left++;
		if (p->have[c] >= o->stage->ordinal)
			held++;
		else
			*vec_add(p->a, &r->items) =
				(struct item){c, o->stage->ordinal, 1};
	}
	need = left < choice->at_least ? left : choice->at_least;
	r->most = r->items.n;
	if (r->items.n)
		qsort(r->items.at, r->items.n, sizeof *r->items.at,
		      compare_items);
	if (held < need)
		*vec_add(p->a, &r->needs) = need - held;
}

static void learn_choices(struct problem *p, const struct role *role,
			  struct role_asks *ra)
{
	uint32_t *at = &p->choices_of[role->index];

	if (!*at) {
		*at = p->rules.n + 1;
		for_each(choice, &role->choose) {
			struct rule *r = vec_add(p->a, &p->rules);

			make_choice(p, r, choice);
		}
	}
	for (uint32_t i = 0; i < role->choose.n; i++)
		if (p->rules.at[*at - 1 + i].needs.n)
			add_ask(p, ra, p->n + *at - 1 + i, 1, 0);
}

static void add_gains(struct problem *p, struct rule *r, uint32_t c)
{
	const struct competency *of = &p->l->competencies.at[c];
	uint32_t have = p->have[c];
	int64_t below = 0;

	if (have)
		below = reading_points(r->reading, &of->stages[have - 1]);
	for (uint32_t k = have + 1; k <= p->top[c]; k++) {
		int64_t points = reading_points(r->reading,
						&of->stages[k - 1]);
		int64_t gain = (points - below) * r->reading->weights[c];

		if (gain > 0)
			*vec_add(p->a, &r->items) = (struct item){c, k, gain};
		below = points;
		r->most += gain;
	}
}

static bool same_reading(const struct problem *p, const struct reading *a,
			 const struct reading *b)
{
	const struct figures *x = a->points, *y = b->points;

	if (a->combine != b->combine || (x == NULL) != (y == NULL))
		return false;
	if (x && x != y &&
	    (x->n != y->n || memcmp(x->at, y->at, x->n * sizeof *x->at)))
		return false;
	return !memcmp(a->weights, b->weights, p->n * sizeof *a->weights) &&
	       !memcmp(a->member, b->member, p->n * sizeof *a->member);
}

/* Tracks that read a score alike share its rule, so that the higher of two
 * figures serves both. */
static uint32_t rule_of_reading(struct problem *p, const struct track *t,
				const struct score *s)
{
	uint32_t *at = &p->rule_of_score[t->index * p->l->scores.n + s->index];
	const struct reading *reading = track_reading(t, s);
	struct rule *r;

	for (uint32_t i = 0; !*at && i < p->rules.n; i++)
		if (p->rules.at[i].score == s &&
		    same_reading(p, p->rules.at[i].reading, reading))
			*at = i + 1;
	if (*at)
		return *at - 1;
	r = vec_add(p->a, &p->rules);
	*r = (struct rule){
		.kind = RULE_SCORE, .score = s, .reading = reading};
	for (uint32_t c = 0; c < p->n; c++)
		if (reading->weights[c])
			add_gains(p, r, c);
	*at = p->rules.n;
	return *at - 1;
}

static void learn_score(struct problem *p, const struct role *role,
			struct role_asks *ra, const struct score_goal *goal)
{
	const struct reading *reading = track_reading(role->track,
						      goal->score);
	uint32_t i;
	wide rest;

	if (score_waived(p->l, reading, p->stands))
		return;
	rest = score_need(p->l, reading, p->stands, goal->figure) -
	       score_total(p->l, reading, p->stands);
	if (rest <= 0)
		return;
	i = rule_of_reading(p, role->track, goal->score);
	if (p->rules.at[i].most < rest) {
		ra->beyond = goal;
		return;
	}
	*vec_add(p->a, &p->rules.at[i].figures) = goal->figure;
	add_ask(p, ra, p->n + i, 0, goal->figure);
}

void problem_learn(struct problem *p, const struct role *role)
{
	struct role_asks *ra = &p->roles[role->index];
	const struct score_goal **goals;

	if (ra->known)
		return;
	ra->known = true;
	goals = role_score_goals(p->l, role, &p->brief);
	learn_requires(p, role, ra);
	for_each_in_force(r, role)
		learn_choices(p, r, ra);
	for (uint32_t i = 0; i < p->l->scores.n; i++)
		if (goals[i])
			learn_score(p, role, ra, goals[i]);
	arena_clear(&p->brief);
}

static int compare_figures(const void *va, const void *vb)
{
	const int64_t *a = va, *b = vb;

	return (*a > *b) - (*a < *b);
}

/* Needs by figure, all figures and gains divided by what they have in
 * common. */
static void seal_score(struct problem *p, struct rule *r)
{
	wide held = score_total(p->l, r->reading, p->stands);
	int64_t common = 0;
	uint32_t n = 0;

	for_each(i, &r->items)
		common = wide_common(i->gain, common);
	for_each(i, &r->items)
		i->gain /= common;
	r->most /= common ? common : 1;
	if (r->figures.n)
		qsort(r->figures.at, r->figures.n, sizeof *r->figures.at,
		      compare_figures);
	for (uint32_t i = 0; i < r->figures.n; i++)
		if (!n || r->figures.at[n - 1] != r->figures.at[i])
			r->figures.at[n++] = r->figures.at[i];
	r->figures.n = n;
	for_each(f, &r->figures) {
		wide rest = score_need(p->l, r->reading, p->stands, *f) - held;

		*vec_add(p->a, &r->needs) = wide_ceil(rest, common);
	}
}

static uint32_t figure_place(const struct rule *r, int64_t figure)
{
	uint32_t i = 0;

	while (r->figures.at[i] != figure)
		i++;
	return i + 1;
}

void problem_seal(struct problem *p)
{
	p->width = p->n + p->rules.n;
	for_each(r, &p->rules)
		if (r->kind == RULE_SCORE)
			seal_score(p, r);
	for (uint32_t i = 0; i < p->l->n_roles; i++)
		for_each(ask, &p->roles[i].asks)
			if (!ask->value)
				ask->value = figure_place(
					&p->rules.at[ask->at - p->n],
					ask->figure);
}
