/* Random changes to a document, and what it is afterwards. Code of its own,
 * apart from that which doc/edit checks itself by. */
#ifndef SUPPORT_RANDOM_EDITS_H
#define SUPPORT_RANDOM_EDITS_H

#include "doc/edit.h"
#include "support/dice.h"

struct random_edit {
	enum edit_kind kind;
	const struct node *node, *after;
	struct str key, text; /* of what is new */
	bool item;	      /* EDIT_INSERT: into a list */
	bool removes;
};

struct random_edits {
	const struct doc *doc;
	struct edit *edit;
	struct dice *dice;
	struct arena *arena;
	VEC(struct random_edit) list;
	uint32_t refused;
	bool removes; /* some entry goes, or becomes a comment */
};

static inline struct str random_text(struct random_edits *r)
{
	static const char *const texts[] = {
		"x",
		"3",
		"true",
		"null",
		"",
		"a: b",
		"- a",
		"#a",
		"a #b",
		"it's",
		"\"a\"",
		"a, b",
		"[a]",
		"{a: b}",
		"two\nlines",
		"\ttab",
		" blank ",
		"*alias",
		"&a",
		"!t",
		"%a",
		"@a",
		"`a",
		"?",
		"? a",
		"-",
		"---",
		"...",
		"a:",
		"https://a/b?c#d",
		"a\\b\"",
		"0x1F",
		"1e3",
		"2026-11-22",
		"~",
		"\xe6\x97\xa5\xe6\x9c\xac: \xe8\xaa\x9e",
		"\xe2\x80\x8e",
		"|",
		">",
		"a:\"b\"",
		"? ",
		"-a",
		":a",
	};

	return str_of(texts[dice_below(r->dice, sizeof texts / sizeof *texts)]);
}

/* Keys that are nowhere else. */
static inline struct str random_key(struct random_edits *r)
{
	static const char *const forms[] = {"new-%u", "'%u'", "%u: #", "%u",
					    "- %u"};

	return arena_printf(r->arena, "k%u %s", r->list.n,
			    forms[dice_below(r->dice, 5)]);
}

/* An entry of a collection, or NULL where it is empty. */
static inline const struct node *random_entry(struct random_edits *r,
					      const struct node *in)
{
	uint32_t left = in->len ? dice_below(r->dice, in->len) : 0;
	bool pair = in->kind == NODE_MAP;
	const struct node *n = in + 1;

	if (!in->len)
		return NULL;
	while (left--)
		n = node_next(n + pair);
	return n;
}

static inline bool random_insert(struct random_edits *r, struct random_edit *x)
{
	struct piece *value = piece_text(r->arena, x->text);

	x->item = x->node->kind == NODE_LIST;
	if (x->item) {
		for (const struct node *n = x->node + 1; n < node_next(x->node);
		     n = node_next(n))
			x->after = n;
		return edit_append(r->edit, x->node, value);
	}
	if (!dice_once_in(r->dice, 4))
		x->after = random_entry(r, x->node);
	x->key = random_key(r);
	return edit_insert(r->edit, x->node, x->after, x->key, value);
}

/* One change to what stands in a mapping or list. */
static inline bool random_ask(struct random_edits *r, struct random_edit *x,
			      const struct node *in)
{
	bool pair = in->kind == NODE_MAP;
	const struct node *entry = random_entry(r, in);

	x->kind = (enum edit_kind)dice_below(r->dice, EDIT_INSERT + 1);
	x->node = x->kind == EDIT_INSERT ? in : entry;
	x->text = random_text(r);
	if (!x->node || (x->kind == EDIT_RENAME && !pair))
		return false;
	switch (x->kind) {
	case EDIT_SET:
		x->node += pair;
		return edit_set(r->edit, x->node,
				piece_text(r->arena, x->text));
	case EDIT_RENAME:
		x->key = random_key(r);
		return edit_rename(r->edit, x->node, x->key);
	case EDIT_REMOVE:
		return edit_remove(r->edit, x->node);
	case EDIT_COMMENT:
		return edit_comment_out(r->edit, x->node);
	case EDIT_NOTE:
		return edit_note(r->edit, x->node, STR("a note"));
	case EDIT_INSERT:
		return random_insert(r, x);
	}
	return false;
}

static inline void random_edits_ask(struct random_edits *r, uint32_t n)
{
	while (n--) {
		uint32_t i = dice_below(r->dice, r->doc->n);
		struct random_edit x = {0};

		while (i && r->doc->nodes[i].kind == NODE_SCALAR)
			i--;
		if (r->doc->nodes[i].kind == NODE_SCALAR ||
		    !random_ask(r, &x, &r->doc->nodes[i])) {
			r->refused++;
			continue;
		}
		r->removes |= x.kind == EDIT_REMOVE || x.kind == EDIT_COMMENT;
		*vec_add(r->arena, &r->list) = x;
	}
}

/* --- what it is afterwards ----------------------------------------------- */

static inline void dump_text(struct buf *out, struct str text)
{
	buf_printf(out, "%u'", (unsigned)text.len);
	buf_add(out, text);
	buf_z(out, "',");
}

static inline const struct random_edit *
random_edit_of(const struct random_edits *r, enum edit_kind k,
	       const struct node *n)
{
	const struct random_edit *last = NULL;

	for_each(x, &r->list)
		if (x->kind == k && x->node == n)
			last = x;
	return last;
}

static inline void dump_new(const struct random_edits *r, const struct node *in,
			    const struct node *after, struct buf *out)
{
	for_each(x, &r->list) {
		if (x->kind != EDIT_INSERT || x->node != in ||
		    x->after != after)
			continue;
		if (!x->item)
			dump_text(out, x->key);
		dump_text(out, x->text);
	}
}

static inline void dump_edited(const struct random_edits *r,
			       const struct doc *doc, const struct node *n,
			       struct buf *out)
{
	const struct random_edit *set = random_edit_of(r, EDIT_SET, n), *name;
	bool pair = n->kind == NODE_MAP;

	if (set) {
		dump_text(out, set->text);
		return;
	}
	if (n->kind == NODE_SCALAR) {
		if (n->flags & NODE_NULL)
			buf_z(out, "null,");
		else
			dump_text(out, doc_text(doc, n));
		return;
	}
	buf_char(out, pair ? '{' : '[');
	dump_new(r, n, NULL, out);
	for (const struct node *c = n + 1; c < node_next(n);
	     c = node_next(c + pair)) {
		if (!random_edit_of(r, EDIT_REMOVE, c) &&
		    !random_edit_of(r, EDIT_COMMENT, c)) {
			name = pair ? random_edit_of(r, EDIT_RENAME, c) : NULL;
			if (pair)
				dump_text(out,
					  name ? name->key : doc_text(doc, c));
			dump_edited(r, doc, c + pair, out);
		}
		dump_new(r, n, c, out);
	}
	buf_char(out, pair ? '}' : ']');
}

#endif
