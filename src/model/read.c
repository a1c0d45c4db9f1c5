#include "model/read.h"

#include "base/typo.h"
#include "model/values.h"

/* Any VEC, whatever it holds. */
struct any_vec {
	void *at;
	uint32_t n, cap;
};
/* --- lists --------------------------------------------------------------- */

/* A list item must have a value. */
static bool item_has_value(struct reader *r, const struct node *item)
{
	struct finding *f;

	if (node_has_value(item))
		return true;
	f = doc_add(r->diag, CODE_L105, r->doc, item,
		    "this list item has no value");
	finding_help(r->diag, f, "give it one, or take the \"-\" out");
	return false;
}

static bool is_list(struct reader *r, const struct node *node,
		    const char *expected)
{
	return node->kind == NODE_LIST || value_wrong_kind(r, node, expected);
}

static void read_texts(struct reader *r, const struct field *field,
		       const struct node *node, struct texts *out)
{
	if (!is_list(r, node, "a list of texts"))
		return;
	out->at = ARENA_ARRAY(r->arena, node->len, struct str);
	for_each_item(item, node) {
		struct str *text = &out->at[out->n];

		if (!item_has_value(r, item) ||
		    !(field->flags & FIELD_NUMBERED
			      ? value_numbered(r, item, text)
			      : value_text(r, item, text)))
			continue;
		if (field->flags & (FIELD_IDS | FIELD_PATHS))
			value_check_old_id(r, field, item);
		out->n++;
	}
}

static void read_efforts(struct reader *r, const struct node *node,
			 struct efforts *out)
{
	bool one = node->kind == NODE_SCALAR;

	if (node->kind == NODE_MAP) {
		value_wrong_kind(r, node, "an effort or a list of them");
		return;
	}
	out->at = ARENA_ARRAY(r->arena, one ? 1 : node->len, struct effort);
	if (one)
		out->n += value_effort(r, node, &out->at[0]);
	else
		for_each_item(item, node)
			if (item_has_value(r, item) &&
			    value_effort(r, item, &out->at[out->n]))
				out->n++;
}

static void read_figures(struct reader *r, const struct field *field,
			 const struct node *node, struct figures *out)
{
	if (!is_list(r, node, "a list of figures"))
		return;
	out->node = node;
	out->at = ARENA_ARRAY(r->arena, node->len, int64_t);
	for_each_item(item, node)
		if (item_has_value(r, item) &&
		    value_figure(r, field, item, &out->at[out->n]))
			out->n++;
}

static struct head *item_at(const struct shape *shape, struct any_vec *v,
			    uint32_t i)
{
	return (struct head *)((char *)v->at + i * shape->size);
}

static bool has_upper(struct str id)
{
	for (size_t i = 0; i < id.len; i++)
		if (id.ptr[i] >= 'A' && id.ptr[i] <= 'Z')
			return true;
	return false;
}

static struct str lowered(struct arena *a, struct str id)
{
	struct str copy = arena_str(a, id);

	for (size_t i = 0; i < copy.len; i++)
		if (copy.ptr[i] >= 'A' && copy.ptr[i] <= 'Z')
			((char *)copy.ptr)[i] |= 32;
	return copy;
}

/* Where the id of an item stands. */
static const struct node *id_node(struct reader *r, const struct head *item,
				  const struct node *list)
{
	const struct node *id;

	if (list->kind == NODE_MAP)
		return item->node;
	id = item->node->kind == NODE_MAP
		     ? doc_find(r->doc, item->node, STR("id"))
		     : NULL;
	return id ? id : item->node;
}

static void report_twins(struct reader *r, const struct head *first,
			 const struct head *second, const struct node *list)
{
	bool same = str_eq(first->id, second->id);
	const struct node *at = id_node(r, second, list);
	struct finding *f;

	if (same)
		f = doc_add(r->diag, CODE_L201, r->doc, at,
			    "the id %s stands here a second time",
			    diag_quote(r->diag, second->id));
	else
		f = doc_add(r->diag, CODE_L202, r->doc, at,
			    "the id %s differs from %s in case only",
			    diag_quote(r->diag, second->id),
			    diag_quote(r->diag, first->id));
	finding_note(r->diag, f, doc_span(r->doc, id_node(r, first, list)),
		     "first defined here");
	finding_help(r->diag, f, "give one of them another id");
}

