#include "oracle/puzzle.h"

/* --- items ---------------------------------------------------------------- */

static int64_t price_of(const struct ladder *l, const struct stage *s,
			const struct stand *stands)
{
	struct effort e = stand_effort(s, stands);

	return l->timed ? e.min + e.max : 1;
}

static void add_items(struct puzzle *p, const struct competency *c)
{
	const struct stand *stand = &p->stands[c->index];

	p->first[c->index] = p->items.n;
	for (uint32_t k = stand->have; !stand->na && k < c->n_stages; k++) {
		struct item *item = vec_add(p->arena, &p->items);

		item->stage = &c->stages[k];
		item->price = price_of(p->ladder, item->stage, p->stands);
	}
}

/* The item that reaches a stage; NOWHERE where that is held or waived. */
static uint32_t item_of(const struct puzzle *p, const struct stage *s)
{
	const struct stand *stand = &p->stands[s->competency->index];

	if (stand->na || s->ordinal <= stand->have)
		return NOWHERE;
	return p->first[s->competency->index] + s->ordinal - stand->have - 1;
}

static void add_needs(struct puzzle *p, struct item *item)
{
	uint32_t i = (uint32_t)(item - p->items.at);

	if (i > p->first[item->stage->competency->index])
		*vec_add(p->arena, &item->needs) = i - 1;
	for_each(ref, &item->stage->needs) {
		uint32_t need = item_of(p, ref->stage);

		if (need != NOWHERE)
			*vec_add(p->arena, &item->needs) = need;
	}
}

/* --- rules ---------------------------------------------------------------- */

static void add_term(struct puzzle *p, struct row *row, uint32_t item,
		     int64_t gain)
{
	if (gain)
		*vec_add(p->arena, &row->terms) = (struct term){item, gain};
}

static void ask_stage(struct puzzle *p, struct spot *spot,
		      const struct stage *s)
{
	uint32_t item = item_of(p, s);
	struct row *row;

	if (item == NOWHERE)
		return;
	row = vec_add(p->arena, &spot->rows);
	row->need = 1;
	add_term(p, row, item, 1);
}

static void ask_choice(struct puzzle *p, struct spot *spot,
		       const struct choice *choice)
{
	struct row row = {0};
	int64_t left = 0, held = 0;

	for_each(option, &choice->of) {
		if (p->stands[option->competency->index].na)
			continue;
		left++;
		if (item_of(p, option->stage) == NOWHERE)
			held++;
		else
			add_term(p, &row, item_of(p, option->stage), 1);
	}
	row.need = left < choice->at_least ? left : choice->at_least;
	row.need -= held;
	if (row.need > 0)
		*vec_add(p->arena, &spot->rows) = row;
}

/* What a competency gives to a score: once for what is held, then for every
 * item what it adds. Gives the part that is held. */
static int64_t add_gains(struct puzzle *p, struct row *row,
			 const struct reading *r, const struct competency *c)
{
	uint32_t have = p->stands[c->index].have;
	int64_t weight = r->weights[c->index];
	int64_t below = 0, held;

	if (have)
		below = weight * reading_points(r, &c->stages[have - 1]);
	held = below;
	for (uint32_t k = have; k < c->n_stages; k++) {
		int64_t here = weight * reading_points(r, &c->stages[k]);

		add_term(p, row, item_of(p, &c->stages[k]), here - below);
		below = here;
	}
	return held;
}

static void ask_score(struct puzzle *p, struct spot *spot,
		      const struct score_goal *goal)
{
	const struct reading *r = track_reading(spot->role->track,
						goal->score);
	struct row row = {0};
	int64_t held = 0, weights = 0;
	bool any = false;

	for_each(c, &p->ladder->competencies) {
		if (!r->member[c->index] || p->stands[c->index].na)
			continue;
		any = true;
		weights += r->weights[c->index];
		held += add_gains(p, &row, r, c);
	}
	/* A sum divides by nothing; its weights are in thousandths too. */
	row.need = goal->figure * (r->combine == COMBINE_MEAN ? weights : 1000);
	row.need -= held;
	if (any && row.need > 0)
		*vec_add(p->arena, &spot->rows) = row;
}

static void ask_role(struct puzzle *p, struct spot *spot)
{
	const struct role *role = spot->role;
	const struct asked *asked = role_asks(p->ladder, role, p->arena);
	const struct score_goal **goals =
		role_score_goals(p->ladder, role, p->arena);

	for (uint32_t i = 0; i < p->ladder->competencies.n; i++)
		if (asked[i].stage)
			ask_stage(p, spot, asked[i].stage);
	for_each_in_force(r, role)
		for_each(choice, &r->choose)
			ask_choice(p, spot, choice);
	for (uint32_t i = 0; i < p->ladder->scores.n; i++)
		if (goals[i])
			ask_score(p, spot, goals[i]);
}

