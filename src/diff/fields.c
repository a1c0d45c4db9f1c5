#include "diff/build.h"

#include "diff/texts.h"
#include "diff/words.h"
#include "model/fields.h"

/* The plain fields of things are compared by a table over the tables by which
 * they are read: a row says what a difference is called. What takes more than
 * its own value to judge has no row, and a file of its own; a property test
 * changes every field there is, so that none is forgotten. */

enum how {
	HOW_TEXT,  /* words count, dressing does not */
	HOW_VALUE, /* any difference */
	HOW_LIST,  /* a list of texts without an order, shown as a whole */
	HOW_BAR,   /* more is `code`, less its mirror */
};

struct field_rule {
	const char *shape, *field;
	enum how how;
	enum change_code code;
	enum reach reach; /* in place of that of the scope; REACH_NOBODY where
			     the scope's is right */
};

static const struct field_rule rules[] = {
	{"a ladder", "id", HOW_VALUE, CHANGE_D001, 0},
	{"a ladder", "name", HOW_TEXT, CHANGE_D003, 0},
	{"a ladder", "version", HOW_VALUE, CHANGE_D002, 0},
	{"a ladder", "language", HOW_VALUE, CHANGE_D004, 0},
	{"a ladder", "summary", HOW_TEXT, CHANGE_D326, 0},
	{"a ladder", "extends", HOW_VALUE, CHANGE_D005, 0},
	{"a ladder", "effort", HOW_VALUE, CHANGE_D012, 0},

	{"a category", "name", HOW_TEXT, CHANGE_D003, 0},
	{"a category", "layer", HOW_VALUE, CHANGE_D203, 0},
	{"a category", "summary", HOW_TEXT, CHANGE_D326, 0},

	{"a competency", "summary", HOW_TEXT, CHANGE_D320, 0},

	{"a stage", "name", HOW_TEXT, CHANGE_D003, 0},
	{"a stage", "summary", HOW_TEXT, CHANGE_D320, 0},
	{"a stage", "examples", HOW_LIST, CHANGE_D321, 0},
	{"a stage", "practise", HOW_LIST, CHANGE_D322, 0},
	{"a stage", "evidence", HOW_LIST, CHANGE_D323, 0},

	{"a cell", "name", HOW_TEXT, CHANGE_D003, 0},
	{"a cell", "summary", HOW_TEXT, CHANGE_D320, 0},
	{"a cell", "examples", HOW_LIST, CHANGE_D321, 0},
	{"a cell", "practise", HOW_LIST, CHANGE_D322, 0},
	{"a cell", "evidence", HOW_LIST, CHANGE_D323, 0},

	{"a behaviour", "examples", HOW_LIST, CHANGE_D321, 0},

	{"a track", "name", HOW_TEXT, CHANGE_D003, 0},
	{"a track", "kind", HOW_VALUE, CHANGE_D105, 0},
	{"a track", "summary", HOW_TEXT, CHANGE_D326, 0},

	{"a level", "title", HOW_TEXT, CHANGE_D116, 0},
	{"a level", "titles", HOW_LIST, CHANGE_D116, 0},
	{"a level", "code", HOW_VALUE, CHANGE_D116, 0},
	{"a level", "summary", HOW_TEXT, CHANGE_D320, 0},
	{"a level", "experience", HOW_VALUE, CHANGE_D118, 0},
	{"a level", "salary", HOW_VALUE, CHANGE_D119, 0},
	{"a level", "min-time", HOW_BAR, CHANGE_D121, REACH_MOVE},
	{"a level", "terminal", HOW_VALUE, CHANGE_D120, 0},

	{"a choice", "summary", HOW_TEXT, CHANGE_D320, 0},

	{"a score", "name", HOW_TEXT, CHANGE_D003, 0},
	{"a score", "summary", HOW_TEXT, CHANGE_D326, 0},

	{"a move", "summary", HOW_TEXT, CHANGE_D320, 0},
};

enum { N_RULES = sizeof rules / sizeof *rules };

/* --- which rows a shape has ----------------------------------------------- */

/* The rows of a shape that compare something here, with their fields. */
struct compared {
	const struct shape *shape;
	VEC(struct compared_field {
		const struct field *field;
		const struct field_rule *rule;
	}) fields;
};

static void add_rule(struct differ *x, struct compared *c,
		     const struct field_rule *rule)
{
	for (uint32_t i = 0; i < c->shape->n; i++)
		if (!strcmp(c->shape->fields[i].name, rule->field))
			*vec_add(x->a, &c->fields) = (struct compared_field){
				&c->shape->fields[i], rule};
}

void fields_init(struct differ *x)
{
	uint32_t n = 0;

	while (all_shapes[n])
		n++;
	x->compared = ARENA_ARRAY(x->a, n + 1, struct compared);
	for (uint32_t i = 0; i < n; i++) {
		x->compared[i].shape = all_shapes[i];
		for (unsigned k = 0; k < N_RULES; k++)
			if (!strcmp(rules[k].shape, all_shapes[i]->what))
				add_rule(x, &x->compared[i], &rules[k]);
	}
}

/* Two shapes may go by one name: of scores and of figures that a role asks of
 * them, where only the former has rows. */
static const struct compared *compared_of(const struct differ *x,
					  const char *shape)
{
	const struct compared *c = x->compared;

	while (strcmp(c->shape->what, shape) != 0 || !c->fields.n)
		c++;
	return c;
}

/* --- comparing ------------------------------------------------------------ */

