#include "doc/build.h"

#include "base/pages.h"

/* Mappings with more keys than this look them up by hash. */
enum { FEW_KEYS = 32 };

void build_init(struct build *b, struct doc *doc, struct source *source,
		const struct limits *limits, struct diag *d)
{
	*b = (struct build){.doc = doc,
			    .source = source,
			    .limits = limits,
			    .diag = d};
}

static struct node *node_at(struct build *b, uint32_t index)
{
	return &b->doc->nodes[index];
}

static struct frame *top(struct build *b)
{
	return b->stack.n ? &b->stack.at[b->stack.n - 1] : NULL;
}

static struct span span_of(struct build *b, uint32_t at, uint32_t end)
{
	return (struct span){b->source, at, end};
}

static void past_limit(struct build *b, enum limit which, struct span span,
		       const char *what)
{
	struct finding *f = diag_add(b->diag, limit_table[which].code, span,
				     "%s; the limit is %lld", what,
				     (long long)b->limits->at[which]);

	finding_help(b->diag, f, "--limit %s=N raises it",
		     limit_table[which].name);
}

static bool stop(struct build *b)
{
	b->stopped = true;
	b->doc->refused = true;
	return false;
}

/* A node for every twelve bytes of text is more than ladders have; what is
 * not touched costs nothing. */
static void grow(struct build *b, uint32_t more)
{
	uint64_t least = (uint64_t)b->doc->n + more;
	uint64_t cap = b->doc->cap ? 2 * (uint64_t)b->doc->cap
				   : b->source->text.len / 12 + 64;

	doc_reserve(b->doc, cap < least ? least : cap);
}

/* Room for `more` nodes, within the limit on nodes. */
static bool make_room(struct build *b, uint32_t more, struct span span)
{
	struct doc *doc = b->doc;

	if ((int64_t)doc->n + more > b->limits->at[LIMIT_NODES]) {
		past_limit(b, LIMIT_NODES, span,
			   "here the file has too many nodes");
		return stop(b);
	}
	if (doc->n + more > doc->cap)
		grow(b, more);
	return true;
}

static bool wants_key(const struct frame *f, struct build *b)
{
	return f && node_at(b, f->node)->kind == NODE_MAP && !(f->items & 1);
}

/* --- keys ---------------------------------------------------------------- */

/* The key of this text among those read before `node`, or NULL. */
static const struct node *same_key(struct build *b, struct frame *f,
				   const struct node *node)
{
	const struct doc *doc = b->doc;
	const struct node *map = node_at(b, f->node);
	struct str text = doc_text(doc, node);

	for (const struct node *key = map + 1; key < node;
	     key = node_next(key + 1))
		if (key->len == node->len && str_eq(doc_text(doc, key), text))
			return key;
	return NULL;
}

/* Stands for a key that was left out again. */
#define KEY_GONE ((void *)UINTPTR_MAX)

/* Values are indices + 1, since nodes move while the document grows. The
 * text of a key is copied where it may move as well. */
static void *key_value(const struct doc *doc, const struct node *node)
{
	return (void *)((uintptr_t)(node - doc->nodes) + 1);
}

static const struct node *same_key_by_hash(struct build *b, struct frame *f,
					   const struct node *node)
{
	struct doc *doc = b->doc;
	struct str text = doc_text(doc, node);
	void *index = key_value(doc, node);
	void *found;

	if (node->flags & NODE_DECODED)
		text = arena_str(&b->scratch, text);
	found = map_add(f->keys, &b->scratch, text, index);
	if (found == KEY_GONE)
		map_set(f->keys, &b->scratch, text, index);
	return found && found != KEY_GONE ? &doc->nodes[(uintptr_t)found - 1]
					  : NULL;
}

/* After a key was left out it may stand there again. */
static void forget_key(struct build *b, struct frame *f,
		       const struct node *node)
{
	struct str text;

	if (!f->keys || node->kind != NODE_SCALAR)
		return;
	text = doc_text(b->doc, node);
	if (map_find(f->keys, text) == key_value(b->doc, node))
		map_set(f->keys, &b->scratch, text, KEY_GONE);
}

static void index_keys(struct build *b, struct frame *f,
		       const struct node *until)
{
	const struct node *map = node_at(b, f->node);

	f->keys = ARENA_NEW(&b->scratch, struct map);
	for (const struct node *key = map + 1; key < until;
	     key = node_next(key + 1))
		same_key_by_hash(b, f, key);
}

static void check_duplicate(struct build *b, struct frame *f,
			    struct node *node)
{
	struct doc *doc = b->doc;
	const struct node *first;
	struct finding *found;

