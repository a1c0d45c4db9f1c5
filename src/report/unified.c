#include "report/unified.h"

#include "base/map.h"
#include "base/vec.h"
#include "diff/lcs.h"
#include "text/safe.h"

enum { CONTEXT = 3, MOST_BITS = 1 << 28 };

/* One of the two texts, in lines with their ends. */
struct side {
	VEC(struct str) lines;
	uint32_t *ids; /* equal for equal lines of both sides */
	bool *common;
};

/* A stretch of lines that differ: [old, old_end) became [new, new_end). */
struct hunk {
	uint32_t old, old_end, new, new_end;
};

struct sides {
	struct side old, new;
	struct arena arena;
	VEC(struct hunk) hunks;
	const struct report_style *style;
	struct buf *out;
};

/* --- comparing ----------------------------------------------------------- */

static void take_lines(struct side *s, struct str text, struct arena *a)
{
	while (text.len) {
		size_t n = str_index(text, '\n');
		size_t len = n < text.len ? n + 1 : n;

		*vec_add(a, &s->lines) = str_head(text, len);
		text = str_from(text, len);
	}
	s->ids = ARENA_ARRAY(a, s->lines.n + 1, uint32_t);
	s->common = ARENA_ARRAY(a, s->lines.n + 1, bool);
}

/* Gives how many different lines there are from `from` to the last ones that
 * are left out at the end. */
static uint32_t number_lines(struct sides *s, uint32_t from, uint32_t left)
{
	struct side *both[] = {&s->old, &s->new};
	struct map seen = {0};
	uint32_t n = 0;

	for (int i = 0; i < 2; i++)
		for (uint32_t k = from; k < both[i]->lines.n - left; k++) {
			uint32_t *slot = ARENA_NEW(&s->arena, uint32_t), *had;

			*slot = n;
			had = map_add(&seen, &s->arena, both[i]->lines.at[k],
				      slot);
			both[i]->ids[k] = had ? *had : n++;
		}
	return n;
}

/* Most of a file that was edited is the same at both ends. */
static void mark_common(struct sides *s)
{
	struct side *x = &s->old, *y = &s->new;
	uint32_t least = x->lines.n < y->lines.n ? x->lines.n : y->lines.n;
	uint32_t head = 0, tail = 0, n;
	uint64_t bits;

	while (head < least && str_eq(x->lines.at[head], y->lines.at[head]))
		x->common[head] = y->common[head] = true, head++;
	while (head + tail < least &&
	       str_eq(x->lines.at[x->lines.n - 1 - tail],
		      y->lines.at[y->lines.n - 1 - tail])) {
		tail++;
		x->common[x->lines.n - tail] = true;
		y->common[y->lines.n - tail] = true;
	}
	n = number_lines(s, head, tail);
	bits = (uint64_t)(x->lines.n - head - tail) *
	       ((uint64_t)y->lines.n - head - tail + n);
	if (bits > MOST_BITS)
		return;
	lcs_mark((struct lcs_row){x->ids + head, x->lines.n - head - tail,
				  x->common + head},
		 (struct lcs_row){y->ids + head, y->lines.n - head - tail,
				  y->common + head},
		 n);
}

static void find_hunks(struct sides *s)
{
	uint32_t i = 0, k = 0;

	while (i < s->old.lines.n || k < s->new.lines.n) {
		struct hunk h = {i, i, k, k};

		while (h.old_end < s->old.lines.n && !s->old.common[h.old_end])
			h.old_end++;
		while (h.new_end < s->new.lines.n && !s->new.common[h.new_end])
			h.new_end++;
		if (h.old_end > i || h.new_end > k)
			*vec_add(&s->arena, &s->hunks) = h;
		i = h.old_end + (h.old_end < s->old.lines.n);
		k = h.new_end + (h.new_end < s->new.lines.n);
	}
}

/* --- writing ------------------------------------------------------------- */

/* The colours that git has. */
enum paint { PAINT_NONE, PAINT_NAME, PAINT_PLACE, PAINT_OLD, PAINT_NEW };

