/* A team: where each of its people stands, a row of a matrix each. All that is
 * told about a team follows from these rows. */
#ifndef PEOPLE_TEAM_H
#define PEOPLE_TEAM_H

#include "base/date.h"
#include "plan/plan.h"

enum { NOT_APPLICABLE = UINT16_MAX };

/* A person as the newest of their files tells. */
struct member {
	struct str person; /* the name as written */
	struct str file;
	struct role *role, *target; /* NULL where the file names none */
	int32_t date, since;        /* days, or NO_DAY */
	bool mentor;                /* may be suggested as one */
	uint16_t *have; /* by competency index: the ordinal of the stage
			   reached, or NOT_APPLICABLE */
	uint32_t role_open, target_open; /* rules that are open; set by
					    team_finish, 0 without a role */
	/* the newest file dated on or before the day that is looked back to;
	 * `was_date` is NO_DAY where there is none */
	int32_t was_date;
	struct role *was; /* NULL: no role then */
	uint32_t index;   /* in the team; set by team_finish */
};

struct team {
	const struct ladder *ladder;
	struct arena *arena;
	/* by role in the order of the ladder, those without one last; of one
	 * role by name */
	VEC(struct member *) members;
	struct map by_person;
	uint32_t files;  /* that were added */
	uint32_t unread; /* that could not be used; set by the reader */
	int32_t since;   /* the day that is looked back to, or NO_DAY */
	const struct asked **asks; /* by role index; made when asked for */
	/* two files of one person and day, of which the second was not taken;
	 * the first such pair, or empty */
	struct str twin[2];
};

/* Begins a team without people. What it keeps lives in `a`: for each person a
 * row, two bytes a competency, and the names. */
void team_start(struct team *t, const struct ladder *l, int32_t since,
		struct arena *a);

/* Adds a usable assessment. Files that name one person are one person's: the
 * newest counts, those without a date are the oldest; of one day the one whose
 * path comes first. `scratch` may be cleared afterwards. */
void team_add(struct team *t, const struct assessment *as, struct str file,
	      struct arena *scratch);

/* Ends the adding: puts people in order, whatever order they came in, and
 * counts their open rules. */
void team_finish(struct team *t, struct arena *scratch);

/* A row as the planner takes it. */
struct stand *team_stands(const struct team *t, const struct member *m,
			  struct arena *a);

/* What a role asks of each competency (role_asks), worked out once. */
const struct asked *team_asks(struct team *t, const struct role *role);

/* What is asked of a competency in a role: the ordinal of the stage, or 0;
 * `role` may be NULL. */
uint32_t team_need(struct team *t, const struct role *role, uint32_t c);

/* What somebody's target (without one: the role held) asks of a competency
 * that is applicable, in the same way. */
uint32_t team_aim(struct team *t, const struct member *m, uint32_t c);

/* Whether somebody holds (`aims` false) or aims at a role: by role index, how
 * many. */
uint32_t *team_count_roles(const struct team *t, bool aims, struct arena *a);

static inline uint32_t member_have(const struct member *m, uint32_t c)
{
	return m->have[c] == NOT_APPLICABLE ? 0 : m->have[c];
}

#endif
