/* What somebody has looked at and accepted, changes or findings: a file of
 * them (docs/format.md). */
#ifndef MODEL_ACCEPTED_H
#define MODEL_ACCEPTED_H

#include "model/read.h"

/* What a file is to accept. */
struct accepted_kind {
	const char *what;   /* "change", "finding" */
	const char *writer; /* the command line that writes such a file */
	/* Whether there is such a code; near ones are offered where not. */
	bool (*knows)(struct str code, struct typo *near);
	enum code unknown; /* of the finding where there is none */
};

struct acceptance {
	struct head head;
	struct str fingerprint;
	struct str code, path;  /* for the reader of the file; may be empty */
	struct str file;        /* the finding's, beside this one's; or empty */
	struct str reason;
	int32_t until;          /* the last day on which it counts */
	const struct node *fingerprint_node, *code_node;
	const struct node *until_node; /* NULL: it counts for ever */
	bool used; /* something was covered by it */
};

struct accepted {
	struct head head;
	struct str format;
	const struct node *format_node;
	VEC(struct acceptance) list;
	const struct doc *doc;
	const struct accepted_kind *kind;
	struct map by_fingerprint; /* -> struct acceptance */
};

/* Reads what a parsed file says, which outlives the result; what is wrong with
 * it goes to `d`. */
struct accepted accepted_read(const struct doc *doc,
			      const struct accepted_kind *kind,
			      struct arena *a, const struct limits *limits,
			      struct diag *d);

/* Whether an acceptance is over on a day. */
bool acceptance_is_over(const struct acceptance *one, int32_t day);

/* What accepts that which has the fingerprint on a day, and marks it as used;
 * NULL: nothing does. */
const struct acceptance *accepted_covers(struct accepted *accepted,
					 const char *fingerprint, int32_t day);

/* The line in the file, from 1, on which an acceptance begins. */
uint32_t acceptance_line(const struct accepted *accepted,
			 const struct acceptance *one);

#endif
