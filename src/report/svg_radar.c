/* A radar: an axis for each kind, a closed line for each series. */
#include "report/svg.h"

enum {
	RADIUS = 105 * SVG_PX,
	RINGS = 4,
	CELLS = 15, /* of a label */
	LINES = 3,
	LEADING = 15 * SVG_PX,
	CELL = 71,  /* of the font at its size: wide letters are wider */
	AWAY = 12 * SVG_PX, /* labels from the outer ring */
};

/* One drawing of one radar. */
struct dial {
	const struct svg *s;
	const struct radar *r;
	struct svg_point middle;
	int64_t height;
};

/* From the middle, the first axis straight up and on clockwise. */
static struct svg_point point_at(const struct dial *d, uint32_t axis,
				 int64_t radius)
{
	int64_t angle = (int64_t)SVG_TURN * axis / d->r->axes.n;

	return (struct svg_point){
		d->middle.x + radius * svg_sin(angle) / SVG_ONE,
		d->middle.y - radius * svg_sin(angle + SVG_TURN / 4) / SVG_ONE};
}

static void add_point(struct buf *out, struct svg_point at)
{
	svg_number(out, at.x);
	buf_char(out, ',');
	svg_number(out, at.y);
}

/* --- behind -------------------------------------------------------------- */

static void add_grid(const struct dial *d)
{
	struct buf *out = d->s->out;
	uint32_t n = d->r->axes.n;

	for (int ring = 1; ring <= RINGS; ring++) {
		buf_z(out, ring < RINGS ? "<path class=\"grid\" d=\"M"
					: "<path class=\"rim\" d=\"M");
		for (uint32_t i = 0; i < n; i++) {
			buf_z(out, i ? " " : "");
			add_point(out, point_at(d, i, RADIUS * ring / RINGS));
		}
		buf_z(out, "Z\"/>\n");
	}
	buf_z(out, "<path class=\"grid\" d=\"");
	for (uint32_t i = 0; i < n; i++) {
		buf_char(out, 'M');
		add_point(out, point_at(d, i, 0));
		buf_char(out, 'L');
		add_point(out, point_at(d, i, RADIUS));
	}
	buf_z(out, "\"/>\n");
}

static const struct svg_setting setting = {
	.look = "name mid", .cells = CELLS, .lines = LINES, .leading = LEADING};

/* A label begins, ends or is centred at its axis, by the side where it is. */
static void add_name(const struct dial *d, uint32_t i)
{
	const prose *name = &d->r->axes.at[i].name;
	struct svg_point at = point_at(d, i, RADIUS + AWAY);
	int64_t right = at.x - d->middle.x, down = at.y - d->middle.y;
	int64_t height = (int64_t)svg_size(&setting, name).lines * LEADING;
	struct svg_setting set = setting;

	if (right > RADIUS / 4)
		set.look = "name";
	else if (right < -RADIUS / 4)
		set.look = "name to";
	/* centred beside the middle, above it and below it farther out */
	at.y += 11 * SVG_PX - height / 2 + height * down / (2 * RADIUS);
	svg_words(d->s, &set, at, name);
}

/* Room for the longest names, wherever they stand. */
static void find_middle(struct dial *d)
{
	struct svg_size most = {1, 1};

	for_each(axis, &d->r->axes) {
		struct svg_size size = svg_size(&setting, &axis->name);

		most.cells = size.cells > most.cells ? size.cells : most.cells;
		most.lines = size.lines > most.lines ? size.lines : most.lines;
	}
	d->middle.x = RADIUS + AWAY + (int64_t)most.cells * CELL;
	d->middle.y = RADIUS + AWAY + (int64_t)most.lines * LEADING;
	d->height = point_at(d, d->r->axes.n / 2, RADIUS + AWAY).y +
		    (int64_t)most.lines * LEADING;
}

/* --- series -------------------------------------------------------------- */

/* Each has a mark of its own, too. */
static void add_mark(struct buf *out, uint32_t look, struct svg_point at)
{
	static const char *const shapes[SERIES_MOST] = {
		"m-3.5 0a3.5 3.5 0 1 0 7 0a3.5 3.5 0 1 0-7 0z",
		"m-3 -3h6v6h-6z",
		"m0-4l4 7h-8z",
		"m0-4.5l4.5 4.5l-4.5 4.5l-4.5-4.5z",
	};

	buf_char(out, 'M');
	svg_number(out, at.x);
	buf_char(out, ' ');
	svg_number(out, at.y);
	buf_z(out, shapes[look]);
}

static struct svg_point value_at(const struct dial *d, uint32_t axis,
				 uint32_t series)
{
	return point_at(d, axis,
			RADIUS * d->r->axes.at[axis].shares[series] / 1000);
}

static void add_series(const struct dial *d, uint32_t series)
{
	struct buf *out = d->s->out;
	uint32_t look = d->r->look + series;

	buf_printf(out, "<path class=\"line s%u\" d=\"M", (unsigned)look);
	for (uint32_t i = 0; i < d->r->axes.n; i++) {
		buf_z(out, i ? " " : "");
		add_point(out, value_at(d, i, series));
	}
	buf_printf(out, "Z\"/>\n<path class=\"mark s%u\" d=\"",
		   (unsigned)look);
	for (uint32_t i = 0; i < d->r->axes.n; i++)
		add_mark(out, look, value_at(d, i, series));
	buf_z(out, "\"/>\n");
}

void svg_sample(struct buf *out, uint32_t look)
{
	buf_printf(out, "<svg class=\"sample\" width=\"32\" height=\"12\" "
			"aria-hidden=\"true\"><path class=\"line s%u\" "
			"d=\"M1 6h30\"/><path class=\"mark s%u\" d=\"",
		   (unsigned)look, (unsigned)look);
	add_mark(out, look, (struct svg_point){16 * SVG_PX, 6 * SVG_PX});
	buf_z(out, "\"/></svg>");
}

/* The first series is drawn last: nothing may hide it. */
void svg_radar(const struct svg *s, const struct radar *r)
{
	struct dial d = {.s = s, .r = r};

	find_middle(&d);
	svg_open(s, "radar", 2 * d.middle.x, d.height);
	add_grid(&d);
	for (uint32_t i = r->n_series; i-- > 0;)
		add_series(&d, i);
	for (uint32_t i = 0; i < r->axes.n; i++)
		add_name(&d, i);
	buf_z(s->out, "</svg>\n");
}
