/* Tables on a terminal: cells wrap, and where even that does not fit the
 * columns are dealt out to several tables that repeat the key columns. */
#include "report/picture.h"
#include "report/term.h"

#include "text/width.h"

#include <assert.h>

enum {
	GUTTER = 2,
	WORD_MOST = 40, /* of longer words no more is held together */
	WORD_LEAST = 16, /* and no more than this where room is short */
	INSET = 2,
};

/* A table being laid out. */
struct layout {
	struct term *t;
	const struct table *table;
	struct arena arena;
	size_t *natural; /* by column: width when nothing wraps */
	size_t *words;   /* by column: when words stay whole */
	size_t *least;   /* by column: as narrow as it may get */
	size_t inset;    /* of rows below the title of their group */
	size_t *width;   /* by column: as decided */
	uint32_t *shown; /* columns of the table being written */
	uint32_t n_shown;
};

static size_t most(size_t a, size_t b)
{
	return a > b ? a : b;
}

/* A cell with the sign of its tone. */
static void add_cell(const struct layout *l, struct flow *f, const prose *cell,
		     enum tone tone)
{
	const struct run space = {.text = {" ", 1}, .ours = true};
	const prose gap = {(struct run *)&space, 1, 1};

	flow_add(f, cell, l->t->style);
	if (tone && f->text.len)
		flow_add(f, &gap, l->t->style);
	flow_add(f, tone_sign(tone), l->t->style);
}

static enum tone tone_of(const struct row *row, uint32_t c)
{
	return row->tones ? row->tones[c] : TONE_NONE;
}

static void measure_cell(struct layout *l, uint32_t c, const prose *cell,
			 enum tone tone, size_t inset)
{
	struct flow f = {0};
	size_t word;

	add_cell(l, &f, cell, tone);
	word = inset + flow_word_width(&f);
	l->natural[c] = most(l->natural[c], inset + flow_width(&f));
	l->words[c] = most(l->words[c], word < WORD_MOST ? word : WORD_MOST);
	l->least[c] = most(l->least[c], word < WORD_LEAST ? word : WORD_LEAST);
	flow_release(&f);
}

/* How far the first cell of a row stands in. */
static size_t inset_of(const struct layout *l, const struct row *row,
		       uint32_t column)
{
	return column || row->group ? 0 : l->inset;
}

static void measure(struct layout *l)
{
	const struct table *table = l->table;
	uint32_t n = table->columns.n;

	l->natural = ARENA_ARRAY(&l->arena, n, size_t);
	l->words = ARENA_ARRAY(&l->arena, n, size_t);
	l->least = ARENA_ARRAY(&l->arena, n, size_t);
	l->width = ARENA_ARRAY(&l->arena, n, size_t);
	l->shown = ARENA_ARRAY(&l->arena, n, uint32_t);
	for (uint32_t r = 0; r < table->rows.n; r++)
		l->inset = table->rows.at[r].group ? INSET : l->inset;
	for (uint32_t c = 0; c < n; c++) {
		l->natural[c] = l->words[c] = l->least[c] = 1;
		measure_cell(l, c, &table->columns.at[c].title, TONE_NONE, 0);
		for_each(row, &table->rows)
			measure_cell(l, c, &row->cells[c], tone_of(row, c),
				     inset_of(l, row, c));
	}
}

static size_t sum_shown(const struct layout *l, const size_t *widths)
{
	size_t sum = 0;

	for (uint32_t i = 0; i < l->n_shown; i++)
		sum += widths[l->shown[i]] + (i ? GUTTER : 0);
	return sum;
}

/* Takes cells from the widest column until all fit, but from none that is at
 * its limit already. */
static void narrow(struct layout *l, size_t room, const size_t *limits)
{
	while (sum_shown(l, l->width) > room) {
		uint32_t widest = UINT32_MAX;

		for (uint32_t i = 0; i < l->n_shown; i++) {
			uint32_t c = l->shown[i];

			if (l->width[c] > limits[c] &&
			    (widest == UINT32_MAX ||
			     l->width[c] > l->width[widest]))
				widest = c;
		}
		if (widest == UINT32_MAX)
			return;
		l->width[widest]--;
	}
}

static size_t wrapped_width(const struct layout *l, const prose *cell,
			    enum tone tone, size_t width)
{
	struct flow f = {0};
	struct flow_line line;
	size_t at = 0, widest = 0;

	add_cell(l, &f, cell, tone);
	while (flow_next(&f, &at, width, &line))
		widest = most(widest, flow_line_width(&f, line));
	flow_release(&f);
	return widest;
}

