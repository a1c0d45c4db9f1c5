/* Changes as a file that accepts them (docs/format.md). */
#ifndef REPORT_ACCEPTED_H
#define REPORT_ACCEPTED_H

#include "model/accepted.h"
#include "report/diff.h"

/* Writes the acceptances that are used, then the changes that are shown, with
 * reasons that are still to be given. `accepted` may be NULL. */
void yaml_accepted(const struct accepted *accepted, const diff_views *views,
		   struct buf *out);

#endif
