/* The state of one walk that writes a page as HTML; between the files
 * format_html*.c. */
#ifndef REPORT_HTML_WALK_H
#define REPORT_HTML_WALK_H

#include "report/html.h"
#include "report/picture.h"

struct html {
	struct buf *out;
	struct str language; /* of data, where it is not English */
	uint32_t n_headings; /* so far: their ids are s1, s2 … */
	uint32_t n_pictures; /* so far: p1, p2 … */
	uint32_t picture;    /* the one that is being written; else 0 */
};

void html_say(struct html *h, const prose *p);

/* The same in what is strong already. */
void html_heading(struct html *h, const prose *p);

/* `b` is a BLOCK_BARS. */
void html_bars(struct html *h, const struct block *b);

void html_table(struct html *h, const struct table *t);

/* Without the box in which it is moved. */
void html_plain_table(struct html *h, const struct table *t);

/* Opens a box for what may be wider than the screen: it can be moved with the
 * keyboard, too. `more` are further classes, each after a space. To be closed
 * with </div>. */
void html_open_scroll(struct html *h, const char *more);

/* A table with tones; a BLOCK_SPARKS. */
void html_heat(struct html *h, const struct table *t);
void html_sparks(struct html *h, const struct block *b);

/* A BLOCK_RADAR, _TIMELINE or _MAP. */
void html_picture(struct html *h, const struct block *b);

#endif
