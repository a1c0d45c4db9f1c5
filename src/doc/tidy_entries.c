#include "doc/tidy_work.h"

/* The entries of a mapping or list outside of brackets. */
struct block {
	const struct node *n;
	struct entry *entries;
	uint32_t count;
	uint32_t *at;	 /* which entry comes first, second ... */
	uint32_t *lead;	 /* by entry: where the lines above it begin */
	uint32_t *tail;	 /* and where those behind it end */
	bool *blank;	 /* by entry: an empty line stands before it */
	uint32_t begin;	 /* where the lines above all begin */
	uint32_t column; /* where they shall stand */
};

/* What an entry consists of, as far as that is understood. */
struct parts {
	uint32_t head;	/* behind the colon or dash; 0: written unusually */
	uint32_t value; /* what comes next in that line, or its end */
	bool nested;	/* a mapping or list in lines of its own */
	bool compact;	/* the same, from the line of the dash on */
	struct entry *inner; /* its entries */
	uint32_t n_inner;
};

static void put_block(struct tidy *t, const struct block *b, uint32_t until,
		      bool in_line);

static struct str bytes(const struct tidy *t, uint32_t from, uint32_t to)
{
	return (struct str){t->text.ptr + from, to > from ? to - from : 0};
}

/* --- what an entry consists of ------------------------------------------- */

static uint32_t skip_blanks(struct str text, uint32_t at)
{
	while (at < text.len && (text.ptr[at] == ' ' || text.ptr[at] == '\t'))
		at++;
	return at;
}

static bool is_nested(const struct tidy *t, const struct node *n)
{
	return n->kind != NODE_SCALAR && n->len && !(n->flags & NODE_ALIAS) &&
	       !node_is_flow(t->doc, n);
}

/* Behind `key:` or `-`; 0 where something else introduces the entry. */
static uint32_t head_of(const struct tidy *t, const struct entry *e, bool pair)
{
	uint32_t at = e->at;

	if (pair && (at != e->node->at ||
		     line_stop(t->text, at) < e->node->end))
		return 0;
	if (pair)
		at = skip_blanks(t->text, e->node->end);
	if (at >= t->text.len || t->text.ptr[at] != (pair ? ':' : '-'))
		return 0;
	return at + 1;
}

static void look_inside(const struct tidy *t, const struct entry *e, bool pair,
			struct parts *p)
{
	uint32_t below = line_after(t->text, p->head);
	struct entry *first;

	p->inner = entries_of(t->doc, e->value, t->arena, &p->n_inner);
	first = p->inner;
	p->compact = !pair && first->at == p->value;
	p->nested = first->begins_line && first->line >= below &&
		    skip_space(t->text, below) == first->at;
	if (!p->compact && !p->nested)
		p->head = 0;
}

static struct parts parts_of(const struct tidy *t, const struct entry *e,
			     bool pair)
{
	struct parts p = {.head = head_of(t, e, pair)};

	if (!p.head)
		return p;
	p.value = skip_blanks(t->text, p.head);
	if (is_nested(t, e->value))
		look_inside(t, e, pair, &p);
	else if (tidy_is_block(t, e->value) &&
		 e->value->at > line_stop(t->text, p.head))
		p.head = 0;
	return p;
}

/* --- what stands around entries ------------------------------------------ */

static uint32_t tail_of(const struct tidy *t, const struct entry *e)
{
	const struct node *last = node_next(e->value) - 1;
	uint32_t tail = entry_tail(t->doc, e), end = 0;

	if (!(e->value->flags & NODE_ALIAS) && tidy_is_block(t, last))
		end = tidy_block_end(t, last, e->column);
	return end > tail ? end : tail;
}

static bool begins_blank(struct str text, uint32_t from, uint32_t to)
{
	return from < to && is_blank_between(text, from, line_stop(text, from));
}

static void set_order(const struct tidy *t, struct block *b)
{
	struct tidy_key *keys = NULL;

	if (b->n->kind == NODE_MAP)
		keys = tidy_keys(t->doc, t->order, b->n, t->arena);
	for (uint32_t i = 0; i < b->count; i++)
		b->at[i] = keys ? keys[i].was : i;
}

/* What is directly above an entry goes with it, but at the head of the file,
 * where it is about all of it. */
