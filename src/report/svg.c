#include "report/svg.h"

#include "report/html.h"

void svg_number(struct buf *out, int64_t tenths)
{
	int64_t size = tenths < 0 ? -tenths : tenths;

	buf_printf(out, "%s%lld", tenths < 0 ? "-" : "",
		   (long long)(size / SVG_PX));
	if (size % SVG_PX)
		buf_printf(out, ".%lld", (long long)(size % SVG_PX));
}

void svg_at(struct buf *out, const char *name, int64_t tenths)
{
	buf_printf(out, " %s=\"", name);
	svg_number(out, tenths);
	buf_char(out, '"');
}

/* By degree, from 0 to 90. */
static const int16_t sines[] = {
	0, 175, 349, 523, 698, 872, 1045, 1219, 1392, 1564,
	1736, 1908, 2079, 2250, 2419, 2588, 2756, 2924, 3090, 3256,
	3420, 3584, 3746, 3907, 4067, 4226, 4384, 4540, 4695, 4848,
	5000, 5150, 5299, 5446, 5592, 5736, 5878, 6018, 6157, 6293,
	6428, 6561, 6691, 6820, 6947, 7071, 7193, 7314, 7431, 7547,
	7660, 7771, 7880, 7986, 8090, 8192, 8290, 8387, 8480, 8572,
	8660, 8746, 8829, 8910, 8988, 9063, 9135, 9205, 9272, 9336,
	9397, 9455, 9511, 9563, 9613, 9659, 9703, 9744, 9781, 9816,
	9848, 9877, 9903, 9925, 9945, 9962, 9976, 9986, 9994, 9998,
	10000,
};

int64_t svg_sin(int64_t angle)
{
	enum { HALF = SVG_TURN / 2, QUARTER = SVG_TURN / 4, DEGREE = 1000 };
	int64_t sign = 1, rest;

	angle = (angle % SVG_TURN + SVG_TURN) % SVG_TURN;
	if (angle >= HALF) {
		sign = -1;
		angle -= HALF;
	}
	if (angle > QUARTER)
		angle = HALF - angle;
	rest = angle % DEGREE;
	angle /= DEGREE;
	return sign * (rest ? (sines[angle] * (DEGREE - rest) +
			       sines[angle + 1] * rest) / DEGREE
			    : sines[angle]);
}

void svg_open(const struct svg *s, const char *look, int64_t width,
	      int64_t height)
{
	buf_printf(s->out, "<svg class=\"%s\" role=\"img\" "
			   "aria-labelledby=\"p%u\"",
		   look, (unsigned)s->picture);
	svg_at(s->out, "width", width);
	svg_at(s->out, "height", height);
	buf_z(s->out, " viewBox=\"0 0 ");
	svg_number(s->out, width);
	buf_char(s->out, ' ');
	svg_number(s->out, height);
	buf_z(s->out, "\">\n");
}

/* --- words --------------------------------------------------------------- */

static const struct report_style plain = {0};

struct svg_size svg_size(const struct svg_setting *set, const prose *text)
{
	struct svg_size size = {0};
	struct flow f = {0};
	struct flow_line line;
	size_t at = 0;

	flow_add(&f, text, &plain);
	while (size.lines < set->lines &&
	       flow_next(&f, &at, set->cells, &line)) {
		size_t cells = flow_line_width(&f, line);

		size.lines++;
		size.cells = cells > size.cells ? cells : size.cells;
	}
	flow_release(&f);
	return size;
}

static bool has_data(const prose *text)
{
	for_each(run, text)
		if (!run->ours)
			return true;
	return false;
}

static void add_line(const struct svg *s, const struct svg_setting *set,
		     struct svg_point at, bool foreign, struct str text)
{
	buf_printf(s->out, "<text class=\"%s\"", set->look);
	if (set->right)
		buf_z(s->out, " x=\"100%\"");
	else
		svg_at(s->out, "x", at.x);
	svg_at(s->out, "y", at.y);
	if (foreign) {
		buf_z(s->out, " lang=\"");
		html_text(s->out, s->language);
		buf_char(s->out, '"');
	}
	buf_char(s->out, '>');
	html_text(s->out, text);
}

void svg_words(const struct svg *s, const struct svg_setting *set,
	       struct svg_point at, const prose *text)
{
	bool foreign = s->language.len && has_data(text);
	struct flow f = {0};
	struct flow_line line;
	size_t next = 0;

	flow_add(&f, text, &plain);
	for (size_t i = 0; i < set->lines &&
			   flow_next(&f, &next, set->cells, &line); i++) {
		add_line(s, set, at, foreign,
			 (struct str){f.text.ptr + line.at,
				      line.end - line.at});
		if (i + 1 == set->lines && next < f.text.len)
			buf_z(s->out, "…");
		buf_z(s->out, "</text>\n");
		at.y += set->leading;
	}
	flow_release(&f);
}
