/* Scores as one person stands to them: exact, n/a counted as format.md says. */
#ifndef PLAN_SCORE_H
#define PLAN_SCORE_H

#include "model/assessment.h"
#include "plan/wide.h"

/* Every competency of it is n/a: nothing of it is left. */
bool score_waived(const struct ladder *l, const struct reading *r,
		  const struct stand *stands);

/* Weights times points of what is held, in millionths; n/a counts as 0. */
wide score_total(const struct ladder *l, const struct reading *r,
		 const struct stand *stands);

/* What the total must come to for a figure: the figure itself for a sum, the
 * figure times the weights that are not n/a for a mean. In millionths. */
wide score_need(const struct ladder *l, const struct reading *r,
		const struct stand *stands, int64_t figure);

/* A total as people see it, in thousandths, rounded down. */
int64_t score_figure(const struct ladder *l, const struct reading *r,
		     const struct stand *stands, wide total);

#endif
