#include "people/team_ready.h"

#include <stdlib.h>

static void mark_entries(const struct team *t, const struct member *m,
			 bool *asked, struct arena *a)
{
	role_list entries;

	if (!m->target)
		return;
	entries = ladder_entries(t->ladder, m->target, a);
	for_each(role, &entries)
		asked[(*role)->index] = true;
}

/* By role index: whether it is looked at for this person. */
static bool *roles_ahead(const struct team *t, const struct member *m,
			 struct arena *a)
{
	bool *asked = ARENA_ARRAY(a, t->ladder->n_roles + 1, bool);

	if (m->role) {
		edges list = role_edges(t->ladder, m->role, a);

		for_each(edge, &list)
			asked[edge->to->index] = true;
		asked[m->role->index] = false;
	} else {
		mark_entries(t, m, asked, a);
	}
	if (m->target && m->target != m->role)
		asked[m->target->index] = true;
	return asked;
}

static void look_at(const struct team *t, const struct member *m,
		    uint32_t near, prospects *out, struct arena *a,
		    struct arena *scratch)
{
	const struct stand *stands = team_stands(t, m, scratch);
	const bool *asked = roles_ahead(t, m, scratch);

	for (uint32_t i = 0; i < t->ladder->n_roles; i++) {
		struct role *role = t->ladder->roles[i];
		uint32_t open;

		if (!asked[i])
			continue;
		open = gap_of(t->ladder, role, stands, scratch).open;
		if (open <= near)
			*vec_add(a, out) = (struct prospect){
				m, role, open, role == m->target};
	}
}

static int compare(const void *a, const void *b)
{
	const struct prospect *x = a, *y = b;

	if (x->role != y->role)
		return x->role->index < y->role->index ? -1 : 1;
	if (x->open != y->open)
		return x->open < y->open ? -1 : 1;
	return x->who->index < y->who->index ? -1 : 1;
}

prospects team_ready(const struct team *t, uint32_t near, struct arena *a)
{
	struct arena scratch = {0};
	prospects list = {0};

	for_each(m, &t->members) {
		look_at(t, *m, near, &list, a, &scratch);
		arena_clear(&scratch);
	}
	arena_release(&scratch);
	if (list.n)
		qsort(list.at, list.n, sizeof *list.at, compare);
	return list;
}

uint32_t prospects_people(const struct team *t, const prospects *list,
			  struct arena *a)
{
	bool *counted = ARENA_ARRAY(a, t->members.n + 1, bool);
	uint32_t n = 0;

	for_each(p, list) {
		n += !counted[p->who->index];
		counted[p->who->index] = true;
	}
	return n;
}
