#include "diff/build.h"

/* What came or went as a whole, and what goes by another name: the same for
 * things of every kind. */

void draft_thing(struct differ *x, struct draft *draft, enum side side,
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

struct draft *draft_one_sided(struct differ *x, enum change_code code,
			      const struct scope *scope, enum side side,
			      const struct head *thing, struct str id)
{
	struct draft *draft = differ_add(x, code, scope);
	enum side other = side == OLD ? NEW : OLD;

	draft_thing(x, draft, side, thing, value_id(id));
	if (other == NEW)
		draft->c.new.value = replacement(x->in[NEW], id);
	else
		draft->c.old.value = replacement(x->in[OLD], id);
	return draft;
}

const struct node **item_nodes(struct differ *x, enum side side,
			       const struct head *thing, const char *key,
			       uint32_t n)
{
	const struct node **items =
		ARENA_ARRAY(x->a, n, const struct node *);
	const struct node *node = thing_find(&x->in[side]->doc, thing, key);
	bool list = node && node->kind == NODE_LIST;

	if (!node)
		node = thing->node;
	if (list)
		node++;
	for (uint32_t i = 0; i < n; i++) {
		items[i] = node;
		if (list)
			node = node_next(node);
	}
	return items;
}

/* --- ids of the past ------------------------------------------------------ */

static bool holds(const struct texts *list, struct str text)
{
	for (uint32_t i = 0; i < list->n; i++)
		if (str_eq(list->at[i], text))
			return true;
	return false;
}

static struct map set_of(struct differ *x, const struct texts *list)
{
	struct map set = {0};

	for (uint32_t i = 0; i < list->n; i++)
		map_add(&set, x->a, list->at[i], &list->at[i]);
	return set;
}

/* Whether the thing has that id on the other side: a rename is told once. */
static bool is_name_there(const struct scope *scope, enum side side,
			    struct str id, struct str other_id)
{
	const struct role *other = scope->role.of[side == OLD ? NEW : OLD];

	return str_eq(id, other_id) || (other && scope->role.of[side] &&
					str_eq(id, other->path));
}

/* An old id of one side that the other does not know; `other_id` is what the
 * thing is called there. */
static void old_ids(struct differ *x, enum side side,
		    const struct scope *scope, const struct head *thing,
		    const struct texts *here, const struct texts *there,
		    struct str other_id)
{
	const struct node **nodes;
	struct map known;

	if (!here->n)
		return;
	known = set_of(x, there);
	nodes = item_nodes(x, side, thing, "renamed-from", here->n);
	for (uint32_t i = 0; i < here->n; i++) {
		struct str id = here->at[i];
		struct draft *draft;

		if (map_find(&known, id) ||
		    is_name_there(scope, side, id, other_id))
			continue;
		draft = differ_add(x, side == NEW ? CHANGE_D140 : CHANGE_D141,
				   scope);
		draft_side(x, draft, side, nodes[i], NULL, value_id(id));
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
	draft_thing(x, draft, OLD, old, value_id(old->id));
	draft_thing(x, draft, NEW, new, value_id(new->id));
	return draft_number(x, draft);
}
