/* What every report in JUnit's XML has (the Jenkins plug-in's schema,
 * junit-10.xsd). */
#ifndef REPORT_JUNIT_H
#define REPORT_JUNIT_H

#include "base/buf.h"

#include <stdint.h>

struct junit_totals {
	uint32_t tests, failures, skipped;
};

/* A whole document around suites that are written already. */
void junit_document(struct buf *out, struct str name,
		    const struct junit_totals *n, struct str suites);

/* Opens a suite; the caller adds the cases and closes it. */
void junit_suite(struct buf *out, struct str name,
		 const struct junit_totals *n);

#endif
