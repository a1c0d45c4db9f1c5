/* A line of a source file with a span in it underlined, as a screen has room
 * for it. */
#ifndef REPORT_EXCERPT_H
#define REPORT_EXCERPT_H

#include "report/flow.h"
#include "text/source.h"

/* Two lines: `   12 | the text` and `      |     ^^^^`. A span over several
 * lines is underlined to the end of the first. What does not fit `width` is
 * cut around the span and marked. The carets stand under the cells of the
 * characters whatever they are: tabs, wide, combining, escaped ones. Nothing
 * where the span has no source or the line is empty. */
void excerpt_print(struct span span, enum mark mark, size_t width,
		   const struct report_style *style, struct buf *out);

#endif
