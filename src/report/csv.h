/* CSV (RFC 4180): the one place that escapes for it. Lines end with CRLF. A
 * field that a spreadsheet would take for a formula gets an apostrophe in
 * front, as OWASP advises; controls and hidden characters are shown instead
 * of acting (text/safe.h). */
#ifndef REPORT_CSV_H
#define REPORT_CSV_H

#include "base/buf.h"
#include "model/ladder.h"

#include <stdint.h>

/* A table being written. */
struct csv {
	struct buf *out;
	bool begun; /* the line has a field already */
	size_t line; /* the byte of `out` at which it begins */
};

struct csv csv_begin(struct buf *out);

void csv_text(struct csv *c, struct str text);
void csv_number(struct csv *c, int64_t number);
void csv_end(struct csv *c);

/* What most tables have: words of ours one after the other, NULL ends them;
 * "yes" or "no"; a figure in thousandths; hours from quarters of one; a day,
 * nothing for NO_DAY; a layer, if any; nothing. */
void csv_words(struct csv *c, const char *const *words);
void csv_bool(struct csv *c, bool value);
void csv_figure(struct csv *c, int64_t thousandths);
void csv_hours(struct csv *c, int64_t quarters);
void csv_day(struct csv *c, int32_t day);
void csv_layer(struct csv *c, const struct competency *of);
void csv_empty(struct csv *c);

#endif
