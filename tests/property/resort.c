#include "property/resort.h"

#include "model/fields.h"
#include "support/test.h"

struct resort {
	const struct ladder *ladder;
	const struct doc *doc;
	struct dice *dice;
	struct buf *out;
	struct arena arena;
};

static struct str text_of(const struct resort *r, const struct node *n)
{
	return doc_text(r->doc, n);
}

static const struct field *field_of(const struct shape *shape, struct str key)
{
	for (uint32_t i = 0; shape && i < shape->n; i++)
		if (str_is(key, shape->fields[i].name))
			return &shape->fields[i];
	return NULL;
}

static void shuffle(struct resort *r, const struct node **nodes, uint32_t n)
{
	for (uint32_t i = 1; i < n; i++) {
		uint32_t k = dice_below(r->dice, i + 1);
		const struct node *swap = nodes[i];

		nodes[i] = nodes[k];
		nodes[k] = swap;
	}
}

/* --- what holds anyway ---------------------------------------------------- */

static const struct {
	const char *what, *key, *value; /* "": what the thing is called */
} defaults[] = {
	{"a ladder", "lateral", "same-rank"},
	{"a ladder", "cumulative", "true"},
	{"a ladder", "threshold", "1"},
	{"a behaviour", "optional", "false"},
	{"a track", "kind", "ic"},
	{"a track", "name", ""},
	{"a level", "title", ""},
	{"a level", "terminal", "false"},
	{"a level", "min-time", "0d"},
	{"a stage", "elapsed", "0d"},
	{"a cell", "elapsed", "0d"},
};

static void write_key(struct resort *r, const char *comma, const char *key,
		      struct str value)
{
	buf_printf(r->out, "%s%s: %.*s", comma, key, STR_ARG(value));
}

/* A track's reading of a score takes from the ladder's what it leaves out. */
static bool is_track_score(const struct resort *r, const struct node *map)
{
	for_each(t, &r->ladder->tracks)
		for_each(s, &t->scores)
			if (s->head.node + 1 == map) /* head.node is its key */
				return true;
	return false;
}

static void write_score_defaults(struct resort *r, const struct node *map,
				 struct str id)
{
	if (is_track_score(r, map))
		return;
	if (!doc_find(r->doc, map, STR("name")))
		write_key(r, ", ", "name", id);
	if (!doc_find(r->doc, map, STR("combine")))
		write_key(r, ", ", "combine", STR("sum"));
}

static void write_rank(struct resort *r, const struct node *map)
{
	for (uint32_t i = 0; i < r->ladder->n_roles; i++) {
		const struct role *role = r->ladder->roles[i];

		if (role->head.node == map && !role->rank_node)
			buf_printf(r->out, ", rank: %d", (int)role->rank);
	}
}

/* What a thing is called: its `id`, else the key it stands under. */
static struct str name_of(struct resort *r, const struct node *map,
			  const struct node *key)
{
	const struct node *id = doc_find(r->doc, map, STR("id"));

	return id ? text_of(r, id) : key ? text_of(r, key) : STR("");
}

static struct str quoted(struct resort *r, struct str s)
{
	return arena_printf(&r->arena, "\"%.*s\"", STR_ARG(s));
}

/* Here and there a key that says what holds without it. The mapping is not
 * empty. */
static void write_defaults(struct resort *r, const struct shape *shape,
			   const struct node *map, const struct node *key)
{
	struct str name = quoted(r, name_of(r, map, key));

	for (size_t i = 0; shape && i < N_OF(defaults); i++) {
		const char *value = defaults[i].value;

		if (strcmp(shape->what, defaults[i].what) != 0 ||
		    doc_find(r->doc, map, str_of(defaults[i].key)) ||
		    dice_once_in(r->dice, 2))
			continue;
		write_key(r, ", ", defaults[i].key,
			  *value ? str_of(value) : name);
	}
	if (shape && !strcmp(shape->what, "a level"))
		write_rank(r, map);
	if (shape && !strcmp(shape->what, "a score") && !shape->only_short)
		write_score_defaults(r, map, name);
}

/* --- order ---------------------------------------------------------------- */

