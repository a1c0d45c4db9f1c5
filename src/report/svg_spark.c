#include "report/svg.h"

/* The drawing is stretched to its cell, the strokes are not. */
enum { WIDE = 1000, HIGH = 100, EDGE = 12 };

struct place {
	int64_t x, y;
};

/* A point stands where its day does. */
static struct place place_of(const struct spark *s, uint32_t i)
{
	const struct spark_point *first = s->points.at;
	int64_t days = first[s->points.n - 1].day - first->day;
	int64_t level = spark_level(spark_range(s), first[i].value,
				    HIGH - 2 * EDGE);

	return (struct place){
		days > 0 ? EDGE + (first[i].day - first->day) *
					  (int64_t)(WIDE - 2 * EDGE) / days
			 : WIDE / 2,
		HIGH - EDGE - level};
}

void svg_spark(struct buf *out, const struct spark *s)
{
	struct place at = {0};

	if (!s->points.n)
		return;
	buf_printf(out, "<svg class=\"spark\" viewBox=\"0 0 %d %d\" "
			"preserveAspectRatio=\"none\" aria-hidden=\"true\">"
			"<polyline points=\"", WIDE, HIGH);
	for (uint32_t i = 0; i < s->points.n; i++) {
		at = place_of(s, i);
		buf_printf(out, "%s%lld,%lld", i ? " " : "", (long long)at.x,
			   (long long)at.y);
	}
	buf_printf(out, "\"/><path class=\"end\" d=\"M%lld %lldh0\"/></svg>",
		   (long long)at.x, (long long)at.y);
}
