/* Text in HTML: the one place where data is escaped for it. */
#ifndef REPORT_HTML_H
#define REPORT_HTML_H

#include "base/buf.h"
#include "report/prose.h"

/* Between tags, and in values of attributes in double quotes. What could hide
 * something or turn its direction is shown as what it is (text/safe.h). */
void html_text(struct buf *out, struct str text);

/* Whether a text names a language as the attribute `lang` has it (BCP 47, by
 * its letters). */
bool html_is_language(struct str text);

struct html_prose {
	struct buf *out;
	struct str language; /* of the user's text where it is not that of the
				page; else empty */
	bool heading;        /* what is strong in a heading is not marked */
};

/* Marks are elements; newlines are line breaks. */
void html_prose(const struct html_prose *h, const prose *p);

#endif
