#include "lint/levels.h"

#include "lint/rule.h"

/* Whether something is asked there, be it unreadable. */
static bool asks(const struct node *node)
{
	if (!node || node_is_broken(node) || node->kind == NODE_SCALAR)
		return node;
	if (node->kind == NODE_LIST)
		return node->len > 0;
	for_each_key(key, node)
		if (node_has_value(key + 1) || node_is_broken(key + 1))
			return true;
	return false;
}

static uint32_t rules_of(const struct role *role)
{
	return asks(role->requires_node) + asks(role->expects_node) +
	       asks(role->choose_node) + asks(role->scores_node);
}

/* --- stages --------------------------------------------------------------- */

/* Something that a level asks for: a line of `requires`, or a cell. */
struct ask {
	const struct competency *competency;
	const struct stage *stage;
	const struct node *node;    /* where the competency stands */
	const struct rubric *cell;  /* NULL for a line */
};

/* Whether the level below asks less. To ask for less than it is an error that
 * was told, unless the level starts afresh. */
static bool raise(struct levels *w, struct asked_below *below,
		  const struct stage *s)
{
	bool raises = below->block != w->below ||
		      s->ordinal > below->ordinal ||
		      (w->block == w->below && s->ordinal < below->ordinal);

	if (raises || w->block != w->below) {
		below->block = w->block;
		below->ordinal = s->ordinal;
	}
	return raises;
}

static bool left_out_before(const struct levels *w,
			    const struct asked_below *below,
			    const struct role *role)
{
	bool starts = w->block == role->index + 1;

	return below->track == role->track->index + 1 &&
	       below->named != w->block &&
	       (!starts || below->named != w->previous);
}

/* What has no name that leads somewhere may be of any layer. */
static unsigned layer_of(const struct competency *c)
{
	return c && c->layer ? 1U << c->layer : LAYERS_ALL;
}

static void grow(struct lint *lint, struct step_size *step,
		 const struct stage *s, const struct rubric *r)
{
	step->stages++;
	step->behaviours += r->counted;
	if (lint->l->timed)
		step->eighths += (uint64_t)(s->effort.min + s->effort.max);
}

/* A cell stands for one step, whatever other tracks have below it. */
static void add_step(struct lint *lint, struct step_size *step,
		     const struct ask *ask, uint32_t from)
{
	const struct competency *c = ask->competency;
	uint32_t to = ask->stage->ordinal;

	if (to <= from)
		return;
	if (ask->cell)
		grow(lint, step, ask->stage, ask->cell);
	else if (lint_may_spend(lint, to - from))
		for (uint32_t i = from; i < to; i++)
			grow(lint, step, &c->stages[i],
			     c->stages[i].rubrics[0]);
}

static void take(struct lint *lint, const struct role *role,
		 const struct ask *ask)
{
	struct levels *w = &lint->levels;
	struct asked_below *below;
	uint32_t track = role->track->index + 1;

	w->layers |= layer_of(ask->competency);
	if (!ask->competency || !ask->stage) {
		w->adds = true;
		return;
	}
	below = &w->stages[ask->competency->index];
	w->adds |= raise(w, below, ask->stage);
	if (left_out_before(w, below, role))
		*vec_add(lint->a, &w->again) = (struct again){
			ask->competency, ask->node, below->node};
	if (below->track != track)
		below->highest = 0;
	add_step(lint, &w->passed[role->index].step, ask, below->highest);
	if (ask->stage->ordinal > below->highest)
		below->highest = ask->stage->ordinal;
	below->track = track;
	below->named = w->block;
	below->node = ask->node;
}

/* What a level offers without asking for it goes on all the same. */
static void offer(struct levels *w, const struct role *role,
		  const stage_refs *refs)
{
	for_each(ref, refs) {
		struct asked_below *below;

		if (!ref->competency)
			continue;
		below = &w->stages[ref->competency->index];
		if (below->track == role->track->index + 1)
			below->named = w->block;
	}
}

/* --- scores --------------------------------------------------------------- */

static bool raise_goal(struct levels *w, const struct score_goal *goal)
{
	struct goal_below *below = &w->goals[goal->score->index];
	bool raises = below->block != w->below ||
		      goal->figure > below->figure ||
		      (w->block == w->below && goal->figure < below->figure);

	if (raises || w->block != w->below)
		*below = (struct goal_below){w->block, goal->figure};
	return raises;
}

static void take_goal(struct lint *lint, const struct role *role,
		      const struct score_goal *goal)
{
	struct levels *w = &lint->levels;
	const struct score_top *top = score_top(lint, role, goal);

	w->layers |= top ? top->layers : LAYERS_ALL;
	w->adds |= !goal->score || raise_goal(w, goal);
}

/* --- the walk ------------------------------------------------------------- */

void levels_init(struct lint *lint)
{
	const struct ladder *l = lint->l;
	struct arena *a = lint->a;

	lint->levels = (struct levels){
		.stages = ARENA_ARRAY(a, l->competencies.n,
				      struct asked_below),
		.goals = ARENA_ARRAY(a, l->scores.n, struct goal_below),
		.passed = ARENA_ARRAY(a, l->n_roles, struct level_asks),
	};
}

static void begin(struct levels *w, const struct role *role)
{
	bool fresh = role->level == 0 || !role->cumulative;

	w->below = role->level ? w->block : 0;
	if (fresh) {
		w->previous = w->below;
		w->block = role->index + 1;
		w->asks = 0;
		w->layers = 0;
	}
	w->asks += rules_of(role);
	/* what could not be read may have asked something */
	w->adds = asks(role->choose_node) || asks(role->expects_node) ||
		  (asks(role->requires_node) && !role->requires.n);
	w->again.n = 0;
}

void levels_enter(struct lint *lint, const struct role *role)
{
	struct levels *w = &lint->levels;
	bool lost;

	begin(w, role);
	for_each(ref, &role->requires)
		take(lint, role,
		     &(struct ask){ref->competency, ref->stage, ref->key,
				   NULL});
	for_each(cell, &role->expects)
		take(lint, role,
		     &(struct ask){cell->competency, cell->stage,
				   cell->head.node, cell});
	for_each(goal, &role->scores)
		take_goal(lint, role, goal);
	for_each(choice, &role->choose) {
		offer(w, role, &choice->of);
		for_each(ref, &choice->of)
			w->layers |= layer_of(ref->competency);
	}
	offer(w, role, &role->optional);
	/* what asks nothing, or was not understood, is told as that */
	lost = !w->asks || asked_is_lost(lint->l, role);
	w->passed[role->index].layers = lost ? LAYERS_ALL : w->layers;
	w->passed[role->index].something = w->asks;
	w->passed[role->index].fresh = w->block == role->index + 1;
}

uint32_t levels_ordinal(const struct levels *w, const struct competency *c)
{
	const struct asked_below *below = &w->stages[c->index];

	return below->block == w->block ? below->ordinal : 0;
}
