/* The comments of a file, which the tree does not hold: where each stands, and
 * what it speaks about. */
#ifndef DOC_COMMENTS_H
#define DOC_COMMENTS_H

#include "doc/doc.h"

struct comment {
	uint32_t at, end; /* bytes from "#" to the end of the line */
	/* What it is about. Behind something: its line, and where a text of
	 * several lines ends or begins there, all of that. On a line of its
	 * own: all up to the end of the pair or item that follows; nothing
	 * (from == to) where none does. */
	uint32_t from, to;
	bool own_line; /* nothing but blanks before it */
	bool head;     /* before everything that the document holds */
};

typedef VEC(struct comment) comments_list;

/* All comments of a document that was parsed from one file, in order; they
 * live in `a`. A "#" inside a text is none. */
comments_list comments_of(const struct doc *doc, struct arena *a);

#endif
