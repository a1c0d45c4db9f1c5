/* Who is ready, or nearly, for which role.
 *
 * The roles that are looked at are those one move away from where someone
 * stands (for someone without a role: where one enters on the way to the
 * target) and the target; never the own one. Ready is who meets every rule of
 * the role, nearly ready who leaves so few open that the limit allows. */
#ifndef PEOPLE_TEAM_READY_H
#define PEOPLE_TEAM_READY_H

#include "people/team.h"

enum { USUAL_NEAR = 2 };

struct prospect {
	const struct member *who;
	struct role *role;
	uint32_t open; /* rules; 0: ready */
	bool aim;      /* it is the target */
};

typedef VEC(struct prospect) prospects;

/* In the order of the roles, for each the nearest first, then in the order of
 * the team. `near` is how many rules may be open. Lives in `a`. */
prospects team_ready(const struct team *t, uint32_t near, struct arena *a);

/* How many people are among them, whatever the role. */
uint32_t prospects_people(const struct team *t, const prospects *list,
			  struct arena *a);

#endif
