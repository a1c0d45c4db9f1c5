#include "model/canon.h"

struct canon {
	const struct doc *doc;
	uint32_t *order;
};

static void visit(struct canon *c, const struct shape *shape,
		  const struct node *n);

static const struct field *find_field(const struct shape *shape,
				      struct str name)
{
	for (uint32_t i = 0; i < shape->n; i++)
		if (str_is(name, shape->fields[i].name))
			return &shape->fields[i];
	return NULL;
}

uint32_t canon_place(const struct shape *shape, struct str key)
{
	const struct field *field = find_field(shape, key);

	if (field)
		return (uint32_t)(field - shape->fields) + 1;
	if (str_is(key, "remove"))
		return shape->n + 1;
	return str_starts(key, STR("x-")) ? shape->n + 2 : 0;
}

static void set_places(struct canon *c, const struct shape *shape,
		       const struct node *map)
{
	const struct node *nodes = c->doc->nodes;

	for_each_key(key, map)
		if (!canon_place(shape, doc_text(c->doc, key)))
			return;
	for_each_key(key, map)
		c->order[key - nodes] =
			canon_place(shape, doc_text(c->doc, key));
}

static void visit_items(struct canon *c, const struct shape *shape,
			const struct node *list)
{
	if (list->kind == NODE_LIST)
		for_each_item(item, list)
			visit(c, shape, item);
}

static void visit_field(struct canon *c, const struct field *field,
			const struct node *value)
{
	if (!field->shape || value->flags & NODE_ALIAS)
		return;
	if (field->kind == FIELD_LIST)
		visit_items(c, field->shape, value);
	else if (field->kind == FIELD_MAPPING)
		visit(c, field->shape, value);
	else if (field->kind == FIELD_KEYED && value->kind == NODE_MAP)
		for_each_key(key, value)
			visit(c, field->shape, key + 1);
}

/* Depth is bounded by that of the tables. */
static void visit(struct canon *c, const struct shape *shape,
		  const struct node *n)
{
	if (n->flags & NODE_ALIAS)
		return;
	if (n->kind == NODE_LIST && shape->list_field)
		visit_field(c, find_field(shape, str_of(shape->list_field)), n);
	if (n->kind != NODE_MAP)
		return;
	set_places(c, shape, n);
	for_each_key(key, n) {
		const struct field *field =
			find_field(shape, doc_text(c->doc, key));

		if (field)
			visit_field(c, field, key + 1);
	}
}

uint32_t *canon_order(const struct doc *doc, const struct shape *root,
		      struct arena *a)
{
	struct canon c = {doc, ARENA_ARRAY(a, doc->n + 1, uint32_t)};

	if (doc->n)
		visit(&c, root, doc->nodes);
	return c.order;
}
