#include "doc/comments.h"

#include "doc/entry.h"

/* A collection that the walk is inside of. */
struct open {
	const struct node *at;
	bool value_next; /* a mapping: the key was met */
};

/* One walk over the nodes, and over the bytes between the scalars. */
struct walk {
	const struct doc *doc;
	struct str text;
	struct arena *a;
	comments_list found;
	uint32_t from;	  /* all before this byte was looked at */
	uint32_t waiting; /* the first that waits for what follows it */
	const struct node *last; /* the scalar before `from`; NULL: none */
	struct arena scratch;
	VEC(struct open) open;
};

/* --- bytes --------------------------------------------------------------- */

static bool begins_comment(struct str text, uint32_t at)
{
	char before = at ? text.ptr[at - 1] : '\n';

	return before == ' ' || before == '\t' || before == '\n' ||
	       (at == 3 && str_starts(text, STR("\xef\xbb\xbf")));
}

/* A comment behind something is about its line, and about the whole of a text
 * that ends there. */
static void about_line(struct walk *w, struct comment *c, uint32_t line)
{
	c->from = line;
	c->to = c->end;
	if (w->last && w->last->end > line && w->last->at < line)
		c->from = w->last->at;
}

static void add_comment(struct walk *w, uint32_t at)
{
	struct comment *c = vec_add(w->a, &w->found);
	uint32_t line = line_start(w->doc, at);

	c->at = at;
	c->end = line_stop(w->text, at);
	c->own_line = is_blank_between(w->text, line, at);
	c->head = !w->open.n && !w->last;
	if (c->own_line)
		c->from = c->to = c->end;
	else
		about_line(w, c, line);
}

/* Looks for comments up to a byte. */
static void look_until(struct walk *w, uint32_t to)
{
	while (w->from < to) {
		const char *sign = memchr(w->text.ptr + w->from, '#',
					  to - w->from);
		uint32_t at;

		if (!sign)
			break;
		at = (uint32_t)(sign - w->text.ptr);
		if (begins_comment(w->text, at)) {
			add_comment(w, at);
			w->from = w->found.at[w->found.n - 1].end;
		} else {
			w->from = at + 1;
		}
	}
	if (w->from < to)
		w->from = to;
}

/* --- nodes --------------------------------------------------------------- */

/* Whether the node stands for an entry of what it is in: the item of a list,
 * the key of a pair. Counts the key. */
static bool is_entry(struct walk *w)
{
	struct open *in = w->open.n ? &w->open.at[w->open.n - 1] : NULL;

	if (!in)
		return false;
	if (in->at->kind == NODE_LIST)
		return true;
	in->value_next = !in->value_next;
	return in->value_next;
}

/* The comments that wait are about this node, or about the pair whose key it
 * is; what a block begins with is its first entry. */
static void settle(struct walk *w, const struct node *n, bool entry)
{
	const struct open *in = w->open.n ? &w->open.at[w->open.n - 1] : NULL;
	uint32_t end = n->end;

	if (!entry && n->kind != NODE_SCALAR && !node_is_flow(w->doc, n))
		return;
	if (entry && in->at->kind == NODE_MAP && n[1].end > end)
		end = n[1].end;
	for (; w->waiting < w->found.n; w->waiting++) {
		struct comment *c = &w->found.at[w->waiting];

		if (c->own_line)
			c->to = end;
	}
}

/* Behind the line that introduces a text in a block (`|  # a comment`) only
 * text follows. */
static void pass_scalar(struct walk *w, const struct node *n)
{
	char first = n->at < n->end ? w->text.ptr[n->at] : ' ';
	uint32_t before = w->found.n;

	if (first == '|' || first == '>')
		look_until(w, line_stop(w->text, n->at));
	for (uint32_t i = before; i < w->found.n; i++)
		w->found.at[i].to = n->end;
	w->waiting = w->found.n;
	if (w->from < n->end)
		w->from = n->end;
	w->last = n;
}

static void visit(struct walk *w, const struct node *n)
{
	bool entry;

	while (w->open.n && node_next(w->open.at[w->open.n - 1].at) <= n)
		w->open.n--;
	look_until(w, n->at);
	entry = is_entry(w);
	settle(w, n, entry);
	if (n->kind == NODE_SCALAR)
		pass_scalar(w, n);
	else
		*vec_add(&w->scratch, &w->open) = (struct open){n, false};
}

comments_list comments_of(const struct doc *doc, struct arena *a)
{
	struct walk w = {.doc = doc, .text = doc_bytes(doc), .a = a};

	for (uint32_t i = 0; i < doc->n; i++)
		visit(&w, &doc->nodes[i]);
	look_until(&w, (uint32_t)w.text.len);
	arena_release(&w.scratch);
	return w.found;
}
