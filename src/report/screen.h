/* A screen of text as lines of a known width, to be put together from prose:
 * what does not fit is wrapped, and columns stand side by side. */
#ifndef REPORT_SCREEN_H
#define REPORT_SCREEN_H

#include "report/flow.h"

struct screen_line {
	struct str text; /* printable, with colours where they are used */
	size_t cells;
};

struct screen_lines {
	struct arena *arena;
	const struct report_style *style;
	VEC(struct screen_line) list;
};

/* Adds prose in lines of at most `width` cells, the first behind `lead`, the
 * others below what follows it. `lead` is ours, and as wide as its bytes. */
void screen_add(struct screen_lines *s, const char *lead, const prose *p,
		size_t width);

/* An empty line. */
void screen_gap(struct screen_lines *s);

/* Adds `n` lists of lines side by side, each `width` cells wide, two cells
 * apart. */
void screen_columns(struct screen_lines *s, const struct screen_lines *columns,
		    uint32_t n, size_t width);

/* Puts lines on a terminal from its upper left corner on, and clears what
 * stood there. */
void screen_put(const struct screen_lines *s, struct buf *out);

#endif
