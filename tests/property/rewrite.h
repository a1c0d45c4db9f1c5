/* Writes a document again in another way that means the same. */
#ifndef PROPERTY_REWRITE_H
#define PROPERTY_REWRITE_H

#include "base/buf.h"
#include "doc/doc.h"
#include "support/dice.h"

/* Adds the document to `out`: keys of unordered mappings in another order,
 * other quotes and escapes, flow for block and back, comments, anchors, line
 * ends and a byte-order mark as the dice fall. The document has one file. */
void rewrite(const struct doc *doc, struct dice *dice, struct buf *out);

#endif
