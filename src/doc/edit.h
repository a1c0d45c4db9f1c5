/* Changes to a YAML file that leave every other byte as it is: comments,
 * order, blank lines, line ends, indentation, quotes, flow and block.
 *
 * Edits are collected over a document as it was parsed, and made into a new
 * text all at once. The law: the new text, parsed again, is the old tree
 * changed by the edits and by nothing else. edit_text checks that itself, so
 * what it cannot do is refused and never done wrong. */
#ifndef DOC_EDIT_H
#define DOC_EDIT_H

#include "doc/piece.h"
#include "doc/doc.h"

enum edit_kind {
	EDIT_SET,     /* a value becomes `piece` */
	EDIT_RENAME,  /* a key becomes `key` */
	EDIT_REMOVE,  /* an entry goes, with the comments that belong to it */
	EDIT_COMMENT, /* an entry becomes comments */
	EDIT_NOTE,    /* comment lines above an entry: `key` is their text */
	EDIT_INSERT,  /* a new entry in a mapping or list, behind `after` */
};

struct edit_step {
	enum edit_kind kind;
	uint32_t node;	/* index: the value, key, entry, mapping or list */
	uint32_t after; /* EDIT_INSERT: index of an entry; 0: first place */
	uint32_t order; /* of being asked for */
	struct str key;
	struct piece *piece;
};

/* Where an alias repeats a node. */
struct repeat {
	uint32_t alias, of; /* indices */
};

struct edit {
	const struct doc *doc;
	struct arena *arena;
	uint32_t *parent; /* by index; of the root 0 */
	VEC(struct repeat) repeats;
	VEC(struct edit_step) steps;
	struct piece_style style; /* the file's own */
	/* after a refusal: why, in one line for people; and where */
	struct str why;
	struct span span;
};

/* A document of one file; `doc` outlives the edit. All of it lives in `a`. */
void edit_init(struct edit *e, const struct doc *doc, struct arena *a);

/* Those that give a bool give false where something stands in the way (see
 * `why`); nothing is then added.
 *
 * Entries are named by their node: the key of a pair, an item of a list.
 * What is asked for inside an entry that is removed or commented out as well
 * is forgotten. */

/* Puts a value in the place of a scalar, an alias, an empty mapping or list,
 * or no value. Quotes stay where the new text fits into them. */
bool edit_set(struct edit *e, const struct node *value, struct piece *piece);

bool edit_rename(struct edit *e, const struct node *key, struct str to);

/* A new pair behind the pair of `after`, or before all where that is NULL; in
 * a mapping, or where no value stands. Several behind the same one stand in
 * the order in which they were asked for. */
bool edit_insert(struct edit *e, const struct node *map,
		 const struct node *after, struct str key, struct piece *value);

/* A new pair, or item, behind all others. */
bool edit_add(struct edit *e, const struct node *map, struct str key,
	      struct piece *value);
bool edit_append(struct edit *e, const struct node *list, struct piece *item);

/* With its trailing comment and those directly above it. */
bool edit_remove(struct edit *e, const struct node *entry);

/* Its lines stand behind "# " then. Of one that shares its line with others
 * the comment stands above that line. */
bool edit_comment_out(struct edit *e, const struct node *entry);

/* Comment lines above the line of an entry: one for each line of `text`. */
bool edit_note(struct edit *e, const struct node *entry, struct str text);

/* Adds the new text; false, with nothing added, where it would not be the old
 * one changed by the edits. */
bool edit_text(struct edit *e, struct buf *out);

#endif
