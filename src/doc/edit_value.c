#include "doc/edit_work.h"
#include "doc/scalar.h"

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
		edit_put(w, n->at, n->end,
			 arena_printf(w->arena, "%.*s%s%.*s", STR_ARG(text),
				      comment.len ? " " : "",
				      STR_ARG(comment)));
		return;
	}
	/* `{a}` is a key without its colon */
	edit_put(w, intro, intro,
		 arena_printf(w->arena, "%s %.*s",
			      intro == spot->from ? ":" : "", STR_ARG(text)));
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
		edit_cut(w, intro, n->end);
	else if (n->at < n->end)
		edit_cut(w, n->at, n->end);
	piece_block(&b, d, &w->e->style, spot->column, false);
	edit_put_buf(w, n->at < n->end ? stop : line_stop(w->text, intro),
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

void spot_set(struct work *w, const struct node *n, const struct spot *spot,
	      const struct piece *d)
{
	if (piece_is_scalar(d))
		set_text(w, n, spot, scalar_text(w, n, spot, d));
	else
		set_collection(w, n, spot, d);
}
