#include "plan/relax.h"

/* All prices together stay below 2^PRICE_BITS where they can, gains of a goal
 * below 2^GAIN_BITS, and all rewards and tolls below 2^SUM_BITS. */
enum { PRICE_BITS = 40, GAIN_BITS = 24, SUM_BITS = 60 };

#define NO_SLOT UINT32_MAX

static int64_t price_of(const struct search *s, uint32_t c, uint32_t k)
{
	return price_to(s->p, c, k) - price_to(s->p, c, k - 1);
}

static void init_slots(struct relax *x)
{
	struct search *s = x->s;

	x->first = ARENA_ARRAY(s->a, (size_t)s->open.n + 1, uint32_t);
	x->from = ARENA_ARRAY(s->a, s->open.n, uint32_t);
	for (uint32_t i = 0; i < s->open.n; i++) {
		uint32_t c = s->open.at[i];

		x->from[i] = s->lo[c];
		x->first[i + 1] = x->first[i] + s->hi[c] - s->lo[c];
	}
	x->n_slots = x->first[s->open.n];
	x->price = ARENA_ARRAY(s->a, x->n_slots, int64_t);
	x->left = ARENA_ARRAY(s->a, x->n_slots, int64_t);
	x->taken = ARENA_ARRAY(s->a, x->n_slots, uint8_t);
	x->share = ARENA_ARRAY(s->a, x->n_slots, int32_t);
	x->use = ARENA_ARRAY(s->a, x->n_slots, int64_t);
	x->held = ARENA_ARRAY(s->a, x->n_slots, uint8_t);
	x->least = ARENA_ARRAY(s->a, s->open.n, int64_t);
	x->places = ARENA_ARRAY(s->a, s->open.n, uint32_t);
}

static void init_prices(struct relax *x)
{
	struct search *s = x->s;
	wide all = 0;

	for (uint32_t i = 0; i < s->open.n; i++)
		for (uint32_t j = x->first[i]; j < x->first[i + 1]; j++) {
			uint32_t k = x->from[i] + 1 + j - x->first[i];

			x->price[j] = price_of(s, s->open.at[i], k);
			x->grain = wide_common(x->grain, x->price[j]);
			all += x->price[j];
		}
	if (!x->grain)
		x->grain = 1;
	while (x->shift < PRICE_BITS && all >> (PRICE_BITS - x->shift) == 0)
		x->shift++;
	for (uint32_t j = 0; j < x->n_slots; j++)
		x->price[j] *= (int64_t)1 << x->shift;
}

/* By competency: 1 + its place in s->open. */
static uint32_t *find_places(const struct relax *x)
{
	uint32_t *place = ARENA_ARRAY(x->s->a, x->s->p->n, uint32_t);

	for (uint32_t i = 0; i < x->s->open.n; i++)
		place[x->s->open.at[i]] = i + 1;
	return place;
}

static uint32_t slot_of(const struct relax *x, const uint32_t *place,
			uint32_t c, uint32_t stage)
{
	uint32_t i = place[c] - 1;

	if (!place[c] || stage <= x->from[i] ||
	    stage > x->from[i] + x->first[i + 1] - x->first[i])
		return NO_SLOT;
	return relax_slot(x, i, stage);
}

static void init_row(struct relax *x, struct row *r, const uint32_t *place)
{
	const struct rule *rule = r->goal->rule;
	int64_t all = 0;

	r->terms = ARENA_ARRAY(x->s->a, rule->items.n, struct term);
	r->live = ARENA_ARRAY(x->s->a, rule->items.n, struct term);
	for_each(i, &rule->items) {
		uint32_t slot = slot_of(x, place, i->competency, i->stage);

		if (slot == NO_SLOT)
			continue;
		r->terms[r->n_terms++] = (struct term){
			slot, (int32_t)wide_ceil(i->gain, r->coarse)};
		all += r->terms[r->n_terms - 1].gain;
	}
	r->mean = r->n_terms ? all / r->n_terms : 1;
	r->most = ((int64_t)1 << SUM_BITS) / (all + 1) / x->n_rows;
}

static void init_rows(struct relax *x, const uint32_t *place)
{
	struct search *s = x->s;

	x->n_rows = s->goals.n;
	x->rows = ARENA_ARRAY(s->a, x->n_rows, struct row);
	x->open_rows = ARENA_ARRAY(s->a, x->n_rows, struct row *);
	for (uint32_t i = 0; i < x->n_rows; i++) {
		struct row *r = &x->rows[i];

		r->goal = &s->goals.at[i];
		r->coarse = wide_clamp(r->goal->rule->most >> GAIN_BITS) + 1;
		init_row(x, r, place);
	}
}

