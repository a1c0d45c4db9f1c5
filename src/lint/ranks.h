/* The roles of a ladder by rank. */
#ifndef LINT_RANKS_H
#define LINT_RANKS_H

#include "model/ladder.h"

struct lint;

/* Roles of one rank, in file order. */
struct rank_group {
	int64_t rank;
	struct role **roles;
	uint32_t n;
	bool seen; /* for whoever walks the moves */
};

struct ranks {
	struct rank_group *at; /* lowest first */
	uint32_t n;
	uint32_t *of; /* by role index: index of its group */
	bool wrong;   /* they fall somewhere, as was told */
};

void ranks_init(struct lint *lint);

static inline struct rank_group *rank_of(const struct ranks *ranks,
					 const struct role *role)
{
	return &ranks->at[ranks->of[role->index]];
}

/* The first role of the group in a track of that kind, or NULL. */
const struct role *rank_of_kind(const struct rank_group *group,
				enum track_kind kind);

/* Whether the group has a role of another track than that role's. */
bool rank_has_others(const struct rank_group *group, const struct role *role);

#endif
