#include "plan/bound.h"

#include "plan/tolls.h"

enum { TANGENTS = 16 };

#define PRICE_MOST ((int64_t)1 << 61)
#define FIRST_PRICE ((int64_t)1 << 36)
#define GAIN_BITS 24

void bound_init(struct search *s)
{
	s->reward = ARENA_ARRAY(s->a, s->p->base[s->p->n], wide);
	s->comes_to = ARENA_ARRAY(s->a, s->p->base[s->p->n], wide);
	s->least = ARENA_ARRAY(s->a, s->p->n, wide);
	s->pick = ARENA_ARRAY(s->a, s->p->n, uint32_t);
	tolls_init(s);
	for_each(g, &s->goals) {
		g->coarse = wide_clamp(g->rule->most >> GAIN_BITS) + 1;
		g->price = 0;
	}
}

static wide coarse_gain(const struct goal *g, const struct item *i)
{
	if (g->coarse == 1)
		return i->gain;
	return (i->gain + g->coarse - 1) / g->coarse;
}

static wide rest_of(const struct goal *g)
{
	return wide_ceil(g->need - g->have, g->coarse);
}

static bool in_play(const struct search *s, const struct item *i)
{
	return i->stage > s->lo[i->competency] &&
	       i->stage <= s->hi[i->competency];
}

/* What goals pay for the open stages, from nothing. */
static void pay(struct search *s)
{
	const struct problem *p = s->p;

	for_each(c, &s->open)
		for (uint32_t k = s->lo[*c] + 1; k <= s->hi[*c]; k++)
			s->reward[stage_at(p, *c, k)] = 0;
	for_each(g, &s->goals) {
		if (g->have >= g->need || !g->price)
			continue;
		s->work += g->rule->items.n;
		for_each(i, &g->rule->items)
			if (in_play(s, i))
				s->reward[stage_at(p, i->competency,
						   i->stage)] +=
					coarse_gain(g, i) * g->price;
	}
}

/* Finds what each stage of a competency comes to, and picks the least. */
static void pick_stage(struct search *s, uint32_t c)
{
	wide sum = 0;

	s->pick[c] = s->lo[c];
	s->least[c] = 0;
	s->work += s->hi[c] - s->lo[c];
	for (uint32_t k = s->lo[c] + 1; k <= s->hi[c]; k++) {
		uint32_t stage = stage_at(s->p, c, k);

		sum += s->toll[stage] - s->reward[stage];
		s->comes_to[stage] = sum;
		if (sum < s->least[c]) {
			s->least[c] = sum;
			s->pick[c] = k;
		}
	}
}

static void evaluate(struct search *s)
{
	pay(s);
	s->value = 0;
	for_each(g, &s->goals)
		if (g->have < g->need)
			s->value += rest_of(g) * g->price;
	for_each(c, &s->open) {
		pick_stage(s, *c);
		s->value += s->least[*c];
	}
}

/* A point of the bound as a function of one goal's price. */
struct tangent {
	int64_t price;
	wide value, slope;
};

/* Pays the items of one competency, up to `end`, by another price. */
static const struct item *pay_more(struct search *s, const struct goal *g,
				   const struct item *i,
				   const struct item *end, int64_t more)
{
	uint32_t c = i->competency;
	const struct item *first = i;

	for (; i < end && i->competency == c; i++)
		if (in_play(s, i))
			s->reward[stage_at(s->p, c, i->stage)] +=
				coarse_gain(g, i) * more;
	s->work += (uint64_t)(i - first);
	return i;
}

/* Changes one goal's price, and what hangs on it. */
static struct tangent touch(struct search *s, struct goal *g, int64_t price)
{
	struct tangent t = {.price = price, .slope = rest_of(g)};
	const struct item *i = g->rule->items.at, *end = i + g->rule->items.n;
	int64_t more = price - g->price;

	g->price = price;
	s->value += rest_of(g) * more;
	while (i < end) {
		const struct item *first = i;
		uint32_t c = i->competency;

		i = pay_more(s, g, i, end, more);
		s->value -= s->least[c];
		pick_stage(s, c);
		s->value += s->least[c];
		for (; first < i; first++)
			if (first->stage > s->lo[c] &&
			    first->stage <= s->pick[c])
				t.slope -= coarse_gain(g, first);
	}
	t.value = s->value;
	return t;
}

/* Where two tangents meet, the left one rising, the right one not. */
static int64_t meet(const struct tangent *a, const struct tangent *b)
{
	wide up = b->value - a->value + a->slope * a->price -
		  b->slope * b->price;

	return wide_clamp(up / (a->slope - b->slope));
}

static void tune(struct search *s, struct goal *g)
{
	int64_t price = g->price ? g->price : FIRST_PRICE;
	struct tangent left = touch(s, g, 0), right, best, t;

	if (left.slope <= 0)
		return;
	right = touch(s, g, price);
	while (right.slope > 0 && right.price < PRICE_MOST) {
		left = right;
		right = touch(s, g, right.price * 4);
	}
	best = left.value > right.value ? left : right;
	for (int i = 0; i < TANGENTS && right.slope <= 0; i++) {
		t = touch(s, g, meet(&left, &right));
		if (t.value > best.value)
			best = t;
		if (t.price == left.price || t.price == right.price)
			break;
		if (t.slope > 0)
			left = t;
		else
			right = t;
		if (t.slope == 0)
			break;
	}
	touch(s, g, best.price);
}

int64_t bound_cost(struct search *s, uint32_t rounds)
{
	tolls_set(s);
	evaluate(s);
	while (rounds--)
		for_each(g, &s->goals)
			if (g->have < g->need)
				tune(s, g);
	if (s->value < 0) {
		for_each(g, &s->goals)
			g->price = 0;
		evaluate(s);
	}
	return s->cost + wide_clamp(wide_ceil(s->value, TOLL_UNIT));
}

/* The lowest stage that may stay the upper one. */
static uint32_t upper_left(const struct search *s, uint32_t c, wide most)
{
	uint32_t k = s->hi[c];

	while (k > s->lo[c] && s->comes_to[stage_at(s->p, c, k)] > most)
		k--;
	return k;
}

static uint32_t lower_left(const struct search *s, uint32_t c, wide most)
{
	uint32_t k = s->lo[c];

	while (k < s->hi[c] &&
	       (k == s->lo[c] ? 0 : s->comes_to[stage_at(s->p, c, k)]) >
		       most)
		k++;
	return k;
}

bool bound_tighten(struct search *s, int64_t cutoff)
{
	wide slack = (cutoff - 1 - s->cost) * TOLL_UNIT - s->value;
	uint32_t first = s->fixes.n;
	bool ok = true;

	for_each(at, &s->open) {
		uint32_t c = *at, hi, lo;

		if (s->lo[c] >= s->hi[c])
			continue;
		hi = upper_left(s, c, slack + s->least[c]);
		lo = lower_left(s, c, slack + s->least[c]);
		if (hi < s->hi[c])
			*vec_add(s->a, &s->fixes) =
				(struct change){c, hi, true};
		if (lo > s->lo[c])
			*vec_add(s->a, &s->fixes) =
				(struct change){c, lo, false};
	}
	for (uint32_t i = first; ok && i < s->fixes.n; i++) {
		struct change *f = &s->fixes.at[i];

		ok = f->upper ? search_lower(s, f->competency, f->was)
			      : search_raise(s, f->competency, f->was);
	}
	s->fixes.n = first;
	return ok;
}
