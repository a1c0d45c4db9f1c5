/* The planner: from where someone stands to a role, in the fewest hours. */
#ifndef PLAN_PLAN_H
#define PLAN_PLAN_H

#include "model/assessment.h"

/* --- the question -------------------------------------------------------- */

struct plan_query {
	const struct ladder *ladder;
	struct role *target;
	struct role *from;   /* present role, NULL for none */
	struct stand *stands; /* by competency index */
	bool *avoid;         /* by role index, or NULL */
	struct role **via;   /* roles that the route must enter, in order */
	uint32_t n_via;
	bool with_optional;
	const bool *prefer; /* by competency index: interests, which win ties
			       and never cost; or NULL */
	int64_t hours_per_week; /* thousandths, above 0 */
	uint32_t focus;         /* from 1 */
	milliday in_role; /* time in the present role so far; its min-time
			     counts as served where unknown (negative) */
	bool unexplained; /* why there is no way is not asked */
	uint64_t effort_limit; /* search nodes; 0 for the default */
};

/* --- the gap ------------------------------------------------------------- */

enum rule_kind { RULE_REQUIRES, RULE_CHOOSE, RULE_SCORE };

/* One rule that a role asks, and how it stands (interface.md 4). */
struct rule_state {
	enum rule_kind kind;
	struct role *role;             /* in whose text it stands */
	struct competency *competency; /* RULE_REQUIRES */
	struct stage *stage;           /* RULE_REQUIRES: the one asked */
	const struct choice *choice;   /* RULE_CHOOSE */
	const struct score_goal *goal; /* RULE_SCORE */
	bool met, waived;
	/* RULE_REQUIRES: stage numbers; RULE_CHOOSE: options held and at-least
	 * after waiving; RULE_SCORE: thousandths, `have` rounded down */
	int64_t have, need;
};

struct gap {
	VEC(struct rule_state) rules; /* requires in file order of the
					 competencies, then choose, then scores */
	uint32_t required, met, waived, open;
	VEC(struct competency *) na; /* n/a competencies that a rule touches */
};

struct gap gap_of(const struct ladder *l, const struct role *role,
		  const struct stand *stands, struct arena *a);

/* Whether a role is met by these stands. */
bool role_met(const struct ladder *l, const struct role *role,
	      const struct stand *stands, struct arena *a);

/* --- the answer ---------------------------------------------------------- */

enum reason {
	REASON_REQUIRES,
	REASON_CHOOSE,
	REASON_SCORE,
	REASON_OPTIONAL,
	REASON_NEEDS,
};

/* By the week in which a step begins: before these. */
enum horizon { HORIZON_NOW, HORIZON_NEXT, HORIZON_LATER };
enum { NOW_WEEKS = 13, NEXT_WEEKS = 52 };

struct step {
	struct stage *stage;
	struct role *role; /* the role of the route that took it */
	enum reason reason;
	VEC(uint32_t) after, unlocks; /* indices into the steps */
	struct effort effort; /* what is left of it; zero if not timed */
	bool assumed;
	/* weeks from the start, in thousandths, exact to that; the printed
	 * week is rounded down at the start and up at the end */
	int64_t start, end;
	enum horizon horizon;
};

struct milestone {
	struct role *role;
	int64_t week; /* thousandths; printed rounded up */
	uint32_t first_step, n_steps; /* its steps in the list */
};

struct plan {
	struct gap gap;
	VEC(struct role *) route; /* the present role or the role of entry first */
	VEC(struct step) steps;
	VEC(struct milestone) milestones;
	struct effort cost; /* sum of ranges, quarter hours; zero if not timed */
	bool optimal;
	int64_t lower_bound; /* eighths of an hour; steps if not timed */
	int64_t finish;      /* last week of all, thousandths */
};

enum plan_status {
	PLAN_OK,
	PLAN_NO_WAY, /* `blocked` says what stands in the way */
};

enum obstacle_kind {
	OBSTACLE_AVOID,       /* a role is to be avoided */
	OBSTACLE_AVOID_TRACK, /* and a whole one of several levels */
	OBSTACLE_SCORE,       /* a score beyond all points */
	OBSTACLE_MOVE,        /* no moves from one role to another */
};

/* What makes a target unreachable: all of these together, none of which can be
 * left out (bars.h). */
struct obstacle {
	enum obstacle_kind kind;
	const struct role *role; /* avoided (of a track: the first), asking
				    the score, or to which a move would help */
	const struct role *from; /* OBSTACLE_MOVE: from which it would */
	const struct score_goal *goal; /* OBSTACLE_SCORE */
	const struct doc *doc;
	const struct node *node; /* its place in the ladder */
	struct str text;         /* one line */
	struct str help;         /* what would open it */
};

struct plan_result {
	enum plan_status status;
	struct plan plan;
	VEC(struct obstacle) obstacles;
};

struct plan_result plan_make(const struct plan_query *q, struct arena *a);

/* What plans are compared by: eighths of an hour, steps where the ladder is not
 * timed. */
int64_t plan_price(const struct ladder *l, const struct plan *plan);

/* The stands of someone who holds the cheapest set of stages that meets
 * `role` (`--from`, interface.md 1). */
struct stand *stands_of_role(const struct ladder *l, struct role *role,
			     struct arena *a);

#endif
