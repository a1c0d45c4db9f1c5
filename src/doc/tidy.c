#include "doc/tidy.h"

#include "doc/edit.h"
#include "doc/tidy_work.h"

#include <stdlib.h>

/* --- the order of keys --------------------------------------------------- */

static int by_place(const void *a, const void *b)
{
	const struct tidy_key *x = a, *y = b;

	if (x->place != y->place)
		return x->place < y->place ? -1 : 1;
	return x->was < y->was ? -1 : x->was > y->was;
}

struct tidy_key *tidy_keys(const struct doc *doc, const uint32_t *order,
			   const struct node *map, struct arena *a)
{
	struct tidy_key *keys = ARENA_ARRAY(a, map->len + 1, struct tidy_key);
	uint32_t n = 0;

	for_each_key(key, map) {
		keys[n] = (struct tidy_key){order[key - doc->nodes], n, key};
		n++;
	}
	qsort(keys, n, sizeof *keys, by_place);
	return keys;
}

/* The innermost collection that holds an alias and what it stands for keeps
 * its order. */
static void keep_together(const struct edit *e, uint32_t *order,
			  const struct repeat *r)
{
	const struct node *nodes = e->doc->nodes;
	uint32_t i = e->parent[r->alias];

	while (i && (r->of < i || r->of >= i + nodes[i].size))
		i = e->parent[i];
	if (nodes[i].kind == NODE_MAP)
		for_each_key(key, &nodes[i])
			order[key - nodes] = 0;
}

static void keep_anchors_first(const struct doc *doc, uint32_t *order,
			       struct arena *a)
{
	struct edit e;

	edit_init(&e, doc, a);
	for_each(r, &e.repeats)
		keep_together(&e, order, r);
}

/* --- the text ------------------------------------------------------------ */

/* A file with both kinds of line ends gets those of its first line. */
static const char *line_end_of(struct str text)
{
	size_t stop = str_index(text, '\n');

	return stop && stop < text.len && text.ptr[stop - 1] == '\r' ? "\r\n"
								    : "\n";
}

static bool lay_out(const struct doc *doc, const uint32_t *order,
		    struct arena *a, struct buf *out)
{
	struct str text = doc_bytes(doc);
	struct tidy t = {.doc = doc,
			 .order = order,
			 .text = text,
			 .eol = line_end_of(text),
			 .arena = a,
			 .out = out};

	buf_clear(out);
	return tidy_file(&t) && tidy_is_lawful(doc, order, buf_str(out));
}

bool tidy_text(const struct doc *doc, uint32_t *order, struct arena *a,
	       struct buf *out)
{
	struct buf text = {0};
	bool ok;

	keep_anchors_first(doc, order, a);
	ok = lay_out(doc, order, a, &text);
	if (!ok) {
		memset(order, 0, doc->n * sizeof *order);
		ok = lay_out(doc, order, a, &text);
	}
	buf_add(out, ok ? buf_str(&text) : doc_bytes(doc));
	buf_release(&text);
	return ok;
}
