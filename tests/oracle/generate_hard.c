#include "oracle/generate.h"

#include "support/dice.h"

/* What every hard ladder begins with, and the one role that it leads to. */
static void put_head(struct buf *b, const char *name)
{
	buf_printf(b, "format: ladder/1\nid: hard\nname: %s\n"
		      "categories:\n  all: {name: All, layer: technical}\n",
		   name);
}

static void put_assessment(struct buf *b)
{
	buf_z(b, "format: assessment/1\nladder: hard\nperson: Ada\n"
		 "target: only/one\n");
}

/* --- set cover ------------------------------------------------------------ */

/* As many rules as stages, each satisfied by one in DENSITY of them. The closer
 * the prices, the harder: past LARGE stages with these neither solver comes to
 * an end in minutes, so there they lie further apart. */
enum { DENSITY = 10, LARGE = 100 };

static uint32_t cover_price(struct dice *d, uint32_t size)
{
	return size > LARGE ? 8 + dice_below(d, 53) : 20 + dice_below(d, 40);
}

static void put_cover_rule(struct buf *b, struct dice *d, uint32_t size)
{
	uint32_t n = 0;

	buf_z(b, "          - at-least: 1\n            of: {");
	for (uint32_t i = 0; i < size; i++)
		if (dice_once_in(d, DENSITY) || (!n && i + 1 == size))
			buf_printf(b, "%ss%u: 1", n++ ? ", " : "", i);
	buf_z(b, "}\n");
}

static void put_cover(struct buf *b, struct dice *d, uint32_t size)
{
	put_head(b, "Cover");
	buf_z(b, "competencies:\n");
	for (uint32_t i = 0; i < size; i++)
		buf_printf(b, "  s%u: {name: Skill %u, category: all, "
			      "stages: [{name: One, effort: %uh}]}\n",
			   i, i, cover_price(d, size));
	buf_z(b, "tracks:\n  only:\n    levels:\n      - id: one\n"
		 "        choose:\n");
	for (uint32_t i = 0; i < size; i++)
		put_cover_rule(b, d, size);
}

/* --- knapsack ------------------------------------------------------------- */

/* Points and prices that nearly go together, and no two alike. Each score
 * weighs the competencies in its own way. */
static void put_skill(struct buf *b, struct dice *d, uint32_t i, uint32_t n,
		      uint32_t *points)
{
	uint32_t have = 0;

	buf_printf(b, "  s%u:\n    name: Skill %u\n    category: all\n"
		      "    stages:\n",
		   i, i);
	for (uint32_t k = 0; k < n; k++) {
		uint32_t gain = 20 + dice_below(d, 60);
		uint32_t quarters = 4 * gain + dice_below(d, 40);

		have += gain;
		buf_printf(b, "      - {name: Stage %u, points: %u, "
			      "effort: %u.%02uh",
			   k + 1, have, quarters / 4, quarters % 4 * 25);
		if (i && dice_once_in(d, 8))
			buf_printf(b, ", needs: {s%u: 1}", dice_below(d, i));
		buf_z(b, "}\n");
	}
	*points = have;
}

static uint32_t put_score(struct buf *b, struct dice *d, uint32_t score,
			  const uint32_t *points, uint32_t n)
{
	uint64_t all = 0;

	buf_printf(b, "  p%u:\n    weights: {", score);
	for (uint32_t i = 0; i < n; i++) {
		uint32_t weight = score ? dice_below(d, 9) : 1;

		weight += i == 0 && !weight;
		all += (uint64_t)weight * points[i];
		buf_printf(b, "%ss%u: %u", i ? ", " : "", i, weight);
	}
	buf_z(b, "}\n");
	return (uint32_t)(all / 100);
}

static void put_knapsack(struct buf *b, struct dice *d, uint32_t size)
{
	uint32_t points[1024], n = 0, left = size;
	uint32_t scores = 1 + dice_below(d, 3), hundredth[3];

	put_head(b, "Knapsack");
	buf_z(b, "competencies:\n");
	while (left && n < 1024) {
		uint32_t stages = 1 + dice_below(d, left < 3 ? left : 3);

		put_skill(b, d, n, stages, &points[n]);
		left -= stages;
		n++;
	}
	buf_z(b, "scores:\n");
	for (uint32_t s = 0; s < scores; s++)
		hundredth[s] = put_score(b, d, s, points, n);
	buf_z(b, "tracks:\n  only:\n    levels:\n      - id: one\n"
		 "        scores: {");
	for (uint32_t s = 0; s < scores; s++)
		buf_printf(b, "%sp%u: %u", s ? ", " : "", s,
			   hundredth[s] * (30 + dice_below(d, 30)));
	buf_z(b, "}\n");
}

void generate_hard(enum family f, uint32_t size, uint64_t seed,
		   struct buf *ladder, struct buf *assessment)
{
	struct dice d = {seed};

	if (f == FAMILY_COVER)
		put_cover(ladder, &d, size);
	else
		put_knapsack(ladder, &d, size);
	put_assessment(assessment);
}
