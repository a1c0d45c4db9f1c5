#include "people/mentors.h"

enum {
	NOBODY = UINT32_MAX,
	MOST_LOOKS = 100000000,
	RECIPROCAL_LOOKS = 64, /* candidates for an exchange, a person */
};

/* A competency in which someone needs the next stage. */
struct want {
	uint32_t mentee, mentor; /* the latter NOBODY while it is open */
	struct stage *stage;
};

/* People are numbers here: their places in the team. */
struct dealing {
	struct team *t;
	struct arena arena;
	VEC(struct want) wants;
	uint32_t *wants_at; /* by person, n + 1: where theirs begin */
	/* the willing, by the stage that is their highest in its competency:
	 * willing_at[stage index] on */
	uint32_t *willing, *willing_at;
	uint32_t *room_at; /* by stage index: before it all are full */
	uint32_t *load;    /* by person: mentees */
	uint32_t limit;    /* of the load, at present */

	/* of this round: by mentee the mentor, and by mentor the mentees as a
	 * list through `next` */
	uint32_t *match, *first, *next;

	/* of one search: `seen` is its number for people who were reached as
	 * mentors, and for stages; DEAD where no way leads on */
	uint32_t search;
	uint32_t *seen, *seen_stage;
	uint32_t *from; /* by mentor: the mentee who reached them */
	VEC(uint32_t) queue, reached, stages;
	uint64_t looks;
};

enum { DEAD = UINT32_MAX };

/* --- wants and the willing ------------------------------------------------ */

static const struct member *person(const struct dealing *d, uint32_t i)
{
	return d->t->members.at[i];
}

static void list_wants(struct dealing *d)
{
	const struct ladder *l = d->t->ladder;
	uint32_t n = d->t->members.n;

	d->wants_at = ARENA_ARRAY(&d->arena, n + 1, uint32_t);
	for (uint32_t i = 0; i < n; i++) {
		for_each(c, &l->competencies) {
			uint32_t have = member_have(person(d, i), c->index);

			if (have < team_aim(d->t, person(d, i), c->index))
				*vec_add(&d->arena, &d->wants) = (struct want){
					i, NOBODY, &c->stages[have]};
		}
		d->wants_at[i + 1] = d->wants.n;
	}
}

/* The stage that is a person's highest, where they are willing. */
static const struct stage *offered(const struct dealing *d, uint32_t i,
				   const struct competency *c)
{
	uint32_t have = member_have(person(d, i), c->index);

	return have && person(d, i)->mentor ? &c->stages[have - 1] : NULL;
}

/* A counting sort: by stage, of one stage in the order of the team. */
static void list_willing(struct dealing *d)
{
	const struct ladder *l = d->t->ladder;
	uint32_t n = d->t->members.n, *at;

	at = ARENA_ARRAY(&d->arena, l->n_stages + 1, uint32_t);
	for (uint32_t i = 0; i < n; i++)
		for_each(c, &l->competencies) {
			const struct stage *s = offered(d, i, c);

			if (s)
				at[s->index + 1]++;
		}
	for (uint32_t s = 0; s < l->n_stages; s++)
		at[s + 1] += at[s];
	d->willing_at = at;
	d->willing = ARENA_ARRAY(&d->arena, at[l->n_stages] + 1, uint32_t);
	d->room_at = ARENA_ARRAY(&d->arena, l->n_stages + 1, uint32_t);
	memcpy(d->room_at, at, l->n_stages * sizeof *at);
	for (uint32_t i = 0; i < n; i++)
		for_each(c, &l->competencies) {
			const struct stage *s = offered(d, i, c);

			if (s)
				d->willing[d->room_at[s->index]++] = i;
		}
}

/* Full people stay full until the limit rises. */
static void set_limit(struct dealing *d, uint32_t limit)
{
	uint32_t stages = d->t->ladder->n_stages;

	d->limit = limit;
	memcpy(d->room_at, d->willing_at, stages * sizeof *d->room_at);
	memset(d->seen, 0, d->t->members.n * sizeof *d->seen);
	memset(d->seen_stage, 0, stages * sizeof *d->seen_stage);
	d->search = 0;
}

#define for_each_want(w, d, i)                                    \
	for (struct want *w = (d)->wants.at + (d)->wants_at[i];   \
	     w < (d)->wants.at + (d)->wants_at[(i) + 1]; w++)     \
		if (w->mentor == NOBODY)

