#include "doc/edit_parts.h"

/* Walks over the old tree and the new one side by side. Depth is bounded by
 * the limit on nesting. */
struct law {
	const struct edit *e;
	const struct doc *now;
};

static uint32_t index_of(const struct law *w, const struct node *n)
{
	return (uint32_t)(n - w->e->doc->nodes);
}

static bool same_text(const struct law *w, const struct node *m,
		      struct str text)
{
	return m->kind == NODE_SCALAR && str_eq(doc_text(w->now, m), text);
}

/* --- what was not touched ------------------------------------------------ */

static bool same_node(const struct law *w, const struct node *n,
		      const struct node *m)
{
	if (n->kind != m->kind || n->len != m->len || n->size != m->size ||
	    (n->flags & NODE_NULL) != (m->flags & NODE_NULL))
		return false;
	return n->kind != NODE_SCALAR ||
	       same_text(w, m, doc_text(w->e->doc, n));
}

static bool same_run(const struct law *w, const struct node *n,
		     const struct node *m)
{
	for (uint32_t i = 0, size = n->size; i < size; i++)
		if (!same_node(w, n + i, m + i))
			return false;
	return true;
}

/* --- what was put there -------------------------------------------------- */

static bool is_piece(const struct law *w, const struct piece *d,
		     const struct node *m)
{
	bool map = d->kind == PIECE_MAP;
	const struct node *child = m + 1;

	if (d->kind == PIECE_NONE)
		return m->flags & NODE_NULL;
	if (piece_is_scalar(d))
		return same_text(w, m, d->text) && !(m->flags & NODE_NULL);
	if (m->kind != (map ? NODE_MAP : NODE_LIST) || m->len != d->items.n)
		return false;
	for_each(item, &d->items) {
		if (map && !same_text(w, child++, item->key))
			return false;
		if (!is_piece(w, item->value, child))
			return false;
		child = node_next(child);
	}
	return true;
}

/* --- what was changed inside --------------------------------------------- */

static bool follows(const struct law *w, const struct node *n,
		    const struct node *m);

/* Takes what was put in behind the entry `after` off the new children. */
static bool take_inserted(const struct law *w, const struct node *n,
			  uint32_t after, const struct node *end,
			  const struct node **m)
{
	struct edit_steps steps = edit_steps_in(w->e, index_of(w, n),
						index_of(w, n) + 1);

	for (const struct edit_step *s = steps.at; s < steps.end; s++) {
		if (s->kind != EDIT_INSERT || s->after != after)
			continue;
		if (*m >= end)
			return false;
		if (s->key.ptr && !same_text(w, (*m)++, s->key))
			return false;
		if (*m >= end || !is_piece(w, s->piece, *m))
			return false;
		*m = node_next(*m);
	}
	return true;
}

static bool is_key(const struct law *w, const struct node *key,
		   const struct node *m)
{
	const struct edit_step *s = edit_step_of(w->e, key, EDIT_RENAME);

	return same_text(w, m, s ? s->key : doc_text(w->e->doc, key));
}

static bool take_entry(const struct law *w, const struct node *n, bool pair,
		       const struct node *end, const struct node **m)
{
	if (edit_is_gone(w->e, n))
		return true;
	if (*m >= end || (pair && !is_key(w, n, (*m)++)))
		return false;
	if (*m >= end || !follows(w, n + pair, *m))
		return false;
	*m = node_next(*m);
	return true;
}

static bool entries_follow(const struct law *w, const struct node *n,
			   const struct node *m)
{
	const struct node *end = node_next(m), *child = m + 1;
	bool pair = n->kind == NODE_MAP;

	if (!take_inserted(w, n, 0, end, &child))
		return false;
	for (const struct node *old = n + 1; old < node_next(n);
	     old = node_next(old + pair))
		if (!take_entry(w, old, pair, end, &child) ||
		    !take_inserted(w, n, index_of(w, old), end, &child))
			return false;
	return child == end;
}

static bool was_filled(const struct law *w, const struct node *n,
		       const struct node *m)
{
	const struct edit_step *s = edit_step_of(w->e, n, EDIT_INSERT);

	return m->kind == (s->key.ptr ? NODE_MAP : NODE_LIST) &&
	       entries_follow(w, n, m);
}

static bool follows(const struct law *w, const struct node *n,
		    const struct node *m)
{
	uint32_t i = index_of(w, n);
	struct edit_steps steps = edit_steps_in(w->e, i, i + n->size);
	const struct edit_step *set = edit_step_of(w->e, n, EDIT_SET);

	if (set)
		return is_piece(w, set->piece, m);
	if (steps.at == steps.end || n->flags & NODE_ALIAS)
		return same_run(w, n, m);
	if (n->kind == NODE_SCALAR)
		return edit_step_of(w->e, n, EDIT_INSERT) ? was_filled(w, n, m)
							  : same_run(w, n, m);
	return n->kind == m->kind && entries_follow(w, n, m);
}

bool edit_is_lawful(const struct edit *e, const struct doc *now)
{
	struct law w = {e, now};

	return now->n && !now->broken && !now->refused &&
	       follows(&w, e->doc->nodes, now->nodes);
}