static void set_gaps(const struct tidy *t, struct block *b)
{
	for (uint32_t i = 0; i < b->count; i++) {
		const struct entry *e = &b->entries[i];

		b->tail[i] = tail_of(t, e);
		b->lead[i] = i ? b->tail[i - 1] : e->line;
		b->blank[i] = i && begins_blank(t->text, b->lead[i], e->line);
	}
	if (b->n != t->doc->nodes && b->begin < b->entries[0].line)
		b->lead[0] = entry_lead(t->doc, &b->entries[0]);
}

/* No empty line stands before the first, whichever that becomes. */
static void swap_blanks(struct block *b)
{
	b->blank[0] = b->blank[b->at[0]];
	b->blank[b->at[0]] = false;
}

static struct block block_of(const struct tidy *t, const struct node *n,
			     struct entry *entries, uint32_t count)
{
	struct block b = {.n = n, .entries = entries, .count = count};

	b.begin = entries[0].line;
	b.at = ARENA_ARRAY(t->arena, count, uint32_t);
	b.lead = ARENA_ARRAY(t->arena, count, uint32_t);
	b.tail = ARENA_ARRAY(t->arena, count, uint32_t);
	b.blank = ARENA_ARRAY(t->arena, count, bool);
	return b;
}

static struct block inner_of(const struct tidy *t, const struct entry *e,
			     const struct parts *p, uint32_t column)
{
	struct block b = block_of(t, e->value, p->inner, p->n_inner);

	if (p->nested)
		b.begin = line_after(t->text, p->head);
	b.column = column + TIDY_STEP;
	set_order(t, &b);
	set_gaps(t, &b);
	swap_blanks(&b);
	return b;
}

static void put_lead(struct tidy *t, const struct block *b, uint32_t i)
{
	uint32_t from = b->lead[i], to = b->entries[i].line;

	while (begins_blank(t->text, from, to))
		from = line_after(t->text, from);
	t->blank |= b->blank[i];
	tidy_gap(t, from, to);
}

/* What belongs above the key that comes to stand behind the dash stands above
 * the dash. */
static void put_inner_lead(struct tidy *t, const struct block *b,
			   uint32_t column)
{
	uint32_t i = b->at[0];
	const struct entry *e = &b->entries[i];
	struct parts p = {0};

	*vec_add(t->arena, &t->columns) =
		(struct tidy_column){b->entries[0].column, column};
	put_lead(t, b, i);
	t->columns.n--;
	if (b->n->kind == NODE_LIST)
		p = parts_of(t, e, false);
	if (p.compact) {
		struct block inner = inner_of(t, e, &p, b->column);

		put_inner_lead(t, &inner, column);
	}
}

/* --- an entry ------------------------------------------------------------ */

/* Byte for byte, as far right of its column as it was. */
static void put_unusual(struct tidy *t, const struct entry *e, uint32_t column)
{
	const struct node *last = node_next(e->value) - 1;
	bool block = !(e->value->flags & NODE_ALIAS) && tidy_is_block(t, last);
	uint32_t end = block ? tidy_block_end(t, last, e->column)
			     : line_stop(t->text, e->end);

	tidy_as_is(t, bytes(t, e->at, end),
		   (struct tidy_column){e->column, column});
	if (block) {
		t->keeps = tidy_block_keeps(t, last);
		t->behind = column;
	}
}

/* What follows the colon or dash: where something does, behind one blank. A
 * comment stays as far away as it was. */
static uint32_t put_blank(struct tidy *t, const struct parts *p)
{
	if (p->value >= t->text.len || strchr("#\r\n", t->text.ptr[p->value]))
		return p->head;
	buf_char(t->out, ' ');
	return p->value;
}

static void put_text(struct tidy *t, const struct entry *e,
		     const struct parts *p, struct tidy_column column)
{
	const struct node *n = e->value;
	uint32_t from = put_blank(t, p), stop = line_stop(t->text, e->end);
	bool flow = !(n->flags & NODE_ALIAS) && node_is_flow(t->doc, n);
	struct buf text = {0};

	if (!flow) {
		tidy_folded(t, bytes(t, from, stop), column);
		return;
	}
	buf_add(&text, bytes(t, from, n->at));
	tidy_flow(t, n, &text);
	buf_add(&text, bytes(t, n->end, stop));
	tidy_folded(t, buf_str(&text), column);
	buf_release(&text);
}