void text_compare(struct differ *x, enum change_code code,
		  const struct scope *scope, struct str old, struct str new,
		  const struct node *old_node, const struct node *new_node)
{
	struct draft *draft;

	if (str_eq(old, new))
		return;
	if (words_same(old, new, x->a)) {
		x->d->dressed++;
		if (!x->dressing)
			return;
		code = CHANGE_D330;
	}
	draft = differ_add(x, code, scope);
	if (old.len)
		draft_side(x, draft, OLD, old_node, NULL, value_words(old));
	if (new.len)
		draft_side(x, draft, NEW, new_node, NULL, value_words(new));
	if (old.len && new.len)
		draft->c.likeness = words_likeness(old, new, x->a);
}

bool texts_equal(const struct texts *old, const struct texts *new)
{
	bool same = old->n == new->n;

	for (uint32_t i = 0; same && i < old->n; i++)
		same = str_eq(old->at[i], new->at[i]);
	return same;
}

/* Whether both lists hold the same texts, each as often. */
static bool same_texts(struct differ *x, const struct texts *old,
		       const struct texts *new, bool *dressed)
{
	text_pairs pairs =
		texts_match(old->at, old->n, new->at, new->n, x->a);

	*dressed = false;
	for_each(pair, &pairs) {
		if (pair->old == UINT32_MAX || pair->new == UINT32_MAX ||
		    pair->likeness < 100)
			return false;
		if (words_same(old->at[pair->old], new->at[pair->new], x->a))
			*dressed |= !str_eq(old->at[pair->old],
					    new->at[pair->new]);
		else
			return false;
	}
	return true;
}

bool texts_same_set(struct differ *x, const struct texts *old,
		    const struct texts *new)
{
	bool dressed;

	return same_texts(x, old, new, &dressed);
}

static bool same_value(const struct change_value *old,
		       const struct change_value *new)
{
	return old->kind == new->kind && old->number == new->number &&
	       str_eq(old->text, new->text);
}

/* Two things of a shape, and what a change of them belongs to. */
struct both {
	const struct head *thing[2];
	struct scope scope;
	bool items; /* of a list, in which a text may stand for a thing */
};

/* The value of a key, or NULL. The scalar of a keyed thing is its key; the one
 * of an item is all there is. */
static const struct node *value_node(const struct differ *x,
				     const struct both *b, int side,
				     const char *key)
{
	if (b->items && b->thing[side]->node->kind == NODE_SCALAR)
		return NULL;
	return thing_find(&x->in[side]->doc, b->thing[side], key);
}

static void set_sides(struct differ *x, struct draft *draft,
		      const struct both *b, const char *key,
		      const struct change_value *values)
{
	for (int side = OLD; side <= NEW; side++) {
		const struct node *node = value_node(x, b, side, key);

		if (values[side].kind == VALUE_NONE)
			continue;
		if (!node) /* a default: it stands where the thing does */
			node = b->thing[side]->node;
		draft_side(x, draft, side, node, NULL, values[side]);
	}
}

static void add_value(struct differ *x, const struct both *b,
		      const struct compared_field *f,
		      const struct change_value *v)
{
	enum change_code code = f->rule->code;

	if (f->rule->how == HOW_BAR && v[NEW].number < v[OLD].number)
		code = change_table[code].mirror;
	set_sides(x, differ_add(x, code, &b->scope), b, f->field->name, v);
}

static void compare_lists(struct differ *x, const struct both *b,
			  const struct compared_field *f,
			  const struct change_value *v)
{
	enum change_code code = f->rule->code;
	bool dressed;

	if (texts_equal(&v[OLD].texts, &v[NEW].texts))
		return;
	if (same_texts(x, &v[OLD].texts, &v[NEW].texts, &dressed)) {
		x->d->dressed += dressed;
		if (!dressed || !x->dressing)
			return;
		code = CHANGE_D330;
	}
	set_sides(x, differ_add(x, code, &b->scope), b, f->field->name, v);
}

static void compare_text(struct differ *x, const struct both *b,
			 const struct compared_field *f,
			 const struct change_value *v)
{
	const struct node *node[2];

	if (str_eq(v[OLD].text, v[NEW].text))
		return;
	for (int side = OLD; side <= NEW; side++)
		node[side] = value_node(x, b, side, f->field->name);
	/* a name that is only the id changes with the id */
	if (!node[OLD] && !node[NEW])
		return;
	for (int side = OLD; side <= NEW; side++)
		if (!node[side])
			node[side] = b->thing[side]->node;
	text_compare(x, f->rule->code, &b->scope, v[OLD].text, v[NEW].text,
		     node[OLD], node[NEW]);
}

void fields_compare(struct differ *x, const char *shape, const void *old,
		    const void *new, const struct scope *scope)
{
	const struct compared *c = compared_of(x, shape);
	struct both b = {{old, new}, *scope, c->shape->text_field};

	for_each(f, &c->fields) {
		struct change_value v[2] = {field_value(x->a, f->field, old),
					    field_value(x->a, f->field, new)};

		if (scope->in_place && f->rule->code == CHANGE_D116)
			continue;
		b.scope.reach =
			f->rule->reach ? f->rule->reach : scope->reach;
		switch (f->rule->how) {
		case HOW_TEXT:
			compare_text(x, &b, f, v);
			break;
		case HOW_VALUE:
		case HOW_BAR:
			if (!same_value(&v[OLD], &v[NEW]))
				add_value(x, &b, f, v);
			break;
		case HOW_LIST:
			compare_lists(x, &b, f, v);
			break;
		}
	}
}
