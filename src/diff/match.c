#include "diff/match.h"

#include <stdlib.h>

/* First what has the same id on both sides; then what the new side says it was
 * called on the old one; then the other way round, so that a rename undone is
 * a match as well, and swapping the sides changes nothing. */

/* Two stages that hold cells of the same role. */
struct shared {
	struct stage *old, *new;
};

struct match {
	const struct ladder *old, *new;
	struct matches *m;
	struct arena *arena;
	struct stage **by_role; /* scratch, by index of new roles; all NULL */
	VEC(struct shared) shared; /* scratch */
};

/* --- competencies --------------------------------------------------------- */

static void pair_competencies(struct match *x, struct competency *old,
			      struct competency *new)
{
	if (!old || !new || x->m->competency_new[old->index] ||
	    x->m->competency_old[new->index])
		return;
	x->m->competency_new[old->index] = new;
	x->m->competency_old[new->index] = old;
}

static void match_competencies(struct match *x)
{
	for_each(c, &x->old->competencies)
		pair_competencies(x, c, ladder_competency(x->new, c->head.id));
	for_each(c, &x->new->competencies)
		for_each(id, &c->renamed_from)
			pair_competencies(x, ladder_competency(x->old, *id), c);
	for_each(c, &x->old->competencies)
		for_each(id, &c->renamed_from)
			pair_competencies(x, c, ladder_competency(x->new, *id));
}

/* --- tracks --------------------------------------------------------------- */

static void pair_tracks(struct match *x, struct track *old, struct track *new)
{
	if (!old || !new || x->m->track_new[old->index] ||
	    x->m->track_old[new->index])
		return;
	x->m->track_new[old->index] = new;
	x->m->track_old[new->index] = old;
}

static void match_tracks(struct match *x)
{
	for_each(t, &x->old->tracks)
		pair_tracks(x, t, ladder_track(x->new, t->head.id));
	for_each(t, &x->new->tracks)
		for_each(id, &t->renamed_from)
			pair_tracks(x, ladder_track(x->old, *id), t);
	for_each(t, &x->old->tracks)
		for_each(id, &t->renamed_from)
			pair_tracks(x, t, ladder_track(x->new, *id));
}

/* --- roles ---------------------------------------------------------------- */

static void pair_roles(struct match *x, struct role *old, struct role *new)
{
	if (!old || !new || x->m->role_new[old->index] ||
	    x->m->role_old[new->index])
		return;
	x->m->role_new[old->index] = new;
	x->m->role_old[new->index] = old;
}

static struct role *role_at(struct match *x, const struct ladder *l,
			    const struct track *track, struct str level)
{
	if (!track)
		return NULL;
	return ladder_role(l, arena_printf(x->arena, "%.*s/%.*s",
					   STR_ARG(track->head.id),
					   STR_ARG(level)));
}

/* The role of `in` that had the id `word` by what `role` says of its past:
 * `there` is what its own track is over there. */
static struct role *role_once(struct match *x, const struct ladder *in,
			      const struct track *there, struct str word)
{
	if (str_index(word, '/') < word.len)
		return ladder_role(in, word);
	return role_at(x, in, there, word);
}

static void match_roles(struct match *x)
{
	for (uint32_t i = 0; i < x->old->n_roles; i++) {
		struct role *role = x->old->roles[i];

		pair_roles(x, role,
			   role_at(x, x->new,
				   x->m->track_new[role->track->index],
				   role->head.id));
	}
	for (uint32_t i = 0; i < x->new->n_roles; i++) {
		struct role *role = x->new->roles[i];

		for_each(id, &role->renamed_from)
			pair_roles(x,
				   role_once(x, x->old,
					     x->m->track_old[role->track->index],
					     *id),
				   role);
	}
	for (uint32_t i = 0; i < x->old->n_roles; i++) {
		struct role *role = x->old->roles[i];

		for_each(id, &role->renamed_from)
			pair_roles(x, role,
				   role_once(x, x->new,
					     x->m->track_new[role->track->index],
					     *id));
	}
}

/* --- stages --------------------------------------------------------------- */

static void pair_stages(struct match *x, struct stage *old, struct stage *new)
{
	if (!old || !new || x->m->stage_new[old->index] ||
	    x->m->stage_old[new->index])
		return;
	x->m->stage_new[old->index] = new;
	x->m->stage_old[new->index] = old;
}

static struct str stage_id(const struct stage *s)
{
	return s->rubrics[0]->head.id;
}

static void match_own_stages(struct match *x, struct competency *old,
			     struct competency *new)
{
	for (uint32_t i = 0; i < old->n_stages; i++)
		pair_stages(x, &old->stages[i],
			    competency_stage_by_id(new,
						   stage_id(&old->stages[i])));
	for (uint32_t i = 0; i < new->n_stages; i++)
		for_each(id, &new->stages[i].rubrics[0]->renamed_from)
			pair_stages(x, competency_stage_by_id(old, *id),
				    &new->stages[i]);
	for (uint32_t i = 0; i < old->n_stages; i++)
		for_each(id, &old->stages[i].rubrics[0]->renamed_from)
			pair_stages(x, &old->stages[i],
				    competency_stage_by_id(new, *id));
	/* a stage without an id is known by its number */
	for (uint32_t i = 0; i < old->n_stages && i < new->n_stages; i++)
		if (!stage_id(&old->stages[i]).len ||
		    !stage_id(&new->stages[i]).len)
			pair_stages(x, &old->stages[i], &new->stages[i]);
}

