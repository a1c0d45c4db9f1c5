/* Results as CSV, a table for a spreadsheet each: the first line has the names
 * of the columns, as the JSON of the same result has them. */
#ifndef REPORT_TABLES_H
#define REPORT_TABLES_H

#include "report/calibrate.h"
#include "report/case.h"
#include "report/compare.h"
#include "report/pages.h"
#include "report/progress.h"

/* A line for each step. */
void csv_plan(const struct plan_view *v, struct buf *out);

/* A line for each rule, also for those that are met or waived. */
void csv_gap(const struct plan_view *v, struct buf *out);

/* A line for each role. */
void csv_compare(const struct compare_view *v, struct buf *out);

/* A line for each piece of evidence, and one for a claim without. */
void csv_case(const struct case_view *v, struct buf *out);

/* A line for each competency, a column for each day. */
void csv_progress(const struct progress *v, struct buf *out);

/* A line for each competency, a column for each assessor. */
void csv_calibrate(const struct calibrate_view *v, struct buf *out);

/* A line for each competency, a column for each role: the stages that it
 * asks. */
void csv_show_ladder(const struct ladder *l, struct buf *out);

/* A line for each behaviour of what a role asks. */
void csv_show_role(const struct ladder *l, const struct role *role,
		   struct buf *out);

/* A line for each behaviour of each stage. */
void csv_show_competency(const struct competency *c, struct buf *out);

#endif
