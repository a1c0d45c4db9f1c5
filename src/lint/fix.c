#include "lint/fix.h"

#include "base/map.h"
#include "doc/entry.h"

#include <stdlib.h>

/* What came of putting the ranks of a list of levels in order. */
enum order { NOT_TRIED, IN_ORDER, LEFT };

/* What is asked of the document again and again. */
struct overview {
	bool *is_key;   /* by node: it is the key of a pair */
	bool *is_known; /* by mapping: its keys are in `taken` */
	enum order *order; /* by list of levels */
	struct map taken; /* by mapping and key: the mapping has it, or will */
};

/* One finding, and the scalar that it is about. */
struct fixing {
	struct edit *edit;
	struct overview *overview;
	const struct finding *finding;
	const struct node *node;
	const struct node *in; /* the mapping or list that holds it */
	bool is_key;
};

/* How to mend the findings of a code. */
struct fix {
	enum code code;
	bool (*apply)(const struct fixing *x);
	bool knows; /* what to write, without being told by the finding */
};

static const struct node *scalar_at(const struct doc *doc, struct span span);

/* --- how ----------------------------------------------------------------- */

static struct str taken_name(const struct fixing *x, struct str key)
{
	return arena_printf(x->edit->arena, "%u:%.*s",
			    (unsigned)(x->in - x->edit->doc->nodes),
			    STR_ARG(key));
}

static void take(const struct fixing *x, struct str key)
{
	map_set(&x->overview->taken, x->edit->arena, taken_name(x, key),
		(void *)x->in);
}

/* Whether the mapping would have the key twice, now or after what was asked
 * for already. */
static bool is_taken(const struct fixing *x, struct str key)
{
	const struct doc *doc = x->edit->doc;
	bool *is_known = &x->overview->is_known[x->in - doc->nodes];

	if (!*is_known)
		for_each_key(k, x->in)
			take(x, doc_text(doc, k));
	*is_known = true;
	return map_find(&x->overview->taken, taken_name(x, key)) != NULL;
}

static bool rename_key(const struct fixing *x)
{
	struct str key = x->finding->instead;

	if (!x->is_key || is_taken(x, key) ||
	    !edit_rename(x->edit, x->node, key))
		return false;
	take(x, key);
	return true;
}

static bool write_text(const struct fixing *x)
{
	struct piece *piece = piece_text(x->edit->arena, x->finding->instead);

	return !x->is_key && edit_set(x->edit, x->node, piece);
}

/* Whether a tag stands before a scalar, which makes a text of it whatever its
 * quotes. */
static bool is_tagged(const struct fixing *x)
{
	const char *text = doc_bytes(x->edit->doc).ptr;
	uint32_t end = x->node->at, at;

	while (end && strchr(" \t\r\n", text[end - 1]))
		end--;
	for (at = end; at && !strchr(" \t\r\n,[{", text[at - 1]);)
		at--;
	return at < end && text[at] == '!';
}

/* What is meant as a number or a truth value has no quotes. */
static bool take_quotes_off(const struct fixing *x)
{
	struct piece *piece = piece_word(x->edit->arena, x->finding->instead);

	return !x->is_key && !is_tagged(x) &&
	       edit_set(x->edit, x->node, piece);
}

/* An id that is called otherwise today. */
static bool write_new_id(const struct fixing *x)
{
	return x->is_key ? rename_key(x) : write_text(x);
}

static const struct node *parent_of(const struct edit *e,
				    const struct node *n)
{
	return &e->doc->nodes[e->parent[n - e->doc->nodes]];
}

/* Whether two sentences stand in one list, or in two stages of one competency,
 * of which the second implies the first. */
static bool is_asked_together(const struct edit *e, const struct node *list,
			      const struct node *other)
{
	const struct node *stages = parent_of(e, parent_of(e, list));

	return list == other ||
	       (stages->kind == NODE_LIST &&
		stages == parent_of(e, parent_of(e, other)));
}

/* A sentence that stands word for word before. */
static bool drop_repeated(const struct fixing *x)
{
	const struct edit *e = x->edit;
	const struct node *first = NULL;

	if (x->finding->notes.n)
		first = scalar_at(e->doc, x->finding->notes.at[0].span);
	return first && first < x->node && x->in->kind == NODE_LIST &&
	       x->in->len > 1 && parent_of(e, first)->kind == NODE_LIST &&
	       is_asked_together(e, x->in, parent_of(e, first)) &&
	       str_eq(doc_text(e->doc, first), doc_text(e->doc, x->node)) &&
	       edit_remove(x->edit, x->node);
}

/* --- ranks ---------------------------------------------------------------- */

/* The rank of a level, as it is written; NULL where it is not, or not plainly:
 * no more than six digits. */
static const struct node *rank_of(const struct doc *doc,
				  const struct node *level)
{
	const struct node *rank = NULL;
	struct str text;

	if (level->kind == NODE_MAP)
		rank = doc_find(doc, level, STR("rank"));
	if (!rank || rank->kind != NODE_SCALAR || !(rank->flags & NODE_PLAIN))
		return NULL;
	text = doc_text(doc, rank);
	return str_is_digits(text) && text.len <= 6 && text.ptr[0] != '0'
		       ? rank
		       : NULL;
}

