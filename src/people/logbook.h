/* What an assessment records of each competency, the newest first. */
#ifndef PEOPLE_LOGBOOK_H
#define PEOPLE_LOGBOOK_H

#include "model/assessment.h"

struct logged {
	const struct competency *competency;
	const struct rating *rating;
	const struct evidence **pieces; /* by date, the newest first; those
					   without a date last */
	uint32_t n_pieces;
};

struct logbook {
	VEC(struct logged)
	list;		 /* what has the newest piece first; then those
				    without dates, then those without pieces */
	uint32_t pieces; /* in all */
	const struct evidence *newest; /* NULL: nothing has a date */
};

/* Of one competency, or of all that have a rating where `only` is NULL.
 * Equals stand in the order of the ladder, and of the file. */
struct logbook logbook_of(const struct assessment *as,
			  const struct competency *only, struct arena *a);

#endif
