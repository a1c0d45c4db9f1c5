#include "report/flat.h"

#include "text/safe.h"

#include <stdlib.h>

struct flat {
	const struct doc *doc;
	struct arena *arena;
	VEC(struct str) facts;
};

static void flatten_value(struct flat *f, struct str path,
			  const struct field *field, const struct node *node);
static void flatten_thing(struct flat *f, struct str path,
			  const struct shape *shape, const struct node *node,
			  const char *without);

/* --- facts --------------------------------------------------------------- */

static void add_fact(struct flat *f, struct str path, struct str value)
{
	struct buf line = {0};

	safe_line(&line, path);
	buf_z(&line, " = ");
	safe_line(&line, value);
	*vec_add(f->arena, &f->facts) = arena_str(f->arena, buf_str(&line));
	buf_release(&line);
}

static void add_place(struct flat *f, struct str path, uint32_t place)
{
	add_fact(f, path,
		 arena_printf(f->arena, "%u", (unsigned)place));
}

static bool is_name_char(char c)
{
	return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') ||
	       (c >= '0' && c <= '9') || c == '-' || c == '_';
}

/* Quoted where it could be taken for several names. */
static struct str below(struct flat *f, struct str path, struct str name)
{
	const char *dot = path.len ? "." : "";
	bool simple = name.len;

	for (size_t i = 0; i < name.len; i++)
		simple &= is_name_char(name.ptr[i]);
	return arena_printf(f->arena,
			    simple ? "%.*s%s%.*s" : "%.*s%s\"%.*s\"",
			    STR_ARG(path), dot, STR_ARG(name));
}

/* --- lists --------------------------------------------------------------- */

/* Figures by stage: one fact, since their order is what they say. */
static void flatten_figures(struct flat *f, struct str path,
			    const struct node *list)
{
	struct str all = {0};

	for_each_item(item, list)
		all = arena_printf(f->arena, "%.*s%s%.*s", STR_ARG(all),
				   all.len ? ", " : "",
				   STR_ARG(doc_text(f->doc, item)));
	add_fact(f, path, all);
}

static int by_bytes(const void *a, const void *b)
{
	return str_cmp(*(const struct str *)a, *(const struct str *)b);
}

/* The keys of a mapping in one order: "performance+security". */
static struct str keys_of(struct flat *f, const struct node *map)
{
	struct str *keys = ARENA_ARRAY(f->arena, map->len + 1, struct str);
	struct str all = {0};
	uint32_t n = 0;

	for_each_key(key, map)
		keys[n++] = doc_text(f->doc, key);
	qsort(keys, n, sizeof *keys, by_bytes);
	for (uint32_t i = 0; i < n; i++)
		all = arena_printf(f->arena, "%.*s%s%.*s", STR_ARG(all),
				   i ? "+" : "", STR_ARG(keys[i]));
	return all;
}

/* What a thing without an id can be known by: all that it must have, but for
 * figures. "ic/senior manager/em1" for a move. */
static struct str name_of(struct flat *f, const struct shape *shape,
			  const struct node *thing)
{
	struct str name = {0}, part;

	for (uint32_t i = 0; i < shape->n; i++) {
		const struct field *field = &shape->fields[i];
		const struct node *value;

		if (!(field->flags & FIELD_MANDATORY) ||
		    field->kind == FIELD_WHOLE)
			continue;
		value = doc_find(f->doc, thing, str_of(field->name));
		if (!value || value->kind == NODE_LIST)
			continue;
		part = value->kind == NODE_MAP ? keys_of(f, value)
					       : doc_text(f->doc, value);
		name = arena_printf(f->arena, "%.*s%s%.*s", STR_ARG(name),
				    name.len ? " " : "", STR_ARG(part));
	}
	return name;
}

/* A thing by its id, with its place as a fact; one of a kind that has ids but
 * no id itself by its text, or its place. */
