/* Values that are yet to be written: a text, a small mapping, a small list. */
#ifndef DOC_PIECE_H
#define DOC_PIECE_H

#include "base/buf.h"
#include "base/vec.h"

enum piece_kind {
	PIECE_NONE, /* no value */
	PIECE_TEXT, /* text, quoted where it would be read as something else */
	PIECE_WORD, /* a number, a truth value, a date, an id: without quotes
		       unless the syntax asks for them */
	PIECE_MAP,
	PIECE_LIST,
};

struct piece {
	enum piece_kind kind;
	struct str text;
	VEC(struct piece_item) items; /* of a mapping or a list */
};

struct piece_item {
	struct str key; /* of a mapping */
	struct piece *value;
};

/* All live in `a`; texts are not copied. */
struct piece *piece_none(struct arena *a);
struct piece *piece_text(struct arena *a, struct str text);
struct piece *piece_word(struct arena *a, struct str text);
struct piece *piece_number(struct arena *a, uint32_t n);
struct piece *piece_map(struct arena *a);
struct piece *piece_list(struct arena *a);
void piece_put(struct arena *a, struct piece *map, struct str key,
	       struct piece *value);
void piece_push(struct arena *a, struct piece *list, struct piece *value);

/* Whether all of its texts and keys may stand in a file. */
bool piece_may_stand(const struct piece *d);

bool piece_is_scalar(const struct piece *d);

/* How a file is laid out. */
struct piece_style {
	uint32_t step;	    /* columns that a mapping is indented by */
	uint32_t list_step; /* and the dashes of a list under a key */
	const char *eol;    /* "\n" or "\r\n" */
};

/* Writes what follows `key:` or, with `dash`, `-` at a column (from 0),
 * beginning with its blank or line end, without the last line end. */
void piece_block(struct buf *out, const struct piece *d,
		 const struct piece_style *style, uint32_t column, bool dash);

/* Writes it on one line, with braces and brackets. */
void piece_flow(struct buf *out, const struct piece *d);

/* A key, without its colon. */
void piece_key(struct buf *out, struct str key, char quote, bool flow);

#endif
