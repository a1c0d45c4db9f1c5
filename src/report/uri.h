/* Paths as references in URIs (RFC 3986). */
#ifndef REPORT_URI_H
#define REPORT_URI_H

#include "base/buf.h"

/* A path as a relative reference, an absolute one as file://: whatever may not
 * stand there is percent-encoded, byte by byte. */
void uri_path(struct buf *out, struct str path);

#endif
