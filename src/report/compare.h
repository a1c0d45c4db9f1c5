/* Roles side by side, as a page and as JSON. */
#ifndef REPORT_COMPARE_H
#define REPORT_COMPARE_H

#include "plan/compare.h"
#include "report/json.h"

struct compare_view {
	const struct ladder *ladder;
	const struct assessment *assessment; /* NULL: nobody was assessed */
	const struct plan_query *query;
	const struct comparison *comparison;
	bool dated;
	int32_t start_day;
};

struct page *page_compare(struct arena *a, const struct compare_view *v);

void json_compare(const struct compare_view *v, enum json_layout layout,
		  struct buf *out);

#endif
