#include "oracle/program.h"

#include <stdio.h>

struct entry {
	uint32_t row, next; /* next of the column, NOWHERE at the end */
	int64_t value;
};

struct line {
	char kind; /* G, E or L */
	int64_t bound;
};

struct move_to {
	uint32_t from, to; /* spots; from NOWHERE: the start */
};

struct work {
	struct puzzle *p;
	struct arena arena;
	VEC(struct line) lines;
	VEC(struct entry) entries;
	VEC(struct column) columns;
	VEC(uint32_t) first, last; /* by column: its entries */
	bool *in_play;             /* by spot: may lie on a route */
	uint32_t *spot_column;
	VEC(struct move_to) moves;
	uint32_t moves_begin; /* the column of the first of them */
	int *fixed;           /* by column: 0, 1, or FREE */
};

enum { FREE = -1 };

static int64_t common(int64_t a, int64_t b)
{
	while (b) {
		int64_t rest = a % b;

		a = b;
		b = rest;
	}
	return a;
}

int64_t program_unit(const struct puzzle *p)
{
	int64_t unit = 0;

	for_each(item, &p->items)
		unit = common(unit, item->price);
	return unit ? unit : 1;
}

/* --- the matrix ----------------------------------------------------------- */

static uint32_t add_column(struct work *w, char kind, uint32_t number)
{
	*vec_add(&w->arena, &w->columns) = (struct column){kind, number};
	*vec_add(&w->arena, &w->first) = NOWHERE;
	*vec_add(&w->arena, &w->last) = NOWHERE;
	return w->columns.n - 1;
}

static uint32_t add_line(struct work *w, char kind, int64_t bound)
{
	*vec_add(&w->arena, &w->lines) = (struct line){kind, bound};
	return w->lines.n - 1;
}

static void add_entry(struct work *w, uint32_t row, uint32_t column,
		      int64_t value)
{
	uint32_t at = w->entries.n;

	*vec_add(&w->arena, &w->entries) = (struct entry){row, NOWHERE, value};
	if (w->last.at[column] == NOWHERE)
		w->first.at[column] = at;
	else
		w->entries.at[w->last.at[column]].next = at;
	w->last.at[column] = at;
}

/* --- roles that may lie on the way ---------------------------------------- */

static bool may_start(const struct puzzle *p, uint32_t spot)
{
	if (p->from != NOWHERE)
		return spot == p->from;
	return p->spots.at[spot].entry && !p->spots.at[spot].shut;
}

/* Marks what can be come to from what is marked, or, `back`, what leads to
 * it. */
static void spread(const struct puzzle *p, bool *mark, bool back)
{
	bool changed = true;

	while (changed) {
		changed = false;
		for (uint32_t i = 0; i < p->spots.n; i++)
			for_each(to, &p->spots.at[i].ways) {
				bool *next = back ? &mark[i] : &mark[*to];

				if (*next || !(back ? mark[*to] : mark[i]) ||
				    puzzle_shut(p, *to))
					continue;
				*next = changed = true;
			}
	}
}

static bool find_spots(struct work *w)
{
	struct puzzle *p = w->p;
	bool *ahead = ARENA_ARRAY(&w->arena, p->spots.n, bool);
	bool *behind = ARENA_ARRAY(&w->arena, p->spots.n, bool);

	for (uint32_t i = 0; i < p->spots.n; i++)
		ahead[i] = may_start(p, i);
	spread(p, ahead, false);
	behind[p->target] = true;
	spread(p, behind, true);
	for (uint32_t i = 0; i < p->spots.n; i++)
		ahead[i] = ahead[i] && behind[i];
	w->in_play = ahead;
	return ahead[p->target];
}

/* --- columns and lines ---------------------------------------------------- */

static void add_columns(struct work *w)
{
	struct puzzle *p = w->p;

	w->spot_column = ARENA_ARRAY(&w->arena, p->spots.n, uint32_t);
	for (uint32_t i = 0; i < p->items.n; i++)
		add_column(w, 'S', i);
	for (uint32_t i = 0; i < p->spots.n; i++)
		if (w->in_play[i])
			w->spot_column[i] = add_column(w, 'R', i);
	w->moves_begin = w->columns.n;
}

static void add_closure(struct work *w)
{
	for (uint32_t i = 0; i < w->p->items.n; i++)
		for_each(need, &w->p->items.at[i].needs) {
			uint32_t line = add_line(w, 'G', 0);

			add_entry(w, line, *need, 1);
			add_entry(w, line, i, -1);
		}
}

/* More than the need is worth no more than the need. */
static int64_t clip(const struct row *row, int64_t gain)
{
	return gain < row->need ? gain : row->need;
}

