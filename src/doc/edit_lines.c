#include "doc/edit_work.h"

static bool lacks_line_end(struct work *w, uint32_t at)
{
	return at == w->text.len && at && w->text.ptr[at - 1] != '\n';
}

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
	edit_put_buf(w, at, at, &b);
}

void lines_insert_behind(struct work *w, const struct block *b, uint32_t i)
{
	const struct entry *e = &b->entries[i];
	uint32_t after = (uint32_t)(e->node - w->e->doc->nodes);

	for_each_insert(s, w, b->n) {
		uint32_t at = entry_tail(w->e->doc, e);

		if (s->after == after)
			insert_line(w, s, e, at,
				    edit_was_cut(w, b, i) ||
					    !lacks_line_end(w, at));
	}
}

/* Before an entry behind a dash; that may go itself. */
static void insert_behind_dash(struct work *w, const struct block *b)
{
	const struct entry *e = &b->entries[0];
	bool cut = b->gone[0] && !edit_step_of(w->e, e->node, EDIT_COMMENT);
	struct buf text = {0};

	for_each_insert(s, w, b->n) {
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
	edit_put_buf(w, e->at, e->at, &text);
}

void lines_insert_first(struct work *w, const struct block *b)
{
	const struct entry *e = &b->entries[0];

	if (!b->first)
		return;
	if (!e->begins_line) {
		insert_behind_dash(w, b);
		return;
	}
	for_each_insert(s, w, b->n)
		if (!s->after)
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
		edit_cut(w, e->at, next->at);
	else
		edit_cut(w, i || !b->first ? back_over_blanks(w->text, e->at) : e->at,
			 line_stop(w->text, e->end));
}

void lines_cut(struct work *w, const struct block *b, uint32_t i)
{
	const struct entry *e = &b->entries[i];

	if (e->begins_line)
		edit_cut(w, entry_lead(w->e->doc, e), entry_tail(w->e->doc, e));
	else
		cut_behind_dash(w, b, i);
}

void lines_empty(struct work *w, const struct block *b)
{
	bool map = b->n->kind == NODE_MAP;
	uint32_t at;

	if (b->n == w->e->doc->nodes) {
		at = entry_lead(w->e->doc, &b->entries[0]);
		edit_put(w, at, at,
			 arena_printf(w->arena, "%s%s", map ? "{}" : "[]",
				      w->e->style.eol));
		return;
	}
	at = intro_end(w->e->doc, b->spot->from, b->n);
	edit_put(w, at, at, map ? STR(" {}") : STR(" []"));
}
