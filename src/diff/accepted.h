/* Changes that somebody has looked at and accepted: a file of them
 * (docs/format.md). */
#ifndef DIFF_ACCEPTED_H
#define DIFF_ACCEPTED_H

#include "diff/change.h"

struct acceptance {
	struct head head;
	struct str fingerprint; /* of the change */
	struct str code, path;  /* for the reader of the file; may be empty */
	struct str reason;
	int32_t until;          /* the last day on which it counts */
	const struct node *fingerprint_node, *code_node;
	const struct node *until_node; /* NULL: it counts for ever */
	bool used; /* some change was covered by it */
};

struct accepted {
	struct head head;
	struct str format;
	const struct node *format_node;
	VEC(struct acceptance) list;
	const struct doc *doc;
	struct map by_fingerprint; /* -> struct acceptance */
};

/* Reads what a parsed file says, which outlives the result; what is wrong with
 * it goes to `d`. */
struct accepted accepted_read(const struct doc *doc, struct arena *a,
			      const struct limits *limits, struct diag *d);

/* Whether an acceptance is over on a day. */
bool acceptance_is_over(const struct acceptance *one, int32_t day);

/* Whether a change is accepted on a day; marks what covers it as used. */
bool accepted_covers(struct accepted *accepted, const struct change *c,
		     int32_t day);

/* The line in the file, from 1, on which an acceptance begins. */
uint32_t acceptance_line(const struct accepted *accepted,
			 const struct acceptance *one);

#endif
