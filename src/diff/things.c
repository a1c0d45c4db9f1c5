#include "diff/build.h"
#include "diff/texts.h"

/* The ladder, its tracks and levels, categories and competencies: what came,
 * what went, what has another name or place. */

/* Points at the thing itself, by its name. */
static void side_thing(struct differ *x, struct draft *draft, enum side side,
		       const struct head *thing, struct change_value value)
{
	draft_side(x, draft, side, thing->node,
		   thing_name(&x->in[side]->doc, thing), value);
}

/* What says that something is gone on purpose, and what takes its place: shown
 * with what is gone. */
static struct change_value replacement(const struct ladder *l, struct str id)
{
	const struct retired *r = map_find(&l->by_retired, id);

	if (!r || !r->replaced_by.len)
		return (struct change_value){0};
	return value_id(r->replaced_by);
}

/* Only on one side. `in` is the other ladder, which may say why. */
static struct draft *one_sided(struct differ *x, enum change_code code,
			       const struct scope *scope, enum side side,
			       const struct head *thing, struct str id)
{
	struct draft *draft = differ_add(x, code, scope);
	enum side other = side == OLD ? NEW : OLD;

	side_thing(x, draft, side, thing, value_id(id));
	if (other == NEW)
		draft->c.new.value = replacement(x->in[NEW], id);
	else
		draft->c.old.value = replacement(x->in[OLD], id);
	return draft;
}

/* --- ids of the past ------------------------------------------------------- */

static bool holds(const struct texts *list, struct str text)
{
	for (uint32_t i = 0; i < list->n; i++)
		if (str_eq(list->at[i], text))
			return true;
	return false;
}

/* An old id of one side that the other does not know; `other_id` is what the
 * thing is called there, so that a rename is told once. */
static void old_ids(struct differ *x, enum side side,
		    const struct scope *scope, const struct head *thing,
		    const struct texts *here, const struct texts *there,
		    struct str other_id)
{
	for (uint32_t i = 0; i < here->n; i++) {
		const struct node *list =
			thing_find(&x->in[side]->doc, thing, "renamed-from");
		const struct node *node = list ? list + 1 : thing->node;
		struct draft *draft;

		if (holds(there, here->at[i]) ||
		    str_eq(here->at[i], other_id) ||
		    (scope->role.of[OLD] && scope->role.of[NEW] &&
		     str_eq(here->at[i],
			    scope->role.of[side == OLD ? NEW : OLD]->path)))
			continue;
		for (uint32_t k = 0; list && list->kind == NODE_LIST && k < i;
		     k++)
			node = node_next(node);
		draft = differ_add(x, side == NEW ? CHANGE_D140 : CHANGE_D141,
				   scope);
		draft_side(x, draft, side, node, NULL, value_id(here->at[i]));
	}
}

void diff_old_ids(struct differ *x, const struct scope *scope,
		  const struct head *old, const struct texts *old_list,
		  const struct head *new, const struct texts *new_list)
{
	old_ids(x, OLD, scope, old, old_list, new_list, new->id);
	old_ids(x, NEW, scope, new, new_list, old_list, old->id);
}

uint32_t diff_renamed(struct differ *x, enum change_code renamed,
		      const struct scope *scope, const struct head *old,
		      const struct head *new, const struct texts *declared)
{
	bool forward = holds(declared, old->id) ||
		       (scope->role.of[OLD] &&
			holds(declared, scope->role.of[OLD]->path));
	struct draft *draft;

	if (str_eq(old->id, new->id))
		return 0;
	draft = differ_add(x, forward ? renamed : change_table[renamed].mirror,
			   scope);
	side_thing(x, draft, OLD, old, value_id(old->id));
	side_thing(x, draft, NEW, new, value_id(new->id));
	return draft_number(x, draft);
}

/* --- the ladder ------------------------------------------------------------ */

/* A value of the ladder that many things take over: both sides point at it. */
static void sides_of_ladder(struct differ *x, struct draft *draft,
			    const char *key, struct change_value old,
			    struct change_value new)
{
	struct change_value values[2] = {old, new};

