/* The ladder as the planner sees it: stages, prices and rules as numbers, for
 * one person.
 *
 * A *demand* is a vector of `width` figures. The first `n` say, by competency,
 * the stage (ordinal) that must be reached; the others say, by rule, what of
 * it must hold: 1 for a choice, for a score the place (from 1) of the figure
 * among those that roles ask of it; 0 is nothing. All is monotone: two demands
 * together are their larger figures, and a demand that is nowhere larger than
 * another never costs more. */
#ifndef PLAN_PROBLEM_H
#define PLAN_PROBLEM_H

#include "plan/plan.h"
#include "plan/wide.h"

/* Reaching `stage` of `competency` adds `gain` to a rule. */
struct item {
	uint32_t competency, stage; /* stage: ordinal, above what is held */
	int64_t gain;               /* above 0 */
};

/* A `choose`, or a score as some tracks read it. */
struct rule {
	enum rule_kind kind;
	const struct choice *choice;
	const struct score *score;
	const struct reading *reading;
	VEC(struct item) items; /* by competency, then stage */
	VEC(int64_t) figures;   /* RULE_SCORE: asked, rising, thousandths */
	VEC(wide) needs; /* by figure (one for a choice): what the gains must
			    come to beyond what is held; above 0 */
	wide most;       /* what all gains together come to */
};

/* A stage by competency and ordinal. */
struct rung {
	uint32_t competency, stage;
};

/* One figure of what a role asks, before all rules are known. */
struct ask {
	uint32_t at;    /* a competency, or n + a rule */
	uint32_t value; /* the stage; 1 for a choice; of a score set later */
	int64_t figure; /* of a score */
};

struct role_asks {
	VEC(struct ask) asks;
	bool known;
	const struct score_goal *beyond; /* no one can reach it; or NULL */
};

struct problem {
	const struct ladder *l;
	const struct stand *stands;
	struct arena *a;    /* where the planner works */
	struct arena brief; /* for one role at a time */

	uint32_t n, width;
	uint32_t *have; /* by competency: stage held */
	uint32_t *top;  /* highest that can be reached; `have` where n/a */
	uint32_t *base; /* number of the first stage of a competency; n + 1 */
	int64_t scale;  /* prices are so many times what they stand for, to
			   make room for interests below them */
	int64_t *price; /* by stage: of it and those below, down to `have`;
			   eighths of an hour, steps where not timed */
	uint32_t *needs_at; /* by stage, n_stages + 1: where its prerequisites
			       lie in `needs`; held and n/a ones left out */
	struct rung *needs;
	uint32_t *users_at; /* the reverse: which stages need this one */
	struct rung *users;

	VEC(struct rule) rules;
	struct role_asks *roles;  /* by role index */
	uint32_t *choices_of;     /* by role index: 1 + its first rule, or 0 */
	uint32_t *rule_of_score;  /* by track and score: 1 + its rule, or 0 */

	uint32_t *queue, *done; /* for demand_close */
	bool *queued;

	uint64_t nodes, limit; /* search nodes used, and allowed */
};

/* Release with problem_release; all but a little lives in `a`. */
void problem_init(struct problem *p, const struct ladder *l,
		  const struct stand *stands, struct arena *a);
void problem_release(struct problem *p);

/* Makes interests win ties: of equally dear sets the one with fewest stages
 * outside of them becomes the cheapest, by less than any difference in cost.
 * Right after problem_init; NULL changes nothing. */
void problem_prefer(struct problem *p, const bool *prefer);

/* Makes the rules of a role known. All roles come before problem_seal. */
void problem_learn(struct problem *p, const struct role *role);

/* Ends the learning: rules have their needs and `width` is final. */
void problem_seal(struct problem *p);

/* A new demand of nothing beyond what is held. */
uint32_t *demand_new(const struct problem *p);

/* Adds what a learnt role asks, not yet closed. */
void demand_add_role(const struct problem *p, uint32_t *demand,
		     const struct role *role);

/* Raises it to all that its stages need in turn. */
void demand_close(struct problem *p, uint32_t *stages);

/* What the stages cost beyond what is held. */
int64_t stages_cost(const struct problem *p, const uint32_t *stages);

/* Whether the stages satisfy a demand, rules included. */
bool stages_meet(const struct problem *p, const uint32_t *stages,
		 const uint32_t *demand);

/* What a rule has gained with these stages. */
wide rule_gain(const struct rule *r, const uint32_t *stages);

/* The first of its items that is of this competency or a later one. */
const struct item *rule_items(const struct rule *r, uint32_t competency);

static inline uint32_t stage_at(const struct problem *p, uint32_t competency,
				uint32_t stage)
{
	return p->base[competency] + stage - 1;
}

/* From what is held up to `stage`. */
static inline int64_t price_to(const struct problem *p, uint32_t competency,
			       uint32_t stage)
{
	return stage ? p->price[stage_at(p, competency, stage)] : 0;
}

static inline struct stage *problem_stage(const struct problem *p,
					  uint32_t competency, uint32_t stage)
{
	return &p->l->competencies.at[competency].stages[stage - 1];
}

#endif
