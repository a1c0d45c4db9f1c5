/* Text with marks: stretches that are strong, dim, code, a link. */
#ifndef REPORT_PROSE_H
#define REPORT_PROSE_H

#include "base/vec.h"

enum mark {
	MARK_PLAIN,
	MARK_STRONG,
	MARK_EMPHASIS,
	MARK_DIM,
	MARK_CODE,
	MARK_LINK, /* the run has an url */
	MARK_GOOD,
	MARK_WARN,
	MARK_BAD,
	MARK_ADDED,   /* put in and taken out of a text: told apart */
	MARK_REMOVED, /* without colours, too */
};

/* A stretch of one look. A newline in it is a line break. */
struct run {
	struct str text, url;
	enum mark mark;
	bool ours; /* written by the program, so its signs may turn ASCII and
		      its no-break spaces are spaces */
};

typedef VEC(struct run) prose;

/* Text of ours. It may use → – · … × and the no-break space. */
void prose_add(struct arena *a, prose *to, enum mark mark, const char *fmt,
	       ...) __attribute__((format(printf, 4, 5)));

/* Data without markup: a name, an id. */
void prose_data(struct arena *a, prose *to, enum mark mark, struct str text);

/* A piece of data: white space at its ends belongs to it. */
void prose_piece(struct arena *a, prose *to, enum mark mark, struct str text);

/* A link where the address is one of the web or of mail; other schemes, which
 * might do more than lead somewhere, stay text. */
void prose_link(struct arena *a, prose *to, struct str text, struct str url);

bool prose_is_web(struct str url);

/* The user's own Markdown: emphasis, code and links to the web become marks,
 * every other character stands for itself (format.md 1). Takes time linear in
 * the text, whatever is in it. */
void prose_rich(struct arena *a, prose *to, struct str text);

#endif
