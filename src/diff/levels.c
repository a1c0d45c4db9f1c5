#include "diff/build.h"
#include "diff/texts.h"

/* Levels of tracks: their place, their conditions, what they build on. What
 * they ask is compared in asks.c and choices.c. */

/* By their keys. */
static struct map attributes_of(struct differ *x, const struct role *role)
{
	struct map by_key = {0};

	for_each(pair, &role->attributes)
		map_add(&by_key, x->a, pair->head.id, pair);
	return by_key;
}

static void compare_attributes(struct differ *x, const struct role *old,
			       const struct role *new,
			       const struct scope *scope)
{
	struct map before = attributes_of(x, old);
	struct map after = attributes_of(x, new);
	struct str none = {0};

	for_each(pair, &new->attributes) {
		const struct pair *then = map_find(&before, pair->head.id);

		text_compare(x, CHANGE_D117, scope, then ? then->text : none,
			     pair->text, then ? then->head.node : NULL,
			     pair->head.node);
	}
	for_each(pair, &old->attributes)
		if (!map_find(&after, pair->head.id))
			text_compare(x, CHANGE_D117, scope, pair->text, none,
				     pair->head.node, NULL);
}

static void one_gate(struct differ *x, const struct scope *scope,
		     enum side side, struct str gate, const struct node *node)
{
	struct draft *draft = differ_add(
		x, side == NEW ? CHANGE_D130 : CHANGE_D131, scope);

	draft_side(x, draft, side, node, NULL, value_words(gate));
}

static void compare_gates(struct differ *x, const struct role *old,
			  const struct role *new, const struct scope *scope)
{
	text_pairs pairs = texts_match(old->gates.at, old->gates.n,
				       new->gates.at, new->gates.n, x->a);
	const struct node **then =
		item_nodes(x, OLD, &old->head, "gates", old->gates.n);
	const struct node **now =
		item_nodes(x, NEW, &new->head, "gates", new->gates.n);

	for_each(pair, &pairs) {
		if (pair->new == UINT32_MAX)
			one_gate(x, scope, OLD, old->gates.at[pair->old],
				 then[pair->old]);
		else if (pair->old == UINT32_MAX)
			one_gate(x, scope, NEW, new->gates.at[pair->new],
				 now[pair->new]);
		else
			text_compare(x, CHANGE_D132, scope,
				     old->gates.at[pair->old],
				     new->gates.at[pair->new],
				     then[pair->old], now[pair->new]);
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
	draft_thing(x, draft, OLD, &old->head, values[OLD]);
	draft_thing(x, draft, NEW, &new->head, values[NEW]);
	return draft_number(x, draft);
}

void diff_level(struct differ *x, const struct role *old,
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

void diff_one_level(struct differ *x, enum side side, const struct role *role)
{
	struct scope scope = side == NEW ? scope_role(x, NULL, role)
					 : scope_role(x, role, NULL);
	struct draft *draft;

	if (!track_other(x, side, role->track))
		return; /* its track is what came, or went */
	scope.reach = REACH_NOBODY; /* those above it: see asks.c */
	draft = draft_one_sided(x, side == NEW ? CHANGE_D110 : CHANGE_D111,
				&scope, side, &role->head, role->path);
	x->role_draft[side][role->index] = draft_number(x, draft);
}

void level_places(struct differ *x, enum side side, const struct track *t)
{
	uint32_t place = 0;

	for_each(role, &t->levels) {
		const struct role *there = role_other(x, side, role);

		if (there && there->track == track_other(x, side, t))
			x->places[side][role->index] = ++place;
	}
}
