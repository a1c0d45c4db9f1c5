#include "plan/maze.h"

#include "plan/score.h"
#include "plan/ways.h"

/* --- making --------------------------------------------------------------- */

struct stand *stands_at_top(const struct plan_query *q, struct arena *a)
{
	const struct ladder *l = q->ladder;
	struct stand *top = ARENA_ARRAY(a, l->competencies.n, struct stand);

	for_each(c, &l->competencies) {
		top[c->index].have = c->n_stages;
		top[c->index].na = q->stands[c->index].na;
	}
	return top;
}

static bool is_avoided(const struct maze *m, const struct role *r)
{
	return m->q->avoid && m->q->avoid[r->index];
}

/* A track of several levels that is avoided as a whole is one bar. */
static bool is_avoided_whole(const struct maze *m, const struct track *t)
{
	for_each(r, &t->levels)
		if (!is_avoided(m, r))
			return false;
	return t->levels.n > 1;
}

static void add_avoided(struct maze *m)
{
	for_each(t, &m->q->ladder->tracks) {
		bool whole = is_avoided_whole(m, t);

		for_each(r, &t->levels) {
			struct bar *b;

			if (!is_avoided(m, r))
				continue;
			if (!whole || r == t->levels.at) {
				b = vec_add(m->a, &m->bars);
				b->kind = whole ? OBSTACLE_AVOID_TRACK
						: OBSTACLE_AVOID;
				b->role = r;
			}
			m->avoid_at[r->index] = m->bars.n;
		}
	}
}

static bool is_beyond(const struct maze *m, const struct role *role,
		      const struct score_goal *goal, const struct stand *top)
{
	const struct ladder *l = m->q->ladder;
	const struct reading *read = track_reading(role->track, goal->score);

	return !score_waived(l, read, top) &&
	       score_total(l, read, top) <
		       score_need(l, read, top, goal->figure);
}

static void add_beyond(struct maze *m)
{
	const struct ladder *l = m->q->ladder;
	const struct stand *top = stands_at_top(m->q, m->a);

	for (uint32_t i = 0; i < l->n_roles; i++) {
		m->goals_at[i] = m->bars.n;
		for_each(goal, &l->roles[i]->scores)
			if (is_beyond(m, l->roles[i], goal, top))
				*vec_add(m->a, &m->bars) = (struct bar){
					OBSTACLE_SCORE, l->roles[i], goal};
	}
	m->goals_at[l->n_roles] = m->bars.n;
}

void maze_init(struct maze *m, const struct plan_query *q, struct arena *a)
{
	uint32_t n = q->ladder->n_roles, n_legs = q->n_via + 1;
	size_t states = (size_t)n * n_legs;

	*m = (struct maze){.q = q, .a = a};
	m->next = ARENA_ARRAY(a, n, edges);
	for (uint32_t i = 0; i < n; i++)
		m->next[i] = role_edges(q->ladder, q->ladder->roles[i], a);
	m->entries = ladder_entries(q->ladder, q->target, a);
	m->avoid_at = ARENA_ARRAY(a, n, uint32_t);
	m->goals_at = ARENA_ARRAY(a, (size_t)n + 1, uint32_t);
	add_avoided(m);
	add_beyond(m);
	m->open = ARENA_ARRAY(a, m->bars.n, bool);
	m->bridged = ARENA_ARRAY(a, n_legs, bool);
	m->moves = ARENA_ARRAY(a, n_legs, struct move);
	m->beyond = ARENA_ARRAY(a, n, bool);
	m->ended = ARENA_ARRAY(a, n, bool);
	m->seen = ARENA_ARRAY(a, states, bool);
	m->queue = ARENA_ARRAY(a, states, uint32_t);
	m->before = ARENA_ARRAY(a, states, uint32_t);
}

/* --- walking -------------------------------------------------------------- */

const struct role *maze_leg_start(const struct maze *m, uint32_t leg)
{
	return leg ? m->q->via[leg - 1] : m->q->from;
}

const struct role *maze_leg_end(const struct maze *m, uint32_t leg)
{
	return leg < m->q->n_via ? m->q->via[leg] : m->q->target;
}

static void find_beyond(struct maze *m)
{
	for (uint32_t i = 0; i < m->q->ladder->n_roles; i++) {
		const struct role *r = m->q->ladder->roles[i];
		bool beyond = r->level && r->cumulative &&
			      m->beyond[r[-1].index];

		for (uint32_t b = m->goals_at[i]; b < m->goals_at[i + 1]; b++)
			beyond |= !m->open[b];
		m->beyond[i] = beyond;
	}
}

static bool is_beyond_now(const struct maze *m, const struct role *r)
{
	return role_is_asked(m->q, r) && m->beyond[r->index];
}

bool maze_is_closed(const struct maze *m, const struct role *r)
{
	uint32_t avoid = m->avoid_at[r->index];

	return !m->heedless &&
	       ((avoid && !m->open[avoid - 1]) || is_beyond_now(m, r));
}

