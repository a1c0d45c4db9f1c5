#include "report/excerpt.h"

#include "text/safe.h"
#include "text/utf8.h"
#include "text/width.h"

enum {
	TAB = 8,
	CELL_MOST = 3, /* bytes looked at on each side of the span's beginning,
			  for each cell that there is room for */
	ROOM_LEAST = 20,
};

/* One grapheme cluster as it is shown. */
struct cell {
	size_t text, len;  /* in `shown` */
	size_t at, cells;  /* column, and how many it takes */
	bool marked;       /* part of the span */
};

struct excerpt {
	struct arena arena;
	struct buf shown;
	VEC(struct cell) cells;
	size_t width, room; /* cells: of what was read, and on the screen */
	bool cut_before, cut_after; /* the line goes on beyond what was read */
};

/* Where a character begins at or before `at`. */
static size_t char_start(struct str s, size_t at)
{
	size_t back = at > 3 ? at - 3 : 0;

	if (at >= s.len)
		return s.len;
	for (size_t i = back; i < at;) {
		uint32_t len;

		utf8_decode(str_from(s, i), &len);
		if (i + len > at)
			return i;
		i += len;
	}
	return at;
}

static void show_cluster(struct excerpt *e, struct str cluster)
{
	uint32_t before = 0, len;

	for (size_t at = 0; at < cluster.len; at += len) {
		struct str rest = str_from(cluster, at);

		safe_char(&e->shown, rest, before);
		before = utf8_decode(rest, &len);
	}
}

static void add_cell(struct excerpt *e, struct str cluster, bool marked)
{
	struct cell *cell = vec_add(&e->arena, &e->cells);
	bool plain = cluster.len == 1 && *cluster.ptr >= ' ' &&
		     *cluster.ptr < 0x7f;

	cell->text = e->shown.len;
	cell->at = e->width;
	cell->marked = marked;
	if (plain)
		buf_char(&e->shown, *cluster.ptr);
	else if (*cluster.ptr == '\t')
		buf_fill(&e->shown, ' ', TAB - e->width % TAB);
	else
		show_cluster(e, cluster);
	cell->len = e->shown.len - cell->text;
	cell->cells = plain ? 1
			    : text_width((struct str){
				      e->shown.ptr + cell->text, cell->len});
	e->width += cell->cells;
}

/* How many cells a character takes at least; what is escaped takes more. */
static size_t cells_least(uint32_t c)
{
	enum { ESCAPED = sizeof "\\x1b" - 1 };

	if (c == UTF8_BAD)
		return ESCAPED;
	switch (char_class(c)) {
	case CHAR_PLAIN:
		return (size_t)char_width(c);
	case CHAR_HIDDEN:
		return 0;
	default:
		return ESCAPED;
	}
}

/* Where to begin to read so that more comes before `at` than there is room
 * for. */
static size_t reach_back(struct str line, size_t at, size_t room)
{
	size_t most = CELL_MOST * room, cells = 0;
	size_t least = at > most ? at - most : 0;
	uint32_t len;

	while (at > least && cells <= room) {
		at = char_start(line, at - 1);
		cells += cells_least(utf8_decode(str_from(line, at), &len));
	}
	return at;
}

/* Reads the line around bytes `at` to `end` of it, on either side no further
 * than there is room: a line may be as long as its file, and have a finding
 * in each word. */
static void read_line(struct excerpt *e, struct str line, size_t at,
		      size_t end)
{
	size_t i = reach_back(line, at, e->room), len, enough = SIZE_MAX;
	size_t to = char_start(line, at + CELL_MOST * e->room);

	e->cut_before = i > 0;
	for (; i < to && e->width <= enough; i += len) {
		struct str rest = {line.ptr + i, to - i};

		len = grapheme_len(rest);
		/* a span of nothing marks the character that it stands at */
		add_cell(e, str_head(rest, len),
			 i + len > at && (i < end || (at == end && i <= at)));
		if (i + len > at && enough == SIZE_MAX)
			enough = e->width + e->room;
	}
	e->cut_after = i < line.len;
}

/* --- the part that is shown ---------------------------------------------- */

/* First and last cell of a part, as indices; `to` is one past. */
struct part {
	uint32_t from, to;
};

static struct part marked_part(const struct excerpt *e)
{
	struct part p = {e->cells.n, e->cells.n};

	for (uint32_t i = 0; i < e->cells.n; i++) {
		if (!e->cells.at[i].marked)
			continue;
		if (p.from == e->cells.n)
			p.from = i;
		p.to = i + 1;
	}
	return p;
}

static size_t cells_of(const struct excerpt *e, struct part p)
{
	size_t sum = 0;

	for (uint32_t i = p.from; i < p.to; i++)
		sum += e->cells.at[i].cells;
	return sum;
}

