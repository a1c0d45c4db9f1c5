#include "diff/build.h"

#include <stdlib.h>

/* Ranks say which levels of several tracks are equal. One that changes matters
 * to people where another level is equal now, to files where ratings count by
 * rank. */

/* A role as a figure that its other side has, too; one that is gone is like
 * none. */
static uint64_t figure_of(const struct differ *x, enum side side,
			  const struct role *role)
{
	if (side == OLD)
		role = role_other(x, OLD, role);
	return role ? ((uint64_t)role->index + 1) * 0x9e3779b97f4a7c15u : 1;
}

/* The roles of one rank: for each those in other tracks, as one figure, the
 * same on both sides where the same roles are equal. Those of one track stand
 * together. */
static void set_equals(const struct differ *x, enum side side,
		       struct role *const *same, uint32_t n, uint64_t *equals)
{
	uint64_t all = 0;

	for (uint32_t i = 0; i < n; i++)
		all += figure_of(x, side, same[i]);
	for (uint32_t i = 0, end; i < n; i = end) {
		uint64_t own = 0;

		for (end = i; end < n && same[end]->track == same[i]->track;)
			own += figure_of(x, side, same[end++]);
		for (uint32_t k = i; k < end; k++)
			equals[same[k]->index] = all - own;
	}
}

static int by_rank(const void *a, const void *b)
{
	const struct role *x = *(struct role *const *)a;
	const struct role *y = *(struct role *const *)b;

	if (x->rank != y->rank)
		return x->rank < y->rank ? -1 : 1;
	return (x->index > y->index) - (x->index < y->index);
}

struct role **roles_by_rank(struct differ *x, enum side side)
{
	const struct ladder *l = x->in[side];
	struct role **sorted = ARENA_ARRAY(x->a, l->n_roles, struct role *);

	for (uint32_t i = 0; i < l->n_roles; i++)
		sorted[i] = l->roles[i];
	if (l->n_roles)
		qsort(sorted, l->n_roles, sizeof *sorted, by_rank);
	return sorted;
}

/* By role index. */
static uint64_t *all_equals(struct differ *x, enum side side)
{
	const struct ladder *l = x->in[side];
	struct role **sorted = roles_by_rank(x, side);
	uint64_t *equals = ARENA_ARRAY(x->a, l->n_roles, uint64_t);

	for (uint32_t i = 0, end; i < l->n_roles; i = end) {
		for (end = i; end < l->n_roles &&
			      sorted[end]->rank == sorted[i]->rank;)
			end++;
		set_equals(x, side, sorted + i, end - i, equals);
	}
	return equals;
}

/* The levels of a track below one that the other side does not have: how many,
 * and the draft of the last. */
static uint32_t alone_below(const struct differ *x, enum side side,
			    const struct role *role, uint32_t *draft)
{
	uint32_t n = 0;

	for (uint32_t i = 0; i < role->level; i++) {
		const struct role *below = &role->track->levels.at[i];

		if (role_other(x, side, below))
			continue;
		*draft = x->role_draft[side][below->index];
		n++;
	}
	return n;
}

/* The level that was put in below, or taken out, and moved the rank along; 0
 * where none explains it, or both happened. */
static uint32_t explained(const struct differ *x, const struct role *old,
			  const struct role *new)
{
	uint32_t draft = 0;
	int64_t added = alone_below(x, NEW, new, &draft);
	int64_t gone = alone_below(x, OLD, old, &draft);

	if ((added && gone) || new->rank - old->rank != added - gone)
		return 0;
	return draft;
}

static const struct node *rank_place(const struct role *role)
{
	return role->rank_node ? role->rank_node : role->head.node;
}

static void compare_rank(struct differ *x, const struct role *old,
			 const struct role *new, bool matters)
{
	struct scope scope = scope_role(x, old, new);
	struct draft *draft;

	if (!scope.inside)
		scope.inside = explained(x, old, new);
	if (!matters)
		scope.reach = REACH_NOBODY;
	draft = differ_add(x, CHANGE_D115, &scope);
	if (old->expects.n || new->expects.n)
		draft->c.files = FILES_SHIFT;
	draft_side(x, draft, OLD, rank_place(old), NULL,
		   value_number(old->rank));
	draft_side(x, draft, NEW, rank_place(new), NULL,
		   value_number(new->rank));
}

void diff_ranks(struct differ *x)
{
	uint64_t *then = NULL, *now = NULL;

	for (uint32_t i = 0; i < x->in[NEW]->n_roles; i++) {
		const struct role *new = x->in[NEW]->roles[i];
		const struct role *old = role_other(x, NEW, new);

		if (!old || old->rank == new->rank)
			continue;
		if (!now) {
			then = all_equals(x, OLD);
			now = all_equals(x, NEW);
		}
		compare_rank(x, old, new,
			     then[old->index] != now[new->index]);
	}
}
