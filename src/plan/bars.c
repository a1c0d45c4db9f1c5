#include "plan/bars.h"

#include "plan/maze.h"

/* Edges that the search for fewer bars looks at, at most. */
#define WORK_MOST (UINT64_C(1) << 20)

/* --- legs ----------------------------------------------------------------- */

/* Bridges the legs that no moves make up even where nothing is barred. */
static void bridge_legs(struct maze *m)
{
	m->heedless = true;
	while (!maze_leads(m))
		m->bridged[m->furthest] = true;
	m->heedless = false;
}

/* Roles from which open moves make up the rest of a leg. */
static bool *find_rest(const struct maze *m, uint32_t leg)
{
	const struct ladder *l = m->q->ladder;
	bool *rest = ARENA_ARRAY(m->a, l->n_roles, bool), again = true;

	rest[maze_leg_end(m, leg)->index] = true;
	while (again) {
		again = false;
		for (uint32_t r = l->n_roles; r-- > 0;) {
			if (rest[r] || maze_is_closed(m, l->roles[r]))
				continue;
			for_each(e, &m->next[r])
				rest[r] |= rest[e->to->index];
			again |= rest[r];
		}
	}
	return rest;
}

static int64_t rank_change(const struct role *from, const struct role *to)
{
	return from->rank < to->rank ? to->rank - from->rank
				     : from->rank - to->rank;
}

/* The move that makes up a leg; the maze was walked before. */
static struct move find_move(const struct maze *m, uint32_t leg)
{
	const struct ladder *l = m->q->ladder;
	const bool *rest = find_rest(m, leg);
	struct move best = {0};

	for (uint32_t f = 0; f < l->n_roles; f++) {
		struct role *from = l->roles[f];

		if (!maze_was_at(m, from, leg))
			continue;
		for (uint32_t t = 0; t < l->n_roles; t++)
			if (rest[t] && t != f &&
			    (!best.from ||
			     rank_change(from, l->roles[t]) <
				     rank_change(best.from, best.to)))
				best = (struct move){.from = from,
						     .to = l->roles[t]};
	}
	return best;
}

/* Moves in place of the bridges. */
static void build_moves(struct maze *m)
{
	for (uint32_t i = 0; i <= m->q->n_via; i++) {
		if (!m->bridged[i])
			continue;
		m->bridged[i] = false;
		if (!maze_leads(m))
			m->moves[i] = find_move(m, i);
	}
}

/* --- bars ----------------------------------------------------------------- */

static void set_open(struct maze *m, const uint32_t *bars, uint32_t n,
		     bool open)
{
	while (n)
		m->open[bars[--n]] = open;
}

/* Whether opening `most` more bars makes a way; they stay open then. A way
 * leaves the part that is reached through one of the roles that end it, so one
 * of those must be opened. */
static bool search(struct maze *m, uint32_t most)
{
	closed_list ends = {0};
	uint32_t *opened, n;

	if (maze_leads(m))
		return true;
	if (!most || m->work > WORK_MOST)
		return false;
	for_each(c, &m->ends)
		*vec_add(m->a, &ends) = *c;
	opened = ARENA_ARRAY(m->a, most, uint32_t);
	for_each(c, &ends) {
		n = maze_missing(m, c, most, opened);
		m->work += n;
		if (n > most)
			continue;
		set_open(m, opened, n, true);
		if (search(m, most - n))
			return true;
		set_open(m, opened, n, false);
	}
	return false;
}

/* Closes again what need not be open; returns how many stay open. */
static uint32_t close_needless(struct maze *m)
{
	uint32_t n = 0;

	for (uint32_t i = m->bars.n; i-- > 0;) {
		if (!m->open[i])
			continue;
		m->open[i] = false;
		if (maze_leads(m))
			continue;
		m->open[i] = true;
		n++;
	}
	return n;
}

/* Opens the bars of some way of fewest moves, then looks for fewer bars. */
static void open_fewest(struct maze *m)
{
	bool *some = ARENA_ARRAY(m->a, m->bars.n, bool), *open = m->open;
	uint32_t n, fewer = 0;

	maze_open_path(m);
	n = close_needless(m);
	if (m->bars.n)
		memcpy(some, open, m->bars.n * sizeof *some);
	m->work = 0;
	while (fewer < n && m->work <= WORK_MOST) {
		if (m->bars.n)
			memset(open, 0, m->bars.n * sizeof *open);
		if (search(m, fewer))
			return;
		fewer++;
	}
	m->open = some;
}

static void drop_needless_moves(struct maze *m)
{
	for (uint32_t i = m->q->n_via + 1; i-- > 0;) {
		struct move move = m->moves[i];

		m->moves[i] = (struct move){0};
		if (move.from && !maze_leads(m))
			m->moves[i] = move;
	}
}

struct bars bars_find(const struct plan_query *q, struct arena *a)
{
	struct arena work = {0};
	struct bars found = {0};
	struct maze m;

	maze_init(&m, q, &work);
	bridge_legs(&m);
	open_fewest(&m);
	build_moves(&m);
	drop_needless_moves(&m);
	close_needless(&m);
	for (uint32_t i = 0; i <= q->n_via; i++)
		if (m.moves[i].from)
			*vec_add(a, &found.legs) = (struct leg){
				maze_leg_start(&m, i), maze_leg_end(&m, i),
				m.moves[i].from, m.moves[i].to};
	for (uint32_t i = 0; i < m.bars.n; i++)
		if (m.open[i])
			*vec_add(a, &found.bars) = m.bars.at[i];
	arena_release(&work);
	return found;
}
