#include "lint/ranks.h"

#include "lint/rule.h"

#include <stdlib.h>

static int by_rank(const void *a, const void *b)
{
	const struct role *x = *(struct role *const *)a;
	const struct role *y = *(struct role *const *)b;

	if (x->rank != y->rank)
		return x->rank < y->rank ? -1 : 1;
	return x->index < y->index ? -1 : x->index > y->index;
}

void ranks_init(struct lint *lint)
{
	uint32_t n = lint->l->n_roles;
	struct role **sorted = ARENA_ARRAY(lint->a, n, struct role *);
	struct ranks *ranks = &lint->ranks;

	ranks->at = ARENA_ARRAY(lint->a, n, struct rank_group);
	ranks->of = ARENA_ARRAY(lint->a, n, uint32_t);
	for (uint32_t i = 0; i < n; i++) {
		struct role *role = sorted[i] = lint->l->roles[i];

		ranks->wrong |= role->level && role->rank <= role[-1].rank;
	}
	if (n)
		qsort(sorted, n, sizeof *sorted, by_rank);
	for (uint32_t i = 0; i < n; i++) {
		if (i == 0 || sorted[i]->rank != sorted[i - 1]->rank)
			ranks->at[ranks->n++] = (struct rank_group){
				.rank = sorted[i]->rank, .roles = sorted + i};
		ranks->of[sorted[i]->index] = ranks->n - 1;
		ranks->at[ranks->n - 1].n++;
	}
}

const struct role *rank_of_kind(const struct rank_group *group,
				enum track_kind kind)
{
	for (uint32_t i = 0; i < group->n; i++)
		if (group->roles[i]->track->kind == (int)kind)
			return group->roles[i];
	return NULL;
}

/* Ranks rise along a track, so that a role is alone of its track there. */
bool rank_has_others(const struct rank_group *group, const struct role *role)
{
	return group->n > 1 &&
	       (group->roles[0]->track != role->track ||
		group->roles[group->n - 1]->track != role->track);
}
