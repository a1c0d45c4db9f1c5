#include "plan/choose.h"

#include "plan/bound.h"
#include "plan/knapsack.h"
#include "plan/parts.h"

/* A branch whose second side is still to be tried. */
struct branch {
	uint32_t trail; /* changes made before it */
	uint32_t competency, stage;
	bool raised; /* the first side was: at least that stage */
};

/* How much a node may look at before it counts for two. */
#define NODE_WORK 1024

enum aim {
	AIM_CHEAPEST, /* a set that costs less than the cutoff; the best */
	AIM_FIRST,    /* the first one in file order, smallest stages first */
};

struct tree {
	struct search s;
	enum aim aim;
	int64_t cutoff; /* sets must cost less */
	uint32_t *best; /* the last found, or NULL */
	int64_t best_cost;
	VEC(struct branch) branches;
};

static void keep(struct tree *t)
{
	struct problem *p = t->s.p;

	if (!t->best)
		t->best = ARENA_ARRAY(p->a, p->n, uint32_t);
	memcpy(t->best, t->s.lo, p->n * sizeof *t->best);
	t->best_cost = t->cutoff = t->s.cost;
}

/* A node is a step of the search; a large one counts for several. */
static void count_node(struct search *s)
{
	s->p->nodes += 1 + s->work / NODE_WORK;
	s->work = 0;
}

/* Settles and bounds the present node; false where nothing below it is worth
 * a look, a solution at the node itself being kept. */
static bool visit(struct tree *t, uint32_t rounds)
{
	struct search *s = &t->s;
	uint32_t before;

	count_node(s);
	do {
		before = s->trail.n;
		if (!search_settle(s) || s->cost >= t->cutoff)
			return false;
		if (search_done(s)) {
			keep(t);
			return false;
		}
		if (bound_cost(s, rounds) >= t->cutoff)
			return false;
		if (t->cutoff != INT64_MAX && !bound_tighten(s, t->cutoff))
			return false;
	} while (s->trail.n != before);
	return true;
}

/* a / b is less than c / d. */
static bool is_less(wide a, wide b, wide c, wide d)
{
	return a * d < c * b;
}

/* The stage that gives the first open goal most for its price. */
static struct branch best_buy(const struct search *s)
{
	const struct goal *g = s->goals.at;
	struct branch best = {.raised = true};
	wide gain = 0, best_gain = 0, best_price = 0;
	uint32_t last = UINT32_MAX;

	while (g->have >= g->need)
		g++;
	for_each(i, &g->rule->items) {
		uint32_t c = i->competency;
		wide price, used;

		if (i->stage <= s->lo[c] || i->stage > s->hi[c])
			continue;
		gain = c == last ? gain + i->gain : i->gain;
		last = c;
		price = price_to(s->p, c, i->stage) -
			price_to(s->p, c, s->lo[c]);
		used = gain < g->need - g->have ? gain : g->need - g->have;
		if (best_gain &&
		    !is_less(price, used, best_price, best_gain))
			continue;
		best_gain = used;
		best_price = price;
		best.competency = c;
		best.stage = i->stage;
	}
	return best;
}

static struct branch first_open(const struct search *s)
{
	const uint32_t *c = s->open.at;

	while (s->lo[*c] >= s->hi[*c])
		c++;
	return (struct branch){.competency = *c, .stage = s->lo[*c] + 1};
}

static bool take_side(struct search *s, const struct branch *b, bool raise)
{
	return raise ? search_raise(s, b->competency, b->stage)
		     : search_lower(s, b->competency, b->stage - 1);
}

/* Goes to the next untried side; false where none is left. */
static bool step_back(struct tree *t)
{
	while (t->branches.n) {
		struct branch b = t->branches.at[--t->branches.n];

		search_undo(&t->s, b.trail);
		if (take_side(&t->s, &b, !b.raised))
			return true;
	}
	return false;
}

static bool is_over(const struct tree *t)
{
	return t->best && (t->aim == AIM_FIRST ||
			   t->s.p->nodes >= t->s.p->limit);
}

/* Searches below the present node; true where all of it was looked at. */
static bool explore(struct tree *t)
{
	bool open = visit(t, 2);

	for (;;) {
		if (is_over(t))
			return t->aim == AIM_FIRST;
		if (t->aim == AIM_FIRST && t->s.p->nodes >= t->s.p->limit)
			return false;
		if (open) {
			struct branch b = t->aim == AIM_FIRST
						  ? first_open(&t->s)
						  : best_buy(&t->s);

			b.trail = t->s.trail.n;
			*vec_add(t->s.a, &t->branches) = b;
			if (!take_side(&t->s, &b, b.raised) && !step_back(t))
				return true;
		} else if (!step_back(t)) {
			return true;
		}
		open = visit(t, 1);
	}
}

/* The set that comes first of those that cost as little. */
static void find_first(struct problem *p, struct choosing *ch,
		       const uint32_t *demand, const uint32_t *cap)
{
	struct tree t = {.aim = AIM_FIRST, .cutoff = ch->cost + 1};

	search_init(&t.s, p, demand, cap, &p->brief);
	bound_init(&t.s);
	explore(&t);
	if (t.best)
		ch->stages = t.best;
}

static void search_tree(struct tree *t, struct choosing *ch,
			const uint32_t *demand, const uint32_t *cap)
{
	bound_init(&t->s);
	ch->bound = bound_cost(&t->s, 4);
	ch->proven = explore(t);
	ch->stages = t->best;
	ch->cost = t->best_cost;
	if (ch->bound >= ch->cost)
		ch->proven = true;
	if (!ch->proven)
		return;
	ch->bound = ch->cost;
	find_first(t->s.p, ch, demand, cap);
}

/* One part of the goals, which has nothing to do with the others. */
static struct choosing choose_part(struct problem *p, const uint32_t *demand,
				   const uint32_t *cap)
{
	struct tree t = {.aim = AIM_CHEAPEST, .cutoff = INT64_MAX};
	struct choosing ch = {.proven = true};

	search_init(&t.s, p, demand, cap, &p->brief);
	if (search_settle(&t.s) && !search_done(&t.s)) {
		if (!knapsack_fits(&t.s)) {
			search_tree(&t, &ch, demand, cap);
			return ch;
		}
		knapsack_solve(&t.s);
	}
	keep(&t);
	ch.stages = t.best;
	ch.cost = ch.bound = t.best_cost;
	return ch;
}

static void add_part(const struct problem *p, struct choosing *ch,
		     const struct choosing *part, int64_t base)
{
	for (uint32_t c = 0; c < p->n; c++)
		if (part->stages[c] > ch->stages[c])
			ch->stages[c] = part->stages[c];
	ch->cost += part->cost - base;
	ch->bound += part->bound - base;
	ch->proven &= part->proven;
}

struct choosing *choose_stages(struct problem *p, const uint32_t *demand,
			       const uint32_t *cap)
{
	struct choosing *ch = ARENA_NEW(p->a, struct choosing);
	struct search s;
	struct parts parts;

	search_init(&s, p, demand, cap, &p->brief);
	search_settle(&s);
	*ch = (struct choosing){.cost = s.cost, .bound = s.cost,
				.proven = true};
	ch->stages = ARENA_ARRAY(p->a, p->n, uint32_t);
	if (p->n)
		memcpy(ch->stages, s.lo, p->n * sizeof *ch->stages);
	parts = parts_make(&s, demand);
	for (uint32_t i = 0; i < parts.n; i++) {
		struct choosing part = choose_part(p, parts.demands[i], cap);

		add_part(p, ch, &part, s.cost);
	}
	arena_clear(&p->brief);
	return ch;
}
