/* What an assessment records, as a page and as JSON. */
#ifndef REPORT_LOG_H
#define REPORT_LOG_H

#include "people/logbook.h"
#include "report/page.h"

struct log_view {
	const struct ladder *ladder;
	const struct assessment *assessment;
	const struct stand *stands; /* by competency index */
	const struct logbook *book;
	const struct competency *only; /* NULL: all of it */
};

struct page *page_log(struct arena *a, const struct log_view *v);
void json_log(const struct log_view *v, struct buf *out);

#endif
