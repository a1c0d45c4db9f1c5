/* The team by role, and who changed it.
 *
 * Where people are not to be known by what is told, they are told of in groups
 * of at least FEW_PEOPLE: a partition of the team, so that no difference of
 * what is shown is a smaller one. Small roles of one kind of track are pooled,
 * and so are kinds; where a pool is small itself it takes in the smallest
 * group beside it (complementary suppression). */
#ifndef PEOPLE_TEAM_GROUPS_H
#define PEOPLE_TEAM_GROUPS_H

#include "people/few.h"
#include "people/team.h"

/* On which kind of track people of a group are. */
enum group_kind { GROUP_IC, GROUP_MANAGER, GROUP_NO_ROLE, GROUP_MIXED };

struct team_group {
	enum group_kind kind;
	const struct role *role; /* NULL: none, or several */
	bool pooled;             /* several roles */
	uint32_t people;
	uint32_t met;   /* of whom meet the role that they hold */
	uint32_t timed; /* of whom the time in the role is known */
	int64_t days;   /* that, in all */
};

typedef VEC(struct team_group) team_groups;

/* By role, in the order of the ladder; those without a role last. */
team_groups team_by_role(const struct team *t, struct arena *a);

/* The same, pooled; empty where the team itself is too small. */
team_groups team_by_crowd(const struct team *t, struct arena *a);

/* How many people are on one kind of track. */
uint32_t team_on(const struct team *t, enum group_kind kind);

/* Mean time in the role in days, rounded; `timed` is not 0. */
static inline int64_t group_days(const struct team_group *g)
{
	return (g->days + g->timed / 2) / g->timed;
}

/* Whether someone was in another role on the day that is looked back to, and
 * whether that was one of another kind of track. Somebody of whom nothing is
 * known from then did not change. */
bool member_moved(const struct member *m);
bool member_changed_kind(const struct member *m);

enum group_kind role_kind(const struct role *role); /* NULL: none */

#endif
