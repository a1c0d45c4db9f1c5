/* The event files of the YAML test suite, compared with a document. */
#ifndef YAML_SUITE_EVENTS_H
#define YAML_SUITE_EVENTS_H

#include "doc/doc.h"

/* Whether the document has the nodes that an event file tells: kinds, order,
 * texts, and which scalars are plain. Anchors and tags are not compared; where
 * the file has an alias the document has a copy. */
bool events_match(struct arena *a, const struct doc *doc, struct str events);

#endif
