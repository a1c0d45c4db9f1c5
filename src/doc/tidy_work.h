/* What the files of doc/tidy share. */
#ifndef DOC_TIDY_WORK_H
#define DOC_TIDY_WORK_H

#include "base/buf.h"
#include "doc/entry.h"

enum { TIDY_STEP = 2 }; /* columns */

/* A column where entries stood, and where they stand now. */
struct tidy_column {
	uint32_t was, now;
};

struct tidy {
	const struct doc *doc;
	const uint32_t *order; /* by node, see tidy_text */
	struct str text;
	const char *eol;
	struct arena *arena;
	struct buf *out;
	size_t begin; /* of the text in `out` */
	VEC(struct tidy_column) columns; /* of what is open, outermost first */
	bool blank;	 /* an empty line is due before the next one */
	bool keeps;	 /* an empty line would belong to the text before it */
	uint32_t behind; /* a comment further right than this column would
			    belong to the text before it */
};

/* A key of a mapping, and which one it was, from 0. */
struct tidy_key {
	uint32_t place, was;
	const struct node *key;
};

/* The keys of a mapping in the order that they shall have. */
struct tidy_key *tidy_keys(const struct doc *doc, const uint32_t *order,
			   const struct node *map, struct arena *a);

/* --- bytes (tidy_lines.c) ------------------------------------------------ */

/* The blanks at the beginning of a line, up to `most`. */
uint32_t tidy_indent(struct str line, uint32_t most);

/* Takes a line off the head of a text, without its end. */
struct str tidy_take_line(struct str *text);

/* Begins a line at a column, with the empty line that is due before it. */
void tidy_begin(struct tidy *t, uint32_t column);

/* Adds to a line and ends it, without blanks at its end. */
void tidy_end(struct tidy *t, struct str text);

/* Adds a text that goes on over several lines, and ends the last one. Those
 * from the second on move by as much as the column did. */
void tidy_folded(struct tidy *t, struct str text, struct tidy_column column);

/* The same for bytes whose white space may mean something. */
void tidy_as_is(struct tidy *t, struct str text, struct tidy_column column);

/* Adds the lines [from, to), which hold comments or nothing. */
void tidy_gap(struct tidy *t, uint32_t from, uint32_t to);

/* --- block scalars (tidy_scalar.c) --------------------------------------- */

bool tidy_is_block(const struct tidy *t, const struct node *n);

/* Behind the last line of a block scalar; `column` is that of its entry. */
uint32_t tidy_block_end(const struct tidy *t, const struct node *n,
			uint32_t column);

/* Whether empty lines behind it would become part of its text. */
bool tidy_block_keeps(const struct tidy *t, const struct node *n);

/* Adds one from its header on, which ends the line. */
void tidy_block(struct tidy *t, const struct node *n,
		struct tidy_column column);

/* --- brackets and braces (tidy_flow.c) ----------------------------------- */

/* Adds the bytes of a value with its keys in order. */
void tidy_flow(const struct tidy *t, const struct node *n, struct buf *out);

/* --- everything (tidy_entries.c) ----------------------------------------- */

/* Adds the whole file; false where it is laid out in a way that is not
 * understood. */
bool tidy_file(struct tidy *t);

/* --- the law (tidy_law.c) ------------------------------------------------ */

bool tidy_is_lawful(const struct doc *doc, const uint32_t *order,
		    struct str now);

#endif
