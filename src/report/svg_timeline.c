/* A timeline: a row for each step, its name above its bar. Weeks are shares of
 * the width, so the drawing fits every screen with its letters in one size. */
#include "report/svg.h"

#include "base/date.h"
#include "plan/plan.h"

#include <stdio.h>

enum {
	ROW = 36 * SVG_PX,
	BASE = 14 * SVG_PX, /* of a row's letters */
	BAR = 20 * SVG_PX,  /* its bar */
	THICK = 9 * SVG_PX,
	HEAD = 24 * SVG_PX, /* above the rows: which horizon it is */
	FOOT = 24 * SVG_PX, /* below them: weeks or dates */
	CELLS = 36,         /* of a name, beside its weeks on a phone */
	TICKS_MOST = 3,     /* and one at the start */
	PART = 20,          /* rows of one drawing */
	WEEK = 1000,        /* in thousandths, as the data has it */
	LAST_DAY = 2932896, /* of the year 9999 */
};

/* One drawing of one timeline. */
struct chart {
	const struct svg *s;
	const struct timeline *t;
	int64_t end;    /* weeks in thousandths: the right edge */
	int64_t height;
};

/* ` x="12.34%"` */
static void add_share(const struct chart *c, const char *name, int64_t weeks)
{
	int64_t share = weeks * 10000 / c->end;

	buf_printf(c->s->out, " %s=\"%lld.%02lld%%\"", name,
		   (long long)(share / 100), (long long)(share % 100));
}

static void add_text(const struct chart *c, const char *look, int64_t week,
		     int64_t y, const char *text)
{
	buf_printf(c->s->out, "<text class=\"%s\"", look);
	add_share(c, "x", week);
	svg_at(c->s->out, "y", y);
	buf_printf(c->s->out, ">%s</text>\n", text);
}

static void add_line(const struct chart *c, const char *look, int64_t week)
{
	buf_printf(c->s->out, "<line class=\"%s\"", look);
	add_share(c, "x1", week);
	add_share(c, "x2", week);
	svg_at(c->s->out, "y1", HEAD - 18 * SVG_PX);
	svg_at(c->s->out, "y2", c->height - FOOT);
	buf_z(c->s->out, "/>\n");
}

/* --- behind -------------------------------------------------------------- */

/* A name needs some room. */
static void add_horizons(const struct chart *c)
{
	static const struct {
		int64_t from, to;
		const char *name;
	} horizons[] = {
		{0, NOW_WEEKS, "now"},
		{NOW_WEEKS, NEXT_WEEKS, "next"},
		{NEXT_WEEKS, INT32_MAX, "later"},
	};

	for (size_t i = 0; i < sizeof horizons / sizeof *horizons; i++) {
		int64_t from = horizons[i].from * WEEK;
		int64_t to = horizons[i].to * WEEK;

		if (from >= c->end)
			return;
		to = to < c->end ? to : c->end;
		if (from)
			add_line(c, "rim", from);
		if ((to - from) * 12 >= c->end)
			add_text(c, from ? "horizon in" : "horizon", from,
				 HEAD - 8 * SVG_PX, horizons[i].name);
	}
}

/* Weeks between two marks of the scale, so that there are few. */
static int64_t tick_weeks(int64_t weeks)
{
	static const int64_t steps[] = {1, 2, 4, 8, 13, 26, 52};
	size_t i = 0;
	int64_t step;

	while (i + 1 < sizeof steps / sizeof *steps &&
	       weeks / steps[i] > TICKS_MOST)
		i++;
	for (step = steps[i]; weeks / step > TICKS_MOST;)
		step *= 2;
	return step;
}

static void add_tick(const struct chart *c, int64_t week)
{
	int64_t day = c->t->start_day + 7 * week;
	char text[32];

	if (c->t->dated && day <= LAST_DAY)
		date_write((int32_t)day, text);
	else
		snprintf(text, sizeof text, "week %lld", (long long)week);
	if (week)
		add_line(c, "grid", week * WEEK);
	add_text(c, week ? "tick in" : "tick", week * WEEK,
		 c->height - 8 * SVG_PX, text);
}

