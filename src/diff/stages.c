#include "diff/build.h"

/* Stages of competencies: which came and went, what is true of them whichever
 * text describes them, and their texts by rubric. */

static const struct rubric *text_of(const struct stage *s)
{
	return s->rubrics[0];
}

static void side_stage(struct differ *x, struct draft *draft, enum side side,
		       const struct stage *s, struct change_value value)
{
	const struct head *head = &text_of(s)->head;

	draft_side(x, draft, side, head->node,
		   thing_name(&x->in[side]->doc, head), value);
}

/* --- came and gone -------------------------------------------------------- */

/* The next stage above that both sides have, or NULL. */
static const struct stage *kept_above(const struct differ *x, enum side side,
				      const struct stage *s)
{
	const struct competency *c = s->competency;

	for (uint32_t i = s->ordinal; i < c->n_stages; i++)
		if (stage_other(x, side, &c->stages[i]))
			return &c->stages[i];
	return NULL;
}

/* A stage below others lies on the way of whoever is asked for those. */
static void one_stage(struct differ *x, enum side side, const struct stage *s)
{
	const struct stage *above = kept_above(x, side, s);
	enum change_code code = side == NEW ? CHANGE_D220 : CHANGE_D221;
	struct scope scope;
	struct draft *draft;

	if (above) {
		const struct stage *there = stage_other(x, side, above);

		scope = side == NEW ? scope_stage(x, there, above)
				    : scope_stage(x, above, there);
		scope.no_monotone = false;
		code = side == NEW ? CHANGE_D222 : CHANGE_D223;
	} else {
		const struct competency *c = s->competency;
		const struct competency *there = competency_other(x, side, c);

		scope = side == NEW ? scope_competency(x, there, c)
				    : scope_competency(x, c, there);
		scope.reach = REACH_NOBODY;
	}
	draft = differ_add(x, code, &scope);
	draft->c.stage = s;
	side_stage(x, draft, side, s, value_stage(s->competency, s));
}

/* --- its own: id, place, points, effort ----------------------------------- */

static void compare_id(struct differ *x, const struct stage *old,
		       const struct stage *new, const struct scope *scope)
{
	struct str then = text_of(old)->head.id, now = text_of(new)->head.id;
	struct draft *draft;

	if (then.len && now.len) {
		diff_renamed(x, CHANGE_D224, scope, &text_of(old)->head,
			     &text_of(new)->head,
			     &text_of(new)->renamed_from);
	} else if (now.len) {
		draft = differ_add(x, CHANGE_D226, scope);
		side_stage(x, draft, NEW, new, value_id(now));
	} else if (then.len) {
		draft = differ_add(x, CHANGE_D227, scope);
		side_stage(x, draft, OLD, old, value_id(then));
	}
	diff_old_ids(x, scope, &text_of(old)->head,
		     &text_of(old)->renamed_from, &text_of(new)->head,
		     &text_of(new)->renamed_from);
}

/* Its place among the stages that both sides have. */
static uint32_t place_among(const struct differ *x, enum side side,
			    const struct stage *s)
{
	uint32_t place = 1;

	for (uint32_t i = 0; i + 1 < s->ordinal; i++)
		place += stage_other(x, side, &s->competency->stages[i]) !=
			 NULL;
	return place;
}

/* Places differ only where the order does, which is looked at first. */
static bool in_order(const struct differ *x, const struct competency *new)
{
	uint32_t last = 0;

	for (uint32_t i = 0; i < new->n_stages; i++) {
		const struct stage *old = stage_other(x, NEW, &new->stages[i]);

		if (!old)
			continue;
		if (old->ordinal < last)
			return false;
		last = old->ordinal;
	}
	return true;
}

static void compare_place(struct differ *x, const struct stage *old,
			  const struct stage *new, const struct scope *scope)
{
	uint32_t then = place_among(x, OLD, old);
	uint32_t now = place_among(x, NEW, new);
	struct draft *draft;

	if (then == now)
		return;
	draft = differ_add(x, CHANGE_D228, scope);
	side_stage(x, draft, OLD, old, value_number(then));
	side_stage(x, draft, NEW, new, value_number(now));
}

static const struct node *node_of(const struct stage *s,
				  const struct node *node)
{
	return node ? node : text_of(s)->head.node;
}

/* Stages without points of their own give their number; that of cells is a rank
 * and changes with it, which only matters where a score counts it. */
static void compare_points(struct differ *x, const struct stage *old,
			   const struct stage *new, const struct scope *scope)
{
	struct competency_pair both = {{old->competency, new->competency}};
	const struct node *then = text_of(old)->points_node;
	const struct node *now = text_of(new)->points_node;
	struct scope scored = *scope;
	change_roles reaches;
	struct draft *draft;

	if (old->points == new->points ||
	    (!then && !now && !new->competency->cells))
		return;
	reaches = reach_asking(x, both, true);
	if (!then && !now && !reaches.n)
		return;
	scored.no_monotone = false;
	scored.reach = REACH_NOBODY;
	draft = differ_add(x,
			   new->points > old->points ? CHANGE_D250
						     : CHANGE_D251,
			   &scored);
	draft->c.reaches = reaches;
	draft_side(x, draft, OLD, node_of(old, then), NULL,
		   value_figure_of(old->points));
	draft_side(x, draft, NEW, node_of(new, now), NULL,
		   value_figure_of(new->points));
}

/* The cell that gives the effort of a stage, or NULL. */
static const struct node *effort_node(const struct stage *s)
{
	for (uint32_t i = 0; i < s->n_rubrics; i++)
		if (s->rubrics[i]->effort.node)
			return s->rubrics[i]->effort.node;
	return NULL;
}

