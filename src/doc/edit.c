#include "doc/edit.h"

#include "doc/edit_parts.h"
#include "doc/scalar.h"

/* --- beginning ----------------------------------------------------------- */

static void find_parents(struct edit *e)
{
	const struct doc *doc = e->doc;
	uint32_t open = 0; /* the innermost collection that holds node i */

	e->parent = ARENA_ARRAY(e->arena, doc->n + 1, uint32_t);
	for (uint32_t i = 1; i < doc->n; i++) {
		while (open + doc->nodes[open].size <= i)
			open = e->parent[open];
		e->parent[i] = open;
		if (doc->nodes[i].size > 1)
			open = i;
	}
}

/* A value that begins on a line after its key shows by how much the file
 * indents. Lines are long: looked at are only those that end between the
 * two. */
static void take_step(struct edit *e, const struct node *map,
		      const struct node *key)
{
	struct str text = doc_bytes(e->doc);
	const struct node *value = key + 1;
	bool list = value->kind == NODE_LIST;
	uint32_t *step = list ? &e->style.list_step : &e->style.step;
	uint32_t column, outer;

	if (value->kind == NODE_SCALAR || value->flags & NODE_ALIAS ||
	    node_is_flow(e->doc, map) || node_is_flow(e->doc, value) ||
	    *step != UINT32_MAX || value->at <= key->end ||
	    !memchr(text.ptr + key->end, '\n', value->at - key->end))
		return;
	outer = key->at - line_start(e->doc, key->at);
	column = value->at - line_start(e->doc, value->at);
	if (column >= outer)
		*step = column - outer;
}

static void find_style(struct edit *e)
{
	const struct doc *doc = e->doc;
	struct str text = doc_bytes(doc);
	size_t stop = str_index(text, '\n');

	e->style = (struct piece_style){UINT32_MAX, UINT32_MAX, "\n"};
	if (stop && stop < text.len && text.ptr[stop - 1] == '\r')
		e->style.eol = "\r\n";
	for (uint32_t i = 0; i < doc->n; i++) {
		const struct node *n = &doc->nodes[i];

		if (n->kind == NODE_MAP && !(n->flags & NODE_ALIAS))
			for_each_key(key, n)
				take_step(e, n, key);
		if (n->flags & NODE_ALIAS)
			i += n->size - 1;
	}
	if (e->style.step == UINT32_MAX || !e->style.step)
		e->style.step = 2;
	if (e->style.list_step == UINT32_MAX)
		e->style.list_step = 2;
}

void edit_init(struct edit *e, const struct doc *doc, struct arena *a)
{
	*e = (struct edit){.doc = doc, .arena = a};
	if (!doc->n || doc->files.n != 1)
		return;
	find_parents(e);
	find_style(e);
	edit_find_repeats(e);
}

/* --- what stands in the way ---------------------------------------------- */

bool edit_refuse(struct edit *e, const struct node *n, const char *fmt, ...)
{
	va_list ap;

	va_start(ap, fmt);
	e->why = arena_vprintf(e->arena, fmt, ap);
	va_end(ap);
	e->span = n ? doc_span(e->doc, n) : (struct span){0};
	return false;
}

static uint32_t index_of(const struct edit *e, const struct node *n)
{
	return (uint32_t)(n - e->doc->nodes);
}

static const struct node *parent_of(const struct edit *e, const struct node *n)
{
	return &e->doc->nodes[e->parent[index_of(e, n)]];
}

static bool is_within(const struct edit *e, uint32_t i, uint32_t of)
{
	return i >= of && i < of + e->doc->nodes[of].size;
}

static const char *bytes_of(const struct edit *e, const struct node *n)
{
	return arena_printf(e->arena, "%.*s", (int)(n->end - n->at),
			    doc_bytes(e->doc).ptr + n->at)
		.ptr;
}

static bool refuse_repeated(struct edit *e, const struct repeat *r)
{
	const struct node *alias = &e->doc->nodes[r->alias];
	struct source *source = e->doc->files.at[0].source;

	return edit_refuse(e, &e->doc->nodes[r->of],
			   "%s repeats this in line %u; write it out there "
			   "first",
			   bytes_of(e, alias),
			   source_place(source, alias->at).line);
}

/* Whether what stands in `n` may be changed: it is no copy, and nothing
 * repeats it. */
static bool may_change_in(struct edit *e, const struct node *n)
{
	for (const struct node *at = n;; at = parent_of(e, at)) {
		if (at->flags & NODE_ALIAS)
			return edit_refuse(e, at,
					   "%s repeats what stands elsewhere; "
					   "write it out here first",
					   bytes_of(e, at));
		for_each(r, &e->repeats)
			if (r->of == index_of(e, at))
				return refuse_repeated(e, r);
		if (at == e->doc->nodes)
			return true;
	}
}

static bool may_edit(struct edit *e, const struct node *n)
{
	const struct doc *doc = e->doc;

	if (doc->files.n != 1)
		return edit_refuse(e, NULL, "it is made of several files");
	if (!doc->n || doc->broken || doc->refused)
		return edit_refuse(e, NULL,
				   "the file has mistakes; mend them first");
	return n == doc->nodes || may_change_in(e, parent_of(e, n));
}

