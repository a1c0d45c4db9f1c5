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
	if (doc->cap)
		pages_give(doc->nodes, doc->cap * sizeof *more);
	doc->nodes = more;
	doc->cap = (uint32_t)cap;
}

void doc_release(struct doc *doc)
{
	if (doc->cap)
		pages_give(doc->nodes, doc->cap * sizeof *doc->nodes);
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

/* --- paths of findings ----------------------------------------------------- */

static struct str join(struct arena *a, struct str path, struct str word)
{
	if (!path.len)
		return word;
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

/* Goes down from `at` to the node `to`, through the subtrees that hold it. */
static struct str path_to(const struct doc *doc, const struct node *at,
			  const struct node *to, struct arena *a)
{
	struct str path = {0};

	while (at != to && at->kind != NODE_SCALAR) {
		const struct node *child = at + 1, *value;
		uint32_t number = 1;

		if (at->kind == NODE_LIST) {
			for (; node_next(child) <= to; number++)
				child = node_next(child);
			path = join(a, path, item_name(doc, child, number, a));
			at = child;
			continue;
		}
		for (value = child + 1; node_next(value) <= to;
		     value = child + 1)
			child = node_next(value);
		path = join(a, path, doc_text(doc, child));
		if (child == to)
			break;
		at = value;
	}
	return path;
}

void doc_paths(const struct doc *doc, struct diag *d)
{
	for_each(f, &d->findings) {
		if (f->doc != doc || f->path.ptr || !doc->n)
			continue;
		f->path = path_to(doc, doc->nodes, f->node, d->arena);
		f->doc = NULL;
	}
}
