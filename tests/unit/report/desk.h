/* All that results come from, loaded from texts: for the tests of pages and
 * documents. */
#ifndef UNIT_REPORT_DESK_H
#define UNIT_REPORT_DESK_H

#include "model/load.h"
#include "plan/plan.h"
#include "report/pages.h"

struct desk {
	struct arena arena;
	struct diag diag;
	struct host host;
	struct loader loader;
	struct loaded files[2];
	struct ladder *ladder;
	struct assessment *assessment; /* NULL without one */
	struct plan_query query;
	struct plan_result result;
	struct plan_view view;
	struct buf out;
};

/* A ladder with hours, a choice, a score, a gate; someone half way. */
extern const char desk_ladder[], desk_assessment[];

/* Loads both; there may be no assessment. Fails the test on any error. */
void desk_open(struct desk *d, const char *ladder, const char *assessment);

/* Plans the way to a role, from the assessment's, or from none. */
void desk_ask(struct desk *d, const char *target);

/* What stands in `out`, ended by a NUL. */
const char *desk_text(struct desk *d);

void desk_close(struct desk *d);

#endif
