#include "doc/edit_work.h"

static void visit(struct work *w, const struct node *n,
		  const struct spot *spot);

void edit_put(struct work *w, uint32_t at, uint32_t end, struct str text)
{
	*vec_add(w->arena, w->list) = (struct splice){at, end, text};
}

void edit_put_buf(struct work *w, uint32_t at, uint32_t end, struct buf *b)
{
	edit_put(w, at, end, arena_str(w->arena, buf_str(b)));
	buf_release(b);
}

void edit_cut(struct work *w, uint32_t at, uint32_t end)
{
	edit_put(w, at, end, (struct str){0});
}

const struct edit_step *edit_inserts(struct work *w, const struct node *n,
				     const struct edit_step **at)
{
	uint32_t i = (uint32_t)(n - w->e->doc->nodes);
	struct edit_steps steps = edit_steps_in(w->e, i, i + 1);

	*at = steps.at;
	return steps.end;
}

bool edit_was_cut(struct work *w, const struct block *b, uint32_t i)
{
	const struct entry *e = &b->entries[i];

	return e->begins_line && edit_step_of(w->e, e->node, EDIT_REMOVE) &&
	       !edit_step_of(w->e, e->node, EDIT_COMMENT);
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
	edit_put_buf(w, spot->above, spot->above, &b);
}

/* Turns the lines of an entry into comments where they are. */
static void comment_lines(struct work *w, const struct entry *e)
{
	uint32_t line = line_after(w->text, e->at);

	edit_put(w, e->at, e->at, STR("# "));
	for (; line < e->end; line = line_after(w->text, line)) {
		uint32_t at = line, stop = line_stop(w->text, line);
		struct buf b = {0};

		while (at < stop && at - line < e->column &&
		       w->text.ptr[at] == ' ')
			at++;
		if (at == stop)
			buf_fill(&b, ' ', e->column - (at - line));
		buf_z(&b, at == stop ? "#" : "# ");
		edit_put_buf(w, at, at, &b);
	}
}

/* The text of an entry that shares its lines with others. `all`: with what
 * stands between it and its comma, which goes, too. */
static struct str shared_text(struct work *w, const struct entry *e, bool all)
{
	uint32_t stop = all && e->comma > e->end ? e->comma - 1 : e->end;
	struct str rest = str_trim(
		(struct str){w->text.ptr + e->at, stop - e->at});
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
		b.kept_to = b.gone[i] ? b.kept_to : i + 1;
	}
	for_each_insert(s, w, n) {
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
	edit_put_buf(w, e->node->at, e->node->end, &b);
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
		note_lines(w, spot,
			   shared_text(w, e, !b->kept || b->kept_to > i + 1));
	if (!flow)
		lines_cut(w, b, i);
	else if (own)
		edit_cut(w, entry_lead(w->e->doc, e),
			 line_after(w->text, e->end));
	else
		braces_cut(w, b, i);
}

/* Comments about an entry that goes stand above what goes with it. */
static void move_above(struct work *w, const struct block *b, uint32_t i,
		       bool flow, struct spot *spot)
{
	const struct entry *e = &b->entries[i];

	if (flow && !entry_owns_lines(w->e->doc, e)) {
		spot->above = b->spot->above;
		spot->above_column = b->spot->above_column;
	} else if (edit_was_cut(w, b, i)) {
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

static void visit_block(struct work *w, const struct node *n,
			const struct spot *spot)
{
	struct block b = block_of(w, n, spot);

	if (!b.kept && !b.inserted)
		lines_empty(w, &b);
	lines_insert_first(w, &b);
	for (uint32_t i = 0; i < b.count; i++) {
		visit_entry(w, &b, i, false);
		lines_insert_behind(w, &b, i);
	}
}

static void visit_flow(struct work *w, const struct node *n,
		       const struct spot *spot)
{
	struct block b = block_of(w, n, spot);

	braces_insert(w, &b, -1);
	for (uint32_t i = 0; i < b.count; i++) {
		visit_entry(w, &b, i, true);
		if (!b.gone[i])
			braces_insert(w, &b, i);
	}
	braces_cut_comma(w, &b);
}

/* --- a value ------------------------------------------------------------- */

/* All that is put into what is empty, as one value. */
static struct piece *filling(struct work *w, const struct node *n)
{
	struct piece *d = NULL;

	for_each_insert(s, w, n) {
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

static void visit(struct work *w, const struct node *n, const struct spot *spot)
{
	uint32_t i = (uint32_t)(n - w->e->doc->nodes);
	struct edit_steps steps = edit_steps_in(w->e, i, i + n->size);
	const struct edit_step *set = edit_step_of(w->e, n, EDIT_SET);

	if (steps.at == steps.end)
		return;
	if (set)
		spot_set(w, n, spot, set->piece);
	else if (n->flags & NODE_ALIAS)
		return;
	else if (n->size > 1 && node_is_flow(w->e->doc, n))
		visit_flow(w, n, spot);
	else if (n->size > 1)
		visit_block(w, n, spot);
	else if (stays_flow(n, spot))
		braces_fill(w, n);
	else if (edit_step_of(w->e, n, EDIT_INSERT))
		spot_set(w, n, spot, filling(w, n));
}

void edit_splices(struct edit *e, splices *list)
{
	struct work w = {e, doc_bytes(e->doc), list, e->arena};
	const struct node *root = e->doc->nodes;
	struct spot spot = {.from = root->at,
			    .above = line_start(e->doc, root->at)};

	visit(&w, root, &spot);
}
