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
	draft_thing(x, draft, OLD, old, value_id(old->id));
	draft_thing(x, draft, NEW, new, value_id(new->id));
	return draft_number(x, draft);
}
