#include "report/screen.h"

#include "text/width.h"

static void add_line(struct screen_lines *s, struct buf *text, size_t cells)
{
	struct screen_line *l = vec_add(s->arena, &s->list);

	l->text = arena_str(s->arena, buf_str(text));
	l->cells = cells;
	buf_clear(text);
}

void screen_add(struct screen_lines *s, const char *lead, const prose *p,
		size_t width)
{
	size_t indent = strlen(lead);
	size_t room = width > indent + 1 ? width - indent : 1;
	struct buf text = {0};
	struct flow f = {0};
	struct flow_line line;
	bool first = true;

	flow_add(&f, p, s->style);
	for (size_t at = 0; flow_next(&f, &at, room, &line); first = false) {
		if (first)
			buf_z(&text, lead);
		else
			buf_fill(&text, ' ', indent);
		flow_print(&f, line, s->style, &text);
		add_line(s, &text, indent + flow_line_width(&f, line));
	}
	if (first) {
		buf_z(&text, lead);
		add_line(s, &text, indent);
	}
	flow_release(&f);
	buf_release(&text);
}

void screen_gap(struct screen_lines *s)
{
	vec_add(s->arena, &s->list);
}

void screen_columns(struct screen_lines *s, const struct screen_lines *columns,
		    uint32_t n, size_t width)
{
	struct buf text = {0};
	uint32_t rows = 0;

	for (uint32_t i = 0; i < n; i++)
		if (columns[i].list.n > rows)
			rows = columns[i].list.n;
	for (uint32_t row = 0; row < rows; row++) {
		size_t at = 0;

		for (uint32_t i = 0; i < n; i++) {
			const struct screen_line *l;

			if (row >= columns[i].list.n)
				continue;
			l = &columns[i].list.at[row];
			buf_fill(&text, ' ', i * (width + 2) - at);
			buf_add(&text, l->text);
			at = i * (width + 2) + l->cells;
		}
		add_line(s, &text, at);
	}
	buf_release(&text);
}

void screen_put(const struct screen_lines *s, struct buf *out)
{
	buf_z(out, "\x1b[?25l\x1b[H");
	for_each(l, &s->list) {
		if (l > s->list.at)
			buf_z(out, "\r\n");
		buf_add(out, l->text);
		buf_z(out, "\x1b[K");
	}
	buf_z(out, "\x1b[J");
}
