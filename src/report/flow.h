/* Marked text laid out in lines of a given width. */
#ifndef REPORT_FLOW_H
#define REPORT_FLOW_H

#include "base/buf.h"
#include "report/prose.h"
#include "report/style.h"

struct flow_mark {
	size_t end; /* the byte at which it ends */
	enum mark mark;
};

/* Zero is empty; flow_release gives its memory back. The text is safe for a
 * terminal; newlines in it are line breaks. */
struct flow {
	struct buf text;
	struct flow_mark *marks;
	size_t n_marks, cap_marks;
};

/* A stretch of a flow, one line of it. */
struct flow_line {
	size_t at, end;
};

void flow_release(struct flow *f);

/* Adds text: made safe, signs of ours turned to ASCII where the style asks. */
void flow_add(struct flow *f, const prose *p, const struct report_style *s);

/* Takes the next line of at most `width` cells (a word that is wider is cut
 * in the middle, but for an address, which runs over), beginning at *at,
 * which moves past it. False at the end.
 * Lines end at spaces, beside wide characters where no rule of Japanese
 * typesetting (JIS X 4051: no closing sign first, no opening one last) is
 * against it, and at newlines. */
bool flow_next(const struct flow *f, size_t *at, size_t width,
	       struct flow_line *line);

/* Cells of the widest line when nothing is wrapped, and of the widest word. */
size_t flow_width(const struct flow *f);
size_t flow_word_width(const struct flow *f);

size_t flow_line_width(const struct flow *f, struct flow_line line);

/* Writes a line, with colours where the style allows. */
void flow_print(const struct flow *f, struct flow_line line,
		const struct report_style *s, struct buf *out);

/* Writes all of a text without wrapping or colours: for the messages of other
 * formats. Safe, with a newline only where it has a line break. */
void flow_text(const prose *p, struct buf *out);

/* Writes `text` (safe already) with the colour of a mark. */
void mark_print(enum mark mark, struct str text, const struct report_style *s,
		struct buf *out);

#endif