static void add_links(struct relax *x, const uint32_t *place, uint32_t c,
		      uint32_t k)
{
	const struct problem *p = x->s->p;
	uint32_t at = stage_at(p, c, k);

	for (uint32_t i = p->needs_at[at]; i < p->needs_at[at + 1]; i++) {
		struct rung r = p->needs[i];
		uint32_t needed = slot_of(x, place, r.competency, r.stage);

		if (needed != NO_SLOT && r.competency != c)
			x->links[x->n_links++] = (struct link){
				.user = slot_of(x, place, c, k),
				.needed = needed};
	}
}

static void init_links(struct relax *x, const uint32_t *place)
{
	struct search *s = x->s;
	const struct problem *p = s->p;
	uint32_t most = 0;

	for_each(c, &s->open)
		if (s->lo[*c] < s->hi[*c])
			most += p->needs_at[stage_at(p, *c, s->hi[*c]) + 1] -
				p->needs_at[stage_at(p, *c, s->lo[*c] + 1)];
	x->links = ARENA_ARRAY(s->a, most, struct link);
	x->open_links = ARENA_ARRAY(s->a, most, struct link *);
	for_each(c, &s->open)
		for (uint32_t k = s->lo[*c] + 1; k <= s->hi[*c]; k++)
			add_links(x, place, *c, k);
	x->toll_most = ((int64_t)1 << SUM_BITS) / ((int64_t)x->n_links + 1);
}

void relax_init(struct relax *x, struct search *s)
{
	const uint32_t *place;

	*x = (struct relax){.s = s};
	init_slots(x);
	init_prices(x);
	place = find_places(x);
	init_rows(x, place);
	init_links(x, place);
}

/* Marks the slots that are open with 1 for the moment. */
static void enter_places(struct relax *x)
{
	const struct search *s = x->s;

	memset(x->taken, 0, x->n_slots);
	x->n_places = 0;
	for (uint32_t i = 0; i < s->open.n; i++) {
		uint32_t c = s->open.at[i];

		if (s->lo[c] >= s->hi[c])
			continue;
		x->places[x->n_places++] = i;
		memset(x->taken + relax_slot(x, i, s->lo[c] + 1), 1,
		       s->hi[c] - s->lo[c]);
	}
}

static void enter_row(struct relax *x, struct row *r)
{
	const struct goal *g = r->goal;

	if (g->have >= g->need) {
		r->price = 0;
		return;
	}
	r->rest = wide_clamp(wide_ceil(g->need - g->have, r->coarse));
	r->n_live = 0;
	for (uint32_t i = 0; i < r->n_terms; i++)
		if (x->taken[r->terms[i].slot])
			r->live[r->n_live++] = r->terms[i];
	x->open_rows[x->n_open++] = r;
	x->s->work += r->n_terms;
}

void relax_enter(struct relax *x)
{
	enter_places(x);
	x->n_open = x->n_open_links = 0;
	for (uint32_t i = 0; i < x->n_rows; i++)
		enter_row(x, &x->rows[i]);
	for (uint32_t i = 0; i < x->n_links; i++) {
		struct link *l = &x->links[i];

		if (x->taken[l->user] && x->taken[l->needed])
			x->open_links[x->n_open_links++] = l;
	}
	x->s->work += x->n_links + x->n_slots;
}

/* Sums up what the stages of a competency come to, and takes the least. */
static void pick_stage(struct relax *x, uint32_t place)
{
	const struct search *s = x->s;
	uint32_t c = s->open.at[place];
	uint32_t at = relax_slot(x, place, s->lo[c] + 1);
	uint32_t end = relax_slot(x, place, s->hi[c] + 1), pick = at;
	int64_t sum = 0, least = 0;

	for (uint32_t j = at; j < end; j++) {
		x->left[j] = sum += x->left[j];
		if (sum < least) {
			least = sum;
			pick = j + 1;
		}
	}
	for (uint32_t j = at; j < end; j++) {
		x->taken[j] = j < pick;
		x->share[j] += ((j < pick ? SHARE_ALL : 0) - x->share[j]) / 8;
	}
	x->least[place] = least;
	x->value += least;
}

void relax_value(struct relax *x)
{
	memcpy(x->left, x->price, x->n_slots * sizeof *x->left);
	x->value = 0;
	for (uint32_t i = 0; i < x->n_open_links; i++) {
		const struct link *l = x->open_links[i];

		x->left[l->user] += l->toll;
		x->left[l->needed] -= l->toll;
	}
	for (uint32_t i = 0; i < x->n_open; i++) {
		const struct row *r = x->open_rows[i];

		for (uint32_t j = 0; j < r->n_live; j++)
			x->left[r->live[j].slot] -=
				r->live[j].gain * r->price;
		x->value += (wide)r->rest * r->price;
		x->s->work += r->n_live;
	}
	for (uint32_t i = 0; i < x->n_places; i++)
		pick_stage(x, x->places[i]);
	x->s->work += x->n_slots;
}
