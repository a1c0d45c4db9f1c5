#include "diff/build.h"

#include <stdlib.h>

/* Whom a change touches. An index from competencies and scores to the roles in
 * whose text they stand, on each side, answers it in time that grows with the
 * answer only. */

/* A role that asks for a stage, in its own text. */
struct asking {
	const struct role *role;
	uint32_t ordinal; /* of the stage */
	bool required;    /* not only an option of a choice */
};

struct askings {
	VEC(struct asking) list;
};

struct goal_holders {
	VEC(const struct role *) list;
};

/* Of the levels that have one last level in force: from which on they were
 * collected. */
struct taken {
	uint32_t mark; /* when that was */
	uint32_t from; /* a place in the track */
};

struct side_index {
	struct askings *by_competency;
	struct goal_holders *by_score;
	uint32_t *last; /* by role index: the last level in force, its place
			   in the track */
	struct taken *taken; /* by role index of such a last level */
};

/* --- the index ------------------------------------------------------------ */

static void index_ref(struct differ *x, struct side_index *index,
		      const struct role *role, const struct stage *s,
		      bool required)
{
	if (s)
		*vec_add(x->a,
			 &index->by_competency[s->competency->index].list) =
			(struct asking){role, s->ordinal, required};
}

static void index_role(struct differ *x, struct side_index *index,
		       const struct role *role)
{
	for_each(ref, &role->requires)
		index_ref(x, index, role, ref->stage, true);
	for_each(cell, &role->expects)
		index_ref(x, index, role, cell->stage, true);
	for_each(choice, &role->choose)
		for_each(option, &choice->of)
			index_ref(x, index, role, option->stage, false);
	for_each(goal, &role->scores)
		if (goal->score)
			*vec_add(x->a,
				 &index->by_score[goal->score->index].list) =
				role;
}

static void index_track(struct side_index *index, const struct track *t)
{
	uint32_t last = t->levels.n - 1;

	for (uint32_t i = t->levels.n; i--;) {
		index->last[t->levels.at[i].index] = last;
		if (!t->levels.at[i].cumulative && i)
			last = i - 1;
	}
}

static struct side_index *make_index(struct differ *x, const struct ladder *l)
{
	struct side_index *index = ARENA_NEW(x->a, struct side_index);

	index->by_competency =
		ARENA_ARRAY(x->a, l->competencies.n, struct askings);
	index->by_score =
		ARENA_ARRAY(x->a, l->scores.n, struct goal_holders);
	index->last = ARENA_ARRAY(x->a, l->n_roles, uint32_t);
	index->taken = ARENA_ARRAY(x->a, l->n_roles, struct taken);
	for_each(t, &l->tracks)
		index_track(index, t);
	for (uint32_t i = 0; i < l->n_roles; i++)
		index_role(x, index, l->roles[i]);
	return index;
}

void reach_init(struct differ *x)
{
	for (int side = OLD; side <= NEW; side++) {
		x->index[side] = make_index(x, x->in[side]);
		x->marked[side] =
			ARENA_ARRAY(x->a, x->in[side]->n_roles, uint32_t);
	}
}

/* --- collecting ----------------------------------------------------------- */

void reach_begin(struct differ *x)
{
	x->mark++;
	x->found[OLD] = x->found[NEW] = (change_roles){0};
}

/* A role is known by what it is now; one that is gone by what it was. */
void reach_add(struct differ *x, enum side side, const struct role *role)
{
	const struct role *now = side == OLD ? role_other(x, OLD, role) : NULL;

	if (now) {
		role = now;
		side = NEW;
	}
	if (x->marked[side][role->index] == x->mark)
		return;
	x->marked[side][role->index] = x->mark;
	*vec_add(x->a, &x->found[side]) = role;
}

static int by_index(const void *a, const void *b)
{
	const struct role *x = *(const struct role *const *)a;
	const struct role *y = *(const struct role *const *)b;

	return (x->index > y->index) - (x->index < y->index);
}

change_roles reach_end(struct differ *x)
{
	change_roles all = x->found[NEW];

	for (int side = OLD; side <= NEW; side++)
		if (x->found[side].n > 1)
			qsort(x->found[side].at, x->found[side].n,
			      sizeof(const struct role *), by_index);
	for_each(role, &x->found[OLD])
		*vec_add(x->a, &all) = *role;
	return all;
}

/* --- whom it touches ------------------------------------------------------ */

/* The levels whose requirements include the text of `role`; those that were
 * collected already are not gone through again. */
