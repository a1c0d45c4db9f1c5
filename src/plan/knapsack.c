#include "plan/knapsack.h"

/* Cells of the largest table: 32 MB. */
#define CELLS_MOST (1 << 22)

/* How much of it counts as one node. */
#define NODE_CELLS 4096

/* Prices that cannot be paid; sums of two stay within 64 bits. */
#define NEVER (INT64_MAX / 2)

static bool needs_others(const struct search *s, uint32_t c)
{
	const struct problem *p = s->p;
	uint32_t i = p->needs_at[stage_at(p, c, s->lo[c] + 1)];
	uint32_t end = p->needs_at[stage_at(p, c, s->hi[c]) + 1];

	for (; i < end; i++)
		if (p->needs[i].stage > s->lo[p->needs[i].competency])
			return true;
	return false;
}

static const struct goal *open_goal(const struct search *s)
{
	const struct goal *g = s->goals.at;

	while (g->have >= g->need)
		g++;
	return g;
}

bool knapsack_fits(const struct search *s)
{
	uint32_t open = 0, n = 0;

	for_each(g, &s->goals)
		n += g->have < g->need;
	if (n != 1)
		return false;
	for_each(c, &s->open) {
		if (s->lo[*c] == s->hi[*c])
			continue;
		open++;
		if (needs_others(s, *c))
			return false;
	}
	return open_goal(s)->need - open_goal(s)->have <
	       CELLS_MOST / (open + 1);
}

/* A row: for what is still to be gained, the least price with the
 * competencies from here on. */
struct table {
	int64_t *cells;
	uint32_t width; /* gains still to come, 0 included */
};

/* What the stages of a competency from `lo` on gain, by ordinal. */
static void sum_gains(const struct search *s, const struct goal *g,
		      uint32_t c, wide *gains)
{
	const struct item *end = g->rule->items.at + g->rule->items.n;
	uint32_t lo = s->lo[c];

	for (uint32_t k = lo; k <= s->hi[c]; k++)
		gains[k - lo] = 0;
	for (const struct item *i = rule_items(g->rule, c);
	     i < end && i->competency == c; i++)
		if (i->stage > lo && i->stage <= s->hi[c])
			gains[i->stage - lo] = i->gain;
	for (uint32_t k = lo + 1; k <= s->hi[c]; k++)
		gains[k - lo] += gains[k - lo - 1];
}

static uint32_t less(uint32_t to_gain, wide gain)
{
	return gain < to_gain ? to_gain - (uint32_t)gain : 0;
}

/* What it costs to raise a competency and, with it, gain the rest. */
static int64_t price_with(const struct search *s, const int64_t *rest,
			  uint32_t c, uint32_t k, const wide *gains,
			  uint32_t to_gain)
{
	return price_to(s->p, c, k) - price_to(s->p, c, s->lo[c]) +
	       rest[less(to_gain, gains[k - s->lo[c]])];
}

static void fill_row(const struct search *s, const struct table *t,
		     uint32_t row, const wide *gains)
{
	int64_t *at = t->cells + (size_t)row * t->width;
	const int64_t *rest = at + t->width;
	uint32_t c = s->open.at[row];

	for (uint32_t g = 0; g < t->width; g++) {
		at[g] = NEVER;
		for (uint32_t k = s->lo[c]; k <= s->hi[c]; k++) {
			int64_t price = price_with(s, rest, c, k, gains, g);

			if (price < at[g])
				at[g] = price;
		}
	}
}

/* Takes the smallest stage that is part of a cheapest set. */
static void follow_row(struct search *s, const struct table *t, uint32_t row,
		       const wide *gains, uint32_t *to_gain)
{
	const int64_t *at = t->cells + (size_t)row * t->width;
	uint32_t c = s->open.at[row], k = s->lo[c];

	while (price_with(s, at + t->width, c, k, gains, *to_gain) !=
	       at[*to_gain])
		k++;
	*to_gain = less(*to_gain, gains[k - s->lo[c]]);
	search_raise(s, c, k);
}

static uint32_t most_stages(const struct search *s)
{
	uint32_t most = 0;

	for_each(c, &s->open)
		if (s->hi[*c] - s->lo[*c] > most)
			most = s->hi[*c] - s->lo[*c];
	return most;
}

void knapsack_solve(struct search *s)
{
	const struct goal *goal = open_goal(s);
	uint32_t to_gain = (uint32_t)(goal->need - goal->have);
	struct table t = {.width = to_gain + 1};
	wide *gains = ARENA_ARRAY(s->a, (size_t)most_stages(s) + 1, wide);
	size_t cells = (size_t)(s->open.n + 1) * t.width;

	t.cells = ARENA_ARRAY(s->a, cells, int64_t);
	s->p->nodes += 1 + cells / NODE_CELLS;
	for (uint32_t g = 1; g < t.width; g++)
		t.cells[(size_t)s->open.n * t.width + g] = NEVER;
	for (uint32_t i = s->open.n; i-- > 0;) {
		sum_gains(s, goal, s->open.at[i], gains);
		fill_row(s, &t, i, gains);
	}
	for (uint32_t i = 0; i < s->open.n; i++) {
		sum_gains(s, goal, s->open.at[i], gains);
		follow_row(s, &t, i, gains, &to_gain);
	}
}