static void flatten_item(struct flat *f, struct str path,
			 const struct shape *shape, const struct node *item,
			 uint32_t place)
{
	const struct node *id = NULL;
	struct str text;

	if (item->kind == NODE_MAP && shape->id_field)
		id = doc_find(f->doc, item, str_of(shape->id_field));
	if (node_has_value(id)) {
		path = below(f, path, doc_text(f->doc, id));
		add_place(f, path, place);
		flatten_thing(f, path, shape, item, shape->id_field);
		return;
	}
	if (item->kind == NODE_SCALAR) {
		add_fact(f, path, doc_text(f->doc, item));
		return;
	}
	if (item->kind == NODE_MAP && shape->text_field) {
		text = name_of(f, shape, item);
		add_fact(f, path, text);
		flatten_thing(f, below(f, path, text), shape, item,
			      shape->text_field);
		return;
	}
	text = arena_printf(f->arena, "%u", (unsigned)place);
	if (item->kind == NODE_MAP && !shape->id_field)
		text = name_of(f, shape, item);
	flatten_thing(f, below(f, path, text), shape, item, NULL);
}

static void flatten_list(struct flat *f, struct str path,
			 const struct field *field, const struct node *list)
{
	uint32_t place = 0;

	if (field && (field->kind == FIELD_EFFORTS ||
		      field->kind == FIELD_FIGURES)) {
		flatten_figures(f, path, list);
		return;
	}
	for_each_item(item, list) {
		place++;
		if (field && field->kind == FIELD_LIST)
			flatten_item(f, path, field->shape, item, place);
		else
			flatten_value(f, path, NULL, item);
	}
}

/* --- mappings ------------------------------------------------------------ */

static const struct field *field_of(const struct shape *shape, struct str key)
{
	for (uint32_t i = 0; i < shape->n; i++)
		if (str_is(key, shape->fields[i].name))
			return &shape->fields[i];
	return NULL;
}

/* A mapping with fixed keys, or what stands for one; not the key `without`,
 * which its path has already. Keys that begin with x- mean nothing to us. */
static void flatten_thing(struct flat *f, struct str path,
			  const struct shape *shape, const struct node *node,
			  const char *without)
{
	struct str name = {0};

	if (node->kind == NODE_LIST && shape->list_field)
		name = str_of(shape->list_field);
	else if (node->kind == NODE_SCALAR && shape->text_field &&
		 !shape->only_short)
		name = str_of(shape->text_field);
	if (name.len || node->kind != NODE_MAP) {
		flatten_value(f, name.len ? below(f, path, name) : path,
			      name.len ? field_of(shape, name) : NULL, node);
		return;
	}
	for_each_key(key, node) {
		name = doc_text(f->doc, key);
		if (!str_starts(name, STR("x-")) &&
		    !(without && str_is(name, without)))
			flatten_value(f, below(f, path, name),
				      field_of(shape, name), key + 1);
	}
}

/* Depth is bounded by the limit on nesting. `field` is NULL for what the
 * format does not know. */
static void flatten_value(struct flat *f, struct str path,
			  const struct field *field, const struct node *node)
{
	bool keyed = field && field->kind == FIELD_KEYED;

	if (!node_has_value(node))
		return;
	if (node->kind == NODE_SCALAR) {
		add_fact(f, path, doc_text(f->doc, node));
		return;
	}
	if (node->kind == NODE_LIST) {
		flatten_list(f, path, field, node);
		return;
	}
	if (field && field->kind == FIELD_MAPPING) {
		flatten_thing(f, path, field->shape, node, NULL);
		return;
	}
	for_each_key(key, node) {
		struct str name = doc_text(f->doc, key);

		if (keyed && node_has_value(key + 1))
			flatten_thing(f, below(f, path, name), field->shape,
				      key + 1, NULL);
		else
			flatten_value(f, below(f, path, name), NULL, key + 1);
	}
}

void flat_facts(const struct doc *doc, const struct shape *shape,
		struct arena *a, struct buf *out)
{
	struct flat f = {.doc = doc, .arena = a};

	if (!doc->n)
		return;
	flatten_thing(&f, (struct str){0}, shape, doc->nodes, "extends");
	if (f.facts.n)
		qsort(f.facts.at, f.facts.n, sizeof *f.facts.at, by_bytes);
	for_each(fact, &f.facts) {
		buf_add(out, *fact);
		buf_char(out, '\n');
	}
}
