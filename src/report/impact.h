/* Whom a diff touches, as a section of its page and an object of its JSON.
 * Without `names` there are counts only, and where there are fewer than three
 * people none but that of the people; means are of three or more. */
#ifndef REPORT_IMPACT_H
#define REPORT_IMPACT_H

#include "people/impact.h"
#include "report/page.h"

struct cJSON;

/* Adds the section "People": the verdict first, then what else there is to
 * count, then, with `names`, a row for each person who is touched. */
void page_add_impact(struct page *p, struct block *parent,
		     const struct impact *i, bool names);

/* Adds "impact": {…} (docs/interface.md). */
void json_add_impact(struct cJSON *document, const struct impact *i,
		     bool names);

#endif
