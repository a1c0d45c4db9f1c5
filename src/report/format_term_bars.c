/* Bars: how much is there of what is needed, one below the other. */
#include "report/term.h"

enum { BAR_MOST = 24, BAR_LEAST = 8 };

/* Full only when all of it is there, empty only when nothing is. */
static size_t filled(int64_t have, int64_t need, size_t cells)
{
	size_t n;

	if (have <= 0)
		return 0;
	if (have >= need)
		return cells;
	n = (size_t)((2 * have * (int64_t)cells + need) / (2 * need));
	return n < 1 ? 1 : n >= cells ? cells - 1 : n;
}

static void print_bar(struct term *t, const struct block *b, size_t cells)
{
	struct buf bar = {0};
	size_t full = filled(b->have, b->need, cells);

	for (size_t i = 0; i < full; i++)
		buf_z(&bar, t->style->ascii ? "#" : "█");
	mark_print(b->have >= b->need ? MARK_GOOD : MARK_CODE, buf_str(&bar),
		   t->style, t->out);
	buf_clear(&bar);
	for (size_t i = full; i < cells; i++)
		buf_z(&bar, t->style->ascii ? "." : "░");
	mark_print(MARK_DIM, buf_str(&bar), t->style, t->out);
	buf_release(&bar);
}

/* Any line but the first of a label. */
static void print_rest(struct term *t, const struct flow *f, size_t at,
		       size_t label)
{
	struct flow_line line;

	while (flow_next(f, &at, label, &line)) {
		term_begin(t);
		flow_print(f, line, t->style, t->out);
		term_end(t);
	}
}

static void walk_bar(struct term *t, const struct block *b, size_t label,
		     size_t cells)
{
	struct flow f = {0}, g = {0};
	struct flow_line line = {0};
	size_t at = 0, remark = 0;

	flow_add(&f, &b->title, t->style);
	flow_add(&g, &b->aside, t->style);
	term_begin(t);
	flow_next(&f, &at, label, &line);
	flow_print(&f, line, t->style, t->out);
	buf_fill(t->out, ' ', label - flow_line_width(&f, line) + 2);
	if (b->need > 0 && cells)
		print_bar(t, b, cells);
	else
		buf_fill(t->out, ' ', cells);
	buf_fill(t->out, ' ', cells ? 2 : 0);
	line = (struct flow_line){0};
	flow_next(&g, &remark, SIZE_MAX / 2, &line);
	flow_print(&g, line, t->style, t->out);
	term_end(t);
	print_rest(t, &f, at, label);
	flow_release(&f);
	flow_release(&g);
}

/* Widest label (title) or remark (aside) of some bars. */
static size_t widest_of(const struct term *t, const struct block *bars,
			bool aside)
{
	size_t widest = 0;

	for (const struct block *b = bars->first; b; b = b->next) {
		struct flow f = {0};
		size_t cells;

		flow_add(&f, aside ? &b->aside : &b->title, t->style);
		cells = flow_width(&f);
		widest = cells > widest ? cells : widest;
		flow_release(&f);
	}
	return widest;
}

void term_bars(struct term *t, const struct block *b)
{
	size_t label = widest_of(t, b, false), room = term_text_room(t);
	size_t remark = widest_of(t, b, true), cells = BAR_MOST;

	if (label > room / 2)
		label = room / 2;
	/* where there is no room for a bar the figures do */
	if (label + cells + remark + 4 > room)
		cells = label + remark + 4 + BAR_LEAST <= room
				? room - label - remark - 4
				: 0;
	for (const struct block *bar = b->first; bar; bar = bar->next)
		walk_bar(t, bar, label, cells);
}