/* --- the whole ------------------------------------------------------------ */

static void add_spot(struct puzzle *p, const struct role *role,
		     const struct assessment *as)
{
	struct spot *spot = vec_add(p->arena, &p->spots);
	edges ways = role_edges(p->ladder, role, p->arena);

	spot->role = role;
	spot->shut = as->avoid_roles && as->avoid_roles[role->index];
	for_each(way, &ways)
		*vec_add(p->arena, &spot->ways) = way->to->index;
	ask_role(p, spot);
}

struct puzzle *puzzle_make(const struct ladder *l, const struct assessment *as,
			   const struct role *target, struct arena *a)
{
	struct puzzle *p = ARENA_NEW(a, struct puzzle);
	role_list entries;

	*p = (struct puzzle){
		.arena = a,
		.ladder = l,
		.stands = assessment_stands(l, as, a),
		.first = ARENA_ARRAY(a, l->competencies.n, uint32_t),
		.from = as->role ? as->role->index : NOWHERE,
	};
	target = target ? target : as->target;
	p->target = target->index;
	for_each(c, &l->competencies)
		add_items(p, c);
	for_each(item, &p->items)
		add_needs(p, item);
	for (uint32_t i = 0; i < l->n_roles; i++)
		add_spot(p, l->roles[i], as);
	entries = ladder_entries(l, target, a);
	for_each(entry, &entries)
		p->spots.at[(*entry)->index].entry = true;
	return p;
}

/* --- questions ------------------------------------------------------------ */

bool spot_met(const struct spot *s, const bool *taken)
{
	for_each(row, &s->rows) {
		int64_t sum = 0;

		for_each(term, &row->terms)
			sum += taken[term->item] ? term->gain : 0;
		if (sum < row->need)
			return false;
	}
	return true;
}

bool puzzle_closed(const struct puzzle *p, const bool *taken)
{
	for (uint32_t i = 0; i < p->items.n; i++)
		for_each(need, &p->items.at[i].needs)
			if (taken[i] && !taken[*need])
				return false;
	return true;
}

int64_t puzzle_price(const struct puzzle *p, const bool *taken)
{
	int64_t sum = 0;

	for (uint32_t i = 0; i < p->items.n; i++)
		sum += taken[i] ? p->items.at[i].price : 0;
	return sum;
}

/* --- the shortest route --------------------------------------------------- */

/* Moves from every spot to the target; NOWHERE where there is no way. */
static uint32_t *distances(const struct puzzle *p, const bool *open)
{
	uint32_t n = p->spots.n;
	uint32_t *moves = ARENA_ARRAY(p->arena, n, uint32_t);
	bool changed = true;

	for (uint32_t i = 0; i < n; i++)
		moves[i] = NOWHERE;
	moves[p->target] = 0;
	while (changed) {
		changed = false;
		for (uint32_t i = 0; i < n; i++)
			for_each(to, &p->spots.at[i].ways) {
				bool free = *to != p->from && open[*to];

				if (!free || moves[*to] == NOWHERE ||
				    moves[i] <= moves[*to] + 1)
					continue;
				moves[i] = moves[*to] + 1;
				changed = true;
			}
	}
	return moves;
}

static uint32_t first_spot(const struct puzzle *p, const bool *open,
			   const uint32_t *moves)
{
	uint32_t best = NOWHERE;

	if (p->from != NOWHERE)
		return moves[p->from] == NOWHERE ? NOWHERE : p->from;
	for (uint32_t i = 0; i < p->spots.n; i++) {
		if (!p->spots.at[i].entry || !open[i] || moves[i] == NOWHERE)
			continue;
		if (best == NOWHERE || moves[i] < moves[best])
			best = i;
	}
	return best;
}

uint32_t puzzle_route(const struct puzzle *p, const bool *open,
		      uint32_t *route)
{
	const uint32_t *moves;
	uint32_t at, n = 0;

	if (!open[p->target])
		return 0;
	moves = distances(p, open);
	at = first_spot(p, open, moves);
	if (at == NOWHERE)
		return 0;
	route[n++] = at;
	while (at != p->target) {
		uint32_t next = NOWHERE;

		/* Ways are in file order: the first that leads on is meant. */
		for_each(to, &p->spots.at[at].ways)
			if (next == NOWHERE && *to != p->from && open[*to] &&
			    moves[*to] + 1 == moves[at])
				next = *to;
		at = next;
		route[n++] = at;
	}
	return n;
}