/* `from`: the place in the queue that one comes from. */
static void visit(struct maze *m, const struct role *r, uint32_t legs,
		  uint32_t from)
{
	uint32_t state;

	while (legs < m->q->n_via && m->q->via[legs] == r)
		legs++;
	state = legs * m->q->ladder->n_roles + r->index;
	m->work++;
	if (m->seen[state])
		return;
	m->seen[state] = true;
	if (legs > m->furthest)
		m->furthest = legs;
	m->before[m->n_queue] = from;
	m->queue[m->n_queue++] = state;
}

static void enter(struct maze *m, const struct role *r, uint32_t legs,
		  uint32_t from)
{
	if (!maze_is_closed(m, r)) {
		visit(m, r, legs, from);
	} else if (!m->ended[r->index]) {
		m->ended[r->index] = true;
		*vec_add(m->a, &m->ends) = (struct closed){r, false};
	}
}

static void start(struct maze *m)
{
	if (!m->q->from) {
		for_each(e, &m->entries)
			enter(m, *e, 0, UINT32_MAX);
	} else if (!m->heedless && is_beyond_now(m, m->q->from)) {
		*vec_add(m->a, &m->ends) = (struct closed){m->q->from, true};
	} else {
		visit(m, m->q->from, 0, UINT32_MAX);
	}
}

static void go_on(struct maze *m, uint32_t at)
{
	uint32_t n = m->q->ladder->n_roles;
	uint32_t legs = m->queue[at] / n, r = m->queue[at] % n;
	const struct role *role = m->q->ladder->roles[r];
	const struct role *begin = maze_leg_start(m, legs);

	for_each(e, &m->next[r])
		enter(m, e->to, legs, at);
	if (m->bridged[legs] && (!begin || begin == role))
		enter(m, maze_leg_end(m, legs), legs, at);
	for (uint32_t i = 0; i <= m->q->n_via; i++)
		if (m->moves[i].from == role)
			enter(m, m->moves[i].to, legs, at);
}

static bool is_end(const struct maze *m, uint32_t state)
{
	return state == m->q->n_via * m->q->ladder->n_roles +
				m->q->target->index;
}

bool maze_leads(struct maze *m)
{
	size_t states = (size_t)m->q->ladder->n_roles * (m->q->n_via + 1);

	memset(m->seen, 0, states * sizeof *m->seen);
	memset(m->ended, 0, m->q->ladder->n_roles * sizeof *m->ended);
	m->n_queue = m->furthest = 0;
	m->ends.n = 0;
	find_beyond(m);
	m->work += m->q->ladder->n_roles;
	start(m);
	for (uint32_t at = 0; at < m->n_queue; at++) {
		if (is_end(m, m->queue[at]))
			return true;
		go_on(m, at);
	}
	return false;
}

bool maze_was_at(const struct maze *m, const struct role *r, uint32_t legs)
{
	return m->seen[legs * m->q->ladder->n_roles + r->index];
}

/* --- opening -------------------------------------------------------------- */

/* Its own goals and those of the levels below that are in force. */
static uint32_t missing_goals(const struct maze *m, const struct role *r,
			      uint32_t most, uint32_t *bars, uint32_t n)
{
	const struct role *first = role_first_in_force(r);

	for (; r >= first && n <= most; r--)
		for (uint32_t b = m->goals_at[r->index];
		     b < m->goals_at[r->index + 1]; b++) {
			if (m->open[b])
				continue;
			if (n++ == most)
				return n;
			bars[n - 1] = b;
		}
	return n;
}

uint32_t maze_missing(const struct maze *m, const struct closed *c,
		      uint32_t most, uint32_t *bars)
{
	uint32_t avoid = c->stood ? 0 : m->avoid_at[c->role->index], n = 0;

	if (avoid && !m->open[avoid - 1]) {
		if (!most)
			return 1;
		bars[n++] = avoid - 1;
	}
	return role_is_asked(m->q, c->role)
		       ? missing_goals(m, c->role, most, bars, n)
		       : n;
}

static void open_role(struct maze *m, const struct closed *c,
		      uint32_t *bars)
{
	uint32_t n = maze_missing(m, c, m->bars.n, bars);

	while (n)
		m->open[bars[--n]] = true;
}

void maze_open_path(struct maze *m)
{
	uint32_t *bars = ARENA_ARRAY(m->a, m->bars.n, uint32_t);
	uint32_t at = 0, before;

	m->heedless = true;
	maze_leads(m);
	m->heedless = false;
	while (!is_end(m, m->queue[at]))
		at++;
	for (; at != UINT32_MAX; at = before) {
		uint32_t r = m->queue[at] % m->q->ladder->n_roles;

		before = m->before[at];
		open_role(m,
			  &(struct closed){m->q->ladder->roles[r],
					   before == UINT32_MAX && m->q->from},
			  bars);
	}
}