static uint32_t distance(const struct shared *s)
{
	uint32_t x = s->old->number, y = s->new->number;

	return x > y ? x - y : y - x;
}

/* The nearest numbers first, of those the lowest. Pairs that are equal in both
 * have no stage in common, so that the order of the sides does not matter. */
static int by_distance(const void *a, const void *b)
{
	const struct shared *x = a, *y = b;
	uint64_t dx = distance(x), dy = distance(y);
	uint64_t sx = (uint64_t)x->old->number + x->new->number;
	uint64_t sy = (uint64_t)y->old->number + y->new->number;

	if (dx != dy)
		return dx < dy ? -1 : 1;
	return (sx > sy) - (sx < sy);
}

/* Fills, or empties, `by_role` with the stages that hold the roles' cells. */
static void index_cells(struct match *x, struct competency *c, bool fill)
{
	for (uint32_t i = 0; i < c->n_stages; i++) {
		struct stage *s = &c->stages[i];

		for (uint32_t k = 0; k < s->n_rubrics; k++)
			x->by_role[s->rubrics[k]->role->index] =
				fill ? s : NULL;
	}
}

static void find_shared(struct match *x, struct stage *s)
{
	for (uint32_t k = 0; k < s->n_rubrics; k++) {
		const struct role *role = s->rubrics[k]->role;
		const struct role *now = x->m->role_new[role->index];

		if (now && x->by_role[now->index])
			*vec_add(x->arena, &x->shared) = (struct shared){
				s, x->by_role[now->index]};
	}
}

/* A stage made of cells is the one that holds the cell of the same role; where
 * no role leads there, the one of the same rank. */
static void match_cell_stages(struct match *x, struct competency *old,
			      struct competency *new)
{
	x->shared.n = 0;
	index_cells(x, new, true);
	for (uint32_t i = 0; i < old->n_stages; i++)
		find_shared(x, &old->stages[i]);
	index_cells(x, new, false);
	if (x->shared.n)
		qsort(x->shared.at, x->shared.n, sizeof *x->shared.at,
		      by_distance);
	for_each(s, &x->shared)
		pair_stages(x, s->old, s->new);
	for (uint32_t i = 0, j = 0; i < old->n_stages; i++) {
		while (j < new->n_stages &&
		       new->stages[j].number < old->stages[i].number)
			j++;
		if (j < new->n_stages &&
		    new->stages[j].number == old->stages[i].number)
			pair_stages(x, &old->stages[i], &new->stages[j]);
	}
}

static void match_stages(struct match *x)
{
	for_each(old, &x->old->competencies) {
		struct competency *new = x->m->competency_new[old->index];

		if (!new)
			continue;
		if (old->cells && new->cells)
			match_cell_stages(x, old, new);
		else if (!old->cells && !new->cells)
			match_own_stages(x, old, new);
	}
}

struct matches match_ladders(const struct ladder *old,
			     const struct ladder *new, struct arena *a)
{
	struct matches m = {
		.track_new = ARENA_ARRAY(a, old->tracks.n, struct track *),
		.track_old = ARENA_ARRAY(a, new->tracks.n, struct track *),
		.role_new = ARENA_ARRAY(a, old->n_roles, struct role *),
		.role_old = ARENA_ARRAY(a, new->n_roles, struct role *),
		.competency_new = ARENA_ARRAY(a, old->competencies.n,
					      struct competency *),
		.competency_old = ARENA_ARRAY(a, new->competencies.n,
					      struct competency *),
		.stage_new = ARENA_ARRAY(a, old->n_stages, struct stage *),
		.stage_old = ARENA_ARRAY(a, new->n_stages, struct stage *),
	};
	struct match x = {
		.old = old,
		.new = new,
		.m = &m,
		.arena = a,
		.by_role = ARENA_ARRAY(a, new->n_roles, struct stage *),
	};

	match_competencies(&x);
	match_tracks(&x);
	match_roles(&x);
	match_stages(&x);
	return m;
}

/* --- which is higher ------------------------------------------------------ */

static int compare(uint32_t old, uint32_t new)
{
	return (new > old) - (new < old);
}

int match_compare_stages(const struct matches *m, const struct stage *old,
			 const struct stage *new)
{
	const struct stage *now = m->stage_new[old->index];
	const struct stage *then = m->stage_old[new->index];
	int by_new = now ? compare(now->ordinal, new->ordinal) : 0;
	int by_old = then ? compare(old->ordinal, then->ordinal) : by_new;

	if (!now)
		by_new = by_old;
	if ((!now && !then) || by_new != by_old)
		return compare(old->number, new->number);
	return by_new;
}
