#include "people/team_groups.h"

enum { N_KINDS = GROUP_MIXED };

enum group_kind role_kind(const struct role *role)
{
	if (!role)
		return GROUP_NO_ROLE;
	return role->track->kind == TRACK_MANAGER ? GROUP_MANAGER : GROUP_IC;
}

/* --- by role -------------------------------------------------------------- */

static void count_member(struct team_group *g, const struct member *m)
{
	g->people++;
	g->met += m->role && !m->role_open;
	if (!m->role || m->since == NO_DAY || m->date < m->since)
		return;
	g->timed++;
	g->days += m->date - m->since;
}

/* People stand in the order of their roles. */
team_groups team_by_role(const struct team *t, struct arena *a)
{
	team_groups groups = {0};
	struct team_group *last = NULL;

	for_each(m, &t->members) {
		if (!last || last->role != (*m)->role) {
			last = vec_add(a, &groups);
			last->role = (*m)->role;
			last->kind = role_kind((*m)->role);
		}
		count_member(last, *m);
	}
	return groups;
}

uint32_t team_on(const struct team *t, enum group_kind kind)
{
	uint32_t n = 0;

	for_each(m, &t->members)
		n += role_kind((*m)->role) == kind;
	return n;
}

/* --- pooled --------------------------------------------------------------- */

static void pour(struct team_group *into, const struct team_group *g)
{
	into->kind = into->people && into->kind != g->kind ? GROUP_MIXED
							   : g->kind;
	into->role = into->people ? NULL : g->role;
	into->pooled = into->people > 0;
	into->people += g->people;
	into->met += g->met;
	into->timed += g->timed;
	into->days += g->days;
}

/* Of equal ones the last. */
static struct team_group *smallest(const team_groups *groups)
{
	struct team_group *least = NULL;

	for_each(g, groups)
		if (g->people && (!least || g->people <= least->people))
			least = g;
	return least;
}

/* Pools what is small; groups that went into the pool are left without
 * people. */
static struct team_group pool_few(team_groups *groups)
{
	struct team_group pool = {0}, *next;

	for_each(g, groups)
		if (g->people && g->people < FEW_PEOPLE) {
			pour(&pool, g);
			g->people = 0;
		}
	if (!pool.people || pool.people >= FEW_PEOPLE)
		return pool;
	next = smallest(groups);
	if (next) {
		pour(&pool, next);
		next->people = 0;
	}
	return pool;
}

/* Which kinds are told of as one: by kind, the first of them. */
static void join_kinds(const team_groups *roles, enum group_kind *joined,
		       struct arena *a)
{
	team_groups kinds = {0};
	struct team_group pool;
	int first = -1;

	for (int k = 0; k < N_KINDS; k++) {
		joined[k] = (enum group_kind)k;
		vec_add(a, &kinds)->kind = (enum group_kind)k;
	}
	for_each(g, roles)
		kinds.at[g->kind].people += g->people;
	pool = pool_few(&kinds);
	for (int k = 0; pool.people && k < N_KINDS; k++) {
		if (kinds.at[k].people)
			continue;
		first = first < 0 ? k : first;
		joined[k] = (enum group_kind)first;
	}
}

static void add_shown(team_groups *to, team_groups *cell, struct arena *a)
{
	struct team_group pool = pool_few(cell);

	for_each(g, cell)
		if (g->people)
			*vec_add(a, to) = *g;
	if (pool.people)
		*vec_add(a, to) = pool;
}

team_groups team_by_crowd(const struct team *t, struct arena *a)
{
	team_groups roles = team_by_role(t, a), shown = {0};
	enum group_kind joined[N_KINDS];

	if (t->members.n < FEW_PEOPLE)
		return shown;
	join_kinds(&roles, joined, a);
	for (int k = 0; k < N_KINDS; k++) {
		team_groups cell = {0};

		for_each(g, &roles)
			if (joined[g->kind] == (enum group_kind)k)
				*vec_add(a, &cell) = *g;
		add_shown(&shown, &cell, a);
	}
	return shown;
}

/* --- moves ---------------------------------------------------------------- */

bool member_moved(const struct member *m)
{
	return m->was_date != NO_DAY && m->was != m->role;
}

bool member_changed_kind(const struct member *m)
{
	return m->was_date != NO_DAY &&
	       role_kind(m->was) != role_kind(m->role);
}
