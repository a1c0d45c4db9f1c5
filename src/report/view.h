/* Which steps of a plan a page shows, and how much of each. */
#ifndef REPORT_VIEW_H
#define REPORT_VIEW_H

#include "report/page_step.h"

/* Whether a step is left to the line of its milestone: beyond the next role,
 * and beyond the first few. */
bool view_folds(const struct plan_view *v, uint32_t step);

/* Whether it begins within the horizon that was asked for. */
bool view_wants(const struct plan_view *v, const struct step *step);

enum detail view_detail(const struct plan_view *v, uint32_t step);

#endif
