/* A plan for other programs: calendars, diagrams, lists of tasks. The bytes
 * depend on the plan alone, never on the clock. */
#ifndef REPORT_PLAN_FORMATS_H
#define REPORT_PLAN_FORMATS_H

#include "report/pages.h"

/* An iCalendar object (RFC 5545): steps and milestones as events of whole
 * days. The plan has days (plan_has_days). */
void plan_ics(const struct plan_view *v, struct buf *out);

/* A Gantt diagram of Mermaid: a section for each role. Its axis has dates,
 * else weeks, else turns. */
void plan_mermaid(const struct plan_view *v, struct buf *out);

/* JSON for `task import` of Taskwarrior 2.6 and later: a task for each step and
 * milestone. Importing it again changes these and makes no new ones. */
void plan_tasks(const struct plan_view *v, struct buf *out);

#endif
