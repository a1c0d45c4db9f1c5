/* A ladder as YAML again: flattened, so that it stands without its bases. */
#ifndef REPORT_FORMAT_YAML_H
#define REPORT_FORMAT_YAML_H

#include "base/buf.h"
#include "model/ladder.h"

/* Writes it in block style, in the layout and with the order of keys of
 * `ladder fmt`; comments, anchors and `extends` are gone, what overlays added
 * is merged in. Reading the result gives the same ladder, and writing that one
 * the same bytes. */
void yaml_ladder(const struct ladder *l, struct buf *out);

#endif
