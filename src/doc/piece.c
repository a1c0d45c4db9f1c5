#include "doc/piece.h"

#include "doc/scalar.h"

/* --- making -------------------------------------------------------------- */

static struct piece *piece_of(struct arena *a, enum piece_kind kind,
			      struct str text)
{
	struct piece *d = ARENA_NEW(a, struct piece);

	d->kind = kind;
	d->text = text;
	return d;
}

struct piece *piece_none(struct arena *a)
{
	return piece_of(a, PIECE_NONE, (struct str){0});
}

struct piece *piece_text(struct arena *a, struct str text)
{
	return piece_of(a, PIECE_TEXT, text);
}

struct piece *piece_word(struct arena *a, struct str text)
{
	return piece_of(a, PIECE_WORD, text);
}

struct piece *piece_number(struct arena *a, uint32_t n)
{
	return piece_word(a, arena_printf(a, "%u", n));
}

struct piece *piece_map(struct arena *a)
{
	return piece_of(a, PIECE_MAP, (struct str){0});
}

struct piece *piece_list(struct arena *a)
{
	return piece_of(a, PIECE_LIST, (struct str){0});
}

void piece_put(struct arena *a, struct piece *map, struct str key,
	       struct piece *value)
{
	*vec_add(a, &map->items) = (struct piece_item){key, value};
}

void piece_push(struct arena *a, struct piece *list, struct piece *value)
{
	*vec_add(a, &list->items) = (struct piece_item){.value = value};
}

bool piece_may_stand(const struct piece *d)
{
	if (!scalar_may_stand(d->text))
		return false;
	for_each(item, &d->items)
		if (!scalar_may_stand(item->key) ||
		    !piece_may_stand(item->value))
			return false;
	return true;
}

bool piece_is_scalar(const struct piece *d)
{
	return d->kind != PIECE_MAP && d->kind != PIECE_LIST;
}

/* --- writing ------------------------------------------------------------- */

void piece_key(struct buf *out, struct str key, char quote, bool flow)
{
	struct scalar_look look = {.quote = quote, .flow = flow, .word = true};

	scalar_write(out, key, &look);
}

static void write_scalar(struct buf *out, const struct piece *d, bool flow)
{
	struct scalar_look look = {.flow = flow, .word = d->kind == PIECE_WORD};

	if (d->kind == PIECE_NONE)
		buf_z(out, "null");
	else
		scalar_write(out, d->text, &look);
}

void piece_flow(struct buf *out, const struct piece *d)
{
	bool map = d->kind == PIECE_MAP;

	if (piece_is_scalar(d)) {
		write_scalar(out, d, true);
		return;
	}
	buf_char(out, map ? '{' : '[');
	for_each(item, &d->items) {
		if (item > d->items.at)
			buf_z(out, ", ");
		if (map) {
			piece_key(out, item->key, 0, true);
			buf_z(out, ": ");
		}
		piece_flow(out, item->value);
	}
	buf_char(out, map ? '}' : ']');
}

static void new_line(struct buf *out, const struct piece_style *style,
		     uint32_t column)
{
	buf_z(out, style->eol);
	buf_fill(out, ' ', column);
}

/* The first entry stands behind a dash at once. */
static void write_entries(struct buf *out, const struct piece *d,
			  const struct piece_style *style, uint32_t column,
			  bool dash)
{
	for_each(item, &d->items) {
		if (dash && item == d->items.at)
			buf_char(out, ' ');
		else
			new_line(out, style, column);
		if (d->kind == PIECE_MAP) {
			piece_key(out, item->key, 0, false);
			buf_char(out, ':');
		} else {
			buf_char(out, '-');
		}
		piece_block(out, item->value, style, column,
			    d->kind == PIECE_LIST);
	}
}

void piece_block(struct buf *out, const struct piece *d,
		 const struct piece_style *style, uint32_t column, bool dash)
{
	bool list = d->kind == PIECE_LIST;

	if (d->kind == PIECE_NONE)
		return;
	if (piece_is_scalar(d)) {
		buf_char(out, ' ');
		write_scalar(out, d, false);
	} else if (!d->items.n) {
		buf_z(out, list ? " []" : " {}");
	} else {
		column += dash ? 2 : list ? style->list_step : style->step;
		write_entries(out, d, style, column, dash);
	}
}
