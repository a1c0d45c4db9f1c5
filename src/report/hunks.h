/* A diff of lines, as other programs write it, made fit to be shown. */
#ifndef REPORT_HUNKS_H
#define REPORT_HUNKS_H

#include "base/buf.h"
#include "report/style.h"

/* Adds a unified diff from its first hunk on; what stands before, names of
 * files that nobody knows, is left out. Nothing where there is no hunk. */
void hunks_text(struct str diff, const struct report_style *style,
		struct buf *out);

#endif