static void write_painted(struct sides *s, enum paint paint, struct str text)
{
	static const char *const colours[] = {"", "1", "36", "31", "32"};
	bool painted = s->style->color && paint != PAINT_NONE;

	if (painted)
		buf_printf(s->out, "\x1b[%sm", colours[paint]);
	buf_add(s->out, text);
	if (painted)
		buf_z(s->out, "\x1b[0m");
}

static void write_line(struct sides *s, enum paint paint, char sign,
		       struct str line)
{
	struct str end = str_ends(line, STR("\r\n")) ? STR("\r\n")
			 : str_ends(line, STR("\n")) ? STR("\n")
						     : (struct str){0};
	struct buf safe = {0};

	buf_char(&safe, sign);
	safe_text(&safe, str_head(line, line.len - end.len));
	write_painted(s, paint, buf_str(&safe));
	buf_add(s->out, end);
	if (!end.len)
		buf_z(s->out, "\n\\ No newline at end of file\n");
	buf_release(&safe);
}

static void write_lines(struct sides *s, const struct side *side,
			enum paint paint, char sign, uint32_t from, uint32_t to)
{
	for (; from < to; from++)
		write_line(s, paint, sign, side->lines.at[from]);
}

/* "3,4", "3", and, for no line at all, the one before: "2,0". */
static void write_range(struct buf *out, uint32_t from, uint32_t n)
{
	buf_printf(out, "%u", n ? from + 1 : from);
	if (n != 1)
		buf_printf(out, ",%u", n);
}

static void write_place(struct sides *s, const struct hunk *h)
{
	struct buf line = {0};

	buf_z(&line, "@@ -");
	write_range(&line, h->old, h->old_end - h->old);
	buf_z(&line, " +");
	write_range(&line, h->new, h->new_end - h->new);
	buf_z(&line, " @@");
	write_painted(s, PAINT_PLACE, buf_str(&line));
	buf_char(s->out, '\n');
	buf_release(&line);
}

static uint32_t lines_behind(const struct sides *s, const struct hunk *last)
{
	uint32_t left = s->old.lines.n - last->old_end;

	return left < CONTEXT ? left : CONTEXT;
}

/* Changes whose context touches stand under one place. */
static const struct hunk *last_of_group(const struct sides *s,
					const struct hunk *first)
{
	const struct hunk *h = first, *end = s->hunks.at + s->hunks.n;

	while (h + 1 < end && h[1].old - h->old_end <= 2 * CONTEXT)
		h++;
	return h;
}

static const struct hunk *write_group(struct sides *s, const struct hunk *first)
{
	const struct hunk *last = last_of_group(s, first);
	uint32_t before = first->old < CONTEXT ? first->old : CONTEXT;
	uint32_t behind = lines_behind(s, last), at = first->old - before;
	struct hunk all = {at, last->old_end + behind, first->new - before,
			   last->new_end + behind};

	write_place(s, &all);
	for (const struct hunk *h = first; h <= last; h++) {
		write_lines(s, &s->old, PAINT_NONE, ' ', at, h->old);
		write_lines(s, &s->old, PAINT_OLD, '-', h->old, h->old_end);
		write_lines(s, &s->new, PAINT_NEW, '+', h->new, h->new_end);
		at = h->old_end;
	}
	write_lines(s, &s->old, PAINT_NONE, ' ', at, at + behind);
	return last + 1;
}

static void write_name(struct sides *s, const char *sign, struct str name)
{
	struct buf line = {0};

	buf_z(&line, sign);
	safe_line(&line, name);
	write_painted(s, PAINT_NAME, buf_str(&line));
	buf_char(s->out, '\n');
	buf_release(&line);
}

void unified_write(const struct unified *u, const struct report_style *style,
		   struct buf *out)
{
	struct sides s = {.style = style, .out = out};
	const struct hunk *h;
	size_t from = out->len;

	take_lines(&s.old, u->old, &s.arena);
	take_lines(&s.new, u->new, &s.arena);
	mark_common(&s);
	find_hunks(&s);
	if (s.hunks.n) {
		write_name(&s, "--- ", u->old_name);
		write_name(&s, "+++ ", u->new_name);
	}
	for (h = s.hunks.at; h && h < s.hunks.at + s.hunks.n;)
		h = write_group(&s, h);
	safe_commands(out, from);
	arena_release(&s.arena);
}