	if (f->items / 2 >= FEW_KEYS && !f->keys)
		index_keys(b, f, node);
	first = f->keys ? same_key_by_hash(b, f, node)
			: same_key(b, f, node);
	if (!first)
		return;
	f->skip = true;
	found = diag_add(b->diag, CODE_L011, doc_span(doc, node),
			 "the key %s stands here a second time",
			 diag_quote(b->diag, doc_text(doc, node)));
	finding_note(b->diag, found, doc_span(doc, first),
		     "first defined here");
	finding_help(b->diag, found, "keep one of the two");
}

/* A key has been read: is it one that may stand here? */
static void check_key(struct build *b, struct frame *f, struct node *node)
{
	struct span span = doc_span(b->doc, node);
	struct finding *found;

	if (node->kind != NODE_SCALAR) {
		f->skip = true;
		/* A list that was cut short may have been no key at all. */
		if (node->flags & NODE_BROKEN)
			return;
		found = diag_add(b->diag, CODE_L017, span,
				 "%s cannot be a key; expected a word",
				 node_kind_name(node));
		finding_help(b->diag, found, "write the key as plain text");
		return;
	}
	if ((int64_t)node->len > b->limits->at[LIMIT_KEY_SIZE])
		past_limit(b, LIMIT_KEY_SIZE, span,
			   "the key is too long");
	if (node->flags & NODE_PLAIN && str_is(doc_text(b->doc, node), "<<")) {
		f->skip = true;
		node_at(b, f->node)->flags |= NODE_BROKEN;
		found = diag_add(b->diag, CODE_L013, span,
				 "the merge key \"<<\" is not read");
		finding_help(b->diag, found,
			     "write the keys out, or use an alias for the "
			     "whole value");
		return;
	}
	check_duplicate(b, f, node);
}

/* --- items --------------------------------------------------------------- */

static void forget_anchors(struct build *b)
{
	while (b->anchor_list.n &&
	       b->anchor_list.at[b->anchor_list.n - 1]->node >= b->doc->n) {
		b->anchor_list.at[b->anchor_list.n - 1]->gone = true;
		b->anchor_list.n--;
	}
}

/* A node is complete; it is the next item of what is open. */
static void item_done(struct build *b, uint32_t index)
{
	struct frame *f = top(b);

	if (!f)
		return;
	if (wants_key(f, b)) {
		f->key = index;
		check_key(b, f, node_at(b, index));
	} else if (f->skip) {
		b->doc->n = f->key;
		forget_anchors(b);
		f->skip = false;
		f->items -= 2;
	}
	f->items++;
}

static void set_anchor(struct build *b, const struct event *e)
{
	struct anchor *anchor, *first;
	struct finding *f;

	if (!e->anchor.ptr)
		return;
	anchor = ARENA_NEW(&b->scratch, struct anchor);
	*anchor = (struct anchor){.node = b->doc->n, .span = e->anchor_span};
	first = map_add(&b->anchors, &b->scratch,
			arena_str(&b->scratch, e->anchor), anchor);
	if (!first) {
		*vec_add(&b->scratch, &b->anchor_list) = anchor;
		return;
	}
	f = diag_add(b->diag, CODE_L016, e->anchor_span,
		     "the anchor %s is defined twice",
		     diag_quote(b->diag, e->anchor));
	finding_note(b->diag, f, first->span, "first defined here");
	finding_help(b->diag, f, "give the second one another name");
}

/* Whether the tag is one of the core schema; `!` alone means text. */
static bool is_text_tag(struct build *b, const struct event *e)
{
	static const char *const core[] = {"str", "int", "float", "bool",
					   "null", "map", "seq"};
	struct str head = STR("tag:yaml.org,2002:"), name;
	struct finding *f;

	if (!e->tag.ptr)
		return false;
	if (str_is(e->tag, "!"))
		return true;
	name = str_from(e->tag, head.len);
	if (str_starts(e->tag, head))
		for (size_t i = 0; i < sizeof core / sizeof *core; i++)
			if (str_is(name, core[i]))
				return i == 0;
	f = diag_add(b->diag, CODE_L018, e->tag_span,
		     "the tag %s is not of the core schema",
		     diag_quote(b->diag, e->tag));
	finding_help(b->diag, f, "leave the tag out");
	return false;
}

static bool is_null(struct str text)
{
	return text.len == 0 || str_is(text, "~") || str_is(text, "null") ||
	       str_is(text, "Null") || str_is(text, "NULL");
}

/* Where the text of a scalar begins in its token. */
static uint32_t text_at(const struct event *e, enum scalar_style style)
{
	return e->at + (style == STYLE_SINGLE || style == STYLE_DOUBLE);
}

/* Texts that stand in the file as they are stay there. */
static void set_text(struct build *b, struct node *node,
		     const struct event *e, struct str value,
		     enum scalar_style style)
{
	uint32_t at = text_at(e, style), quotes = 2 * (at - e->at);

