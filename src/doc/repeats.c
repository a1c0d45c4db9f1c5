#include "doc/edit_parts.h"

#include "base/map.h"

/* Anchors are not kept in the tree: they stand in the bytes before a node. */

static bool ends_name(char c)
{
	return strchr(" \t\r\n,[]{}", c) != NULL;
}

/* The name behind "&" among the properties in [from, to), or empty. */
static struct str anchor_in(struct str text, uint32_t from, uint32_t to)
{
	for (uint32_t at = from; at < to; at++) {
		struct str rest = str_from(text, at + 1);
		size_t n = 0;

		if (text.ptr[at] == '#') {
			at = skip_space(text, at) - 1;
			continue;
		}
		if (text.ptr[at] != '&')
			continue;
		while (n < rest.len && !ends_name(rest.ptr[n]))
			n++;
		return str_head(rest, n);
	}
	return (struct str){0};
}

/* The name behind "*" where an alias stands. */
static struct str alias_name(const struct doc *doc, const struct node *n)
{
	struct str token = {doc_bytes(doc).ptr + n->at, n->end - n->at};

	return str_trim(str_from(token, 1));
}

/* Where the properties of the node after `n` may begin. */
static uint32_t behind(const struct doc *doc, const struct node *n)
{
	if (n->kind == NODE_SCALAR || n->flags & NODE_ALIAS)
		return n->end;
	return n->at + node_is_flow(doc, n);
}

void edit_find_repeats(struct edit *e)
{
	const struct doc *doc = e->doc;
	struct str text = doc_bytes(doc);
	struct map anchored = {0};
	uint32_t from = 0;

	for (uint32_t i = 0; i < doc->n;) {
		const struct node *n = &doc->nodes[i];
		struct str name = anchor_in(text, from, n->at);
		struct node *of;

		if (name.len)
			map_set(&anchored, e->arena, name, (void *)n);
		from = behind(doc, n);
		if (!(n->flags & NODE_ALIAS)) {
			i++;
			continue;
		}
		of = map_find(&anchored, alias_name(doc, n));
		if (of)
			*vec_add(e->arena, &e->repeats) =
				(struct repeat){i, (uint32_t)(of - doc->nodes)};
		i += n->size;
	}
}