/* What goes must not be repeated by what stays. */
static bool may_go(struct edit *e, const struct node *entry)
{
	bool pair = parent_of(e, entry)->kind == NODE_MAP;
	uint32_t key = index_of(e, entry), value = key + pair;

	if (!may_edit(e, entry))
		return false;
	if (entry == e->doc->nodes)
		return edit_refuse(e, entry, "it is all of the file");
	for_each(r, &e->repeats)
		if ((is_within(e, r->of, key) || is_within(e, r->of, value)) &&
		    !is_within(e, r->alias, value))
			return refuse_repeated(e, r);
	return true;
}

/* `[a: 1]`: a mapping without braces has no room for more or less. */
static bool is_bare(const struct edit *e, const struct node *map)
{
	const struct node *in = parent_of(e, map);

	return map->kind == NODE_MAP && !node_is_flow(e->doc, map) &&
	       map != e->doc->nodes && node_is_flow(e->doc, in);
}

static bool may_be_written(struct edit *e, const struct node *n, struct str key,
			   const struct piece *piece)
{
	if (scalar_may_stand(key) && (!piece || piece_may_stand(piece)))
		return true;
	return edit_refuse(e, n,
			   "the new text holds characters that no file "
			   "may hold");
}

/* --- asking -------------------------------------------------------------- */

static bool add_step(struct edit *e, const struct node *n,
		     struct edit_step step)
{
	step.node = index_of(e, n);
	step.order = e->steps.n;
	*vec_add(e->arena, &e->steps) = step;
	return true;
}

static bool is_repeated(const struct edit *e, const struct node *n,
			const struct repeat **by)
{
	for_each(r, &e->repeats)
		if (r->of == index_of(e, n)) {
			*by = r;
			return true;
		}
	return false;
}

static bool may_replace(struct edit *e, const struct node *n)
{
	const struct repeat *by;

	if (!may_edit(e, n))
		return false;
	return is_repeated(e, n, &by) ? refuse_repeated(e, by) : true;
}

bool edit_set(struct edit *e, const struct node *value, struct piece *piece)
{
	if (!may_replace(e, value) ||
	    !may_be_written(e, value, (struct str){0}, piece))
		return false;
	if (value->kind != NODE_SCALAR && value->len &&
	    !(value->flags & NODE_ALIAS))
		return edit_refuse(e, value, "%s that is not empty stands here",
				   node_kind_name(value));
	return add_step(e, value,
			(struct edit_step){.kind = EDIT_SET, .piece = piece});
}

bool edit_rename(struct edit *e, const struct node *key, struct str to)
{
	if (!may_replace(e, key) || !may_be_written(e, key, to, NULL))
		return false;
	return add_step(e, key,
			(struct edit_step){.kind = EDIT_RENAME, .key = to});
}

static bool may_grow(struct edit *e, const struct node *n, enum node_kind kind)
{
	const char *what = kind == NODE_MAP ? "mapping" : "list";

	if (!may_edit(e, n) || !may_change_in(e, n))
		return false;
	if (n->kind != kind && node_has_value(n))
		return edit_refuse(e, n, "%s stands here, not a %s",
				   node_kind_name(n), what);
	if (is_bare(e, n))
		return edit_refuse(e, n, "this mapping has no braces");
	return true;
}

static const struct node *last_entry(const struct node *collection)
{
	const struct node *last = NULL;
	bool pair = collection->kind == NODE_MAP;

	for (const struct node *n = collection + 1; n < node_next(collection);
	     n = node_next(n + pair))
		last = n;
	return last;
}

bool edit_insert(struct edit *e, const struct node *map,
		 const struct node *after, struct str key, struct piece *value)
{
	if (!may_grow(e, map, NODE_MAP) || !may_be_written(e, map, key, value))
		return false;
	return add_step(
		e, map,
		(struct edit_step){.kind = EDIT_INSERT,
				   .after = after ? index_of(e, after) : 0,
				   .key = key,
				   .piece = value});
}

bool edit_add(struct edit *e, const struct node *map, struct str key,
	      struct piece *value)
{
	return edit_insert(e, map, last_entry(map), key, value);
}

bool edit_append(struct edit *e, const struct node *list, struct piece *item)
{
	const struct node *last = last_entry(list);

	if (!may_grow(e, list, NODE_LIST) ||
	    !may_be_written(e, list, (struct str){0}, item))
		return false;
	return add_step(
		e, list,
		(struct edit_step){.kind = EDIT_INSERT,
				   .after = last ? index_of(e, last) : 0,
				   .piece = item});
}

static bool take_away(struct edit *e, const struct node *entry,
		      enum edit_kind kind)
{
	if (!may_go(e, entry))
		return false;
	if (is_bare(e, parent_of(e, entry)))
		return edit_refuse(e, entry, "this mapping has no braces");
	return add_step(e, entry, (struct edit_step){.kind = kind});
}

bool edit_remove(struct edit *e, const struct node *entry)
{
	return take_away(e, entry, EDIT_REMOVE);
}

bool edit_comment_out(struct edit *e, const struct node *entry)
{
	return take_away(e, entry, EDIT_COMMENT);
}

bool edit_note(struct edit *e, const struct node *entry, struct str text)
{
	if (!may_edit(e, entry) || !may_be_written(e, entry, text, NULL))
		return false;
	return add_step(e, entry,
			(struct edit_step){.kind = EDIT_NOTE, .key = text});
}
