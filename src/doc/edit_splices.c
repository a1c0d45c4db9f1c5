#include "doc/edit_parts.h"
#include "doc/scalar.h"

/* Where a value stands. */
struct spot {
	uint32_t from;		      /* behind its key; at its dash */
	uint32_t column;	      /* of its entry */
	bool dash;		      /* it is an item */
	bool flow;		      /* in brackets or braces */
	uint32_t above, above_column; /* the nearest line that an entry begins:
					 comments may be put before it */
};

struct work {
	struct edit *e;
	struct str text; /* the file */
	splices *list;
	struct arena *arena;
};

/* The entries of one mapping or list, and what becomes of them. */
struct block {
	const struct node *n;
	const struct spot *spot;
	struct entry *entries;
	uint32_t count;
	bool *gone;
	uint32_t kept, inserted;
	uint32_t first; /* of these before all entries */
};

static void visit(struct work *w, const struct node *n,
		  const struct spot *spot);

static void put(struct work *w, uint32_t at, uint32_t end, struct str text)
{
	*vec_add(w->arena, w->list) = (struct splice){at, end, text};
}

/* Puts what was written into a buffer there, and empties it. */
static void put_buf(struct work *w, uint32_t at, uint32_t end, struct buf *b)
{
	put(w, at, end, arena_str(w->arena, buf_str(b)));
	buf_release(b);
}

static void cut(struct work *w, uint32_t at, uint32_t end)
{
	put(w, at, end, (struct str){0});
}

static uint32_t back_over_blanks(struct work *w, uint32_t at)
{
	while (at &&
	       (w->text.ptr[at - 1] == ' ' || w->text.ptr[at - 1] == '\t'))
		at--;
	return at;
}

static bool lacks_line_end(struct work *w, uint32_t at)
{
	return at == w->text.len && at && w->text.ptr[at - 1] != '\n';
}

/* --- comments ------------------------------------------------------------ */

static void note_lines(struct work *w, const struct spot *spot, struct str text)
{
	struct buf b = {0};

	while (text.ptr) {
		size_t n = str_index(text, '\n');

		buf_fill(&b, ' ', spot->above_column);
		buf_z(&b, "# ");
		buf_add(&b, str_head(text, n));
		buf_z(&b, w->e->style.eol);
		text = n < text.len ? str_from(text, n + 1) : (struct str){0};
	}
	put_buf(w, spot->above, spot->above, &b);
}

/* Turns the lines of an entry into comments where they are. */
static void comment_lines(struct work *w, const struct entry *e)
{
	uint32_t line = line_after(w->text, e->at);

	put(w, e->at, e->at, STR("# "));
	for (; line < e->end; line = line_after(w->text, line)) {
		uint32_t at = line, stop = line_stop(w->text, line);
		struct buf b = {0};

		while (at < stop && at - line < e->column &&
		       w->text.ptr[at] == ' ')
			at++;
		if (at == stop)
			buf_fill(&b, ' ', e->column - (at - line));
		buf_z(&b, at == stop ? "#" : "# ");
		put_buf(w, at, at, &b);
	}
}

/* The text of an entry that shares its lines with others. */
static struct str shared_text(struct work *w, const struct entry *e)
{
	struct str rest = {w->text.ptr + e->at, e->end - e->at};
	struct buf b = {0};
	struct str text;

	while (rest.len) {
		size_t n = str_index(rest, '\n');

		buf_z(&b, b.len ? "\n  " : "");
		buf_add(&b, str_trim(str_head(rest, n)));
		rest = str_from(rest, n + 1);
	}
	text = arena_str(w->arena, buf_str(&b));
	buf_release(&b);
	return text;
}

/* --- entries outside of brackets ----------------------------------------- */

static const struct edit_step *inserts_end(struct work *w, const struct node *n,
					   const struct edit_step **at)
{
	uint32_t i = (uint32_t)(n - w->e->doc->nodes);
	struct edit_steps steps = edit_steps_in(w->e, i, i + 1);

	*at = steps.at;
	return steps.end;
}