	node->len = (uint32_t)value.len;
	node->text = at;
	if (style != STYLE_BLOCK && e->end - e->at == value.len + quotes &&
	    (value.len == 0 ||
	     !memcmp(b->source->text.ptr + at, value.ptr, value.len)))
		return;
	node->flags |= NODE_DECODED;
	node->text = (uint32_t)b->decoded.len;
	if (b->decoded.len + value.len > UINT32_MAX - 1)
		oom();
	/* An empty text needs an address too. */
	buf_room(&b->decoded, value.len + 1);
	buf_add(&b->decoded, value);
	b->doc->files.at[0].decoded = b->decoded.ptr;
}

bool build_scalar(struct build *b, const struct event *e, struct str value,
		  enum scalar_style style)
{
	struct span span = span_of(b, e->at, e->end);
	uint32_t index = b->doc->n;
	struct node *node;
	bool is_text;

	if (!make_room(b, 1, span))
		return false;
	set_anchor(b, e);
	is_text = is_text_tag(b, e);
	node = node_at(b, index);
	*node = (struct node){.at = e->at, .end = e->end, .size = 1};
	b->doc->n++;
	set_text(b, node, e, value, style);
	if (style == STYLE_PLAIN && !is_text) {
		node->flags |= NODE_PLAIN;
		if (value.len <= 4 && is_null(value))
			node->flags |= NODE_NULL;
	}
	if ((int64_t)value.len > b->limits->at[LIMIT_TEXT_SIZE] &&
	    !wants_key(top(b), b))
		past_limit(b, LIMIT_TEXT_SIZE, span, "the text is too long");
	item_done(b, index);
	return true;
}

bool build_open(struct build *b, const struct event *e, enum node_kind kind)
{
	uint32_t index = b->doc->n;
	struct span span = span_of(b, e->at, e->end);
	struct frame *f;

	if ((int64_t)b->stack.n >= b->limits->at[LIMIT_DEPTH]) {
		past_limit(b, LIMIT_DEPTH, span, "this is nested too deeply");
		return stop(b);
	}
	if (!make_room(b, 1, span))
		return false;
	set_anchor(b, e);
	is_text_tag(b, e);
	*node_at(b, index) = (struct node){
		.at = e->at, .end = e->end, .kind = (uint8_t)kind};
	b->doc->n++;
	f = vec_add(&b->scratch, &b->stack);
	*f = (struct frame){.node = index};
	return true;
}

void build_close(struct build *b, uint32_t end)
{
	struct frame *f = top(b);
	struct node *node = node_at(b, f->node);
	uint32_t index = f->node;

	node->len = node->kind == NODE_MAP ? f->items / 2 : f->items;
	node->size = b->doc->n - index;
	node->end = end;
	b->stack.n--;
	item_done(b, index);
}

/* --- aliases ------------------------------------------------------------- */

/* Stands where an alias led nowhere; nothing more is said about it. */
static bool add_nothing(struct build *b, struct span span)
{
	uint32_t index = b->doc->n;

	if (!make_room(b, 1, span))
		return false;
	*node_at(b, index) =
		(struct node){.at = span.at,
			      .end = span.end,
			      .text = span.at,
			      .size = 1,
			      .flags = NODE_PLAIN | NODE_NULL | NODE_BROKEN};
	b->doc->n++;
	item_done(b, index);
	return true;
}

static bool is_open(struct build *b, uint32_t index)
{
	for_each(f, &b->stack)
		if (f->node == index)
			return true;
	return false;
}

static bool bad_alias(struct build *b, struct anchor *anchor, struct str name,
		      struct span span)
{
	struct finding *f;

	if (anchor && anchor->gone)
		return true;
	if (!anchor) {
		f = diag_add(b->diag, CODE_L014, span,
			     "nothing is anchored as %s before this alias",
			     diag_quote(b->diag, name));
		finding_help(b->diag, f,
			     "quote a text that begins with \"*\"");
		return true;
	}
	if (!is_open(b, anchor->node))
		return false;
	f = diag_add(b->diag, CODE_L015, span,
		     "the alias %s stands inside the node that it names",
		     diag_quote(b->diag, name));
	finding_note(b->diag, f, anchor->span, "that node begins here");
	finding_help(b->diag, f, "write the value out");
	return true;
}

/* How many mappings and lists lie in each other in the anchored node. */
static uint32_t height_of(struct build *b, struct anchor *anchor)
{
	const struct node *n = node_at(b, anchor->node), *end = node_next(n);
	VEC(const struct node *) ends = {0}; /* of those that are open */
	uint32_t height = 0;

	for (; !anchor->height && n < end; n++) {
		while (ends.n && ends.at[ends.n - 1] <= n)
			ends.n--;
		if (n->kind == NODE_SCALAR)
			continue;
		*vec_add(&b->scratch, &ends) = node_next(n);
		height = ends.n > height ? ends.n : height;
	}
	if (height)
		anchor->height = height;
	return anchor->height;
}

