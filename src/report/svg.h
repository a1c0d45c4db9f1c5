/* SVG inside a page of HTML: shapes and words of a drawing. Coordinates are
 * whole numbers, so that a drawing has the same bytes on every machine; looks
 * are classes of the style sheet. Text goes through html_text. */
#ifndef REPORT_SVG_H
#define REPORT_SVG_H

#include "report/flow.h"
#include "report/picture.h"

/* Units of a drawing: tenths of a CSS pixel. */
enum { SVG_PX = 10 };

struct svg {
	struct buf *out;
	struct str language; /* of data, where it is not that of the page */
};

/* "12.3" from 123. */
void svg_number(struct buf *out, int64_t tenths);

/* ` name="12.3"` */
void svg_at(struct buf *out, const char *name, int64_t tenths);

/* A spark as wide as its cell; for the eye alone. */
void svg_spark(struct buf *out, const struct spark *s);

#endif
