/* A step of a plan on a page, in as much detail as there is room for. */
#ifndef REPORT_PAGE_STEP_H
#define REPORT_PAGE_STEP_H

#include "report/pages.h"

enum detail {
	DETAIL_LINE,  /* its name and effort */
	DETAIL_SHORT, /* why, and what is still to show */
	DETAIL_FULL,  /* all of it */
};

void page_step(struct page *p, struct block *parent, const struct plan_view *v,
	       uint32_t index, enum detail detail);

/* "week 23" or the day on which that week begins, from thousandths of weeks
 * rounded up. */
void page_week(struct page *p, prose *to, enum mark mark,
	       const struct plan_view *v, int64_t week);

/* "weeks 3–8", or the day by which it ends where weeks are dated. */
void page_when(struct page *p, prose *to, const struct plan_view *v,
	       int64_t start, int64_t end);

/* The text that this person is to see for a step. */
const struct rubric *step_rubric(const struct plan_view *v,
				 const struct step *step);

/* Which behaviours of that rubric are shown already, by behaviour; NULL where
 * none is. */
const bool *step_met(const struct plan_view *v, const struct step *step);

/* The parts of a rubric as pairs: practice, evidence, examples, resources. */
void page_rubric_help(struct page *p, struct block *pairs,
		      const struct rubric *r);

#endif
