/* Bars and tables of HTML. */
#include "report/html_walk.h"
#include "report/svg.h"

/* The figures say it in words: the bar is for the eye alone. */
static void add_bar(struct html *h, const struct block *b)
{
	int64_t have = b->have < 0 ? 0 : b->have < b->need ? b->have : b->need;

	buf_z(h->out, "<tr><th scope=\"row\">");
	html_say(h, &b->title);
	buf_z(h->out, "</th><td>");
	if (b->need > 0)
		buf_printf(h->out,
			   "<progress%s value=\"%lld\" max=\"%lld\" "
			   "aria-hidden=\"true\"></progress>",
			   have == b->need ? " class=\"full\"" : "",
			   (long long)have, (long long)b->need);
	buf_z(h->out, "</td><td>");
	html_say(h, &b->aside);
	buf_z(h->out, "</td></tr>\n");
}

void html_bars(struct html *h, const struct block *b)
{
	if (!b->first)
		return;
	buf_z(h->out, "<table class=\"bars\">\n<tbody>\n");
	for (const struct block *bar = b->first; bar; bar = bar->next)
		add_bar(h, bar);
	buf_z(h->out, "</tbody>\n</table>\n");
}

static const char *align_class(enum align align)
{
	switch (align) {
	case ALIGN_LEFT:
		return "";
	case ALIGN_CENTRE:
		return " class=\"c\"";
	case ALIGN_RIGHT:
		return " class=\"r\"";
	}
	return "";
}

static bool has_titles(const struct table *t)
{
	for_each(column, &t->columns)
		if (column->title.n)
			return true;
	return false;
}

/* A heading that says nothing is none. */
static void add_titles(struct html *h, const struct table *t)
{
	const struct html_prose to = {h->out, h->language, true};

	if (!has_titles(t))
		return;
	buf_z(h->out, "<thead>\n<tr>");
	for_each(column, &t->columns) {
		if (!column->title.n) {
			buf_z(h->out, "<td></td>");
			continue;
		}
		buf_printf(h->out, "<th scope=\"col\"%s>",
			   align_class(column->align));
		html_prose(&to, &column->title);
		buf_z(h->out, "</th>");
	}
	buf_z(h->out, "</tr>\n</thead>\n");
}

static void add_group(struct html *h, const struct table *t,
		      const struct row *row)
{
	const struct html_prose to = {h->out, h->language, true};

	buf_printf(h->out, "<tr><th scope=\"rowgroup\" colspan=\"%u\">",
		   (unsigned)t->columns.n);
	html_prose(&to, &row->cells[0]);
	buf_z(h->out, "</th></tr>\n");
}

/* The sign is for the eye, the word for the ear. */
static void add_toned(struct html *h, const struct table *t,
		      const struct row *row, uint32_t c)
{
	enum tone tone = row->tones[c];
	bool figure = row->cells[c].n > 0;

	buf_printf(h->out, "<td class=\"tone%d\">", (int)tone);
	html_say(h, &row->cells[c]);
	buf_printf(h->out, "%s<span aria-hidden=\"true\">", figure ? " " : "");
	html_text(h->out, tone_sign(tone)->at->text);
	buf_z(h->out, "</span>");
	if (t->tones && t->tones[tone])
		buf_printf(h->out, "<span class=\"hide\">%s%s</span>",
			   figure ? ", " : "", t->tones[tone]);
	buf_z(h->out, "</td>");
}

static void add_row(struct html *h, const struct table *t,
		    const struct row *row)
{
	buf_z(h->out, "<tr>");
	for (uint32_t c = 0; c < t->columns.n; c++) {
		bool key = c < t->keys && row->cells[c].n;

		if (row->tones && row->tones[c]) {
			add_toned(h, t, row, c);
			continue;
		}
		buf_printf(h->out, "<%s%s>", key ? "th scope=\"row\"" : "td",
			   align_class(t->columns.at[c].align));
		html_say(h, &row->cells[c]);
		buf_z(h->out, key ? "</th>" : "</td>");
	}
	buf_z(h->out, "</tr>\n");
}

static void add_rows(struct html *h, const struct table *t)
{
	bool open = false;

	for_each(row, &t->rows) {
		if (row->group || !open) {
			buf_z(h->out, open ? "</tbody>\n" : "");
			buf_z(h->out, row->group ? "<tbody class=\"group\">\n"
						 : "<tbody>\n");
			open = true;
		}
		if (row->group)
			add_group(h, t, row);
		else
			add_row(h, t, row);
	}
	if (open)
		buf_z(h->out, "</tbody>\n");
}

void html_open_scroll(struct html *h, const char *more)
{
	buf_printf(h->out, "<div class=\"scroll%s\" role=\"group\" "
			   "tabindex=\"0\"", more);
	if (h->picture)
		buf_printf(h->out, " aria-labelledby=\"p%u\">\n",
			   (unsigned)h->picture);
	else if (h->n_headings)
		buf_printf(h->out, " aria-labelledby=\"s%u\">\n",
			   (unsigned)h->n_headings);
	else
		buf_z(h->out, " aria-label=\"Table\">\n");
}

void html_plain_table(struct html *h, const struct table *t)
{
	buf_z(h->out, t->tones ? "<table class=\"heat\">\n" : "<table>\n");
	add_titles(h, t);
	add_rows(h, t);
	buf_z(h->out, "</table>\n");
}

void html_table(struct html *h, const struct table *t)
{
	html_open_scroll(h, "");
	html_plain_table(h, t);
	buf_z(h->out, "</div>\n");
}

/* --- heat ---------------------------------------------------------------- */

static void add_legend(struct html *h, const struct table *t)
{
	bool used[N_TONES];

	table_tones(t, used);
	buf_z(h->out, "<p class=\"legend\">");
	for (int tone = TONE_FAR; tone < N_TONES; tone++) {
		if (!used[tone] || !t->tones[tone])
			continue;
		buf_printf(h->out, "<span><span class=\"tone%d\" "
				   "aria-hidden=\"true\">", tone);
		html_text(h->out, tone_sign((enum tone)tone)->at->text);
		buf_printf(h->out, "</span> %s</span>\n", t->tones[tone]);
	}
	buf_z(h->out, "</p>\n");
}

/* Large ones are moved in a window of their own, their heads staying. */
void html_heat(struct html *h, const struct table *t)
{
	html_open_scroll(h, " high");
	html_plain_table(h, t);
	buf_z(h->out, "</div>\n");
	add_legend(h, t);
}

/* --- sparks -------------------------------------------------------------- */

/* As with bars the words say it. */
void html_sparks(struct html *h, const struct block *b)
{
	if (!b->first)
		return;
	buf_z(h->out, "<table class=\"bars sparks\">\n<tbody>\n");
	for (const struct block *it = b->first; it; it = it->next) {
		buf_z(h->out, "<tr><th scope=\"row\">");
		html_say(h, &it->title);
		buf_z(h->out, "</th><td>");
		svg_spark(h->out, it->spark);
		buf_z(h->out, "</td><td>");
		html_say(h, &it->aside);
		buf_z(h->out, "</td></tr>\n");
	}
	buf_z(h->out, "</tbody>\n</table>\n");
}
