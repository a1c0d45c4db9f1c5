/* How the steps of an edit become splices: what its files share. */
#ifndef DOC_EDIT_WORK_H
#define DOC_EDIT_WORK_H

#include "doc/edit_parts.h"

/* Where a value stands. */
struct spot {
	uint32_t from;   /* behind its key; at its dash */
	uint32_t column; /* of its entry */
	bool dash;       /* it is an item */
	bool flow;       /* in brackets or braces */
	/* the nearest line that an entry begins: where comments go */
	uint32_t above, above_column;
};

struct work {
	struct edit *e;
	struct str text; /* the file */
	splices *list;
	struct arena *arena;
};

/* The entries of one mapping or list, and what becomes of them. */
struct block {
	const struct node *n;
	const struct spot *spot;
	struct entry *entries;
	uint32_t count;
	bool *gone;
	uint32_t kept, inserted;
	uint32_t kept_to; /* one past the last that is kept; 0 without one */
	uint32_t first; /* of these before all entries */
};

void edit_put(struct work *w, uint32_t at, uint32_t end, struct str text);
/* Puts what was written into a buffer there, and empties it. */
void edit_put_buf(struct work *w, uint32_t at, uint32_t end, struct buf *b);
void edit_cut(struct work *w, uint32_t at, uint32_t end);

/* The steps about a collection; gives their end. */
const struct edit_step *edit_inserts(struct work *w, const struct node *n,
				     const struct edit_step **at);

#define for_each_insert(s, w, n)                                               \
	for (const struct edit_step *s, *s##_end = edit_inserts((w), (n), &s); \
	     s < s##_end; s++)                                                 \
		if (s->kind == EDIT_INSERT)

/* Whether the lines of an entry go, up to their end. */
bool edit_was_cut(struct work *w, const struct block *b, uint32_t i);

/* --- entries outside of brackets (edit_lines.c) -------------------------- */

/* What goes before all entries, and behind one of them. */
void lines_insert_first(struct work *w, const struct block *b);
void lines_insert_behind(struct work *w, const struct block *b, uint32_t i);

/* Takes the lines of an entry away, with its comments. */
void lines_cut(struct work *w, const struct block *b, uint32_t i);

/* What stands there when all entries are gone. */
void lines_empty(struct work *w, const struct block *b);

/* --- entries in brackets and braces (edit_braces.c) ---------------------- */

/* All that belongs behind a kept entry, and the gone ones that follow it;
 * with -1 before all. */
void braces_insert(struct work *w, const struct block *b, int64_t kept);

/* Takes an entry away that shares its lines with others: one that others
 * follow with its comma, one at the end with the comma before it. */
void braces_cut(struct work *w, const struct block *b, uint32_t i);

/* What became the last entry has no comma where the last one had none. */
void braces_cut_comma(struct work *w, const struct block *b);

/* Puts everything into `{}` or `[]`. */
void braces_fill(struct work *w, const struct node *n);

/* --- a value (edit_value.c) ---------------------------------------------- */

void spot_set(struct work *w, const struct node *n, const struct spot *spot,
	      const struct piece *d);

#endif
