/* Other ways to the target, beside the plan. */
#ifndef REPORT_PAGE_WAYS_H
#define REPORT_PAGE_WAYS_H

#include "report/pages.h"

/* A section with a line for each of v->others: through which roles, what it
 * costs more. Nothing where they were not asked for. */
void ways_section(struct page *p, const struct plan_view *v);

#endif
