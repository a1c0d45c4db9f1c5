#include "people/team.h"

#include <stdlib.h>

void team_start(struct team *t, const struct ladder *l, int32_t since,
		struct arena *a)
{
	*t = (struct team){
		.ladder = l,
		.arena = a,
		.since = since,
		.asks = ARENA_ARRAY(a, l->n_roles + 1, const struct asked *),
	};
}

/* --- adding people -------------------------------------------------------- */

static struct member *find_member(struct team *t, const struct assessment *as)
{
	struct member *m = map_find(&t->by_person, as->person);

	if (m)
		return m;
	m = ARENA_NEW(t->arena, struct member);
	m->person = arena_str(t->arena, as->person);
	m->date = m->was_date = NO_DAY;
	map_set(&t->by_person, t->arena, m->person, m);
	*vec_add(t->arena, &t->members) = m;
	return m;
}

static int32_t date_of(const struct assessment *as)
{
	return as->date_node ? as->date : NO_DAY;
}

static void fill_row(struct team *t, struct member *m,
		     const struct assessment *as, struct arena *scratch)
{
	const struct stand *stands =
		assessment_stands(t->ladder, as, scratch);
	uint32_t n = t->ladder->competencies.n;

	if (!m->have)
		m->have = ARENA_ARRAY(t->arena, n + 1, uint16_t);
	for (uint32_t c = 0; c < n; c++)
		m->have[c] = stands[c].na ? NOT_APPLICABLE
					  : (uint16_t)stands[c].have;
}

static void take_newest(struct team *t, struct member *m,
			const struct assessment *as, struct str file,
			struct arena *scratch)
{
	m->file = arena_str(t->arena, file);
	m->date = date_of(as);
	m->since = as->since_node ? as->since : NO_DAY;
	m->role = as->role;
	m->target = as->target;
	m->mentor = as->mentor;
	fill_row(t, m, as, scratch);
}

/* Two people of one name cannot be told from two files of one. */
static void note_twin(struct team *t, struct str first, struct str second)
{
	if (t->twin[0].ptr && str_cmp(t->twin[0], first) <= 0)
		return;
	t->twin[0] = arena_str(t->arena, first);
	t->twin[1] = arena_str(t->arena, second);
}

/* Whether a file tells more of a person than the one that was taken. */
static bool is_newer(struct team *t, const struct member *m, int32_t date,
		     struct str file)
{
	bool first;

	if (!m->have)
		return true;
	if (date != m->date)
		return date > m->date;
	first = str_cmp(file, m->file) < 0;
	note_twin(t, first ? file : m->file, first ? m->file : file);
	return first;
}

static void look_back(const struct team *t, struct member *m,
		      const struct assessment *as)
{
	int32_t date = date_of(as);

	if (t->since == NO_DAY || date == NO_DAY || date > t->since ||
	    date < m->was_date)
		return;
	m->was_date = date;
	m->was = as->role;
}

void team_add(struct team *t, const struct assessment *as, struct str file,
	      struct arena *scratch)
{
	struct member *m = find_member(t, as);

	t->files++;
	look_back(t, m, as);
	if (is_newer(t, m, date_of(as), file))
		take_newest(t, m, as, file, scratch);
}

/* --- what follows from a row ---------------------------------------------- */

struct stand *team_stands(const struct team *t, const struct member *m,
			  struct arena *a)
{
	struct stand *stands = empty_stands(t->ladder, a);

	for_each(c, &t->ladder->competencies) {
		struct stand *s = &stands[c->index];

		s->na = m->have[c->index] == NOT_APPLICABLE;
		s->have = member_have(m, c->index);
		s->rank_have = competency_number(c, s->have);
	}
	return stands;
}

const struct asked *team_asks(struct team *t, const struct role *role)
{
	const struct asked **asks = &t->asks[role->index];

	if (!*asks)
		*asks = role_asks(t->ladder, role, t->arena);
	return *asks;
}

uint32_t team_need(struct team *t, const struct role *role, uint32_t c)
{
	const struct stage *stage = role ? team_asks(t, role)[c].stage : NULL;

	return stage ? stage->ordinal : 0;
}

uint32_t team_aim(struct team *t, const struct member *m, uint32_t c)
{
	if (m->have[c] == NOT_APPLICABLE)
		return 0;
	return team_need(t, m->target ? m->target : m->role, c);
}

uint32_t *team_count_roles(const struct team *t, bool aims, struct arena *a)
{
	uint32_t *counts = ARENA_ARRAY(a, t->ladder->n_roles + 1, uint32_t);

	for_each(m, &t->members) {
		const struct role *role = aims ? (*m)->target : (*m)->role;

		if (role)
			counts[role->index]++;
	}
	return counts;
}

/* --- the order ------------------------------------------------------------ */

static uint32_t role_place(const struct member *m)
{
	return m->role ? m->role->index : UINT32_MAX;
}

static int compare(const void *a, const void *b)
{
	const struct member *x = *(struct member *const *)a;
	const struct member *y = *(struct member *const *)b;

	if (role_place(x) != role_place(y))
		return role_place(x) < role_place(y) ? -1 : 1;
	return str_cmp(x->person, y->person);
}

static uint32_t open_rules(const struct team *t, const struct role *role,
			   const struct stand *stands, struct arena *a)
{
	return role ? gap_of(t->ladder, role, stands, a).open : 0;
}

void team_finish(struct team *t, struct arena *scratch)
{
	if (t->members.n)
		qsort(t->members.at, t->members.n, sizeof *t->members.at,
		      compare);
	for (uint32_t i = 0; i < t->members.n; i++) {
		struct member *m = t->members.at[i];
		struct stand *stands = team_stands(t, m, scratch);

		m->index = i;
		m->role_open = open_rules(t, m->role, stands, scratch);
		m->target_open = open_rules(t, m->target, stands, scratch);
		arena_clear(scratch);
	}
}