/* The stages that serve a want: its own and those above it. */
#define for_each_serving(s, w)                                            \
	for (const struct stage *s = (w)->stage,                          \
				*s##_end = (w)->stage->competency->stages + \
					   (w)->stage->competency->n_stages; \
	     s < s##_end; s++)

static bool can_serve(const struct dealing *d, uint32_t mentor,
		      const struct want *w)
{
	const struct member *m = person(d, mentor);

	return m->mentor && member_have(m, w->stage->competency->index) >=
				    w->stage->ordinal;
}

/* --- a match -------------------------------------------------------------- */

static void link_pair(struct dealing *d, uint32_t mentee, uint32_t mentor)
{
	d->match[mentee] = mentor;
	d->next[mentee] = d->first[mentor];
	d->first[mentor] = mentee;
}

static void unlink_mentee(struct dealing *d, uint32_t mentee)
{
	uint32_t *at = &d->first[d->match[mentee]];

	while (*at != mentee)
		at = &d->next[*at];
	*at = d->next[mentee];
	d->match[mentee] = NOBODY;
}

/* The first who has room, nobody else moving. */
static uint32_t find_room(struct dealing *d, uint32_t mentee)
{
	for_each_want(w, d, mentee)
		for_each_serving(s, w) {
			uint32_t *at = &d->room_at[s->index];
			uint32_t end = d->willing_at[s->index + 1];

			while (*at < end &&
			       d->load[d->willing[*at]] >= d->limit)
				++*at;
			if (*at < end)
				return d->willing[*at];
		}
	return NOBODY;
}

/* --- augmenting paths ----------------------------------------------------- */

/* Looks at everyone who could serve a stage; gives one who has room. */
static uint32_t reach(struct dealing *d, uint32_t mentee, uint32_t stage)
{
	if (d->seen_stage[stage] >= d->search)
		return NOBODY;
	d->seen_stage[stage] = d->search;
	*vec_add(&d->arena, &d->stages) = stage;
	for (uint32_t at = d->willing_at[stage];
	     at < d->willing_at[stage + 1]; at++) {
		uint32_t mentor = d->willing[at];

		d->looks++;
		if (d->seen[mentor] >= d->search)
			continue;
		d->seen[mentor] = d->search;
		d->from[mentor] = mentee;
		*vec_add(&d->arena, &d->reached) = mentor;
		if (d->load[mentor] < d->limit)
			return mentor;
		for (uint32_t y = d->first[mentor]; y != NOBODY;
		     y = d->next[y])
			*vec_add(&d->arena, &d->queue) = y;
	}
	return NOBODY;
}

static uint32_t reach_all(struct dealing *d, uint32_t mentee)
{
	for_each_want(w, d, mentee)
		for_each_serving(s, w) {
			uint32_t mentor = reach(d, mentee, s->index);

			if (mentor != NOBODY)
				return mentor;
		}
	return NOBODY;
}

/* From where a search failed none will lead on while the limit stays: what it
 * saw is full, and all whom that serves were tried. */
static void bury(struct dealing *d)
{
	for_each(mentor, &d->reached)
		d->seen[*mentor] = DEAD;
	for_each(stage, &d->stages)
		d->seen_stage[*stage] = DEAD;
}

/* Breadth first; the mentor with room at whom a path ends, or NOBODY. */
static uint32_t search_path(struct dealing *d, uint32_t mentee)
{
	d->queue.n = d->reached.n = d->stages.n = 0;
	d->search++;
	*vec_add(&d->arena, &d->queue) = mentee;
	for (uint32_t i = 0; i < d->queue.n; i++) {
		uint32_t mentor = reach_all(d, d->queue.at[i]);

		if (mentor != NOBODY)
			return mentor;
	}
	bury(d);
	return NOBODY;
}

/* Everyone on the path moves on to the mentor whom they reached. */
static void move_along(struct dealing *d, uint32_t mentor)
{
	d->load[mentor]++;
	for (;;) {
		uint32_t mentee = d->from[mentor];
		uint32_t before = d->match[mentee];

		if (before != NOBODY)
			unlink_mentee(d, mentee);
		link_pair(d, mentee, mentor);
		if (before == NOBODY)
			return;
		mentor = before;
	}
}

static bool serve(struct dealing *d, uint32_t mentee)
{
	uint32_t mentor = find_room(d, mentee);

	if (mentor != NOBODY) {
		d->load[mentor]++;
		link_pair(d, mentee, mentor);
		return true;
	}
	if (d->looks < MOST_LOOKS)
		mentor = search_path(d, mentee);
	if (mentor != NOBODY)
		move_along(d, mentor);
	return mentor != NOBODY;
}

/* --- pairs who help each other -------------------------------------------- */

static bool can_help(const struct dealing *d, uint32_t mentor, uint32_t mentee)
{
	for_each_want(w, d, mentee)
		if (can_serve(d, mentor, w))
			return true;
	return false;
}

static bool is_free(const struct dealing *d, uint32_t i)
{
	return d->match[i] == NOBODY && !d->load[i];
}

static uint32_t find_partner(struct dealing *d, uint32_t i)
{
	uint32_t looks = 0;

	for_each_want(w, d, i)
		for_each_serving(s, w)
			for (uint32_t at = d->willing_at[s->index];
			     at < d->willing_at[s->index + 1] &&
			     looks < RECIPROCAL_LOOKS;
			     at++, looks++) {
				uint32_t j = d->willing[at];

				if (is_free(d, j) && can_help(d, i, j))
					return j;
			}
	return NOBODY;
}

static void pair_up(struct dealing *d)
{
	for (uint32_t i = 0; i < d->t->members.n; i++) {
		uint32_t j;

		if (!is_free(d, i))
			continue;
		j = find_partner(d, i);
		if (j == NOBODY)
			continue;
		link_pair(d, i, j);
		link_pair(d, j, i);
		d->load[i]++;
		d->load[j]++;
	}
}

/* --- rounds --------------------------------------------------------------- */

/* Whether somebody could serve it, with room or not. */
static bool is_able(const struct dealing *d, const struct want *w)
{
	for_each_serving(s, w)
		if (d->willing_at[s->index] < d->willing_at[s->index + 1])
			return true;
	return false;
}

static bool has_hope(const struct dealing *d, uint32_t i)
{
	for_each_want(w, d, i)
		if (is_able(d, w))
			return true;
	return false;
}

/* Whoever was matched is helped with all that the mentor can. */
static bool end_round(struct dealing *d)
{
	bool any = false;

	for (uint32_t i = 0; i < d->t->members.n; i++) {
		if (d->match[i] == NOBODY)
			continue;
		any = true;
		for_each_want(w, d, i)
			if (can_serve(d, d->match[i], w))
				w->mentor = d->match[i];
	}
	return any;
}

static bool deal_round(struct dealing *d, uint32_t most, bool first)
{
	uint32_t n = d->t->members.n;

	memset(d->match, 0xff, n * sizeof *d->match);
	memset(d->first, 0xff, n * sizeof *d->first);
	if (first)
		pair_up(d);
	for (uint32_t limit = 1; limit <= most; limit++) {
		bool all = true;

		set_limit(d, limit);
		for (uint32_t i = 0; i < n; i++)
			if (d->match[i] == NOBODY && has_hope(d, i))
				all &= serve(d, i);
		if (all)
			break;
	}
	return end_round(d);
}

static bool is_mentee_of(const struct dealing *d, uint32_t i, uint32_t mentor)
{
	for (uint32_t w = d->wants_at[i]; w < d->wants_at[i + 1]; w++)
		if (d->wants.at[w].mentor == mentor)
			return true;
	return false;
}

static mentorings write_down(const struct dealing *d, struct arena *a)
{
	mentorings list = {0};

	for_each(w, &d->wants) {
		struct mentoring *m = vec_add(a, &list);

		m->mentee = person(d, w->mentee);
		m->stage = w->stage;
		m->able = is_able(d, w);
		if (w->mentor == NOBODY)
			continue;
		m->mentor = person(d, w->mentor);
		m->mutual = is_mentee_of(d, w->mentor, w->mentee);
	}
	return list;
}

mentorings mentors_deal(struct team *t, uint32_t most, struct arena *a)
{
	struct dealing d = {.t = t};
	uint32_t n = t->members.n;
	mentorings list;

	list_wants(&d);
	list_willing(&d);
	d.load = ARENA_ARRAY(&d.arena, n + 1, uint32_t);
	d.match = ARENA_ARRAY(&d.arena, n + 1, uint32_t);
	d.first = ARENA_ARRAY(&d.arena, n + 1, uint32_t);
	d.next = ARENA_ARRAY(&d.arena, n + 1, uint32_t);
	d.seen = ARENA_ARRAY(&d.arena, n + 1, uint32_t);
	d.from = ARENA_ARRAY(&d.arena, n + 1, uint32_t);
	d.seen_stage = ARENA_ARRAY(&d.arena, t->ladder->n_stages + 1,
				   uint32_t);
	for (bool first = true; d.wants.n && deal_round(&d, most, first);
	     first = false)
		;
	list = write_down(&d, a);
	arena_release(&d.arena);
	return list;
}