static void put_value(struct tidy *t, const struct entry *e,
		      const struct parts *p, const struct block *inner,
		      uint32_t until, uint32_t now)
{
	struct tidy_column column = {e->column, now};
	uint32_t end = line_after(t->text, e->end);

	if (p->compact) {
		buf_char(t->out, ' ');
		put_block(t, inner, until, true);
		return;
	}
	if (p->nested) {
		uint32_t from = put_blank(t, p);

		tidy_end(t, bytes(t, from, line_stop(t->text, from)));
		put_block(t, inner, until, false);
		return;
	}
	if (tidy_is_block(t, e->value)) {
		buf_add(t->out, bytes(t, put_blank(t, p), e->value->at));
		tidy_block(t, e->value, column);
		end = tidy_block_end(t, e->value, e->column);
	} else {
		put_text(t, e, p, column);
	}
	tidy_gap(t, end, until);
}

static void put_entry(struct tidy *t, const struct block *b, uint32_t i,
		      bool in_line)
{
	const struct entry *e = &b->entries[i];
	bool pair = b->n->kind == NODE_MAP;
	struct parts p = parts_of(t, e, pair);
	struct block inner = {0};

	if (p.nested || p.compact)
		inner = inner_of(t, e, &p, b->column);
	if (!in_line) {
		put_lead(t, b, i);
		if (p.compact)
			put_inner_lead(t, &inner, b->column);
		tidy_begin(t, b->column);
	}
	t->behind = UINT32_MAX;
	if (!p.head) {
		put_unusual(t, e, b->column);
		tidy_gap(t, line_after(t->text, e->end), b->tail[i]);
		return;
	}
	if (pair)
		buf_add(t->out, bytes(t, e->at, e->node->end));
	buf_char(t->out, pair ? ':' : '-');
	put_value(t, e, &p, &inner, b->tail[i], b->column);
}

/* The lines behind the last entry go up to `until`. Depth is bounded by the
 * limit on nesting. */
static void put_block(struct tidy *t, const struct block *b, uint32_t until,
		      bool in_line)
{
	*vec_add(t->arena, &t->columns) =
		(struct tidy_column){b->entries[0].column, b->column};
	if (!in_line)
		tidy_gap(t, b->begin, b->lead[0]);
	for (uint32_t i = 0; i < b->count; i++)
		put_entry(t, b, b->at[i], in_line && !i);
	tidy_gap(t, b->tail[b->count - 1], until);
	t->columns.n--;
}

/* --- the file ------------------------------------------------------------ */

/* All in brackets or braces. */
static bool put_flow(struct tidy *t, const struct node *n, uint32_t begin)
{
	uint32_t line = line_start(t->doc, n->at);
	uint32_t stop = line_stop(t->text, n->end);
	struct buf text = {0};

	if (!is_blank_between(t->text, line, n->at))
		return false;
	tidy_gap(t, begin, line);
	tidy_begin(t, 0);
	tidy_flow(t, n, &text);
	buf_add(&text, bytes(t, n->end, stop));
	tidy_folded(t, buf_str(&text), (struct tidy_column){n->at - line, 0});
	buf_release(&text);
	tidy_gap(t, line_after(t->text, n->end), (uint32_t)t->text.len);
	return true;
}

bool tidy_file(struct tidy *t)
{
	const struct node *root = t->doc->nodes;
	struct str mark = STR("\xef\xbb\xbf");
	struct block b;
	struct entry *entries;
	uint32_t count, begin = 0;

	if (str_starts(t->text, mark)) {
		buf_add(t->out, mark);
		begin = 3;
	}
	t->begin = t->out->len;
	t->behind = UINT32_MAX;
	if (!is_nested(t, root))
		return node_is_flow(t->doc, root) && put_flow(t, root, begin);
	entries = entries_of(t->doc, root, t->arena, &count);
	if (!entries[0].begins_line)
		return false;
	b = block_of(t, root, entries, count);
	b.begin = begin;
	set_order(t, &b);
	set_gaps(t, &b);
	swap_blanks(&b);
	put_block(t, &b, (uint32_t)t->text.len, false);
	return true;
}
