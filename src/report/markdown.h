/* Text in Markdown: the one place where data is escaped for it. */
#ifndef REPORT_MARKDOWN_H
#define REPORT_MARKDOWN_H

#include "base/buf.h"
#include "report/prose.h"

struct markdown {
	struct buf *out;
	size_t indent; /* of list items: what their children stand at */
};

/* Adds text, with no character in data that means something to CommonMark,
 * its tables or HTML, and none that mentions people or issues on GitHub or
 * GitLab. `in_table`: it stands in a cell, where line breaks are
 * written as HTML has them. */
void markdown_prose(struct markdown *m, const prose *p, bool in_table);

/* For what has a look of its own, headings and the like: on one line, without
 * marks but code. */
void markdown_plain(struct markdown *m, const prose *p);

#endif
