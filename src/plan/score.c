#include "plan/score.h"

bool score_waived(const struct ladder *l, const struct reading *r,
		  const struct stand *stands)
{
	for (uint32_t c = 0; c < l->competencies.n; c++)
		if (r->member[c] && !stands[c].na)
			return false;
	return true;
}

wide score_total(const struct ladder *l, const struct reading *r,
		 const struct stand *stands)
{
	wide total = 0;

	for_each(c, &l->competencies) {
		const struct stand *s = &stands[c->index];

		if (!s->na && s->have && r->weights[c->index])
			total += (wide)r->weights[c->index] *
				 reading_points(r, &c->stages[s->have - 1]);
	}
	return total;
}

static wide weights_left(const struct ladder *l, const struct reading *r,
			 const struct stand *stands)
{
	wide sum = 0;

	for (uint32_t c = 0; c < l->competencies.n; c++)
		if (!stands[c].na)
			sum += r->weights[c];
	return sum;
}

wide score_need(const struct ladder *l, const struct reading *r,
		const struct stand *stands, int64_t figure)
{
	if (r->combine == COMBINE_SUM)
		return (wide)figure * 1000;
	return (wide)figure * weights_left(l, r, stands);
}

int64_t score_figure(const struct ladder *l, const struct reading *r,
		     const struct stand *stands, wide total)
{
	wide by = 1000;

	if (r->combine == COMBINE_MEAN)
		by = weights_left(l, r, stands);
	return by ? wide_clamp(total / by) : 0;
}
