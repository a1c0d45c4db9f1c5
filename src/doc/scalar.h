/* Texts as YAML scalars that read back as the same texts. */
#ifndef DOC_SCALAR_H
#define DOC_SCALAR_H

#include "base/buf.h"

struct scalar_look {
	char quote; /* '"' or '\'' where the text fits into them; 0: none
		       where none are needed */
	bool flow;  /* inside brackets or braces */
	bool word;  /* a number or a truth value is meant as one, and so has no
		       quotes */
};

/* Whether a text has only characters that may stand in a file. */
bool scalar_may_stand(struct str text);

/* Adds a text that may stand in a file, on one line. */
void scalar_write(struct buf *out, struct str text,
		  const struct scalar_look *look);

/* Adds any text on one line in double quotes, which can hold all of them:
 * characters that may not stand in a file, or are not seen, as escapes, and
 * bytes that are not UTF-8 as U+FFFD. */
void scalar_write_quoted(struct buf *out, struct str text);

#endif
