#include "diff/build.h"

/* Competencies: came and gone, their names, categories, layers, thresholds.
 * Their stages are compared in stages.c. */

static void add_roles(struct differ *x, const change_roles *roles)
{
	for_each(role, roles)
		reach_add(x, (*role)->track->ladder == x->in[NEW] ? NEW : OLD,
			  *role);
}

/* Who asks for it, and who asks a figure of a score that counts it. */
static change_roles all_asking(struct differ *x, const change_roles *asking,
			       const change_roles *scored)
{
	reach_begin(x);
	add_roles(x, asking);
	add_roles(x, scored);
	return reach_end(x);
}

/* A new one is a bar for who asks for it, one that is gone no longer is. In a
 * score it pulls the other way, or either: who asks that must look. */
static void one_competency(struct differ *x, enum side side,
			   const struct competency *c)
{
	struct competency_pair pair = {{side == OLD ? c : NULL,
					side == NEW ? c : NULL}};
	struct scope scope =
		scope_competency(x, pair.of[OLD], pair.of[NEW]);
	change_roles asking = reach_asking(x, pair, false);
	change_roles scored = reach_asking(x, pair, true);
	struct draft *draft;

	scope.reach = REACH_NOBODY;
	draft = draft_one_sided(x, side == NEW ? CHANGE_D210 : CHANGE_D211,
				&scope, side, &c->head, c->head.id);
	draft->c.reaches = all_asking(x, &asking, &scored);
	if (scored.n && (side == OLD || !asking.n))
		draft->c.incumbent = draft->c.candidate = EFFECT_REVIEW;
}

/* A competency that is a checklist item is called what its one behaviour says:
 * other words there are told there. */
static bool is_its_behaviour(const struct competency *c)
{
	const struct rubric *r;

	if (c->n_stages != 1 || c->stages[0].n_rubrics != 1)
		return false;
	r = c->stages[0].rubrics[0];
	return r->behaviours.n == 1 &&
	       str_eq(r->behaviours.at[0].text, c->name);
}

static void compare_name(struct differ *x, const struct competency *old,
			 const struct competency *new,
			 const struct scope *scope)
{
	struct scope named = *scope;

	named.reach = REACH_NOBODY;
	if (is_its_behaviour(old) && is_its_behaviour(new) &&
	    x->m->stage_new[old->stages[0].index])
		return;
	text_compare(x, CHANGE_D003, &named, old->name, new->name,
		     thing_find(&x->in[OLD]->doc, &old->head, "name"),
		     thing_find(&x->in[NEW]->doc, &new->head, "name"));
}

static const struct node *node_or(const struct node *node,
				  const struct head *thing)
{
	return node ? node : thing->node;
}

static struct change_value category_value(const struct competency *c)
{
	struct change_value value = value_id(c->category_id);

	value.category = c->category;
	return value;
}

static uint32_t compare_category(struct differ *x,
				 const struct competency *old,
				 const struct competency *new,
				 const struct scope *scope)
{
	struct draft *draft;

	if (str_eq(old->category_id, new->category_id))
		return 0;
	draft = differ_add(x, CHANGE_D214, scope);
	draft_side(x, draft, OLD, node_or(old->category_node, &old->head),
		   NULL, category_value(old));
	draft_side(x, draft, NEW, node_or(new->category_node, &new->head),
		   NULL, category_value(new));
	return draft_number(x, draft);
}

/* The layer that follows from a category is told there. */
static void compare_layer(struct differ *x, const struct competency *old,
			  const struct competency *new,
			  const struct scope *scope)
{
	struct draft *draft;

	if (old->layer == new->layer ||
	    !str_eq(old->category_id, new->category_id) ||
	    (!old->layer_node && !new->layer_node))
		return;
	draft = differ_add(x, CHANGE_D203, scope);
	draft_side(x, draft, OLD, node_or(old->layer_node, &old->head), NULL,
		   value_words(str_of(layer_name((enum layer)old->layer))));
	draft_side(x, draft, NEW, node_or(new->layer_node, &new->head), NULL,
		   value_words(str_of(layer_name((enum layer)new->layer))));
}

bool own_threshold(const struct ladder *l, const struct competency *c)
{
	return thing_find(&l->doc, &c->head, "threshold");
}

static void compare_own_threshold(struct differ *x,
				  const struct competency *old,
				  const struct competency *new,
				  const struct scope *scope)
{
	const struct node *node[2];
	struct draft *draft;

	if (old->threshold == new->threshold ||
	    (!own_threshold(x->in[OLD], old) &&
	     !own_threshold(x->in[NEW], new)))
		return;
	node[OLD] = thing_find(&x->in[OLD]->doc, &old->head, "threshold");
	node[NEW] = thing_find(&x->in[NEW]->doc, &new->head, "threshold");
	draft = differ_add(x,
			   new->threshold > old->threshold ? CHANGE_D010
							   : CHANGE_D011,
			   scope);
	draft_side(x, draft, OLD, node_or(node[OLD], &old->head), NULL,
		   value_figure_of(old->threshold));
	draft_side(x, draft, NEW, node_or(node[NEW], &new->head), NULL,
		   value_figure_of(new->threshold));
}

static void compare_competency(struct differ *x, const struct competency *old,
			       const struct competency *new)
{
	struct scope scope = scope_competency(x, old, new), quiet = scope;
	uint32_t moved, renamed;

	quiet.reach = REACH_NOBODY;
	moved = compare_category(x, old, new, &quiet);
	quiet.inside = moved;
	renamed = diff_renamed(x, CHANGE_D212, &quiet, &old->head, &new->head,
			       &new->renamed_from);
	x->competency_draft[NEW][new->index] = moved ? moved : renamed;
	x->competency_draft[OLD][old->index] = moved ? moved : renamed;
	scope = scope_competency(x, old, new);
	quiet.inside = scope.inside;
	diff_old_ids(x, &quiet, &old->head, &old->renamed_from, &new->head,
		     &new->renamed_from);
	compare_name(x, old, new, &scope);
	compare_layer(x, old, new, &quiet);
	compare_own_threshold(x, old, new, &scope);
	fields_compare(x, "a competency", old, new, &scope);
	diff_stages(x, old, new);
}

void diff_competencies(struct differ *x)
{
	for_each(c, &x->in[NEW]->competencies) {
		const struct competency *old = competency_other(x, NEW, c);

		if (old)
			compare_competency(x, old, c);
		else
			one_competency(x, NEW, c);
	}
	for_each(c, &x->in[OLD]->competencies)
		if (!competency_other(x, OLD, c))
			one_competency(x, OLD, c);
}
