#include "diff/build.h"

/* One behaviour on both sides. */

/* The value of a key of a behaviour; NULL where it is but a text, too. */
static const struct node *value_in(const struct differ *x, enum side side,
				   const struct behaviour *b, const char *key)
{
	if (b->head.node->kind != NODE_MAP)
		return NULL;
	return doc_find(&x->in[side]->doc, b->head.node, str_of(key));
}

void behaviour_side(struct differ *x, struct draft *draft, enum side side,
		    const struct behaviour *b, const char *key)
{
	const struct node *place = value_in(x, side, b, key);

	if (!place)
		place = value_in(x, side, b, "text");
	draft_side(x, draft, side, b->head.node, place, value_words(b->text));
}

static void compare_optional(struct differ *x, const struct behaviour *old,
			     const struct behaviour *new,
			     const struct scope *scope)
{
	struct draft *draft;

	if (old->optional == new->optional)
		return;
	draft = differ_add(x, new->optional ? CHANGE_D305 : CHANGE_D304,
			   scope);
	behaviour_side(x, draft, OLD, old, "optional");
	behaviour_side(x, draft, NEW, new, "optional");
}

static void compare_id(struct differ *x, const struct behaviour *old,
		       const struct behaviour *new, const struct scope *scope)
{
	struct draft *draft;

	if (str_eq(old->head.id, new->head.id))
		return;
	if (old->head.id.len) {
		draft = differ_add(x, CHANGE_D310, scope);
		draft_side(x, draft, OLD, old->head.node,
			   value_in(x, OLD, old, "id"),
			   value_id(old->head.id));
	}
	if (new->head.id.len) {
		draft = differ_add(x, CHANGE_D309, scope);
		draft_side(x, draft, NEW, new->head.node,
			   value_in(x, NEW, new, "id"),
			   value_id(new->head.id));
	}
}

static const struct node *text_node(struct differ *x, enum side side,
				    const struct behaviour *b)
{
	const struct node *text = value_in(x, side, b, "text");

	return text ? text : b->head.node;
}

void behaviour_compare(struct differ *x, const struct behaviour *old,
		       const struct behaviour *new, const struct scope *scope)
{
	struct scope quiet = *scope;

	quiet.reach = REACH_NOBODY;
	text_compare(x, CHANGE_D303,
		     old->optional && new->optional ? &quiet : scope,
		     old->text, new->text, text_node(x, OLD, old),
		     text_node(x, NEW, new));
	compare_optional(x, old, new, scope);
	compare_id(x, old, new, &quiet);
	fields_compare(x, "a behaviour", old, new, &quiet);
}