/* Grows around the span by turns to both sides while there is room. */
static struct part choose_part(const struct excerpt *e, struct part marked,
			       size_t room)
{
	struct part p = {marked.from, marked.from};
	size_t used = 0;

	while (p.to < marked.to &&
	       used + e->cells.at[p.to].cells <= room)
		used += e->cells.at[p.to++].cells;
	for (bool grown = true; grown;) {
		grown = false;
		if (p.from > 0 &&
		    used + e->cells.at[p.from - 1].cells <= room) {
			used += e->cells.at[--p.from].cells;
			grown = true;
		}
		if (p.to < e->cells.n &&
		    used + e->cells.at[p.to].cells <= room) {
			used += e->cells.at[p.to++].cells;
			grown = true;
		}
	}
	return p;
}

/* --- writing ------------------------------------------------------------- */

/* What a line number and its bar take. */
static void print_gutter(uint32_t line, size_t digits, bool number,
			 const struct report_style *style, struct buf *out)
{
	struct buf gutter = {0};

	if (number)
		buf_printf(&gutter, "%*u | ", (int)digits, (unsigned)line);
	else {
		buf_fill(&gutter, ' ', digits);
		buf_z(&gutter, " | ");
	}
	mark_print(MARK_DIM, buf_str(&gutter), style, out);
	buf_release(&gutter);
}

static void trim(struct buf *out)
{
	while (out->len && out->ptr[out->len - 1] == ' ')
		out->len--;
	buf_char(out, '\n');
}

static void print_text(const struct excerpt *e, struct part p,
		       const char *before, const char *after,
		       const struct report_style *style, struct buf *out)
{
	mark_print(MARK_DIM, str_of(before), style, out);
	for (uint32_t i = p.from; i < p.to; i++)
		buf_add(out, (struct str){e->shown.ptr + e->cells.at[i].text,
					  e->cells.at[i].len});
	mark_print(MARK_DIM, str_of(after), style, out);
	trim(out);
}

/* `marked` may be empty: a span behind the end of its line. */
static void print_carets(const struct excerpt *e, struct part p,
			 struct part marked, size_t indent, enum mark mark,
			 const struct report_style *style, struct buf *out)
{
	struct buf carets = {0};
	struct part before = {p.from, marked.from};
	struct part under = {marked.from, marked.to < p.to ? marked.to : p.to};
	size_t n = cells_of(e, under);

	buf_fill(out, ' ', indent + cells_of(e, before));
	buf_fill(&carets, '^', n ? n : 1);
	mark_print(mark, buf_str(&carets), style, out);
	buf_char(out, '\n');
	buf_release(&carets);
}

static size_t count_digits(uint32_t number)
{
	size_t digits = 1;

	for (; number >= 10; number /= 10)
		digits++;
	return digits < 4 ? 4 : digits;
}

static void print_both(const struct excerpt *e, uint32_t number,
		       enum mark mark, const struct report_style *style,
		       struct buf *out)
{
	const char *sign = style->ascii ? "..." : "…";
	size_t sign_cells = style->ascii ? 3 : 1, digits = count_digits(number);
	struct part marked = marked_part(e), p = {0, e->cells.n};
	bool before = e->cut_before, after = e->cut_after;

	if (before || after || e->width > e->room) {
		p = choose_part(e, marked, e->room - 2 * sign_cells);
		before = before || p.from > 0;
		after = after || p.to < e->cells.n;
	}
	print_gutter(number, digits, true, style, out);
	print_text(e, p, before ? sign : "", after ? sign : "", style, out);
	print_gutter(number, digits, false, style, out);
	print_carets(e, p, marked, before ? sign_cells : 0, mark, style, out);
}

void excerpt_print(struct span span, enum mark mark, size_t width,
		   const struct report_style *style, struct buf *out)
{
	struct excerpt e = {0};
	uint32_t number;
	struct str line;
	size_t at, end, start, gutter;

	if (!span.source)
		return;
	number = source_line_number(span.source, span.at);
	gutter = count_digits(number) + 3;
	e.room = width > gutter + ROOM_LEAST ? width - gutter : ROOM_LEAST;
	line = source_line(span.source, number);
	if (!line.len)
		return;
	/* the byte-order mark is no part of the line, but of the file */
	start = (size_t)(line.ptr - span.source->text.ptr);
	at = span.at > start ? span.at - start : 0;
	end = span.end > start ? span.end - start : 0;
	if (at > line.len)
		at = line.len;
	read_line(&e, line, at, end < line.len ? end : line.len);
	print_both(&e, number, mark, style, out);
	buf_release(&e.shown);
	arena_release(&e.arena);
}