	for (int side = OLD; side <= NEW; side++) {
		const struct ladder *l = x->in[side];
		const struct node *node =
			thing_find(&l->doc, &l->head, key);

		draft_side(x, draft, side, node ? node : l->head.node, NULL,
			   values[side]);
	}
}

static bool own_threshold(const struct ladder *l, const struct competency *c)
{
	return thing_find(&l->doc, &c->head, "threshold");
}

/* The roles that ask for competencies which leave the threshold to the
 * ladder. */
static change_roles threshold_reach(struct differ *x)
{
	reach_begin(x);
	for_each(c, &x->in[NEW]->competencies) {
		const struct competency *old = competency_other(x, NEW, c);
		struct competency_pair both = {{old, c}};

		if (old && !own_threshold(x->in[NEW], c) &&
		    !own_threshold(x->in[OLD], old))
			reach_more(x, both);
	}
	return reach_end(x);
}

static void compare_threshold(struct differ *x)
{
	int64_t old = x->in[OLD]->threshold, new = x->in[NEW]->threshold;
	struct scope scope = scope_ladder();
	struct draft *draft;

	if (old == new)
		return;
	draft = differ_add(x, new > old ? CHANGE_D010 : CHANGE_D011, &scope);
	draft->c.reaches = threshold_reach(x);
	sides_of_ladder(x, draft, "threshold", value_figure_of(old),
			value_figure_of(new));
}

static struct change_value value_bool_of(bool value)
{
	return (struct change_value){VALUE_BOOL, .number = value};
}

/* Whom it reaches is found with the requirements. */
static void compare_cumulative(struct differ *x)
{
	bool old = x->in[OLD]->cumulative, new = x->in[NEW]->cumulative;
	struct scope scope = scope_ladder();
	struct draft *draft;

	if (old == new)
		return;
	draft = differ_add(x, new ? CHANGE_D006 : CHANGE_D007, &scope);
	sides_of_ladder(x, draft, "cumulative", value_bool_of(old),
			value_bool_of(new));
	x->ladder_cumulative = draft_number(x, draft);
}

/* --- levels ---------------------------------------------------------------- */

static void compare_attributes(struct differ *x, const struct role *old,
			       const struct role *new,
			       const struct scope *scope)
{
	for_each(pair, &new->attributes) {
		const struct pair *then = NULL;

		for_each(other, &old->attributes)
			if (str_eq(other->head.id, pair->head.id))
				then = other;
		text_compare(x, CHANGE_D117, scope,
			     then ? then->text : (struct str){0}, pair->text,
			     then ? then->head.node : NULL, pair->head.node);
	}
	for_each(pair, &old->attributes) {
		bool kept = false;

		for_each(other, &new->attributes)
			kept = kept || str_eq(other->head.id, pair->head.id);
		if (!kept)
			text_compare(x, CHANGE_D117, scope, pair->text,
				     (struct str){0}, pair->head.node, NULL);
	}
}

static const struct node *item_of(const struct doc *doc,
				  const struct head *thing, const char *key,
				  uint32_t i)
{
	const struct node *node = thing_find(doc, thing, key);

	if (!node || node->kind != NODE_LIST)
		return node ? node : thing->node;
	for (node++; i; i--)
		node = node_next(node);
	return node;
}

static void one_gate(struct differ *x, const struct scope *scope,
		     enum side side, const struct role *role, uint32_t i)
{
	struct draft *draft = differ_add(
		x, side == NEW ? CHANGE_D130 : CHANGE_D131, scope);

	draft_side(x, draft, side,
		   item_of(&x->in[side]->doc, &role->head, "gates", i), NULL,
		   value_words(role->gates.at[i]));
}

static void compare_gates(struct differ *x, const struct role *old,
			  const struct role *new, const struct scope *scope)
{
	text_pairs pairs = texts_match(old->gates.at, old->gates.n,
				       new->gates.at, new->gates.n, x->a);

	for_each(pair, &pairs) {
		if (pair->new == UINT32_MAX)
			one_gate(x, scope, OLD, old, pair->old);
		else if (pair->old == UINT32_MAX)
			one_gate(x, scope, NEW, new, pair->new);
		else
			text_compare(x, CHANGE_D132, scope,
				     old->gates.at[pair->old],
				     new->gates.at[pair->new],
				     item_of(&x->in[OLD]->doc, &old->head,
					     "gates", pair->old),
				     item_of(&x->in[NEW]->doc, &new->head,
					     "gates", pair->new));
	}
}

