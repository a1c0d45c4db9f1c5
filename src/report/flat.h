/* A file as facts, a line each: what tools that compare lines can compare. */
#ifndef REPORT_FLAT_H
#define REPORT_FLAT_H

#include "base/buf.h"
#include "model/fields.h"

/* Adds `path = value` for all that a document says, as the mapping of a shape
 * at its root (ladder_shape, assessment_shape), sorted by bytes. Paths go by
 * ids; of things whose order matters the place is a fact of its own. Order,
 * quotes, comments and layout that mean nothing show nowhere. Values are safe
 * to print; what a line needs while it is made lives in `a`. */
void flat_facts(const struct doc *doc, const struct shape *shape,
		struct arena *a, struct buf *out);

#endif
