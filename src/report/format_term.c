#include "report/term.h"

#include "text/safe.h"
#include "text/width.h"

#include <stdio.h>

enum {
	WIDTH_DEFAULT = 80,
	TEXT_MOST = 100, /* longer lines of text are tiring to read */
	ROOM_LEAST = 10,
	KEY_LEAST = 9,   /* columns of a key beside its value: so that the */
	KEY_MOST = 18,   /* values of one step stand under those of another */
	VALUE_LEAST = 24,
};

static void walk(struct term *t, const struct block *b, int depth);

void term_begin(struct term *t)
{
	if (t->blank && t->any)
		buf_char(t->out, '\n');
	t->blank = t->fresh = false;
	t->any = true;
	buf_add(t->out, buf_str(&t->lead));
	if (t->lead_cells < t->indent)
		buf_fill(t->out, ' ', t->indent - t->lead_cells);
	buf_clear(&t->lead);
	t->lead_cells = 0;
}

void term_end(struct term *t)
{
	while (t->out->len && t->out->ptr[t->out->len - 1] == ' ')
		t->out->len--;
	buf_char(t->out, '\n');
}

size_t term_room(const struct term *t)
{
	return t->width > t->indent + ROOM_LEAST ? t->width - t->indent
						 : ROOM_LEAST;
}

size_t term_text_room(const struct term *t)
{
	size_t width = t->width < TEXT_MOST ? t->width : TEXT_MOST;

	return width > t->indent + ROOM_LEAST ? width - t->indent : ROOM_LEAST;
}

/* Puts a sign before the next line and moves the indent behind it. Gives the
 * indent to return to. */
static size_t push(struct term *t, enum mark mark, const char *sign,
		   size_t cells)
{
	size_t before = t->indent;

	if (t->lead_cells < t->indent)
		buf_fill(&t->lead, ' ', t->indent - t->lead_cells);
	mark_print(mark, str_of(sign), t->style, &t->lead);
	t->lead_cells = t->indent + text_width(str_of(sign));
	t->indent += cells;
	return before;
}

/* Goes back; what was pushed stands alone if nothing followed it. */
static void pop(struct term *t, size_t indent)
{
	if (t->lead.len) {
		term_begin(t);
		term_end(t);
	}
	t->indent = indent;
}

void term_flow(struct term *t, const struct flow *f)
{
	struct flow_line line;
	size_t at = 0;

	while (flow_next(f, &at, term_text_room(t), &line)) {
		term_begin(t);
		flow_print(f, line, t->style, t->out);
		term_end(t);
	}
}

static void print_prose(struct term *t, const prose *p)
{
	struct flow f = {0};

	flow_add(&f, p, t->style);
	term_flow(t, &f);
	flow_release(&f);
}

static void print_right(struct term *t, const struct flow *f)
{
	size_t at = 0, room = term_text_room(t);
	struct flow_line line;

	while (flow_next(f, &at, room, &line)) {
		term_begin(t);
		buf_fill(t->out, ' ', room - flow_line_width(f, line));
		flow_print(f, line, t->style, t->out);
		term_end(t);
	}
}

/* Text with a remark at the right edge, a line lower where there is no room
 * beside it. */
static void print_beside(struct term *t, const prose *p, const prose *aside)
{
	struct flow f = {0}, g = {0};
	struct flow_line line;
	size_t at = 0, room = term_text_room(t), end;
	bool placed = false;

	flow_add(&f, p, t->style);
	flow_add(&g, aside, t->style);
	end = flow_width(&g);
	while (flow_next(&f, &at, room, &line)) {
		size_t used = flow_line_width(&f, line);

		term_begin(t);
		flow_print(&f, line, t->style, t->out);
		if (at >= f.text.len && end && used + 2 + end <= room) {
			size_t from = 0;

			buf_fill(t->out, ' ', room - used - end);
			flow_next(&g, &from, end, &line);
			flow_print(&g, line, t->style, t->out);
			placed = true;
		}
		term_end(t);
	}
	if (!placed)
		print_right(t, &g);
	flow_release(&f);
	flow_release(&g);
}

/* --- lists and pairs ----------------------------------------------------- */

static void walk_children(struct term *t, const struct block *b, int depth)
{
	for (const struct block *child = b->first; child; child = child->next) {
		/* what introduces the page stands apart from its facts */
		if (depth == 1 && b->kind == BLOCK_SECTION &&
		    child->kind == BLOCK_PAIRS)
			t->blank = true;
		walk(t, child, depth);
	}
}

static const char *marker_sign(enum marker marker, bool ascii)
{
	switch (marker) {
	case MARKER_BULLET:
		return ascii ? "-" : "•";
	case MARKER_DONE:
		return ascii ? "[x]" : "✓";
	case MARKER_OPEN:
		return ascii ? "[ ]" : "○";
	case MARKER_MILESTONE:
		return ascii ? "*" : "◆";
	}
	return "";
}

static void walk_item(struct term *t, const struct block *b, int depth)
{
	const char *sign = marker_sign(b->marker, t->style->ascii);
	enum mark mark = b->marker == MARKER_DONE   ? MARK_GOOD
			 : b->marker == MARKER_OPEN ? MARK_WARN
						    : MARK_DIM;
	size_t indent = push(t, mark, sign, text_width(str_of(sign)) + 1);

	print_beside(t, &b->body, &b->aside);
	walk_children(t, b, depth);
	pop(t, indent);
}

static size_t key_width(const struct term *t, const struct block *pairs)
{
	size_t widest = KEY_LEAST;

	for (const struct block *p = pairs->first; p; p = p->next) {
		struct flow f = {0};
		size_t cells;

		flow_add(&f, &p->title, t->style);
		cells = flow_width(&f);
		if (cells <= KEY_MOST && cells > widest)
			widest = cells;
		flow_release(&f);
	}
	return widest;
}