#define for_each_insert(s, w, n)                                              \
	for (const struct edit_step *s, *s##_end = inserts_end((w), (n), &s); \
	     s < s##_end; s++)                                                \
		if (s->kind == EDIT_INSERT)

static void write_entry(struct work *w, struct buf *b,
			const struct edit_step *s, uint32_t column)
{
	if (s->key.ptr) {
		piece_key(b, s->key, 0, false);
		buf_char(b, ':');
	} else {
		buf_char(b, '-');
	}
	piece_block(b, s->piece, &w->e->style, column, !s->key.ptr);
}

static void insert_line(struct work *w, const struct edit_step *s,
			const struct entry *beside, uint32_t at, bool ended)
{
	struct buf b = {0};

	if (!ended)
		buf_z(&b, w->e->style.eol);
	buf_fill(&b, ' ', beside->column);
	write_entry(w, &b, s, beside->column);
	if (ended)
		buf_z(&b, w->e->style.eol);
	put_buf(w, at, at, &b);
}

/* Whether the lines of an entry go, up to their end. */
static bool was_cut(struct work *w, const struct block *b, uint32_t i)
{
	const struct entry *e = &b->entries[i];

	return e->begins_line && edit_step_of(w->e, e->node, EDIT_REMOVE) &&
	       !edit_step_of(w->e, e->node, EDIT_COMMENT);
}

static void insert_behind(struct work *w, const struct block *b, uint32_t i)
{
	const struct entry *e = &b->entries[i];
	uint32_t after = (uint32_t)(e->node - w->e->doc->nodes);

	for_each_insert(s, w, b->n)
	{
		uint32_t at = entry_tail(w->e->doc, e);

		if (s->after == after)
			insert_line(w, s, e, at,
				    was_cut(w, b, i) || !lacks_line_end(w, at));
	}
}

/* Before an entry behind a dash; that may go itself. */
static void insert_behind_dash(struct work *w, const struct block *b)
{
	const struct entry *e = &b->entries[0];
	bool cut = b->gone[0] && !edit_step_of(w->e, e->node, EDIT_COMMENT);
	struct buf text = {0};

	for_each_insert(s, w, b->n)
	{
		if (s->after)
			continue;
		if (cut && text.len) {
			buf_z(&text, w->e->style.eol);
			buf_fill(&text, ' ', e->column);
		}
		write_entry(w, &text, s, e->column);
		if (!cut) {
			buf_z(&text, w->e->style.eol);
			buf_fill(&text, ' ', e->column);
		}
	}
	put_buf(w, e->at, e->at, &text);
}

static void insert_first(struct work *w, const struct block *b)
{
	const struct entry *e = &b->entries[0];

	if (!b->first)
		return;
	if (!e->begins_line) {
		insert_behind_dash(w, b);
		return;
	}
	for_each_insert(s, w, b->n) if (!s->after)
		insert_line(w, s, e, entry_lead(w->e->doc, e), true);
}

static bool has_steps(struct work *w, const struct entry *e)
{
	const struct node *nodes = w->e->doc->nodes;
	struct edit_steps steps =
		edit_steps_in(w->e, (uint32_t)(e->node - nodes),
			      (uint32_t)(node_next(e->value) - nodes));

	return steps.at < steps.end;
}

/* An entry behind a dash: what follows it moves up, unless a comment or
 * something new stands between them. */
static void cut_behind_dash(struct work *w, const struct block *b, uint32_t i)
{
	const struct entry *e = &b->entries[i], *next = e + 1;

	if (i + 1 < b->count && !b->gone[i + 1] && !b->inserted &&
	    !has_steps(w, next) && is_blank_between(w->text, e->end, next->at))
		cut(w, e->at, next->at);
	else
		cut(w, i || !b->first ? back_over_blanks(w, e->at) : e->at,
		    line_stop(w->text, e->end));
}

static void cut_lines(struct work *w, const struct block *b, uint32_t i)
{
	const struct entry *e = &b->entries[i];

	if (e->begins_line)
		cut(w, entry_lead(w->e->doc, e), entry_tail(w->e->doc, e));
	else
		cut_behind_dash(w, b, i);
}

/* --- entries in brackets ------------------------------------------------- */

static bool kept_after(const struct block *b, uint32_t i)
{
	for (i++; i < b->count; i++)
		if (!b->gone[i])
			return true;
	return false;
}

static bool has_byte(struct work *w, char c, uint32_t from, uint32_t to)
{
	return from < to && memchr(w->text.ptr + from, c, to - from);
}

static bool has_comment(struct work *w, uint32_t from, uint32_t to)
{
	return has_byte(w, '#', from, to);
}

/* Whether an entry at the end goes with the comma before it. */
static bool takes_comma_before(struct work *w, const struct block *b,
			       uint32_t i)
{
	const struct entry *e = &b->entries[i];

	return i && !entry_owns_lines(w->e->doc, e) &&
	       !entry_owns_lines(w->e->doc, e - 1) &&
	       !has_comment(w, e[-1].end, e->at);
}

/* One that others follow goes with its comma; one at the end with the comma
 * before it. */
static void cut_shared(struct work *w, const struct block *b, uint32_t i)
{
	const struct entry *e = &b->entries[i];
	uint32_t from = e->at, to = e->end;

	if (kept_after(b, i))
		to = has_byte(w, '\n', e->end, e[1].at) ? e->comma : e[1].at;
	if (!kept_after(b, i) && takes_comma_before(w, b, i))
		from = e[-1].end;
	if (!b->kept && !(i + 1 < b->count && takes_comma_before(w, b, i + 1)))
		to = e->comma;
	/* a brace right behind a colon would belong to the key, too */
	put(w, from, to,
	    from && w->text.ptr[from - 1] == ':' ? STR(" ") : STR(""));
}

/* What became the last entry has no comma where the last one had none. */
static void cut_last_comma(struct work *w, const struct block *b)
{
	uint32_t last = b->count;
	const struct entry *e;

	while (last && b->gone[last - 1])
		last--;
	if (!last || last == b->count || b->inserted)
		return;
	e = &b->entries[last - 1];
	if (!entry_owns_lines(w->e->doc, e + 1) ||
	    b->entries[b->count - 1].comma > b->entries[b->count - 1].end)
		return;
	cut(w, e->comma - 1, e->comma);
}

static struct str in_line(struct work *w, const struct edit_step *s)
{
	struct buf b = {0};
	struct str line;

	if (s->key.ptr) {
		piece_key(&b, s->key, 0, true);
		buf_z(&b, ": ");
	}
	piece_flow(&b, s->piece);
	line = arena_str(w->arena, buf_str(&b));
	buf_release(&b);
	return line;
}

/* A comma right behind a colon would belong to the key. */
static struct str comma_after(struct work *w, const struct entry *e)
{
	return w->text.ptr[e->end - 1] == ':' ? STR(" ,") : STR(",");
}

/* Behind an entry with a line of its own, on the next line. */
static void insert_own_line(struct work *w, const struct entry *e,
			    struct str line, bool first)
{
	uint32_t stop = line_stop(w->text, e->end);
	bool comma = e->comma > e->end;
	struct buf b = {0};

	if (!comma && first)
		put(w, e->end, e->end, comma_after(w, e));
	if (!first && !comma)
		buf_char(&b, ',');
	buf_z(&b, w->e->style.eol);
	buf_add(&b, (struct str){w->text.ptr + e->line, e->column});
	buf_add(&b, line);
	if (comma)
		buf_char(&b, ',');
	put_buf(w, stop, stop, &b);
}

static void insert_at_head(struct work *w, const struct block *b,
			   struct str line)
{
	uint32_t at = b->n->at + 1;
	bool blank = at < w->text.len && w->text.ptr[at] == ' ';
	bool more = b->kept || b->inserted > 1;

	put(w, at, at,
	    arena_printf(w->arena, "%s%.*s%s", blank && more ? " " : "",
			 STR_ARG(line),
			 !more	 ? ""
			 : blank ? ","
				 : ", "));
}

/* Puts in what belongs behind the entry `at`; `behind` is the kept one at or
 * before it, or NULL. */
static bool insert_at(struct work *w, const struct block *b, uint32_t at,
		      const struct entry *behind, bool first)
{
	for_each_insert(s, w, b->n)
	{
		struct str line;

		if (s->after != at)
			continue;
		line = in_line(w, s);
		if (!behind)
			insert_at_head(w, b, line);
		else if (entry_owns_lines(w->e->doc, behind))
			insert_own_line(w, behind, line, first);
		else
			put(w, behind->end, behind->end,
			    arena_printf(w->arena, "%.*s %.*s",
					 STR_ARG(comma_after(w, behind)),
					 STR_ARG(line)));
		first = false;
	}
	return first;
}

/* All that belongs behind a kept entry, and the gone ones that follow it;
 * with -1 before all. */
static void insert_shared(struct work *w, const struct block *b, int64_t kept)
{
	const struct entry *behind = kept < 0 ? NULL : &b->entries[kept];
	bool first = true;

	if (!b->inserted)
		return;
	if (!behind)
		first = insert_at(w, b, 0, NULL, first);
	for (int64_t i = kept < 0 ? 0 : kept; i < b->count; i++) {
		uint32_t at = (uint32_t)(b->entries[i].node - w->e->doc->nodes);

		if (i != kept && !b->gone[i])
			break;
		first = insert_at(w, b, at, behind, first);
	}
}

/* --- a mapping or list --------------------------------------------------- */

static struct block block_of(struct work *w, const struct node *n,
			     const struct spot *spot)
{
	struct block b = {.n = n, .spot = spot};

	b.entries = entries_of(w->e->doc, n, w->arena, &b.count);
	b.gone = ARENA_ARRAY(w->arena, b.count + 1, bool);
	for (uint32_t i = 0; i < b.count; i++) {
		b.gone[i] = edit_is_gone(w->e, b.entries[i].node);
		b.kept += !b.gone[i];
	}
	for_each_insert(s, w, n)
	{
		b.inserted++;
		b.first += !s->after;
	}
	return b;
}

static struct spot spot_of(const struct block *b, const struct entry *e,
			   bool flow)
{
	bool pair = b->n->kind == NODE_MAP;
	struct spot spot = {
		.from = pair ? e->node->end : e->at,
		.column = e->column,
		.dash = !pair,
		.flow = flow || b->spot->flow,
		.above = b->spot->above,
		.above_column = b->spot->above_column,
	};

	if (e->begins_line) {
		spot.above = e->line;
		spot.above_column = e->column;
	}
	return spot;
}

static void rename_key(struct work *w, const struct entry *e, bool flow)
{
	const struct edit_step *s = edit_step_of(w->e, e->node, EDIT_RENAME);
	char old = e->node->at < e->node->end ? w->text.ptr[e->node->at] : ' ';
	struct buf b = {0};

	if (!s)
		return;
	piece_key(&b, s->key, old == '"' || old == '\'' ? old : 0, flow);
	put_buf(w, e->node->at, e->node->end, &b);
}

static void write_notes(struct work *w, const struct entry *e,
			const struct spot *spot)
{
	uint32_t i = (uint32_t)(e->node - w->e->doc->nodes);
	struct edit_steps steps = edit_steps_in(w->e, i, i + 1);

	for (const struct edit_step *s = steps.at; s < steps.end; s++)
		if (s->kind == EDIT_NOTE)
			note_lines(w, spot, s->key);
}

static void take_out(struct work *w, const struct block *b, uint32_t i,
		     const struct spot *spot, bool flow)
{
	const struct entry *e = &b->entries[i];
	bool comment = edit_step_of(w->e, e->node, EDIT_COMMENT);
	bool own = entry_owns_lines(w->e->doc, e);

	if (comment && (!flow || own)) {
		comment_lines(w, e);
		return;
	}
	if (comment)
		note_lines(w, spot, shared_text(w, e));
	if (!flow)
		cut_lines(w, b, i);
	else if (own)
		cut(w, entry_lead(w->e->doc, e), line_after(w->text, e->end));
	else
		cut_shared(w, b, i);
}

/* Comments about an entry that goes stand above what goes with it. */
static void move_above(struct work *w, const struct block *b, uint32_t i,
		       bool flow, struct spot *spot)
{
	const struct entry *e = &b->entries[i];

	if (flow && !entry_owns_lines(w->e->doc, e)) {
		spot->above = b->spot->above;
		spot->above_column = b->spot->above_column;
	} else if (was_cut(w, b, i)) {
		spot->above = entry_lead(w->e->doc, e);
	}
}

static void visit_entry(struct work *w, const struct block *b, uint32_t i,
			bool flow)
{
	const struct entry *e = &b->entries[i];
	struct spot spot = spot_of(b, e, flow);

	if (b->gone[i])
		move_above(w, b, i, flow, &spot);
	write_notes(w, e, &spot);
	if (b->gone[i]) {
		take_out(w, b, i, &spot, flow);
		return;
	}
	if (b->n->kind == NODE_MAP)
		rename_key(w, e, spot.flow);
	visit(w, e->value, &spot);
}

/* All of it is gone. */
static void write_empty(struct work *w, const struct block *b)
{
	bool map = b->n->kind == NODE_MAP;
	uint32_t at;

	if (b->n == w->e->doc->nodes) {
		at = entry_lead(w->e->doc, &b->entries[0]);
		put(w, at, at,
		    arena_printf(w->arena, "%s%s", map ? "{}" : "[]",
				 w->e->style.eol));
		return;
	}
	at = intro_end(w->e->doc, b->spot->from, b->n);
	put(w, at, at, map ? STR(" {}") : STR(" []"));
}

static void visit_block(struct work *w, const struct node *n,
			const struct spot *spot)
{
	struct block b = block_of(w, n, spot);

	if (!b.kept && !b.inserted)
		write_empty(w, &b);
	insert_first(w, &b);
	for (uint32_t i = 0; i < b.count; i++) {
		visit_entry(w, &b, i, false);
		insert_behind(w, &b, i);
	}
}

static void visit_flow(struct work *w, const struct node *n,
		       const struct spot *spot)
{
	struct block b = block_of(w, n, spot);

	insert_shared(w, &b, -1);
	for (uint32_t i = 0; i < b.count; i++) {
		visit_entry(w, &b, i, true);
		if (!b.gone[i])
			insert_shared(w, &b, i);
	}
	cut_last_comma(w, &b);
}

/* --- a value ------------------------------------------------------------- */

/* The comment behind `|` or `>`, with its "#"; empty where there is none. */
static struct str head_comment(struct work *w, const struct node *n)
{
	struct str head = {w->text.ptr + n->at,
			   line_stop(w->text, n->at) - n->at};
	char c = n->at < n->end ? *head.ptr : ' ';

	return c == '|' || c == '>' ? str_from(head, str_index(head, '#'))
				    : (struct str){0};
}

/* Puts a text on the line in the place of a value. */
static void set_text(struct work *w, const struct node *n,
		     const struct spot *spot, struct str text)
{
	uint32_t intro = intro_end(w->e->doc, spot->from, n);
	struct str comment = head_comment(w, n);

	if (n->at < n->end) {
		put(w, n->at, n->end,
		    arena_printf(w->arena, "%.*s%s%.*s", STR_ARG(text),
				 comment.len ? " " : "", STR_ARG(comment)));
		return;
	}
	/* `{a}` is a key without its colon */
	put(w, intro, intro,
	    arena_printf(w->arena, "%s %.*s", intro == spot->from ? ":" : "",
			 STR_ARG(text)));
}

static struct str scalar_text(struct work *w, const struct node *n,
			      const struct spot *spot, const struct piece *d)
{
	char old = n->at < n->end ? w->text.ptr[n->at] : ' ';
	struct scalar_look look = {
		.quote = old == '"' || old == '\'' ? old : 0,
		.flow = spot->flow,
		.word = d->kind == PIECE_WORD,
	};
	struct buf b = {0};
	struct str text;

	if (d->kind == PIECE_NONE)
		return STR("null");
	scalar_write(&b, d->text, &look);
	text = arena_str(w->arena, buf_str(&b));
	buf_release(&b);
	return text;
}

/* The value of a key goes on the lines below, whose comment stays where it
 * is. */
static void set_below(struct work *w, const struct node *n,
		      const struct spot *spot, const struct piece *d)
{
	uint32_t intro = intro_end(w->e->doc, spot->from, n);
	uint32_t stop = line_stop(w->text, n->end);
	struct buf b = {0};

	if (n->at < n->end && is_blank_between(w->text, intro, n->at))
		cut(w, intro, n->end);
	else if (n->at < n->end)
		cut(w, n->at, n->end);
	piece_block(&b, d, &w->e->style, spot->column, false);
	put_buf(w, n->at < n->end ? stop : line_stop(w->text, intro),
		n->at < n->end ? stop : line_stop(w->text, intro), &b);
}

static void set_collection(struct work *w, const struct node *n,
			   const struct spot *spot, const struct piece *d)
{
	/* between its dash and the end of the line */
	bool alone = intro_end(w->e->doc, spot->from, n) == spot->from + 1 &&
		     is_blank_between(w->text, n->end,
				      line_stop(w->text, n->end));
	struct buf b = {0};

	if (!spot->flow && !spot->dash && d->items.n) {
		set_below(w, n, spot, d);
		return;
	}
	if (spot->flow || !alone || !d->items.n)
		piece_flow(&b, d);
	else
		piece_block(&b, d, &w->e->style, spot->column, true);
	set_text(w, n, spot, str_trim(arena_str(w->arena, buf_str(&b))));
	buf_release(&b);
}

static void set_value(struct work *w, const struct node *n,
		      const struct spot *spot, const struct piece *d)
{
	if (piece_is_scalar(d))
		set_text(w, n, spot, scalar_text(w, n, spot, d));
	else
		set_collection(w, n, spot, d);
}

/* All that is put into what is empty, as one value. */
static struct piece *filling(struct work *w, const struct node *n)
{
	struct piece *d = NULL;

	for_each_insert(s, w, n)
	{
		if (!d)
			d = s->key.ptr ? piece_map(w->arena)
				       : piece_list(w->arena);
		piece_put(w->arena, d, s->key, s->piece);
	}
	return d;
}

/* `{}` stays in braces where it holds comments or stands in others. */
static bool stays_flow(const struct node *n, const struct spot *spot)
{
	return n->kind != NODE_SCALAR && (spot->flow || n->end - n->at > 2);
}

static void fill_flow(struct work *w, const struct node *n)
{
	struct buf b = {0};

	for_each_insert(s, w, n)
	{
		if (b.len)
			buf_z(&b, ", ");
		buf_add(&b, in_line(w, s));
	}
	put_buf(w, n->at + 1, n->at + 1, &b);
}

static void visit(struct work *w, const struct node *n, const struct spot *spot)
{
	uint32_t i = (uint32_t)(n - w->e->doc->nodes);
	struct edit_steps steps = edit_steps_in(w->e, i, i + n->size);
	const struct edit_step *set = edit_step_of(w->e, n, EDIT_SET);

	if (steps.at == steps.end)
		return;
	if (set)
		set_value(w, n, spot, set->piece);
	else if (n->flags & NODE_ALIAS)
		return;
	else if (n->size > 1 && node_is_flow(w->e->doc, n))
		visit_flow(w, n, spot);
	else if (n->size > 1)
		visit_block(w, n, spot);
	else if (stays_flow(n, spot))
		fill_flow(w, n);
	else if (edit_step_of(w->e, n, EDIT_INSERT))
		set_value(w, n, spot, filling(w, n));
}

void edit_splices(struct edit *e, splices *list)
{
	struct work w = {e, doc_bytes(e->doc), list, e->arena};
	const struct node *root = e->doc->nodes;
	struct spot spot = {.from = root->at,
			    .above = line_start(w.text, root->at)};

	visit(&w, root, &spot);
}