static void add_row(struct work *w, uint32_t spot, const struct row *row)
{
	uint32_t line = add_line(w, 'G', 0);
	int64_t unit = row->need;

	for_each(term, &row->terms)
		unit = common(unit, clip(row, term->gain));
	for_each(term, &row->terms)
		add_entry(w, line, term->item, clip(row, term->gain) / unit);
	add_entry(w, line, w->spot_column[spot], -row->need / unit);
}

static void add_rows(struct work *w)
{
	struct puzzle *p = w->p;

	for (uint32_t i = 0; i < p->spots.n; i++) {
		if (!w->in_play[i] || (i == p->from && i != p->target))
			continue;
		for_each(row, &p->spots.at[i].rows)
			add_row(w, i, row);
	}
}

static void add_move(struct work *w, uint32_t from, uint32_t to)
{
	add_column(w, 'M', w->moves.n);
	*vec_add(&w->arena, &w->moves) = (struct move_to){from, to};
}

static void add_moves(struct work *w)
{
	struct puzzle *p = w->p;

	for (uint32_t i = 0; i < p->spots.n; i++) {
		if (!w->in_play[i])
			continue;
		if (may_start(p, i))
			add_move(w, NOWHERE, i);
		for_each(to, &p->spots.at[i].ways)
			if (w->in_play[*to] && i != p->target &&
			    !puzzle_shut(p, *to))
				add_move(w, i, *to);
	}
}

static void set_bounds(struct work *w)
{
	w->fixed = ARENA_ARRAY(&w->arena, w->columns.n, int);
	for (uint32_t i = 0; i < w->columns.n; i++)
		w->fixed[i] = FREE;
	w->fixed[w->spot_column[w->p->target]] = 1;
}

/* As many moves out of a role as into it, one out of the start and one into
 * the target. */
static void add_flow(struct work *w)
{
	struct puzzle *p = w->p;
	uint32_t start = add_line(w, 'E', 1);

	for (uint32_t i = 0; i < p->spots.n; i++) {
		uint32_t into, out;

		if (!w->in_play[i])
			continue;
		into = add_line(w, 'E', 0);
		add_entry(w, into, w->spot_column[i], -1);
		out = i == p->target ? NOWHERE : add_line(w, 'E', 0);
		if (out != NOWHERE)
			add_entry(w, out, w->spot_column[i], -1);
		for (uint32_t m = 0; m < w->moves.n; m++) {
			uint32_t column = w->moves_begin + m;

			if (w->moves.at[m].to == i)
				add_entry(w, into, column, 1);
			else if (w->moves.at[m].from == i && out != NOWHERE)
				add_entry(w, out, column, 1);
		}
	}
	for (uint32_t m = 0; m < w->moves.n; m++)
		if (w->moves.at[m].from == NOWHERE)
			add_entry(w, start, w->moves_begin + m, 1);
}

static void add_limit(struct work *w, int64_t most)
{
	uint32_t line = add_line(w, 'L', most);
	int64_t unit = program_unit(w->p);

	for (uint32_t i = 0; i < w->p->items.n; i++)
		if (w->p->items.at[i].price)
			add_entry(w, line, i, w->p->items.at[i].price / unit);
}

/* --- rivals --------------------------------------------------------------- */

static uint32_t find_move(const struct work *w, uint32_t from, uint32_t to)
{
	for (uint32_t m = 0; m < w->moves.n; m++)
		if (w->moves.at[m].from == from && w->moves.at[m].to == to)
			return w->moves_begin + m;
	return NOWHERE;
}

static uint32_t role_before(const struct rival *r, uint32_t at)
{
	return at ? r->route[at - 1] : NOWHERE;
}

/* The highest item that is taken of a competency, or NOWHERE. */
static uint32_t top_taken(const struct puzzle *p, const struct rival *r,
			  uint32_t competency)
{
	uint32_t top = NOWHERE;

	for (uint32_t i = p->first[competency];
	     i < p->items.n &&
	     p->items.at[i].stage->competency->index == competency;
	     i++)
		if (r->taken[i])
			top = i;
	return top;
}

static void fix_route(struct work *w, const struct rival *r)
{
	uint32_t fewer = add_line(w, 'L', (int64_t)r->n_route);

	for (uint32_t m = 0; m < w->moves.n; m++)
		add_entry(w, fewer, w->moves_begin + m, 1);
	for (uint32_t at = 0; at < r->at && at < r->n_route; at++)
		w->fixed[find_move(w, role_before(r, at), r->route[at])] = 1;
	if (r->at < r->n_route) {
		uint32_t line = add_line(w, 'G', 1);

		for (uint32_t m = 0; m < w->moves.n; m++)
			if (w->moves.at[m].from == role_before(r, r->at) &&
			    w->moves.at[m].to < r->route[r->at])
				add_entry(w, line, w->moves_begin + m, 1);
	}
}

