#include "plan/greedy.h"

/* All that a goal still lacks comes to so much. */
#define WHOLE (1 << 20)

struct greedy {
	struct relax *x;
	int64_t *use;  /* by slot: how much of what is missing it gives */
	uint8_t *held; /* by slot */
};

static void hold(struct greedy *g)
{
	const struct search *s = g->x->s;

	for (uint32_t i = 0; i < g->x->n_places; i++) {
		uint32_t place = g->x->places[i], c = s->open.at[place];

		for (uint32_t j = g->x->first[place];
		     j < g->x->first[place + 1]; j++)
			g->held[j] = j - g->x->first[place] +
					     g->x->from[place] <
				     s->lo[c];
	}
}

/* What the goal lacks with the slots that are held; 0 where it is satisfied. */
static int64_t missing(const struct greedy *g, const struct row *r)
{
	int64_t rest = r->rest;

	for (uint32_t j = 0; j < r->n_live; j++)
		if (g->held[r->live[j].slot])
			rest -= r->live[j].gain;
	g->x->s->work += r->n_live;
	return rest > 0 ? rest : 0;
}

/* Finds what each slot is good for; false where nothing is missing. */
static bool find_uses(struct greedy *g)
{
	const struct relax *x = g->x;
	bool any = false;

	memset(g->use, 0, x->n_slots * sizeof *g->use);
	for (uint32_t i = 0; i < x->n_open; i++) {
		const struct row *r = x->open_rows[i];
		int64_t rest = missing(g, r);

		if (!rest)
			continue;
		any = true;
		for (uint32_t j = 0; j < r->n_live; j++) {
			int64_t gain = r->live[j].gain;

			if (gain > rest)
				gain = rest;
			g->use[r->live[j].slot] += gain * WHOLE / rest + 1;
		}
	}
	return any;
}

/* A stage to take, and what speaks for it. */
struct buy {
	uint32_t c, stage;
	int64_t use, price;
};

static void weigh_place(const struct greedy *g, uint32_t place,
			struct buy *best)
{
	const struct search *s = g->x->s;
	uint32_t c = s->open.at[place];
	int64_t use = 0, price = 0;

	for (uint32_t k = s->lo[c] + 1; k <= s->hi[c]; k++) {
		uint32_t slot = relax_slot(g->x, place, k);

		use += g->use[slot];
		price += g->x->price[slot];
		if ((wide)use * best->price > (wide)best->use * price ||
		    (use && !best->use))
			*best = (struct buy){c, k, use, price};
	}
}

static void complete(struct greedy *g)
{
	for (;;) {
		struct buy best = {0};

		hold(g);
		if (!find_uses(g))
			return;
		for (uint32_t i = 0; i < g->x->n_places; i++)
			weigh_place(g, g->x->places[i], &best);
		search_raise(g->x->s, best.c, best.stage);
	}
}

static void raise_picks(struct relax *x)
{
	struct search *s = x->s;

	for (uint32_t i = 0; i < x->n_places; i++) {
		uint32_t place = x->places[i], c = s->open.at[place];
		uint32_t k = s->hi[c];

		while (k > s->lo[c] && !x->taken[relax_slot(x, place, k)])
			k--;
		search_raise(s, c, k);
	}
}

/* Marks, as of use, the slots that goals or other slots cannot do without. */
static void find_needed(struct greedy *g)
{
	const struct relax *x = g->x;

	memset(g->use, 0, x->n_slots * sizeof *g->use);
	for (uint32_t i = 0; i < x->n_open; i++) {
		const struct row *r = x->open_rows[i];
		int64_t spare = -r->rest;

		for (uint32_t j = 0; j < r->n_live; j++)
			spare += g->held[r->live[j].slot] * r->live[j].gain;
		for (uint32_t j = 0; j < r->n_live; j++)
			g->use[r->live[j].slot] |= r->live[j].gain > spare;
		x->s->work += r->n_live;
	}
	for (uint32_t i = 0; i < x->n_open_links; i++)
		if (g->held[x->open_links[i]->user])
			g->use[x->open_links[i]->needed] = 1;
}

/* Takes out the dearest highest stage that is not needed, if any is. */
static bool take_out(struct greedy *g, const uint32_t *lo, uint32_t *stages)
{
	const struct relax *x = g->x;
	uint32_t best = UINT32_MAX, slot = 0;

	find_needed(g);
	for (uint32_t i = 0; i < x->n_places; i++) {
		uint32_t place = x->places[i], c = x->s->open.at[place];
		uint32_t at = relax_slot(x, place, stages[c]);

		if (stages[c] > lo[c] && !g->use[at] &&
		    (best == UINT32_MAX || x->price[at] > x->price[slot])) {
			best = c;
			slot = at;
		}
	}
	if (best == UINT32_MAX)
		return false;
	stages[best]--;
	g->held[slot] = 0;
	return true;
}

/* Rounded gains may have promised too much. */
static bool satisfies(const struct search *s, const uint32_t *stages)
{
	for_each(g, &s->goals)
		if (rule_gain(g->rule, stages) < g->need)
			return false;
	return true;
}

int64_t greedy_solve(struct relax *x, bool from_picks, uint32_t *stages)
{
	struct search *s = x->s;
	struct greedy g = {.x = x, .use = x->use, .held = x->held};
	uint32_t mark = s->trail.n;

	if (from_picks)
		raise_picks(x);
	complete(&g);
	memcpy(stages, s->lo, s->p->n * sizeof *stages);
	search_undo(s, mark);
	while (take_out(&g, s->lo, stages))
		;
	if (!satisfies(s, stages))
		memcpy(stages, s->hi, s->p->n * sizeof *stages);
	return stages_cost(s->p, stages);
}
