#include "plan/tree.h"

#include "plan/bound.h"
#include "plan/greedy.h"

/* How much a node may look at before it counts for two. */
#define NODE_WORK (1 << 15)

/* Steps of the bound: at the start, at most and between two tries of the
 * heuristic; at a node, and there again where something was fixed. */
enum { ROUNDS_START = 400, ROUNDS_BETWEEN = 20, ROUNDS = 12, ROUNDS_MORE = 5 };

/* The heuristic is tried at every so many nodes. */
enum { NODES_BETWEEN = 4 };

/* A branch whose second side is still to be tried. */
struct branch {
	uint32_t trail; /* changes made before it */
	uint32_t competency, stage;
	int64_t bound;  /* of the node that it belongs to */
	int64_t *prices; /* there, rows first, then links */
};

struct tree {
	struct search *s;
	struct relax x;
	int64_t cutoff;  /* sets must cost less */
	bool any;        /* the first set that does will do */
	bool found;
	uint32_t *best, *try;
	int64_t bound; /* of the present node */
	VEC(struct branch) branches;
	uint32_t n_branches; /* in use */
	uint32_t visits;
};

static void count_node(struct search *s)
{
	s->p->nodes += 1 + s->work / NODE_WORK;
	s->work = 0;
}

static bool is_over(const struct tree *t)
{
	return (t->any && t->found) || t->s->p->nodes >= t->s->p->limit;
}

static void keep(struct tree *t, const uint32_t *stages, int64_t cost)
{
	if (cost >= t->cutoff)
		return;
	memcpy(t->best, stages, t->s->p->n * sizeof *t->best);
	t->cutoff = cost;
	t->found = true;
}

static void try_greedy(struct tree *t, bool from_picks)
{
	keep(t, t->try, greedy_solve(&t->x, from_picks, t->try));
}

static void save_prices(const struct relax *x, int64_t *to)
{
	for (uint32_t i = 0; i < x->n_rows; i++)
		*to++ = x->rows[i].price;
	for (uint32_t i = 0; i < x->n_links; i++)
		*to++ = x->links[i].toll;
}

static void load_prices(struct relax *x, const int64_t *from)
{
	for (uint32_t i = 0; i < x->n_rows; i++)
		x->rows[i].price = *from++;
	for (uint32_t i = 0; i < x->n_links; i++)
		x->links[i].toll = *from++;
}

/* Settles and bounds the present node; false where nothing below it is worth
 * a look. */
static bool visit(struct tree *t)
{
	struct search *s = t->s;
	uint32_t before, rounds = ROUNDS;
	bool lucky = t->visits++ % NODES_BETWEEN == 0;

	count_node(s);
	do {
		before = s->trail.n;
		if (!search_settle(s) || s->cost >= t->cutoff)
			return false;
		if (search_done(s)) {
			keep(t, s->lo, s->cost);
			return false;
		}
		relax_enter(&t->x);
		t->bound = bound_cost(&t->x, rounds, t->cutoff);
		if (t->bound >= t->cutoff)
			return false;
		if (lucky)
			try_greedy(t, true);
		if (t->bound >= t->cutoff || (t->any && t->found) ||
		    !bound_tighten(&t->x, t->cutoff))
			return false;
		rounds = ROUNDS_MORE;
		lucky = false;
	} while (s->trail.n != before);
	return true;
}

/* The stage on which the relaxation is least of one mind, the dearer the
 * better. */
static struct branch choose_branch(const struct tree *t)
{
	const struct relax *x = &t->x;
	const struct search *s = t->s;
	struct branch best = {0};
	wide most = -1;

	for (uint32_t i = 0; i < x->n_places; i++) {
		uint32_t place = x->places[i], c = s->open.at[place];

		for (uint32_t k = s->lo[c] + 1; k <= s->hi[c]; k++) {
			uint32_t slot = relax_slot(x, place, k);
			int32_t in = x->share[slot], out = SHARE_ALL - in;
			wide doubt = (wide)(in < out ? in : out) *
				     x->price[slot];

			if (doubt <= most)
				continue;
			most = doubt;
			best.competency = c;
			best.stage = k;
		}
	}
	return best;
}

