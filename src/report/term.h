/* The state of one walk that writes a page for a terminal; between the files
 * format_term*.c. */
#ifndef REPORT_TERM_H
#define REPORT_TERM_H

#include "report/flow.h"
#include "report/page.h"

struct term {
	struct buf *out;
	const struct report_style *style;
	size_t width;      /* of the screen */
	size_t indent;     /* where lines begin now */
	struct buf lead;   /* what stands before the next line: a number, a
			      marker, a key; printable */
	size_t lead_cells; /* its width, at most `indent` */
	bool blank;        /* an empty line is due before the next one */
	bool any;          /* something was written */
	bool fresh;        /* the last line was a heading */
};

/* Writes what is due and moves to `indent`; the caller writes the line. */
void term_begin(struct term *t);
void term_end(struct term *t);

/* The columns that are left for text, at least 10. */
size_t term_room(const struct term *t);

/* The same for running text, whose lines are not to get too long. */
size_t term_text_room(const struct term *t);

/* `b` is a BLOCK_BARS. */
void term_bars(struct term *t, const struct block *b);

void term_table(struct term *t, const struct table *table);

/* Lines of text, wrapped. */
void term_flow(struct term *t, const struct flow *f);

/* Pictures: of a BLOCK_SPARKS, a table with tones, a BLOCK_TIMELINE. */
void term_sparks(struct term *t, const struct block *sparks);
void term_heat(struct term *t, const struct table *table);
void term_timeline(struct term *t, const struct block *b);

#endif