/* Wrapped text may leave a column wider than any of its lines. */
static void tighten(struct layout *l, uint32_t c)
{
	const struct table *table = l->table;
	size_t width = l->width[c], used;

	if (width == l->natural[c])
		return;
	used = wrapped_width(l, &table->columns.at[c].title, TONE_NONE, width);
	for_each(row, &table->rows) {
		size_t inset = inset_of(l, row, c);
		size_t cells = wrapped_width(l, &row->cells[c], tone_of(row, c),
					     width - inset);

		used = most(used, inset + cells);
	}
	l->width[c] = used < width ? used : width;
}

static void decide_widths(struct layout *l, size_t room)
{
	for (uint32_t i = 0; i < l->n_shown; i++)
		l->width[l->shown[i]] = l->natural[l->shown[i]];
	narrow(l, room, l->words);
	narrow(l, room, l->least);
	for (uint32_t i = 0; i < l->n_shown; i++)
		tighten(l, l->shown[i]);
}

/* Takes as many columns from `from` on as fit beside the keys at their least;
 * gives the first that is left. */
static uint32_t take_columns(struct layout *l, uint32_t from, size_t room)
{
	uint32_t keys = l->table->keys, c;

	l->n_shown = 0;
	for (c = 0; c < keys; c++)
		l->shown[l->n_shown++] = c;
	for (c = from; c < l->table->columns.n; c++) {
		l->shown[l->n_shown++] = c;
		if (sum_shown(l, l->least) > room && c > from) {
			l->n_shown--;
			break;
		}
	}
	return c;
}

/* --- writing ------------------------------------------------------------- */

static void print_cell(struct layout *l, const struct flow *f, size_t *at,
		       uint32_t c, size_t inset, bool last)
{
	size_t width = l->width[c] - inset, used = 0, left = 0;
	enum align align = l->table->columns.at[c].align;
	struct flow_line line = {0};

	if (flow_next(f, at, width, &line))
		used = flow_line_width(f, line);
	if (used < width && align != ALIGN_LEFT)
		left = align == ALIGN_RIGHT ? width - used
					    : (width - used) / 2;
	buf_fill(l->t->out, ' ', inset + left);
	flow_print(f, line, l->t->style, l->t->out);
	if (!last && used + left < width + GUTTER)
		buf_fill(l->t->out, ' ', width + GUTTER - used - left);
}

static bool any_left(const struct layout *l, const struct flow *flows,
		     const size_t *at)
{
	for (uint32_t i = 0; i < l->n_shown; i++)
		if (at[i] < flows[i].text.len)
			return true;
	return false;
}

/* A row, or the titles where `row` is NULL: as many lines as its longest cell
 * takes. */
static void print_row(struct layout *l, const struct row *row)
{
	size_t inset = row ? inset_of(l, row, 0) : 0;
	struct flow *flows = ARENA_ARRAY(&l->arena, l->n_shown, struct flow);
	size_t *at = ARENA_ARRAY(&l->arena, l->n_shown, size_t);

	for (uint32_t i = 0; i < l->n_shown; i++) {
		uint32_t c = l->shown[i];

		if (row)
			add_cell(l, &flows[i], &row->cells[c], tone_of(row, c));
		else
			add_cell(l, &flows[i], &l->table->columns.at[c].title,
				 TONE_NONE);
	}
	do {
		term_begin(l->t);
		for (uint32_t i = 0; i < l->n_shown; i++)
			print_cell(l, &flows[i], &at[i], l->shown[i],
				   l->shown[i] ? 0 : inset,
				   i + 1 == l->n_shown);
		term_end(l->t);
	} while (any_left(l, flows, at));
	for (uint32_t i = 0; i < l->n_shown; i++)
		flow_release(&flows[i]);
}

static void print_rule(struct layout *l)
{
	struct buf line = {0};
	const char *sign = l->t->style->ascii ? "-" : "─";

	for (uint32_t i = 0; i < l->n_shown; i++) {
		for (size_t n = l->width[l->shown[i]]; n; n--)
			buf_z(&line, sign);
		if (i + 1 < l->n_shown)
			buf_fill(&line, ' ', GUTTER);
	}
	term_begin(l->t);
	mark_print(MARK_DIM, buf_str(&line), l->t->style, l->t->out);
	term_end(l->t);
	buf_release(&line);
}

static bool has_titles(const struct table *table)
{
	for_each(column, &table->columns)
		if (column->title.n)
			return true;
	return false;
}

static void print_part(struct layout *l)
{
	if (has_titles(l->table)) {
		print_row(l, NULL);
		print_rule(l);
	}
	for_each(row, &l->table->rows)
		print_row(l, row);
}

void term_table(struct term *t, const struct table *table)
{
	struct layout l = {.t = t, .table = table};
	size_t room = term_room(t);
	uint32_t next = table->keys;

	assert(table->keys < table->columns.n);
	measure(&l);
	do {
		next = take_columns(&l, next, room);
		decide_widths(&l, room);
		print_part(&l);
		if (next < table->columns.n)
			t->blank = true;
	} while (next < table->columns.n);
	arena_release(&l.arena);
}
