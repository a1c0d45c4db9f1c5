/* What changes in a text, line by line, as diff -u and git show it. */
#ifndef REPORT_UNIFIED_H
#define REPORT_UNIFIED_H

#include "base/buf.h"
#include "report/style.h"

struct unified {
	struct str old_name, new_name; /* behind --- and +++ */
	struct str old, new;
};

/* Adds the diff with three lines of context around each change; nothing where
 * the texts are equal. What names and texts hold is made safe for a terminal:
 * patch takes the result wherever nothing had to be escaped. Where very much
 * differs it is one change, so that time and memory stay bounded. */
void unified_write(const struct unified *u, const struct report_style *style,
		   struct buf *out);

#endif
