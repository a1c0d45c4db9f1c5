#include "plan/bound.h"

/* The length of steps begins as this part of 2^10, and is halved after so many
 * of them that did not help. */
enum { LENGTH_BITS = 10, PATIENCE = 5, WAY = 256 };

static void remember(struct relax *x)
{
	for (uint32_t i = 0; i < x->n_open; i++)
		x->open_rows[i]->best = x->open_rows[i]->price;
	for (uint32_t i = 0; i < x->n_open_links; i++)
		x->open_links[i]->best = x->open_links[i]->toll;
}

static void recall(struct relax *x)
{
	for (uint32_t i = 0; i < x->n_open; i++)
		x->open_rows[i]->price = x->open_rows[i]->best;
	for (uint32_t i = 0; i < x->n_open_links; i++)
		x->open_links[i]->toll = x->open_links[i]->best;
	relax_value(x);
}

static void forget_ways(struct relax *x)
{
	for (uint32_t i = 0; i < x->n_open; i++)
		x->open_rows[i]->way = 0;
	for (uint32_t i = 0; i < x->n_open_links; i++)
		x->open_links[i]->way = 0;
}

/* What is lacking or too much, with a part of the way before; nothing where
 * the price cannot follow. */
static int64_t lean(int64_t slope, int64_t way, int64_t price)
{
	slope += way * 4 / 5;
	return price == 0 && slope < 0 ? 0 : slope;
}

/* Finds the way to go; gives the square of its length. */
static wide find_way(struct relax *x)
{
	wide square = 0;

	for (uint32_t i = 0; i < x->n_open; i++) {
		struct row *r = x->open_rows[i];
		int64_t lack = r->rest;

		for (uint32_t j = 0; j < r->n_live; j++)
			lack -= x->taken[r->live[j].slot] * r->live[j].gain;
		r->way = lean(lack * WAY / r->mean, r->way, r->price);
		square += (wide)r->way * r->way;
		x->s->work += r->n_live;
	}
	for (uint32_t i = 0; i < x->n_open_links; i++) {
		struct link *l = x->open_links[i];

		l->way = lean((x->taken[l->user] - x->taken[l->needed]) * WAY,
			      l->way, l->toll);
		square += (wide)l->way * l->way;
	}
	return square;
}

static int64_t moved(int64_t price, wide by, int64_t most)
{
	wide to = price + by;

	return to < 0 ? 0 : to > most ? most : (int64_t)to;
}

/* Goes on: `step` is in 2^-16 of a price a WAY. */
static void go(struct relax *x, int64_t step)
{
	for (uint32_t i = 0; i < x->n_open; i++) {
		struct row *r = x->open_rows[i];

		r->price = moved(r->price,
				 ((wide)step * r->way >> 16) / r->mean,
				 r->most);
	}
	for (uint32_t i = 0; i < x->n_open_links; i++) {
		struct link *l = x->open_links[i];

		l->toll = moved(l->toll, (wide)step * l->way >> 16,
				x->toll_most);
	}
}

/* What the value must pass for the cost to reach the cutoff. */
static wide goal_of(const struct relax *x, int64_t cutoff)
{
	return ((wide)cutoff - x->grain - x->s->cost) *
	       ((wide)1 << x->shift);
}

static int64_t cost_of(const struct relax *x, wide value)
{
	wide cost = wide_ceil(value, (wide)1 << x->shift);

	if (cost < 0)
		cost = 0;
	return x->s->cost + wide_clamp(wide_ceil(cost, x->grain) * x->grain);
}

int64_t bound_cost(struct relax *x, uint32_t rounds, int64_t cutoff)
{
	wide goal = goal_of(x, cutoff), best, length = 1 << LENGTH_BITS;
	uint32_t idle = 0;

	relax_value(x);
	remember(x);
	forget_ways(x);
	best = x->value;
	while (rounds-- && best <= goal) {
		wide square = find_way(x);

		if (!square)
			break;
		go(x, wide_clamp(((goal - x->value + 1) * length * WAY *
				  (1 << (16 - LENGTH_BITS))) / square));
		relax_value(x);
		if (x->value > best) {
			best = x->value;
			remember(x);
			idle = 0;
		} else if (++idle == PATIENCE) {
			length /= 2;
			idle = 0;
		}
	}
	if (x->value != best)
		recall(x);
	return cost_of(x, best);
}

/* The highest stage that may stay the upper one. */
static uint32_t upper_left(const struct relax *x, uint32_t place, wide most)
{
	const struct search *s = x->s;
	uint32_t c = s->open.at[place], k = s->hi[c];

	while (k > s->lo[c] && x->left[relax_slot(x, place, k)] > most)
		k--;
	return k;
}

static uint32_t lower_left(const struct relax *x, uint32_t place, wide most)
{
	const struct search *s = x->s;
	uint32_t c = s->open.at[place], k = s->lo[c];

	while (k < s->hi[c] &&
	       (k == s->lo[c] ? 0 : x->left[relax_slot(x, place, k)]) > most)
		k++;
	return k;
}

static void fix(struct search *s, uint32_t c, uint32_t stage, bool upper)
{
	*vec_add(s->a, &s->fixes) = (struct change){c, stage, upper};
}

bool bound_tighten(struct relax *x, int64_t cutoff)
{
	struct search *s = x->s;
	wide slack = goal_of(x, cutoff) - x->value;
	bool ok = true;

	for (uint32_t i = 0; i < x->n_places; i++) {
		uint32_t place = x->places[i], c = s->open.at[place];
		uint32_t hi = upper_left(x, place, slack + x->least[place]);
		uint32_t lo = lower_left(x, place, slack + x->least[place]);

		if (hi < s->hi[c])
			fix(s, c, hi, true);
		if (lo > s->lo[c])
			fix(s, c, lo, false);
	}
	for (uint32_t i = 0; ok && i < s->fixes.n; i++) {
		struct change *f = &s->fixes.at[i];

		ok = f->upper ? search_lower(s, f->competency, f->was)
			      : search_raise(s, f->competency, f->was);
	}
	s->fixes.n = 0;
	return ok;
}