static void fix_items(struct work *w, const struct rival *r)
{
	const struct puzzle *p = w->p;

	for (uint32_t i = 0; i < p->items.n; i++)
		if (p->items.at[i].stage->competency->index < r->competency)
			w->fixed[i] = r->taken[i];
	w->fixed[top_taken(p, r, r->competency)] = 0;
}

static void fix_rival(struct work *w, const struct rival *r)
{
	fix_route(w, r);
	if (r->at == r->n_route)
		fix_items(w, r);
}

/* --- text ----------------------------------------------------------------- */

/* Fields stand where the fixed format wants them, too. */
static void write_value(struct buf *b, struct column c, const char *row,
			int64_t value)
{
	buf_printf(b, "    %c%-8u %-8s  %12lld\n", c.kind, c.number, row,
		   (long long)value);
}

static void write_lines(struct work *w, struct buf *b)
{
	buf_z(b, "NAME          LADDER\nROWS\n N  COST\n");
	for (uint32_t i = 0; i < w->lines.n; i++)
		buf_printf(b, " %c  L%u\n", w->lines.at[i].kind, i);
}

/* Columns between two of these are whole. */
static void write_marker(struct buf *b, const char *name, const char *kind)
{
	buf_printf(b, "    %-8s  'MARKER'                 '%s'\n", name, kind);
}

static void write_columns(struct work *w, const int64_t *weights,
			  struct buf *b)
{
	buf_z(b, "COLUMNS\n");
	write_marker(b, "BEGIN", "INTORG");
	for (uint32_t c = 0; c < w->columns.n; c++) {
		struct column column = w->columns.at[c];

		if (c == w->moves_begin)
			write_marker(b, "END", "INTEND");
		if (weights[c] || w->first.at[c] == NOWHERE)
			write_value(b, column, "COST", weights[c]);
		for (uint32_t e = w->first.at[c]; e != NOWHERE;
		     e = w->entries.at[e].next) {
			char row[16];

			snprintf(row, sizeof row, "L%u",
				 w->entries.at[e].row);
			write_value(b, column, row, w->entries.at[e].value);
		}
	}
}

/* Moves need not be whole: where roles are, so are they. */
static void write_bounds(struct work *w, struct buf *b)
{
	buf_z(b, "RHS\n");
	for (uint32_t i = 0; i < w->lines.n; i++)
		if (w->lines.at[i].bound)
			buf_printf(b, "    RHS       L%-8u %12lld\n", i,
				   (long long)w->lines.at[i].bound);
	buf_z(b, "BOUNDS\n");
	for (uint32_t i = 0; i < w->columns.n; i++) {
		struct column c = w->columns.at[i];
		bool fixed = w->fixed[i] != FREE;

		buf_printf(b, " %s BND       %c%-8u %12d\n",
			   fixed ? "FX" : "UP", c.kind, c.number,
			   fixed ? w->fixed[i] : 1);
	}
	buf_z(b, "ENDATA\n");
}

static int64_t *weigh(struct work *w, const struct aim *aim)
{
	int64_t *weights = ARENA_ARRAY(&w->arena, w->columns.n, int64_t);
	int64_t unit = program_unit(w->p);

	for (uint32_t i = 0; i < w->columns.n; i++) {
		struct column c = w->columns.at[i];

		if (c.kind == 'S')
			weights[i] = w->p->items.at[c.number].price / unit *
				     aim->cost;
		else if (c.kind == 'M')
			weights[i] = aim->move;
	}
	return weights;
}

bool program_write(struct puzzle *p, const struct aim *aim,
		   struct program *out)
{
	struct work w = {.p = p};
	bool leads = find_spots(&w);

	*out = (struct program){0};
	if (leads) {
		add_columns(&w);
		add_moves(&w);
		set_bounds(&w);
		add_closure(&w);
		add_rows(&w);
		add_flow(&w);
		if (aim->most >= 0)
			add_limit(&w, aim->most);
		if (aim->rival)
			fix_rival(&w, aim->rival);
		write_lines(&w, &out->text);
		write_columns(&w, weigh(&w, aim), &out->text);
		write_bounds(&w, &out->text);
		for_each(c, &w.columns)
			*vec_add(p->arena, &out->columns) = *c;
	}
	arena_release(&w.arena);
	return leads;
}

void program_release(struct program *out)
{
	buf_release(&out->text);
}