/* Few siblings are compared one by one. */
enum { FEW_SIBLINGS = 8 };

static void check_few_twins(struct reader *r, const struct shape *shape,
			    const struct node *list, struct any_vec *v)
{
	for (uint32_t i = 1; i < v->n; i++) {
		struct head *item = item_at(shape, v, i);

		for (uint32_t j = 0; j < i && item->id.len; j++) {
			struct head *first = item_at(shape, v, j);

			if (!str_eq_nocase(first->id, item->id))
				continue;
			report_twins(r, first, item, list);
			break;
		}
	}
}

/* Siblings have different ids, also when case is ignored. Keys of a mapping
 * differ already, so among them only capitals can clash. */
static void check_twins(struct reader *r, const struct shape *shape,
			const struct node *list, struct any_vec *v)
{
	bool capitals = false;
	struct map seen = {0};

	for (uint32_t i = 0; i < v->n && !capitals; i++)
		capitals = has_upper(item_at(shape, v, i)->id);
	if (list->kind == NODE_MAP && !capitals)
		return;
	if (v->n <= FEW_SIBLINGS) {
		check_few_twins(r, shape, list, v);
		return;
	}
	for (uint32_t i = 0; i < v->n; i++) {
		struct head *item = item_at(shape, v, i), *first;
		struct str id = item->id;

		if (!id.len)
			continue;
		if (capitals)
			id = lowered(r->arena, id);
		first = map_add(&seen, r->arena, id, item);
		if (first)
			report_twins(r, first, item, list);
	}
}

/* A list of mappings, or of what stands for one. */
static void read_list(struct reader *r, const struct field *field,
		      const struct node *node, struct any_vec *out)
{
	const struct shape *shape = field->shape;

	if (!is_list(r, node, "a list"))
		return;
	out->at = arena_array(r->arena, node->len, shape->size);
	out->cap = node->len;
	for_each_item(item, node) {
		if (!item_has_value(r, item)) {
			value_unread(r, node);
			continue;
		}
		read_struct(r, shape, NULL, item, item_at(shape, out, out->n));
		out->n++;
	}
	if (shape->id_field)
		check_twins(r, shape, node, out);
}

/* Things keyed by id: each one's node is its key, its value behind it. */
static void read_keyed(struct reader *r, const struct field *field,
		       const struct node *node, struct any_vec *out)
{
	const struct shape *shape = field->shape;

	if (node->kind != NODE_MAP) {
		value_wrong_kind(r, node, "a mapping");
		return;
	}
	out->at = arena_array(r->arena, node->len, shape->size);
	out->cap = node->len;
	for_each_key(key, node) {
		struct head *item = item_at(shape, out, out->n);

		if (!(field->flags & (FIELD_ANY_KEY | FIELD_REFERS)))
			value_check_id(r, key);
		else if (field->flags & FIELD_PATHS)
			value_check_old_id(r, field, key);
		if (!node_has_value(key + 1)) {
			if (node_is_broken(key + 1))
				value_unread(r, node);
			continue;
		}
		item->id = doc_text(r->doc, key);
		read_struct(r, shape, key, key + 1, item);
		item->node = key;
		out->n++;
	}
	if (!(field->flags & (FIELD_ANY_KEY | FIELD_REFERS)))
		check_twins(r, shape, node, out);
}

static void read_stages(struct reader *r, const struct node *node,
			stage_refs *out)
{
	if (node->kind != NODE_MAP) {
		value_wrong_kind(r, node, "a mapping from competency to stage");
		return;
	}
	out->at = ARENA_ARRAY(r->arena, node->len, struct stage_ref);
	out->cap = node->len;
	for_each_key(key, node) {
		struct stage_ref *ref = &out->at[out->n];
		struct str text;

		if (!node_has_value(key + 1) ||
		    !value_numbered(r, key + 1, &text))
			continue;
		ref->head.id = doc_text(r->doc, key);
		ref->head.node = key + 1;
		ref->key = key;
		out->n++;
	}
}

/* --- mappings ------------------------------------------------------------ */