bool build_alias(struct build *b, const struct event *e, struct str name)
{
	struct span span = span_of(b, e->at, e->end);
	struct anchor *anchor = map_find(&b->anchors, name);
	uint32_t index = b->doc->n, size;
	struct node *copy;

	if (++b->aliases > b->limits->at[LIMIT_ALIASES]) {
		past_limit(b, LIMIT_ALIASES, span,
			   "the file has too many aliases");
		return stop(b);
	}
	if (bad_alias(b, anchor, name, span))
		return add_nothing(b, span);
	if (b->stack.n + height_of(b, anchor) > b->limits->at[LIMIT_DEPTH]) {
		past_limit(b, LIMIT_DEPTH, span,
			   "with this alias it is nested too deeply");
		return stop(b);
	}
	size = node_at(b, anchor->node)->size;
	if (!make_room(b, size, span))
		return false;
	copy = node_at(b, index);
	memcpy(copy, node_at(b, anchor->node), size * sizeof *copy);
	copy->at = e->at;
	copy->end = e->end;
	copy->flags |= NODE_ALIAS;
	b->doc->n += size;
	item_done(b, index);
	return true;
}

/* --- after a syntax error ------------------------------------------------ */

/* Whether nothing but white space stands in [from, to). */
static bool is_blank(struct str text, uint32_t from, uint32_t to)
{
	while (from < to && strchr(" \t\r\n", text.ptr[from]))
		from++;
	return from >= to;
}

/* Marks a node and the last one of each mapping or list in it: any of them may
 * have been meant to go on. */
static void mark_last(struct node *n)
{
	for (;;) {
		struct node *last = n + 1, *end = n + n->size;

		n->flags |= NODE_BROKEN;
		if (last == end)
			return;
		while (node_next(last) < end)
			last += last->size;
		n = last;
	}
}

/* The last item that an earlier break left, or the first. All before it
 * stays: a file may have a mistake in every line. */
static struct node *first_open(struct build *b, struct frame *f)
{
	return node_at(b, f->settled ? f->settled : f->node + 1);
}

/* Leaves out the items from `n` on; `item` is the number of the first. */
static void drop_from(struct build *b, struct node *n, uint32_t item)
{
	struct frame *f = top(b);
	struct node *end = b->doc->nodes + b->doc->n;

	b->doc->n = (uint32_t)(n - b->doc->nodes);
	for (; n < end; n += n->size, item++)
		if (!(item & 1))
			forget_key(b, f, n);
}

/* Leaves out the last nodes that reach past `resume`, and marks the one that
 * the error touches. */
static void drop_tail(struct build *b, uint32_t at, uint32_t resume)
{
	struct frame *f = top(b);
	struct node *n = first_open(b, f), *last = NULL;
	uint32_t item = f->before;

	for (; n < b->doc->nodes + b->doc->n; n += n->size, item++) {
		if (n->end > resume) {
			drop_from(b, n, item);
			break;
		}
		last = n;
	}
	if (last && is_blank(b->source->text, last->end, at))
		mark_last(last);
}

/* Counts again what the mapping or list holds; a key without value goes. */
static void recount(struct build *b)
{
	struct frame *f = top(b);
	struct node *n = first_open(b, f), *last = NULL, *before = NULL;

	f->items = f->before;
	f->skip = false;
	for (; n < b->doc->nodes + b->doc->n; n += n->size, f->items++) {
		before = last;
		last = n;
	}
	if (node_at(b, f->node)->kind == NODE_MAP && f->items & 1) {
		drop_from(b, last, --f->items);
		last = before;
	}
	f->settled = last ? (uint32_t)(last - b->doc->nodes) : 0;
	f->before = last ? f->items - 1 : 0;
}

void build_break(struct build *b, uint32_t at, uint32_t resume)
{
	b->doc->broken = true;
	while (b->stack.n) {
		struct frame *f = top(b);

		drop_tail(b, at, resume);
		recount(b);
		forget_anchors(b);
		node_at(b, f->node)->flags |= NODE_BROKEN;
		if (b->stack.n == 1)
			break;
		build_close(b, at);
	}
}

void build_finish(struct build *b, uint32_t end)
{
	if (b->stopped)
		build_break(b, end, UINT32_MAX);
	while (b->stack.n)
		build_close(b, end);
	arena_release(&b->scratch);
	b->doc->files.at[0].decoded = b->decoded.ptr;
}
