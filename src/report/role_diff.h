/* What the step from one role to another is made of, as a page and as JSON. */
#ifndef REPORT_ROLE_DIFF_H
#define REPORT_ROLE_DIFF_H

#include "diff/roles.h"
#include "report/json.h"

struct role_diff_view {
	const struct role_diff *diff;
	struct str old_name, new_name; /* of the two files, to be shown where
					  the ladders are two */
};

/* Verdict first, then by layer what is new, raised, reworded, dropped. */
struct page *page_role_diff(struct arena *a, const struct role_diff_view *v);

void json_role_diff(const struct role_diff_view *v, struct buf *out);

#endif
