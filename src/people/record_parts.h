/* What the files of people/record share. */
#ifndef PEOPLE_RECORD_PARTS_H
#define PEOPLE_RECORD_PARTS_H

#include "doc/edit.h"
#include "model/read.h"
#include "people/record.h"

struct writing {
	struct recording *r;
	const struct doc *doc;
	struct arena *arena;
	struct edit edit;
	const struct node *ratings; /* the value; NULL: no such key */
	struct piece *fresh; /* all ratings, where the file has none so far */
};

/* One rating that is written. */
struct rated {
	struct writing *w;
	const struct competency *competency;
	const struct record *x;
	const struct node *value; /* what the file has; NULL: not its key */
};

/* What `met` in the file is about; NULL: no stage above. */
const struct rubric *record_was_next(const struct recording *r,
				     const struct competency *c);

/* --- pieces (record_pieces.c) --------------------------------------------- */

/* A number, or an id. */
struct piece *word_piece(struct arena *a, struct str word);

/* By its id, which outlives a change of the list, else by its number. */
struct piece *behaviour_piece(struct arena *a, const struct rubric *r,
			      uint32_t i);

/* What is recorded as shown, and the new evidence: lists. */
struct piece *met_piece(struct arena *a, const struct record *x);
struct piece *evidence_piece(struct arena *a, const struct record *x);

/* A whole rating with this stage, if not empty: the short form where nothing
 * else is to be said, PIECE_NONE where nothing is. */
struct piece *rating_piece(struct arena *a, const struct record *x,
			   struct str stage);

/* --- values and ratings (record_rating.c) --------------------------------- */

/* Each false where something stands in the way. */

/* Gives a key of a mapping a value; a new one stands where the tables have
 * it. */
bool record_put(struct writing *w, const struct shape *shape,
		const struct node *map, const char *key, struct piece *piece);

/* Changes a rating whose key the file has. */
bool record_rating_change(const struct rated *t);

#endif