static void walk_value(struct term *t, const struct block *pair, int depth)
{
	print_beside(t, &pair->body, &pair->aside);
	walk_children(t, pair, depth);
}

/* A key, and its value beside it where there is room, else below. */
static void walk_pair(struct term *t, const struct block *pair, size_t width,
		      int depth)
{
	struct flow f = {0};
	struct flow_line line;
	size_t indent = t->indent, at = 0;

	flow_add(&f, &pair->title, t->style);
	if (flow_width(&f) > width ||
	    term_text_room(t) < width + 2 + VALUE_LEAST) {
		term_flow(t, &f);
		t->indent += 2;
	} else {
		if (t->lead_cells < t->indent)
			buf_fill(&t->lead, ' ', t->indent - t->lead_cells);
		if (flow_next(&f, &at, width, &line))
			flow_print(&f, line, t->style, &t->lead);
		t->lead_cells = t->indent + flow_width(&f);
		t->indent += width + 2;
	}
	walk_value(t, pair, depth);
	pop(t, indent);
	flow_release(&f);
}

static void walk_pairs(struct term *t, const struct block *b, int depth)
{
	size_t width = key_width(t, b);

	for (const struct block *pair = b->first; pair; pair = pair->next)
		walk_pair(t, pair, width, depth);
}

/* --- the others ---------------------------------------------------------- */

static void walk_step(struct term *t, const struct block *b, int depth)
{
	char number[24];
	size_t indent;

	if (b->first && !t->fresh)
		t->blank = true;
	snprintf(number, sizeof number, "%2u", (unsigned)b->number);
	indent = push(t, MARK_DIM, number, strlen(number) + 2);
	print_beside(t, &b->title, &b->aside);
	walk_children(t, b, depth);
	pop(t, indent);
	if (b->first)
		t->blank = true;
}

static void walk_code(struct term *t, const struct code_text *code)
{
	uint32_t number = code->first_line;

	for (size_t at = 0; at < code->text.len; number++) {
		struct str rest = str_from(code->text, at);
		size_t len = str_index(rest, '\n');
		bool marked = number >= code->marked_from &&
			      number < code->marked_to;
		char gutter[32];

		snprintf(gutter, sizeof gutter, "%c%3u %s ", marked ? '>' : ' ',
			 (unsigned)number, t->style->ascii ? "|" : "│");
		term_begin(t);
		mark_print(marked ? MARK_STRONG : MARK_DIM, str_of(gutter),
			   t->style, t->out);
		safe_text(t->out, str_head(rest, len));
		term_end(t);
		at += len + 1;
	}
}

static void walk_rule(struct term *t)
{
	size_t room = term_text_room(t);
	struct buf line = {0};

	term_begin(t);
	for (size_t i = 0; i < room; i++)
		buf_z(&line, t->style->ascii ? "-" : "─");
	mark_print(MARK_DIM, buf_str(&line), t->style, t->out);
	term_end(t);
	buf_release(&line);
}

static void walk_section(struct term *t, const struct block *b, int depth)
{
	size_t indent = t->indent;

	if (!b->tight)
		t->blank = true;
	print_beside(t, &b->title, &b->aside);
	t->fresh = true;
	if (depth)
		t->indent += 2;
	walk_children(t, b, depth + 1);
	t->indent = indent;
	if (!b->tight)
		t->blank = true;
}

static void walk_summary(struct term *t, const struct block *b, int depth)
{
	walk_rule(t);
	walk_children(t, b, depth);
}

/* A picture as far as letters can draw it, below its title. */
static void walk_picture(struct term *t, const struct block *b)
{
	if (b->beside)
		return;
	print_beside(t, &b->title, &b->aside);
	print_prose(t, &b->body);
	if (b->kind == BLOCK_TIMELINE)
		term_timeline(t, b);
	else
		term_table(t, &b->table);
}

static void walk(struct term *t, const struct block *b, int depth)
{
	switch (b->kind) {
	case BLOCK_SECTION:
		walk_section(t, b, depth);
		break;
	case BLOCK_STEP:
		walk_step(t, b, depth);
		break;
	case BLOCK_PARAGRAPH:
		print_prose(t, &b->body);
		break;
	case BLOCK_LIST:
		walk_children(t, b, depth);
		break;
	case BLOCK_ITEM:
		walk_item(t, b, depth);
		break;
	case BLOCK_PAIRS:
		walk_pairs(t, b, depth);
		break;
	case BLOCK_PAIR:
		walk_value(t, b, depth);
		break;
	case BLOCK_BARS:
		term_bars(t, b);
		break;
	case BLOCK_BAR:
		break;
	case BLOCK_TABLE:
		term_table(t, &b->table);
		break;
	case BLOCK_CODE:
		walk_code(t, &b->code);
		break;
	case BLOCK_RULE:
		walk_rule(t);
		break;
	case BLOCK_SUMMARY:
		walk_summary(t, b, depth);
		break;
	case BLOCK_HEAT:
		term_heat(t, &b->table);
		break;
	case BLOCK_SPARKS:
		term_sparks(t, b);
		break;
	case BLOCK_SPARK:
		break;
	case BLOCK_RADAR:
	case BLOCK_TIMELINE:
	case BLOCK_MAP:
		walk_picture(t, b);
		break;
	}
}

void page_term(const struct page *p, const struct report_style *style,
	       struct buf *out)
{
	struct term t = {.out = out, .style = style};
	size_t from = out->len;

	t.width = style->width > 0 ? (size_t)style->width : WIDTH_DEFAULT;
	walk(&t, &p->root, 0);
	buf_release(&t.lead);
	safe_commands(out, from);
}