/* Whether another order of a list is another list. */
static bool is_ordered(const struct shape *shape, const struct field *field)
{
	static const char *const words[] = {"levels", "stages", "behaviours",
					    "effort", "points"};

	for (size_t i = 0; field && i < N_OF(words); i++)
		if (!strcmp(field->name, words[i]))
			return true;
	return !field || !shape;
}

static void write_node(struct resort *r, const struct shape *shape,
		       const struct field *field, const struct node *n,
		       const struct node *key);

/* Behind what a key of a mapping leads to: the fields of the thing, or, below
 * a key under which things are looked up by name, the things. */
static void write_map(struct resort *r, const struct shape *shape, bool keyed,
		      const struct node *map, const struct node *above)
{
	const struct node **keys = ARENA_ARRAY(&r->arena, map->len,
					       const struct node *);
	uint32_t n = 0;

	for_each_key(key, map)
		keys[n++] = key;
	shuffle(r, keys, n);
	buf_char(r->out, '{');
	for (uint32_t i = 0; i < n; i++) {
		struct str word = text_of(r, keys[i]);
		const struct field *f = keyed ? NULL : field_of(shape, word);

		buf_z(r->out, i ? ",\n" : "");
		buf_add(r->out, quoted(r, word));
		buf_z(r->out, ": ");
		write_node(r, shape, f, keys[i] + 1, keys[i]);
	}
	if (n && !keyed)
		write_defaults(r, shape, map, above);
	buf_char(r->out, '}');
}

static void write_list(struct resort *r, const struct shape *shape,
		       const struct field *field, const struct node *list)
{
	const struct node **items = ARENA_ARRAY(&r->arena, list->len,
						const struct node *);
	uint32_t n = 0;

	for_each_item(item, list)
		items[n++] = item;
	if (!is_ordered(shape, field))
		shuffle(r, items, n);
	buf_char(r->out, '[');
	for (uint32_t i = 0; i < n; i++) {
		buf_z(r->out, i ? ", " : "");
		write_node(r, field ? field->shape : NULL, NULL, items[i],
			   NULL);
	}
	buf_char(r->out, ']');
}

/* What quotes would make another value of. */
static bool must_be_plain(struct str s)
{
	static const char *const words[] = {"true", "false", "null", "~", ""};

	for (size_t i = 0; i < N_OF(words); i++)
		if (str_eq_nocase(s, str_of(words[i])))
			return true;
	return str_is_digits(str_head(s, 1)) && str_index(s, ' ') == s.len &&
	       str_index(s, ',') == s.len;
}

static void write_scalar(struct resort *r, const struct node *n)
{
	struct str s = text_of(r, n);

	if (n->flags & NODE_PLAIN && must_be_plain(s)) {
		buf_add(r->out, s.len ? s : STR("~"));
		return;
	}
	buf_char(r->out, '"');
	for (size_t i = 0; i < s.len; i++) {
		if (s.ptr[i] == '"' || s.ptr[i] == '\\')
			buf_printf(r->out, "\\%c", s.ptr[i]);
		else if (s.ptr[i] == '\n')
			buf_z(r->out, "\\n");
		else
			buf_char(r->out, s.ptr[i]);
	}
	buf_char(r->out, '"');
}

/* `field` is the one whose value this is, of `shape`; without a field the node
 * is a thing of that shape itself. */
static void write_node(struct resort *r, const struct shape *shape,
		       const struct field *field, const struct node *n,
		       const struct node *key)
{
	const struct shape *inner = field ? field->shape : shape;
	bool keyed = field && field->kind == FIELD_KEYED;

	if (n->kind == NODE_SCALAR)
		write_scalar(r, n);
	else if (n->kind == NODE_MAP)
		write_map(r, inner, keyed || (field && !inner), n, key);
	else
		write_list(r, shape, field, n);
}

void resort(const struct ladder *l, struct dice *dice, struct buf *out)
{
	struct resort r = {
		.ladder = l, .doc = &l->doc, .dice = dice, .out = out};

	write_node(&r, &ladder_shape, NULL, l->doc.nodes, NULL);
	buf_char(out, '\n');
	arena_release(&r.arena);
}
