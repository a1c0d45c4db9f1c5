/* Progress of one person, as a page and as JSON. */
#ifndef REPORT_PROGRESS_H
#define REPORT_PROGRESS_H

#include "people/progress.h"
#include "report/page.h"

struct page *page_progress(struct arena *a, const struct progress *v);
void json_progress(const struct progress *v, struct buf *out);

#endif