static void read_id(struct reader *r, const struct field *field,
		    const struct node *node, struct str *out)
{
	struct finding *f;

	if (!value_text(r, node, out))
		return;
	value_check_id(r, node);
	if (!id_is_good(*out))
		value_unread(r, node);
	if (!(field->flags & FIELD_NOT_DIGITS) || !str_is_digits(*out))
		return;
	f = doc_add(r->diag, CODE_L106, r->doc, node,
		    "the id %s is digits only", value_quote(r, node));
	finding_help(r->diag, f, "digits are numbers of stages and "
				 "behaviours; begin the id with a letter");
	value_unread(r, node);
}

static void set_node(const struct field *field, const struct node *node,
		     void *out)
{
	if (field->node_at)
		*(const struct node **)((char *)out + field->node_at) = node;
}

static void read_field(struct reader *r, const struct field *field,
		       const struct node *key, const struct node *node,
		       void *out)
{
	void *to = (char *)out + field->at;

	set_node(field, node, out);
	switch (field->kind) {
	case FIELD_TEXT:
		if (field->flags & FIELD_NUMBERED)
			value_numbered(r, node, to);
		else
			value_text(r, node, to);
		return;
	case FIELD_ID:
		read_id(r, field, node, to);
		return;
	case FIELD_BOOL:
		value_bool(r, node, to);
		return;
	case FIELD_WHOLE:
	case FIELD_FIGURE:
		value_figure(r, field, node, to);
		return;
	case FIELD_WORD:
		value_word(r, field, node, to);
		return;
	case FIELD_DATE:
		value_date(r, node, to);
		return;
	case FIELD_TIME:
		value_time(r, node, to);
		return;
	case FIELD_EFFORT:
		value_effort(r, node, to);
		return;
	case FIELD_EFFORTS:
		read_efforts(r, node, to);
		return;
	case FIELD_FIGURES:
		read_figures(r, field, node, to);
		return;
	case FIELD_TEXTS:
		read_texts(r, field, node, to);
		return;
	case FIELD_MAPPING:
		read_struct(r, field->shape, key, node, to);
		return;
	case FIELD_LIST:
		read_list(r, field, node, to);
		return;
	case FIELD_KEYED:
		read_keyed(r, field, node, to);
		return;
	case FIELD_STAGES:
		read_stages(r, node, to);
		return;
	}
}

static const struct field *find_field(const struct shape *shape,
				      struct str name)
{
	for (uint32_t i = 0; name.len && i < shape->n; i++)
		/* most differ in the first letter */
		if (*shape->fields[i].name == *name.ptr &&
		    str_is(name, shape->fields[i].name))
			return &shape->fields[i];
	return NULL;
}

static bool has_rival(const struct shape *shape, const struct typo *typo)
{
	for (uint32_t i = 0; i < shape->n; i++)
		if (typo_rivals(typo, str_of(shape->fields[i].name)))
			return true;
	return false;
}

/* Gives the field that was probably meant, or NULL. */
static const struct field *unknown_key(struct reader *r,
				       const struct shape *shape,
				       const struct node *key)
{
	struct typo typo = {.word = doc_text(r->doc, key)};
	struct finding *f;

	if (diag_may_guess(r->diag, shape->n))
		for (uint32_t i = 0; i < shape->n; i++)
			typo_offer(&typo, str_of(shape->fields[i].name));
	f = doc_add(r->diag, CODE_L103, r->doc, key,
		    "%s is no key of %s", value_quote(r, key), shape->what);
	if (!typo.best.ptr) {
		finding_help(r->diag, f,
			     "keys of your own begin with \"x-\"");
		value_unread(r, key);
		return NULL;
	}
	finding_suggest(r->diag, f, typo.best);
	if (!has_rival(shape, &typo))
		finding_mend(r->diag, f, typo.best);
	return find_field(shape, typo.best);
}

static void no_value(struct reader *r, const struct field *field,
		     const struct node *key, const struct node *node)
{
	bool empty = node->kind != NODE_SCALAR;

	doc_add(r->diag, CODE_L105, r->doc, empty ? node : key,
		empty ? "%s is empty; expected at least one"
		      : "%s has no value; expected one",
		diag_quote(r->diag, str_of(field->name)));
}

/* A pair without a value is as if it were not there; an item of a list without
 * one is told where it stands. */
static bool has_something(const struct node *node)
{
	if (node->kind == NODE_MAP)
		for_each_key(key, node)
			if (node_has_value(key + 1))
				return true;
	return node->kind == NODE_LIST ? node->len > 0
				       : node->kind == NODE_SCALAR;
}