/* A level that builds on those below it where it did not, or the reverse;
 * where the ladder's own word changed, it is told there. */
static void compare_role_cumulative(struct differ *x, const struct role *old,
				    const struct role *new,
				    const struct scope *scope)
{
	struct draft *draft;

	if (old->cumulative == new->cumulative)
		return;
	if (!old->cumulative_node && !new->cumulative_node) {
		x->cumulative_draft[new->index] = x->ladder_cumulative;
		return;
	}
	draft = differ_add(x, new->cumulative ? CHANGE_D006 : CHANGE_D007,
			   scope);
	draft->c.reaches = (change_roles){0};
	draft_side(x, draft, OLD,
		   old->cumulative_node ? old->cumulative_node
					: old->head.node,
		   NULL, value_bool_of(old->cumulative));
	draft_side(x, draft, NEW,
		   new->cumulative_node ? new->cumulative_node
					: new->head.node,
		   NULL, value_bool_of(new->cumulative));
	x->cumulative_draft[new->index] = draft_number(x, draft);
}

static uint32_t compare_place(struct differ *x, const struct role *old,
			      const struct role *new,
			      const struct scope *scope)
{
	const struct track *now = x->m->track_new[old->track->index];
	struct change_value values[2];
	struct draft *draft;

	if (now != new->track) {
		values[OLD] = value_id(old->path);
		values[NEW] = value_id(new->path);
	} else {
		uint32_t then = x->places[OLD][old->index];
		uint32_t place = x->places[NEW][new->index];

		if (then == place)
			return 0;
		values[OLD] = value_words(arena_printf(x->a, "place %u", then));
		values[NEW] =
			value_words(arena_printf(x->a, "place %u", place));
	}
	draft = differ_add(x, CHANGE_D114, scope);
	side_thing(x, draft, OLD, &old->head, values[OLD]);
	side_thing(x, draft, NEW, &new->head, values[NEW]);
	return draft_number(x, draft);
}

static void compare_role(struct differ *x, const struct role *old,
			 const struct role *new)
{
	struct scope scope = scope_role(x, old, new);
	uint32_t renamed = 0, moved;

	moved = compare_place(x, old, new, &scope);
	scope.inside = moved;
	if (!x->renamed_in_place[new->index])
		renamed = diff_renamed(x, CHANGE_D112, &scope, &old->head,
				       &new->head, &new->renamed_from);
	x->role_draft[NEW][new->index] = moved ? moved : renamed;
	x->role_draft[OLD][old->index] = x->role_draft[NEW][new->index];
	scope = scope_role(x, old, new);
	diff_old_ids(x, &scope, &old->head, &old->renamed_from, &new->head,
		     &new->renamed_from);
	compare_role_cumulative(x, old, new, &scope);
	scope.in_place = x->renamed_in_place[new->index];
	fields_compare(x, "a level", old, new, &scope);
	compare_attributes(x, old, new, &scope);
	compare_gates(x, old, new, &scope);
	diff_choices(x, old, new);
	diff_stretch(x, old, new);
}

/* A level that only one side has, in a track that both have. */
static void one_role(struct differ *x, enum side side, const struct role *role)
{
	struct scope scope = side == NEW ? scope_role(x, NULL, role)
					 : scope_role(x, role, NULL);
	const struct track *there =
		(side == OLD ? x->m->track_new
			     : x->m->track_old)[role->track->index];
	struct draft *draft;

	if (!there)
		return; /* its track is what came, or went */
	scope.reach = REACH_NOBODY; /* those above it: see asks.c */
	draft = one_sided(x, side == NEW ? CHANGE_D110 : CHANGE_D111, &scope,
			  side, &role->head, role->path);
	x->role_draft[side][role->index] = draft_number(x, draft);
}

/* The place of a level among those of its track that both sides have, from
 * 1. */
static void set_places(struct differ *x, enum side side,
		       const struct track *t)
{
	uint32_t place = 0;

	for_each(role, &t->levels) {
		const struct role *there = role_other(x, side, role);
		const struct track *track =
			(side == OLD ? x->m->track_new
				     : x->m->track_old)[t->index];

		if (there && there->track == track)
			x->places[side][role->index] = ++place;
	}
}

