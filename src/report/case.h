/* The promotion case as a page and as JSON. */
#ifndef REPORT_CASE_H
#define REPORT_CASE_H

#include "people/promotion.h"
#include "report/pages.h"

struct case_view {
	struct plan_view of; /* without a plan */
	const struct promotion *promotion;
};

struct page *page_case(struct arena *a, const struct case_view *v);
void json_case(const struct case_view *v, struct buf *out);

/* "strong", "thin", "none". */
const char *strength_name(enum strength s);

#endif
