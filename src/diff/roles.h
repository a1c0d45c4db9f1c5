/* Two roles compared: what the step from one to the other is made of. What
 * counts is what is in force, inherited from lower levels or not. */
#ifndef DIFF_ROLES_H
#define DIFF_ROLES_H

#include "diff/match.h"
#include "diff/texts.h"

enum step_kind {
	STEP_NEW,      /* was not asked */
	STEP_RAISED,   /* a higher stage or figure, a stricter choice */
	STEP_CHANGED,  /* neither more nor less: a rule with other options, a
			  score that counts differently */
	STEP_REWORDED, /* the same stage or rule in other words */
	STEP_LOWERED,
	STEP_DROPPED, /* is not asked any more */
	STEP_SAME,
	N_STEP_KINDS
};

/* "new", "raised" … "unchanged". */
const char *step_kind_name(enum step_kind kind);

/* A sentence that differs: the summary of a stage or one of its behaviours, a
 * gate, an attribute. */
struct text_step {
	enum step_kind kind; /* NEW, REWORDED or DROPPED */
	struct str name;     /* of an attribute; else empty */
	struct str old, new; /* empty where it does not stand */
	const struct stage *stage; /* where it stands; NULL for others than
				      texts of stages. Of the new ladder, of
				      the old one where it is dropped */
	bool optional;       /* a behaviour that is not counted */
	uint32_t likeness;   /* per cent, where reworded */
};

typedef VEC(struct text_step) text_steps;

/* What is asked of one competency. */
struct competency_step {
	enum step_kind kind;
	const struct competency *competency; /* of the new ladder, of the old
						one where it is gone there */
	const struct stage *old, *new; /* NULL: nothing was, nothing is asked */
	text_steps texts;     /* that come, go or change; by stage */
	uint32_t same_texts;  /* on the stages between, that both roles have
				 in the same words */
	uint32_t stages;      /* that come in; NEW and RAISED */
	struct effort effort; /* of these, where the new ladder is timed */
	bool effort_assumed;  /* one of them has no figure of its own */
};

struct choice_step {
	enum step_kind kind;
	const struct choice *old, *new; /* NULL where there is none */
};

struct goal_step {
	enum step_kind kind;
	const struct score *score; /* of the new ladder, else of the old one */
	const struct score_goal *old, *new; /* NULL: none is asked */
};

struct role_diff {
	const struct ladder *old_ladder, *new_ladder; /* may be the same */
	const struct role *old, *new;
	VEC(struct competency_step) competencies; /* the new ladder's in file
						     order, then those that are
						     gone there */
	VEC(struct choice_step) choices;
	VEC(struct goal_step) goals;
	text_steps gates;      /* that come, go or change */
	text_steps attributes; /* the same */
	text_steps summary;    /* one or none */
	uint32_t same_gates, same_attributes;
	/* Competencies, choices and goals of each kind: what `required` counts
	 * in a gap. */
	uint32_t n_of[N_STEP_KINDS];
	uint32_t stages;      /* that come in, of all competencies */
	struct effort effort; /* of these */
};

/* Compares two roles, of one ladder or of two; competencies and stages of two
 * are matched by match_ladders. Choices, which have no ids, are matched where
 * they are inherited or equal, else where most options are of the same
 * competencies. All of it lives in `a` and points into the ladders. Swapping
 * the roles swaps new with dropped, raised with lowered and the two sides. */
struct role_diff *diff_roles(const struct ladder *old,
			     const struct role *old_role,
			     const struct ladder *new,
			     const struct role *new_role, struct arena *a);

/* Whether anything at all differs, what only informs included. */
bool role_diff_any(const struct role_diff *d);

#endif
