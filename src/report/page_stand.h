/* Where someone stands: the part that the pages of plan and gap share. */
#ifndef REPORT_PAGE_STAND_H
#define REPORT_PAGE_STAND_H

#include "report/pages.h"

/* "Ada Lovelace: Senior Engineer → Staff Engineer". */
void stand_name(struct arena *a, prose *to, const struct plan_view *v);

/* The page's title and the dim line below it: who, from where to where, by
 * which route, on which ladder. */
void stand_title(struct page *p, const struct plan_view *v);

/* A section with a bar for each layer and score, and what is met and open. */
void stand_section(struct page *p, const struct plan_view *v);

/* A section with what is waived and why; nothing where nothing is. */
void stand_waived(struct page *p, const struct plan_view *v);

#endif
