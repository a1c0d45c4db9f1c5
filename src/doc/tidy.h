/* A YAML file in canonical layout: the same entries, comments and texts, each
 * where it belongs.
 *
 * Keys that have a place in their mapping stand in that order, and take their
 * comments with them. Each mapping and list is indented by two columns more
 * than what holds it. One blank stands behind a colon and a dash, none at the
 * end of a line, and of several empty lines one stays. Quotes, brackets,
 * folded lines and what block scalars hold are the author's: they move with
 * their entry and are not changed. A piece that is written in an unusual way
 * (`?`, an anchor before a key) moves as one. */
#ifndef DOC_TIDY_H
#define DOC_TIDY_H

#include "base/buf.h"
#include "doc/doc.h"

/* Adds the file of a document that was read without a mistake. `order` has
 * for each node that is a key its place in its mapping; keys of equal places
 * stay in their order. It is set to 0 in mappings where an alias would come
 * to stand before its anchor.
 *
 * The law: the new text is the old tree but for the order of keys, and has the
 * old bytes but for white space. Gives false where that cannot be had; then
 * the file is added as it is. */
bool tidy_text(const struct doc *doc, uint32_t *order, struct arena *a,
	       struct buf *out);

#endif
