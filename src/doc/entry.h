/* Where in its file a pair of a mapping or an item of a list lies, with the
 * bytes and comments that belong to it. */
#ifndef DOC_ENTRY_H
#define DOC_ENTRY_H

#include "doc/doc.h"

struct entry {
	const struct node *node;  /* the key, or the item */
	const struct node *value; /* of the pair; the item itself */
	uint32_t at;     /* the first byte: of "-", "?", an anchor, the key */
	uint32_t end;    /* behind the last byte of the value */
	uint32_t comma;  /* behind the comma that follows in brackets or
			    braces, else `end` */
	uint32_t line;   /* where the line of `at` begins */
	uint32_t column; /* bytes between the two */
	bool begins_line; /* nothing but blanks between them */
};

/* Whether brackets or braces hold it; the mapping in `[a: 1]` has neither. */
bool node_is_flow(const struct doc *doc, const struct node *collection);

/* The entries of a mapping or list, in order; `n` is their number. */
struct entry *entries_of(const struct doc *doc, const struct node *collection,
			 struct arena *a, uint32_t *n);

/* Where the leading comments begin that belong to an entry which begins its
 * line: those directly above, in its own column; else its line. */
uint32_t entry_lead(const struct doc *doc, const struct entry *e);

/* Behind the last line of an entry outside of brackets: with the comment on
 * that line and those below that are further right than the entry. */
uint32_t entry_tail(const struct doc *doc, const struct entry *e);

/* Whether lines of its own hold an entry, its comma and its comment. */
bool entry_owns_lines(const struct doc *doc, const struct entry *e);

/* Behind what introduces a value: the colon or dash at or after byte `from`,
 * and the anchor and tag that follow. Gives `from` where there is none. */
uint32_t intro_end(const struct doc *doc, uint32_t from,
		   const struct node *value);

/* --- bytes --------------------------------------------------------------- */

struct str doc_bytes(const struct doc *doc);
/* Where the line of a byte begins; in the first behind a byte-order mark. */
uint32_t line_start(const struct doc *doc, uint32_t at);
/* The line's end: of its line feed, with a carriage return before it, or of
 * the file. */
uint32_t line_stop(struct str text, uint32_t at);
/* Where the next line begins, or the end of the file. */
uint32_t line_after(struct str text, uint32_t at);
/* Before the blanks that end at a byte. */
uint32_t back_over_blanks(struct str text, uint32_t at);
bool is_blank_between(struct str text, uint32_t from, uint32_t to);
/* Past blanks, line ends and comments. */
uint32_t skip_space(struct str text, uint32_t at);

#endif
