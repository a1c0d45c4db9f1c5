#include "diff/build.h"

/* The ladder itself, its tracks and categories. */

/* --- the ladder ----------------------------------------------------------- */

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

/* --- tracks --------------------------------------------------------------- */

static void one_track(struct differ *x, enum side side, const struct track *t)
{
	struct scope scope = {.about = ABOUT_TRACK, .track = t};

	draft_one_sided(x, side == NEW ? CHANGE_D101 : CHANGE_D102, &scope,
			side, &t->head, t->head.id);
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
			level_places(x, (enum side)side, t);
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
				diff_level(x, then, role);
			else
				diff_one_level(x, NEW, role);
		}
	}
	for_each(t, &x->in[OLD]->tracks) {
		if (!x->m->track_new[t->index])
			one_track(x, OLD, t);
		for_each(role, &t->levels)
			if (!role_other(x, OLD, role))
				diff_one_level(x, OLD, role);
	}
}

/* --- categories ----------------------------------------------------------- */

static void one_category(struct differ *x, enum side side,
			 const struct category *c)
{
	struct scope scope = {.about = ABOUT_CATEGORY, .category = c};

	draft_one_sided(x, side == NEW ? CHANGE_D201 : CHANGE_D202, &scope,
			side, &c->head, c->head.id);
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

void diff_things(struct differ *x)
{
	struct scope scope = scope_ladder();

	fields_compare(x, "a ladder", x->in[OLD], x->in[NEW], &scope);
	compare_threshold(x);
	compare_cumulative(x);
	compare_tracks(x);
	compare_categories(x);
	diff_competencies(x);
}
