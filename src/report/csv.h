/* CSV (RFC 4180): the one place that escapes for it. Lines end with CRLF. A
 * field that a spreadsheet would take for a formula gets an apostrophe in
 * front, as OWASP advises; controls and hidden characters are shown instead
 * of acting (text/safe.h). */
#ifndef REPORT_CSV_H
#define REPORT_CSV_H

#include "base/buf.h"

#include <stdint.h>

/* A table being written. Zero but for `out` and `line` is the beginning of a
 * line. */
struct csv {
	struct buf *out;
	bool begun; /* the line has a field already */
	size_t line; /* the byte of `out` at which it begins */
};

void csv_text(struct csv *c, struct str text);
void csv_number(struct csv *c, int64_t number);
void csv_end(struct csv *c);

#endif