/* None at the right edge, where its words would not fit. */
static void add_scale(const struct chart *c)
{
	int64_t step = tick_weeks(c->end / WEEK);

	for (int64_t week = 0; 5 * (c->end - week * WEEK) > c->end;
	     week += step)
		add_tick(c, week);
}

/* --- rows ---------------------------------------------------------------- */

static void add_bar(const struct chart *c, const struct timeline_row *row,
		    int64_t y)
{
	int64_t least = c->end / 150, wide = row->end - row->start;
	int look = row->start < NOW_WEEKS * WEEK    ? 0
		   : row->start < NEXT_WEEKS * WEEK ? 1
						    : 2;

	buf_printf(c->s->out, "<rect class=\"bar h%d\" rx=\"2\"", look);
	add_share(c, "x", row->start);
	svg_at(c->s->out, "y", y);
	add_share(c, "width", wide < least ? least : wide);
	svg_at(c->s->out, "height", THICK);
	buf_z(c->s->out, "/>\n");
}

/* A path knows no shares: it stands in a drawing of its own that does. */
static void add_diamond(const struct chart *c, const struct timeline_row *row,
			int64_t y)
{
	buf_z(c->s->out, "<svg class=\"goal\"");
	add_share(c, "x", row->end);
	svg_at(c->s->out, "y", y + THICK / 2);
	buf_z(c->s->out, "><path d=\"M0-7 7 0 0 7-7 0z\"/></svg>\n");
}

static void add_when(const struct chart *c, const struct timeline_row *row,
		     int64_t y)
{
	const struct svg_setting set = {.look = "tick to", .cells = CELLS,
					.lines = 1, .right = true};

	svg_words(c->s, &set, (struct svg_point){0, y}, &row->when);
}

static void add_row(const struct chart *c, const struct timeline_row *row,
		    int64_t y)
{
	const struct svg_setting set = {
		.look = row->milestone ? "name strong" : "name",
		.cells = CELLS, .lines = 1};

	buf_z(c->s->out, "<line class=\"grid\" x2=\"100%\"");
	svg_at(c->s->out, "y1", y);
	svg_at(c->s->out, "y2", y);
	buf_z(c->s->out, "/>\n");
	svg_words(c->s, &set, (struct svg_point){0, y + BASE}, &row->name);
	add_when(c, row, y + BASE);
	if (row->milestone)
		add_diamond(c, row, y + BAR);
	else
		add_bar(c, row, y + BAR);
}

static void add_part(struct chart *c, uint32_t from, uint32_t to)
{
	int64_t y = HEAD;

	c->height = HEAD + (int64_t)(to - from) * ROW + FOOT;
	buf_printf(c->s->out, "<svg class=\"timeline\" role=\"img\" "
			      "aria-labelledby=\"p%u\" width=\"100%%\"",
		   (unsigned)c->s->picture);
	svg_at(c->s->out, "height", c->height);
	buf_z(c->s->out, ">\n");
	add_scale(c);
	add_horizons(c);
	for (; from < to; from++, y += ROW)
		add_row(c, &c->t->rows.at[from], y);
	buf_z(c->s->out, "</svg>\n");
}

/* In parts that fit on a sheet of paper: no row is cut. */
void svg_timeline(const struct svg *s, const struct timeline *t)
{
	struct chart c = {s, t, timeline_end(t), 0};
	uint32_t parts = (t->rows.n + PART - 1) / PART;

	c.end = c.end < WEEK ? WEEK : c.end;
	c.end += c.end / 50; /* room for half a diamond */
	for (uint32_t i = 0; i < parts; i++)
		add_part(&c, i * t->rows.n / parts,
			 (i + 1) * t->rows.n / parts);
}