/* --- tracks ---------------------------------------------------------------- */

static void one_track(struct differ *x, enum side side, const struct track *t)
{
	struct scope scope = {.about = ABOUT_TRACK, .track = t};

	one_sided(x, side == NEW ? CHANGE_D101 : CHANGE_D102, &scope, side,
		  &t->head, t->head.id);
}

static void compare_track(struct differ *x, const struct track *old,
			  const struct track *new)
{
	struct scope scope = {.about = ABOUT_TRACK, .track = new};

	scope.inside = diff_renamed(x, CHANGE_D103, &scope, &old->head,
				    &new->head, &new->renamed_from);
	diff_old_ids(x, &scope, &old->head, &old->renamed_from, &new->head,
		     &new->renamed_from);
	fields_compare(x, "a track", old, new, &scope);
}

static void compare_tracks(struct differ *x)
{
	for (int side = OLD; side <= NEW; side++) {
		x->places[side] =
			ARENA_ARRAY(x->a, x->in[side]->n_roles, uint32_t);
		for_each(t, &x->in[side]->tracks)
			set_places(x, (enum side)side, t);
	}
	for_each(t, &x->in[NEW]->tracks) {
		const struct track *old = x->m->track_old[t->index];

		if (old)
			compare_track(x, old, t);
		else
			one_track(x, NEW, t);
		for_each(role, &t->levels) {
			const struct role *then = role_other(x, NEW, role);

			if (then)
				compare_role(x, then, role);
			else
				one_role(x, NEW, role);
		}
	}
	for_each(t, &x->in[OLD]->tracks) {
		if (!x->m->track_new[t->index])
			one_track(x, OLD, t);
		for_each(role, &t->levels)
			if (!role_other(x, OLD, role))
				one_role(x, OLD, role);
	}
}

/* --- categories ------------------------------------------------------------ */

static void one_category(struct differ *x, enum side side,
			 const struct category *c)
{
	struct scope scope = {.about = ABOUT_CATEGORY, .category = c};

	one_sided(x, side == NEW ? CHANGE_D201 : CHANGE_D202, &scope, side,
		  &c->head, c->head.id);
}

static void compare_categories(struct differ *x)
{
	for_each(c, &x->in[NEW]->categories) {
		const struct category *old =
			ladder_category(x->in[OLD], c->head.id);
		struct scope scope = {.about = ABOUT_CATEGORY, .category = c};

		if (old)
			fields_compare(x, "a category", old, c, &scope);
		else
			one_category(x, NEW, c);
	}
	for_each(c, &x->in[OLD]->categories)
		if (!ladder_category(x->in[NEW], c->head.id))
			one_category(x, OLD, c);
}

/* --- competencies ---------------------------------------------------------- */

/* It is asked for by its new text, or was by its old; where it only counted in
 * a score, who asks that must look. */
static void one_competency(struct differ *x, enum side side,
			   const struct competency *c)
{
	struct competency_pair pair = {{side == OLD ? c : NULL,
					side == NEW ? c : NULL}};
	struct scope scope =
		scope_competency(x, pair.of[OLD], pair.of[NEW]);
	struct draft *draft;

	scope.reach = REACH_NOBODY;
	draft = one_sided(x, side == NEW ? CHANGE_D210 : CHANGE_D211, &scope,
			  side, &c->head, c->head.id);
	draft->c.reaches = reach_asking(x, pair, false);
	if (draft->c.reaches.n)
		return;
	draft->c.reaches = reach_asking(x, pair, true);
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
		   NULL, value_id(old->category_id));
	draft_side(x, draft, NEW, node_or(new->category_node, &new->head),
		   NULL, value_id(new->category_id));
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

static void compare_competencies(struct differ *x)
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

void diff_things(struct differ *x)
{
	struct scope scope = scope_ladder();

	fields_compare(x, "a ladder", x->in[OLD], x->in[NEW], &scope);
	compare_threshold(x);
	compare_cumulative(x);
	compare_tracks(x);
	compare_categories(x);
	compare_competencies(x);
}
