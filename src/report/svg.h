/* SVG inside a page of HTML: shapes and words of a drawing. Coordinates are
 * whole numbers, so that a drawing has the same bytes on every machine; looks
 * are classes of the style sheet. Text goes through html_text. */
#ifndef REPORT_SVG_H
#define REPORT_SVG_H

#include "report/flow.h"
#include "report/picture.h"

enum {
	SVG_PX = 10,     /* units of a drawing: tenths of a CSS pixel */
	SVG_ONE = 10000, /* of sines */
	SVG_TURN = 360000, /* a whole turn, in thousandths of a degree */
};

struct svg {
	struct buf *out;
	struct str language; /* of data, where it is not that of the page */
	uint32_t picture;    /* its caption's id is p1, p2 … */
};

struct svg_point {
	int64_t x, y;
};

/* "12.3" from 123. */
void svg_number(struct buf *out, int64_t tenths);

/* ` name="12.3"` */
void svg_at(struct buf *out, const char *name, int64_t tenths);

/* The sine of an angle, from -SVG_ONE to SVG_ONE, by a table: a libm may differ
 * in its last digit. */
int64_t svg_sin(int64_t angle);

/* --- words --------------------------------------------------------------- */

/* How a text is to be set: `look` is a class, or several; a line that is wider
 * than `cells` wraps, and what does not fit in `lines` is cut with a sign. */
struct svg_setting {
	const char *look;
	size_t cells, lines;
	int64_t leading; /* from one line to the next */
	bool right;      /* at the right edge of the drawing: x is set aside */
};

/* Lines that a text takes, and the cells of the widest. */
struct svg_size {
	size_t lines, cells;
};
struct svg_size svg_size(const struct svg_setting *set, const prose *text);

/* Writes it with its first base line at a point. */
void svg_words(const struct svg *s, const struct svg_setting *set,
	       struct svg_point at, const prose *text);

/* --- pictures ------------------------------------------------------------ */

/* Opens a drawing of a fixed size that shrinks to its place. */
void svg_open(const struct svg *s, const char *look, int64_t width,
	      int64_t height);

void svg_radar(const struct svg *s, const struct radar *r);
void svg_timeline(const struct svg *s, const struct timeline *t);
void svg_map(const struct svg *s, const struct role_map *map);

/* A piece of a line, for a legend. */
void svg_sample(struct buf *out, uint32_t look);

/* A spark as wide as its cell; for the eye alone. */
void svg_spark(struct buf *out, const struct spark *s);

#endif
