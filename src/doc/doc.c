#include "doc/doc.h"

#include "base/pages.h"

#include <stdlib.h>

const struct limits limits_default = {{
#define LIMIT(id, name, value, code, what) [LIMIT_##id] = value,
#include "doc/limits.def"
#undef LIMIT
}};

const struct limit_info limit_table[N_LIMITS] = {
#define LIMIT(id, name, value, code, what) \
	[LIMIT_##id] = {name, what, CODE_##code},
#include "doc/limits.def"
#undef LIMIT
};

static void give_nodes(struct doc *doc)
{
	if (doc->cap && !doc->settled)
		pages_give(doc->nodes, doc->cap * sizeof *doc->nodes);
	doc->settled = false;
}

void doc_reserve(struct doc *doc, uint64_t cap)
{
	struct node *more;

	if (cap <= doc->cap)
		return;
	if (cap > UINT32_MAX)
		oom();
	more = pages_take(cap * sizeof *more);
	if (doc->n)
		memcpy(more, doc->nodes, doc->n * sizeof *more);
	give_nodes(doc);
	doc->nodes = more;
	doc->cap = (uint32_t)cap;
}

void doc_settle(struct doc *doc, struct arena *a)
{
	enum { SMALL = 64 << 10 }; /* bytes */
	struct node *nodes;

	if (!doc->n || doc->cap * sizeof *nodes > SMALL)
		return;
	nodes = ARENA_ARRAY(a, doc->n, struct node);
	memcpy(nodes, doc->nodes, doc->n * sizeof *nodes);
	give_nodes(doc);
	doc->nodes = nodes;
	doc->cap = doc->n;
	doc->settled = true;
}

void doc_release(struct doc *doc)
{
	give_nodes(doc);
	doc->nodes = NULL;
	doc->n = doc->cap = 0;
	for_each(file, &doc->files) {
		if (!file->borrowed)
			free(file->decoded);
		file->decoded = NULL;
	}
}

const struct node *doc_find(const struct doc *doc, const struct node *map,
			    struct str key)
{
	for_each_key(k, map)
		if (str_eq(doc_text(doc, k), key))
			return k + 1;
	return NULL;
}

const struct node *doc_root(const struct doc *doc, const char *key)
{
	const struct node *value;

	if (!doc->n || doc->nodes->kind != NODE_MAP)
		return NULL;
	value = doc_find(doc, doc->nodes, str_of(key));
	return value && value->kind == NODE_SCALAR ? value : NULL;
}

const char *node_kind_name(const struct node *n)
{
	switch ((enum node_kind)n->kind) {
	case NODE_LIST:
		return "a list";
	case NODE_MAP:
		return "a mapping";
	case NODE_SCALAR:
		break;
	}
	return n->flags & NODE_NULL ? "no value" : "text";
}

struct finding *doc_add(struct diag *d, enum code code, const struct doc *doc,
			const struct node *n, const char *fmt, ...)
{
	struct finding *f;
	struct str message;
	va_list ap;

	if (n->flags & NODE_BROKEN)
		return &d->scratch;
	va_start(ap, fmt);
	message = arena_vprintf(d->arena, fmt, ap);
	va_end(ap);
	f = diag_add(d, code, doc_span(doc, n), "%s", "");
	if (f == &d->scratch)
		return f;
	f->message = message;
	f->doc = doc;
	f->node = n;
	return f;
}

/* --- paths of findings --------------------------------------------------- */

static struct str join(struct arena *a, struct str path, struct str word)
{
	if (!path.len)
		return arena_str(a, word);
	return arena_printf(a, "%.*s.%.*s", STR_ARG(path), STR_ARG(word));
}

/* An item of a list is named by its id where it has one. */
static struct str item_name(const struct doc *doc, const struct node *item,
			    uint32_t number, struct arena *a)
{
	const struct node *id = NULL;

	if (item->kind == NODE_MAP)
		id = doc_find(doc, item, STR("id"));
	if (id && id->kind == NODE_SCALAR)
		return doc_text(doc, id);
	return arena_printf(a, "%u", number);
}

/* A mapping or list on the way down to a node. */
struct descent {
	const struct node *at;
	const struct node *child; /* how far it was gone through */
	uint32_t number;          /* of `child` in a list, from 1 */
	struct str path;          /* of `at` */
};

struct walk {
	const struct doc *doc;
	struct arena *paths;
	struct arena scratch;
	VEC(struct descent) stack;
};

static void go_down(struct walk *w, const struct node *at, struct str path)
{
	*vec_add(&w->scratch, &w->stack) =
		(struct descent){at, at + 1, 1, path};
}

/* The child of the innermost collection that holds `to`, and its path. */
static const struct node *child_with(struct walk *w, const struct node *to,
				     struct str *path)
{
	struct descent *d = &w->stack.at[w->stack.n - 1];
	struct str word;

	if (d->at->kind == NODE_LIST) {
		for (; node_next(d->child) <= to; d->number++)
			d->child = node_next(d->child);
		word = item_name(w->doc, d->child, d->number, w->paths);
		*path = join(w->paths, d->path, word);
		return d->child;
	}
	while (node_next(d->child + 1) <= to)
		d->child = node_next(d->child + 1);
	*path = join(w->paths, d->path, doc_text(w->doc, d->child));
	return d->child == to ? to : d->child + 1;
}

/* The nodes are asked for in document order, so all of them together take one
 * walk. */
static struct str path_to(struct walk *w, const struct node *to)
{
	const struct node *child = NULL;
	struct str path = {0};

	while (w->stack.n > 1 &&
	       node_next(w->stack.at[w->stack.n - 1].at) <= to)
		w->stack.n--;
	if (to == w->doc->nodes)
		return path;
	while ((child = child_with(w, to, &path)) != to)
		go_down(w, child, path);
	return path;
}

static int by_node(const void *a, const void *b)
{
	const struct node *x = ((const struct doc_name *)a)->node;
	const struct node *y = ((const struct doc_name *)b)->node;

	return (x > y) - (x < y);
}

void doc_names(const struct doc *doc, doc_named *named, struct arena *a)
{
	struct walk w = {.doc = doc, .paths = a};

	if (named->n)
		qsort(named->at, named->n, sizeof *named->at, by_node);
	for_each(name, named) {
		if (!w.stack.n)
			go_down(&w, doc->nodes, (struct str){0});
		*name->path = path_to(&w, name->node);
	}
	arena_release(&w.scratch);
}

void doc_paths(const struct doc *doc, struct diag *d)
{
	struct arena scratch = {0};
	doc_named about = {0};

	for_each(f, &d->findings)
		if (f->doc == doc && !f->path.ptr && doc->n) {
			*vec_add(&scratch, &about) =
				(struct doc_name){f->node, &f->path};
			f->doc = NULL;
		}
	doc_names(doc, &about, d->arena);
	arena_release(&scratch);
}