/* Whether a field has a value, a mandatory one with something in it. */
static bool has_content(const struct field *field, const struct node *node)
{
	return node_has_value(node) && (!(field->flags & FIELD_MANDATORY) ||
					has_something(node));
}

static bool missing_keys(struct reader *r, const struct shape *shape,
			 const struct node *at, uint64_t seen)
{
	bool some = false;

	for (uint32_t i = 0; i < shape->n; i++) {
		if (!(shape->fields[i].flags & FIELD_MANDATORY) ||
		    seen & (uint64_t)1 << i)
			continue;
		doc_add(r->diag, CODE_L102, r->doc, at,
			"%s needs the key \"%s\"", shape->what,
			shape->fields[i].name);
		some = true;
	}
	return some;
}

static bool is_own_key(struct str key)
{
	return str_starts(key, STR("x-"));
}

/* Which fields of a shape stand in a mapping as they are spelt; looked up when
 * the first mistyped key asks, and not for each of them. */
struct standing {
	const struct node *node;
	uint64_t fields;
	bool known;
};

static bool stands(struct reader *r, const struct shape *shape,
		   struct standing *s, const struct field *field)
{
	if (!s->known)
		for_each_key(key, s->node) {
			const struct field *f =
				find_field(shape, doc_text(r->doc, key));

			if (f)
				s->fields |= (uint64_t)1
					     << (f - shape->fields);
		}
	s->known = true;
	return s->fields >> (field - shape->fields) & 1;
}

/* The field of a key; a mistyped one is read as what was meant, so that the
 * mistake is told once, unless that key stands there too. */
static const struct field *field_of(struct reader *r,
				    const struct shape *shape,
				    struct standing *standing,
				    const struct node *key)
{
	struct str word = doc_text(r->doc, key);
	const struct field *field = find_field(shape, word);

	if (field || is_own_key(word) ||
	    (r->partial && str_is(word, "remove")))
		return field;
	field = unknown_key(r, shape, key);
	if (field && stands(r, shape, standing, field))
		return NULL;
	return field;
}

static void read_mapping(struct reader *r, const struct shape *shape,
			 const struct node *place, const struct node *node,
			 void *out)
{
	struct standing standing = {.node = node};
	uint64_t seen = 0;

	for_each_key(key, node) {
		const struct field *field = field_of(r, shape, &standing, key);

		if (!field || seen & (uint64_t)1 << (field - shape->fields))
			continue;
		seen |= (uint64_t)1 << (field - shape->fields);
		if (!has_content(field, key + 1)) {
			if (node_is_broken(key + 1))
				set_node(field, key + 1, out);
			else if (field->flags & FIELD_MANDATORY && !r->partial)
				no_value(r, field, key, key + 1);
			continue;
		}
		read_field(r, field, key, key + 1, out);
	}
	if (!node_is_broken(node) && !r->partial &&
	    missing_keys(r, shape, place, seen) && !seen)
		value_unread(r, node); /* it says nothing about anything */
}

/* Something else stands where a mapping of this shape should. */
static void no_mapping(struct reader *r, const struct shape *shape,
		       const struct node *node)
{
	struct finding *f = value_report_kind(
		r, node, shape->only_short ? "one value" : shape->what);

	if (node->kind == NODE_SCALAR && !shape->only_short)
		for (uint32_t i = 0; i < shape->n; i++)
			if (shape->fields[i].flags & FIELD_MANDATORY) {
				finding_help(r->diag, f, "write {%s: ...}",
					     shape->fields[i].name);
				break;
			}
	value_unread(r, node);
}

void read_struct(struct reader *r, const struct shape *shape,
		 const struct node *key, const struct node *node, void *out)
{
	struct head *head = out;
	const char *short_field = node->kind == NODE_SCALAR ? shape->text_field
				  : node->kind == NODE_LIST ? shape->list_field
							    : NULL;

	head->node = node;
	if (short_field)
		read_field(r, find_field(shape, str_of(short_field)), key,
			   node, out);
	else if (node->kind != NODE_MAP || shape->only_short)
		no_mapping(r, shape, node);
	else
		read_mapping(r, shape, key ? key : node, node, out);
}
