/* The laws of ladder fmt, checked by code of their own: what a file says stays
 * but for the order of keys, no comment is lost, and doing it again changes
 * nothing. */
#ifndef SUPPORT_TIDIED_H
#define SUPPORT_TIDIED_H

#include "base/buf.h"
#include "doc/tidy.h"
#include "model/canon.h"
#include "model/fields.h"

#include <stdlib.h>

struct tidied {
	struct source source;
	struct diag diag;
	struct doc doc;
};

static inline void tidied_parse(struct tidied *t, struct arena *a,
				struct str text)
{
	*t = (struct tidied){.source = {.name = STR("f"), .text = text}};
	t->source.arena = t->diag.arena = a;
	t->doc = doc_parse(a, &t->source, &limits_default, &t->diag);
}

/* --- what it says -------------------------------------------------------- */

static inline void tidied_dump(const struct doc *doc, const struct node *n,
			       struct arena *a, struct buf *out);

static inline int tidied_by_text(const void *a, const void *b)
{
	return str_cmp(*(const struct str *)a, *(const struct str *)b);
}

/* Adds texts in an order of their own. */
static inline void tidied_sorted(struct str *list, size_t n, struct buf *out)
{
	if (n)
		qsort(list, n, sizeof *list, tidied_by_text);
	for (size_t i = 0; i < n; i++) {
		buf_add(out, list[i]);
		buf_char(out, ';');
	}
}

static inline void tidied_dump_map(const struct doc *doc,
				   const struct node *map, struct arena *a,
				   struct buf *out)
{
	struct str *pairs = ARENA_ARRAY(a, map->len + 1, struct str);
	uint32_t n = 0;

	for_each_key(key, map) {
		struct buf pair = {0};

		tidied_dump(doc, key, a, &pair);
		tidied_dump(doc, key + 1, a, &pair);
		pairs[n++] = arena_str(a, buf_str(&pair));
		buf_release(&pair);
	}
	tidied_sorted(pairs, n, out);
}

static inline void tidied_dump(const struct doc *doc, const struct node *n,
			       struct arena *a, struct buf *out)
{
	struct str text;

	if (n->kind == NODE_SCALAR) {
		text = doc_text(doc, n);
		buf_printf(out, "%s%u'", n->flags & NODE_NULL ? "null" : "",
			   (unsigned)text.len);
		buf_add(out, text);
		return;
	}
	buf_char(out, n->kind == NODE_MAP ? '{' : '[');
	if (n->kind == NODE_MAP)
		tidied_dump_map(doc, n, a, out);
	else
		for_each_item(item, n)
			tidied_dump(doc, item, a, out);
	buf_char(out, n->kind == NODE_MAP ? '}' : ']');
}

/* --- comments ------------------------------------------------------------ */

typedef VEC(struct str) tidied_texts;

/* Those between two scalars. */
static inline void tidied_find(struct str gap, bool begins, struct arena *a,
			       tidied_texts *list)
{
	for (size_t i = 0; i < gap.len; i++) {
		bool apart = i ? strchr(" \t\n", gap.ptr[i - 1]) != NULL
			       : begins;
		struct str rest = str_from(gap, i);

		if (gap.ptr[i] != '#' || !apart)
			continue;
		rest = str_trim(str_head(rest, str_index(rest, '\n')));
		*vec_add(a, list) = rest;
		i += rest.len;
	}
}

static inline void tidied_comments(const struct doc *doc, struct arena *a,
				   struct buf *out)
{
	struct str text = doc->files.at[0].source->text;
	tidied_texts list = {0};
	uint32_t from = str_starts(text, STR("\xef\xbb\xbf")) ? 3 : 0;
	bool begins = true;

	for (uint32_t i = 0; i < doc->n; i++) {
		const struct node *n = &doc->nodes[i];

		if (n->kind != NODE_SCALAR && !(n->flags & NODE_ALIAS))
			continue;
		if (n->at > from)
			tidied_find((struct str){text.ptr + from, n->at - from},
				    begins, a, &list);
		if (n->end > from)
			from = n->end;
		begins = false;
		if (n->flags & NODE_ALIAS)
			i += n->size - 1;
	}
	tidied_find(str_from(text, from), begins, a, &list);
	tidied_sorted(list.at, list.n, out);
}

/* --- the laws ------------------------------------------------------------ */

static inline bool tidied_lay_out(struct tidied *t, const struct shape *shape,
				  struct arena *a, struct buf *out)
{
	return tidy_text(&t->doc, canon_order(&t->doc, shape, a), a, out);
}

static inline const char *tidied_compare(const struct tidied *was,
					 const struct tidied *now,
					 struct arena *a)
{
	struct buf x = {0}, y = {0};
	const char *broken = NULL;

	tidied_dump(&was->doc, was->doc.nodes, a, &x);
	tidied_dump(&now->doc, now->doc.nodes, a, &y);
	if (!str_eq(buf_str(&x), buf_str(&y)))
		broken = "it says something else";
	buf_clear(&x);
	buf_clear(&y);
	tidied_comments(&was->doc, a, &x);
	tidied_comments(&now->doc, a, &y);
	if (!broken && !str_eq(buf_str(&x), buf_str(&y)))
		broken = "its comments are others";
	buf_release(&x);
	buf_release(&y);
	return broken;
}

/* Lays a file out that has no mistakes in its YAML; `first` is the result.
 * NULL, or what does not hold. */
static inline const char *tidied_check(struct str text,
				       const struct shape *shape,
				       struct arena *a, struct buf *first)
{
	struct tidied was, now;
	struct buf second = {0};
	const char *broken;

	tidied_parse(&was, a, text);
	tidied_lay_out(&was, shape, a, first);
	tidied_parse(&now, a, buf_str(first));
	broken = now.diag.errors ? "it has mistakes"
				 : tidied_compare(&was, &now, a);
	if (!broken) {
		tidied_lay_out(&now, shape, a, &second);
		if (!str_eq(buf_str(first), buf_str(&second)))
			broken = "doing it again changes it";
	}
	buf_release(&second);
	doc_release(&was.doc);
	doc_release(&now.doc);
	return broken;
}

#endif
