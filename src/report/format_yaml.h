/* A ladder as YAML again: flattened, so that it stands without its bases. */
#ifndef REPORT_FORMAT_YAML_H
#define REPORT_FORMAT_YAML_H

#include "base/buf.h"
#include "model/ladder.h"

/* Writes all keys in the order of the file, in block style; comments, anchors
 * and `extends` are gone, what overlays added is merged in. Reading the result
 * gives the same ladder, and writing that one the same bytes. */
void yaml_ladder(const struct ladder *l, struct buf *out);

#endif