static int by_figure(const void *a, const void *b)
{
	const struct str *x = a, *y = b;

	if (x->len != y->len)
		return x->len < y->len ? -1 : 1;
	return str_cmp(*x, *y);
}

/* The ranks of a list of levels, sorted; NULL where one is not written or
 * stands there twice. */
static struct str *sorted_ranks(const struct fixing *x,
				const struct node *levels)
{
	const struct doc *doc = x->edit->doc;
	struct str *ranks =
		ARENA_ARRAY(x->edit->arena, levels->len + 1, struct str);
	uint32_t n = 0;

	for_each_item(level, levels) {
		const struct node *rank = rank_of(doc, level);

		if (!rank)
			return NULL;
		ranks[n++] = doc_text(doc, rank);
	}
	qsort(ranks, n, sizeof *ranks, by_figure);
	for (uint32_t i = 1; i < n; i++)
		if (str_eq(ranks[i - 1], ranks[i]))
			return NULL;
	return ranks;
}

/* Levels stand lowest first: the ranks of a track that were written in another
 * order go to them in that order. Of an overlay's levels the order is that of
 * the base. */
static bool sort_ranks(const struct fixing *x, const struct node *levels)
{
	const struct doc *doc = x->edit->doc;
	struct str *ranks;
	bool mended = true;

	if (levels->kind != NODE_LIST || doc_root(doc, "extends"))
		return false;
	ranks = sorted_ranks(x, levels);
	if (!ranks)
		return false;
	for_each_item(level, levels) {
		const struct node *rank = rank_of(doc, level);
		struct piece *piece = piece_word(x->edit->arena, *ranks);

		if (!str_eq(doc_text(doc, rank), *ranks++))
			mended &= edit_set(x->edit, rank, piece);
	}
	return mended;
}

/* Once for all findings about the ranks of a list. */
static bool order_ranks(const struct fixing *x)
{
	const struct node *levels = parent_of(x->edit, x->in);
	enum order *order = &x->overview->order[levels - x->edit->doc->nodes];

	if (*order == NOT_TRIED)
		*order = sort_ranks(x, levels) ? IN_ORDER : LEFT;
	return *order == IN_ORDER;
}

static const struct fix fixes[] = {
	{CODE_L103, rename_key, false},	     /* a key with one near name */
	{CODE_L107, take_quotes_off, false}, /* a number in quotes */
	{CODE_L109, take_quotes_off, false}, /* a word with one near word */
	{CODE_L207, write_new_id, false},
	{CODE_L304, order_ranks, true},
	{CODE_L406, drop_repeated, true},
	{CODE_L504, write_new_id, false},
};

enum { N_FIXES = sizeof fixes / sizeof *fixes };

/* --- which --------------------------------------------------------------- */

static const struct fix *find_fix(enum code code)
{
	for (int i = 0; i < N_FIXES; i++)
		if (fixes[i].code == code)
			return &fixes[i];
	return NULL;
}

bool fix_is_known(enum code code)
{
	return find_fix(code) != NULL;
}

/* Nodes stand in the order of their places. */
static const struct node *scalar_at(const struct doc *doc, struct span span)
{
	uint32_t low = 0, high = doc->n;

	while (low < high) {
		uint32_t middle = low + (high - low) / 2;

		if (doc->nodes[middle].at < span.at)
			low = middle + 1;
		else
			high = middle;
	}
	for (; low < doc->n && doc->nodes[low].at == span.at; low++) {
		const struct node *n = &doc->nodes[low];

		if (n->kind == NODE_SCALAR && n->end == span.end &&
		    !(n->flags & NODE_ALIAS))
			return n;
	}
	return NULL;
}

static bool mend(struct edit *e, struct overview *o, const struct finding *f)
{
	const struct doc *doc = e->doc;
	const struct fix *fix = find_fix(f->code);
	struct fixing x = {.edit = e, .overview = o, .finding = f};

	if (!fix || (!fix->knows && !f->instead.len) ||
	    f->span.at == f->span.end)
		return false;
	x.node = scalar_at(doc, f->span);
	if (!x.node || x.node == doc->nodes)
		return false;
	x.in = parent_of(e, x.node);
	x.is_key = o->is_key[x.node - doc->nodes];
	return fix->apply(&x);
}

static struct overview overview_of(const struct edit *e)
{
	const struct doc *doc = e->doc;
	struct overview o = {
		.is_key = ARENA_ARRAY(e->arena, doc->n, bool),
		.is_known = ARENA_ARRAY(e->arena, doc->n, bool),
		.order = ARENA_ARRAY(e->arena, doc->n, enum order),
	};

	for (uint32_t i = 0; i < doc->n; i++)
		if (doc->nodes[i].kind == NODE_MAP)
			for_each_key(key, &doc->nodes[i])
				o.is_key[key - doc->nodes] = true;
	return o;
}

uint32_t fix_findings(struct edit *e, const struct diag *d)
{
	const struct source *source = e->doc->files.at[0].source;
	struct overview o = overview_of(e);
	uint32_t n = 0;

	for_each(f, &d->findings)
		if (f->span.source &&
		    str_eq(f->span.source->name, source->name))
			n += mend(e, &o, f);
	return n;
}
