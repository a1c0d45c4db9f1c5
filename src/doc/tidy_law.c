#include "doc/tidy_work.h"

struct law {
	const struct doc *was, *now;
	const uint32_t *order;
	struct arena *arena;
};

static bool same(const struct law *w, const struct node *n,
		 const struct node *m);

static bool same_scalar(const struct law *w, const struct node *n,
			const struct node *m)
{
	return (n->flags & NODE_NULL) == (m->flags & NODE_NULL) &&
	       str_eq(doc_text(w->was, n), doc_text(w->now, m));
}

static bool same_items(const struct law *w, const struct node *n,
		       const struct node *m)
{
	const struct node *now = m + 1;

	for_each_item(item, n) {
		if (!same(w, item, now))
			return false;
		now = node_next(now);
	}
	return true;
}

/* Whether the keys stand in the order that they were to have: where a piece
 * could not be taken apart they are as they were. */
static bool has_order(const struct law *w, const struct tidy_key *keys,
		      const struct node *m)
{
	const struct node *now = m + 1;

	for (uint32_t i = 0; i < m->len; i++) {
		if (!same_scalar(w, keys[i].key, now))
			return false;
		now = node_next(now + 1);
	}
	return true;
}

static bool same_pairs(const struct law *w, const struct node *n,
		       const struct node *m)
{
	struct tidy_key *keys = tidy_keys(w->was, w->order, n, w->arena);
	const struct node *now = m + 1, *was = n + 1;
	bool moved = has_order(w, keys, m);

	for (uint32_t i = 0; i < n->len; i++) {
		const struct node *key = moved ? keys[i].key : was;

		if (!same_scalar(w, key, now) || !same(w, key + 1, now + 1))
			return false;
		now = node_next(now + 1);
		was = node_next(was + 1);
	}
	return true;
}

static struct str token(const struct doc *doc, const struct node *n)
{
	return (struct str){doc_bytes(doc).ptr + n->at, n->end - n->at};
}

/* What an alias repeats is compared where it stands. Depth is bounded by the
 * limit on nesting. */
static bool same(const struct law *w, const struct node *n,
		 const struct node *m)
{
	if (n->kind != m->kind || n->len != m->len || n->size != m->size ||
	    (n->flags & NODE_ALIAS) != (m->flags & NODE_ALIAS))
		return false;
	if (n->flags & NODE_ALIAS)
		return str_eq(token(w->was, n), token(w->now, m));
	switch ((enum node_kind)n->kind) {
	case NODE_SCALAR:
		return same_scalar(w, n, m);
	case NODE_LIST:
		return same_items(w, n, m);
	case NODE_MAP:
		return same_pairs(w, n, m);
	}
	return false;
}

/* Comments are no part of the tree: none of their bytes may be lost. */
static bool same_bytes(struct str was, struct str now)
{
	int64_t more[256] = {0};

	for (size_t i = 0; i < was.len; i++)
		more[(unsigned char)was.ptr[i]]--;
	for (size_t i = 0; i < now.len; i++)
		more[(unsigned char)now.ptr[i]]++;
	for (int c = 0; c < 256; c++)
		if (more[c] && !strchr(" \t\r\n", c))
			return false;
	return !more[0];
}

/* What was read is read again, whatever --limit let in. */
static struct limits no_limits(void)
{
	struct limits limits;

	for (int i = 0; i < N_LIMITS; i++)
		limits.at[i] = UINT32_MAX - 1;
	return limits;
}

bool tidy_is_lawful(const struct doc *doc, const uint32_t *order,
		    struct str text)
{
	struct limits limits = no_limits();
	struct arena a = {0};
	struct source source = {
		.name = STR("new"), .text = text, .arena = &a};
	struct diag d = {.arena = &a};
	struct doc now = doc_parse(&a, &source, &limits, &d);
	struct law w = {doc, &now, order, &a};
	bool lawful = now.n && !d.errors &&
		      same_bytes(doc_bytes(doc), text) &&
		      same(&w, doc->nodes, now.nodes);

	doc_release(&now);
	arena_release(&a);
	return lawful;
}