static struct change_value effort_value(struct differ *x, enum side side,
					const struct stage *s)
{
	if (!x->in[side]->timed)
		return (struct change_value){0};
	return value_words(effort_text(x->a, s->effort));
}

static void compare_effort(struct differ *x, const struct stage *old,
			   const struct stage *new, const struct scope *scope)
{
	const struct node *then = effort_node(old), *now = effort_node(new);
	struct draft *draft;

	if ((!then && !now) ||
	    (x->in[OLD]->timed && x->in[NEW]->timed &&
	     old->effort.min == new->effort.min &&
	     old->effort.max == new->effort.max))
		return;
	draft = differ_add(x, CHANGE_D240, scope);
	draft_side(x, draft, OLD, node_of(old, then), NULL,
		   effort_value(x, OLD, old));
	draft_side(x, draft, NEW, node_of(new, now), NULL,
		   effort_value(x, NEW, new));
}

static const struct node *elapsed_node(const struct stage *s)
{
	for (uint32_t i = 0; i < s->n_rubrics; i++)
		if (s->rubrics[i]->elapsed_node)
			return s->rubrics[i]->elapsed_node;
	return NULL;
}

static void compare_elapsed(struct differ *x, const struct stage *old,
			    const struct stage *new,
			    const struct scope *scope)
{
	struct draft *draft;

	if (old->elapsed == new->elapsed)
		return;
	draft = differ_add(x, CHANGE_D241, scope);
	draft_side(x, draft, OLD, node_of(old, elapsed_node(old)), NULL,
		   value_words(time_text(x->a, old->elapsed)));
	draft_side(x, draft, NEW, node_of(new, elapsed_node(new)), NULL,
		   value_words(time_text(x->a, new->elapsed)));
}

/* What is true of the stage, whichever text describes it. */
static void compare_stage(struct differ *x, const struct stage *old,
			  const struct stage *new, bool ordered)
{
	struct scope scope = scope_stage(x, old, new), quiet = scope;

	quiet.reach = REACH_NOBODY;
	if (!new->competency->cells) {
		compare_id(x, old, new, &quiet);
		if (!ordered)
			compare_place(x, old, new, &scope);
	}
	compare_points(x, old, new, &scope);
	diff_needs(x, old, new);
	compare_effort(x, old, new, &quiet);
	compare_elapsed(x, old, new, &quiet);
}

/* --- cells ---------------------------------------------------------------- */

static const struct rubric *cell_of(const struct stage *s,
				    const struct role *role)
{
	for (uint32_t i = 0; role && i < s->n_rubrics; i++)
		if (s->rubrics[i]->role == role)
			return s->rubrics[i];
	return NULL;
}

/* Cells of roles that both sides have; others came or went with what the role
 * asks. */
static void compare_cells(struct differ *x, const struct stage *old,
			  const struct stage *new)
{
	for (uint32_t i = 0; i < new->n_rubrics; i++) {
		const struct rubric *cell = new->rubrics[i];
		const struct role *then = role_other(x, NEW, cell->role);
		const struct rubric *was = cell_of(old, then);
		struct scope scope;

		if (!was)
			continue;
		scope = scope_stage(x, old, new);
		scope.about = ABOUT_ROLE;
		scope.reach = REACH_CELL;
		scope.role = (struct role_pair){{then, cell->role}};
		scope.track = cell->role->track;
		scope.cell[OLD] = was;
		scope.cell[NEW] = cell;
		scope.inside = x->role_draft[NEW][cell->role->index];
		diff_rubrics(x, was, cell, &scope);
	}
}

/* --- all stages of a competency ------------------------------------------- */

static void compare_pairs(struct differ *x, const struct competency *new)
{
	bool ordered = in_order(x, new);

	for (uint32_t i = 0; i < new->n_stages; i++) {
		const struct stage *s = &new->stages[i];
		const struct stage *then = stage_other(x, NEW, s);
		struct scope scope;

		if (!then)
			continue;
		compare_stage(x, then, s, ordered);
		if (new->cells) {
			compare_cells(x, then, s);
			continue;
		}
		scope = scope_stage(x, then, s);
		diff_rubrics(x, text_of(then), text_of(s), &scope);
	}
}

static struct change_value kind_of(const struct competency *c)
{
	return value_words(c->cells ? STR("texts of levels")
				    : STR("of its own"));
}

/* A competency described in the other way has nothing left to compare. */
static void rewritten(struct differ *x, const struct competency *old,
		      const struct competency *new)
{
	struct scope scope = scope_competency(x, old, new);
	struct draft *draft = differ_add(x, CHANGE_D229, &scope);

	draft_thing(x, draft, OLD, &old->head, kind_of(old));
	draft_thing(x, draft, NEW, &new->head, kind_of(new));
}

void diff_stages(struct differ *x, const struct competency *old,
		 const struct competency *new)
{
	if (old->cells != new->cells && old->n_stages && new->n_stages) {
		rewritten(x, old, new);
		return;
	}
	compare_pairs(x, new);
	for (uint32_t i = 0; !new->cells && i < new->n_stages; i++)
		if (!stage_other(x, NEW, &new->stages[i]))
			one_stage(x, NEW, &new->stages[i]);
	for (uint32_t i = 0; !old->cells && i < old->n_stages; i++)
		if (!stage_other(x, OLD, &old->stages[i]))
			one_stage(x, OLD, &old->stages[i]);
}