static void add_branch(struct tree *t)
{
	struct branch b = choose_branch(t), *at;

	if (t->n_branches == t->branches.n)
		vec_add(t->s->a, &t->branches)->prices = ARENA_ARRAY(
			t->s->a, (size_t)t->x.n_rows + t->x.n_links, int64_t);
	at = &t->branches.at[t->n_branches++];
	at->trail = t->s->trail.n;
	at->competency = b.competency;
	at->stage = b.stage;
	at->bound = t->bound;
	save_prices(&t->x, at->prices);
}

/* Goes to the next untried side; false where none is left. */
static bool step_back(struct tree *t)
{
	while (t->n_branches) {
		struct branch *b = &t->branches.at[--t->n_branches];

		search_undo(t->s, b->trail);
		if (b->bound >= t->cutoff)
			continue;
		load_prices(&t->x, b->prices);
		t->bound = b->bound;
		if (search_lower(t->s, b->competency, b->stage - 1))
			return true;
	}
	return false;
}

/* Searches below the present node, until that is over; true where all of it
 * was looked at. */
static bool explore(struct tree *t)
{
	bool open;

	t->visits = 0;
	open = visit(t);
	while (!is_over(t)) {
		if (open) {
			struct branch *b;

			add_branch(t);
			b = &t->branches.at[t->n_branches - 1];
			if (!search_raise(t->s, b->competency, b->stage) &&
			    !step_back(t))
				return true;
		} else if (!step_back(t)) {
			return true;
		}
		open = visit(t);
	}
	return false;
}

/* The least bound of what was left open. */
static int64_t least_bound(const struct tree *t)
{
	int64_t least = t->bound < t->cutoff ? t->bound : t->cutoff;

	for (uint32_t i = 0; i < t->n_branches; i++)
		if (t->branches.at[i].bound < least)
			least = t->branches.at[i].bound;
	return least;
}

/* Whether some set that costs as little keeps the competency where it is. */
static bool can_stay(struct tree *t, uint32_t c, int64_t cost,
		     const int64_t *prices, bool *over)
{
	struct search *s = t->s;
	uint32_t mark = s->trail.n;

	t->found = false;
	t->cutoff = cost + t->x.grain;
	t->n_branches = 0;
	load_prices(&t->x, prices);
	if (search_lower(s, c, s->lo[c]))
		*over = !explore(t) && !t->found;
	search_undo(s, mark);
	return t->found;
}

/* Of all sets that cost as little the first in file order, smallest stages
 * first: fixes one competency after the other. */
static void find_first(struct tree *t, int64_t cost)
{
	struct search *s = t->s;
	int64_t *prices = ARENA_ARRAY(
		s->a, (size_t)t->x.n_rows + t->x.n_links, int64_t);
	bool over = false;

	save_prices(&t->x, prices);
	t->any = true;
	for_each(c, &s->open) {
		while (s->lo[*c] < t->best[*c] &&
		       !can_stay(t, *c, cost, prices, &over)) {
			if (over)
				return;
			search_raise(s, *c, s->lo[*c] + 1);
		}
		search_lower(s, *c, t->best[*c]);
	}
}

/* Bounds the start, with a try of the heuristic now and then. */
static void start(struct tree *t)
{
	relax_init(&t->x, t->s);
	relax_enter(&t->x);
	relax_value(&t->x);
	try_greedy(t, false);
	for (uint32_t i = 0; i < ROUNDS_START && t->bound < t->cutoff;
	     i += ROUNDS_BETWEEN) {
		int64_t before = t->bound;

		t->bound = bound_cost(&t->x, ROUNDS_BETWEEN, t->cutoff);
		try_greedy(t, true);
		if (t->bound == before)
			break;
	}
}

void tree_solve(struct search *s, struct choosing *ch)
{
	struct tree t = {.s = s, .cutoff = INT64_MAX, .bound = INT64_MIN};
	int64_t bound;
	uint32_t mark = s->trail.n;

	t.best = ARENA_ARRAY(s->a, s->p->n, uint32_t);
	t.try = ARENA_ARRAY(s->a, s->p->n, uint32_t);
	start(&t);
	bound = t.bound;
	ch->proven = bound >= t.cutoff || explore(&t);
	ch->cost = ch->bound = t.cutoff;
	ch->stages = t.best;
	if (!ch->proven) {
		ch->bound = least_bound(&t);
		if (ch->bound < bound)
			ch->bound = bound;
		ch->proven = ch->bound >= ch->cost;
		return;
	}
	search_undo(s, mark);
	find_first(&t, ch->cost);
}