static void add_in_force(struct differ *x, enum side side,
			 const struct role *role)
{
	const struct role *levels = role->track->levels.at;
	uint32_t end = x->index[side]->last[role->index] + 1;
	struct taken *taken = &x->index[side]->taken[levels[end - 1].index];

	if (taken->mark == x->mark) {
		if (taken->from <= role->level)
			return;
		end = taken->from;
	}
	*taken = (struct taken){x->mark, role->level};
	for (uint32_t i = role->level; i < end; i++)
		reach_add(x, side, &levels[i]);
}

static bool counts(const struct role *role, const struct score *s,
		   const struct competency *c)
{
	return track_reading(role->track, s)->weights[c->index] > 0;
}

static void add_scored(struct differ *x, enum side side,
		       const struct competency *c)
{
	const struct side_index *index = x->index[side];

	if (!c)
		return;
	for_each(score, &x->in[side]->scores)
		for_each(role, &index->by_score[score->index].list)
			if (counts(*role, score, c))
				add_in_force(x, side, *role);
}

/* `shown`: only who is shown this cell of the stage; NULL: all. */
static void add_asking(struct differ *x, enum side side,
		       const struct competency *c, uint32_t from,
		       const struct stage *s, const struct rubric *shown)
{
	if (!c)
		return;
	for_each(asking, &x->index[side]->by_competency[c->index].list)
		if (asking->ordinal >= from &&
		    (!shown || stage_rubric(s, asking->role->track) == shown))
			add_in_force(x, side, asking->role);
	add_scored(x, side, c);
}

static void add_stages(struct differ *x, struct stage_pair s,
		       const struct rubric *const *cell)
{
	for (int side = OLD; side <= NEW; side++)
		if (s.of[side])
			add_asking(x, side, s.of[side]->competency,
				   s.of[side]->ordinal, s.of[side],
				   cell ? cell[side] : NULL);
}

/* Where the time in a level is over, the next one may be entered. */
static void add_next(struct differ *x, struct role_pair r)
{
	for (int side = OLD; side <= NEW; side++) {
		const struct role *role = r.of[side];

		if (role && role->level + 1 < role->track->levels.n)
			reach_add(x, side,
				  &role->track->levels.at[role->level + 1]);
	}
}

void reach_more(struct differ *x, struct competency_pair c)
{
	for (int side = OLD; side <= NEW; side++)
		add_asking(x, side, c.of[side], 0, NULL, NULL);
}

static void add_scope(struct differ *x, const struct scope *scope)
{
	switch (scope->reach) {
	case REACH_NOBODY:
		break;
	case REACH_ROLE:
		for (int side = OLD; side <= NEW; side++)
			if (scope->role.of[side])
				reach_add(x, side, scope->role.of[side]);
		break;
	case REACH_IN_FORCE:
		for (int side = OLD; side <= NEW; side++)
			if (scope->role.of[side])
				add_in_force(x, side, scope->role.of[side]);
		break;
	case REACH_COMPETENCY:
		reach_more(x, scope->competency);
		break;
	case REACH_STAGE:
		add_stages(x, scope->stage, NULL);
		break;
	case REACH_CELL:
		add_stages(x, scope->stage, scope->cell);
		break;
	case REACH_MOVE:
		add_next(x, scope->role);
		break;
	}
}

change_roles reach_of(struct differ *x, const struct scope *scope)
{
	if (scope->known && scope->reach != REACH_NOBODY)
		return *scope->known;
	reach_begin(x);
	add_scope(x, scope);
	return reach_end(x);
}

change_roles reach_both(struct differ *x, const struct scope *one,
			const struct scope *other)
{
	reach_begin(x);
	add_scope(x, one);
	add_scope(x, other);
	return reach_end(x);
}

change_roles reach_between(struct differ *x, struct stage_pair lower,
			   struct stage_pair higher)
{
	reach_begin(x);
	add_stages(x, higher, NULL);
	/* these keep their mark, so that they are not taken again */
	x->found[OLD] = x->found[NEW] = (change_roles){0};
	add_stages(x, lower, NULL);
	return reach_end(x);
}

change_roles reach_asking(struct differ *x, struct competency_pair c,
			  bool scored)
{
	reach_begin(x);
	for (int side = OLD; side <= NEW; side++) {
		if (!c.of[side])
			continue;
		if (scored)
			add_scored(x, side, c.of[side]);
		for_each(asking,
			 &x->index[side]->by_competency[c.of[side]->index].list)
			if (!scored && asking->required)
				add_in_force(x, side, asking->role);
	}
	return reach_end(x);
}

void reach_goals(struct differ *x, enum side side, const struct score *s,
		 const struct track *t)
{
	for_each(role, &x->index[side]->by_score[s->index].list)
		if ((*role)->track == t)
			add_in_force(x, side, *role);
}
