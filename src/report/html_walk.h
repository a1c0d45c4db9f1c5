/* The state of one walk that writes a page as HTML; between the files
 * format_html*.c. */
#ifndef REPORT_HTML_WALK_H
#define REPORT_HTML_WALK_H

#include "report/html.h"
#include "report/page.h"

struct html {
	struct buf *out;
	struct str language; /* of data, where it is not English */
	uint32_t n_headings; /* so far: their ids are s1, s2 … */
};

void html_say(struct html *h, const prose *p);

/* `b` is a BLOCK_BARS. */
void html_bars(struct html *h, const struct block *b);

void html_table(struct html *h, const struct table *t);

#endif
