/* Assessments of one person side by side, as a page and as JSON. */
#ifndef REPORT_CALIBRATE_H
#define REPORT_CALIBRATE_H

#include "people/calibrate.h"
#include "report/page.h"

struct calibrate_view {
	const struct ladder *ladder;
	const struct calibration *calibration;
};

struct page *page_calibrate(struct arena *a, const struct calibrate_view *v);
void json_calibrate(const struct calibrate_view *v, struct buf *out);

/* "same", "stage", "applicable", "some", "nobody". */
const char *accord_name(enum accord accord);

#endif
