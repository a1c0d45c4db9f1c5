/* One file that needs nothing else: no network, no script. */
#include "report/html_walk.h"

#include "report/html_style.h"
#include "text/safe.h"

enum { HEADING_MOST = 6 };

static void walk(struct html *h, const struct block *b, int depth);

void html_say(struct html *h, const prose *p)
{
	const struct html_prose to = {.out = h->out, .language = h->language};

	html_prose(&to, p);
}

void html_heading(struct html *h, const prose *p)
{
	const struct html_prose to = {h->out, h->language, true};

	html_prose(&to, p);
}

/* --- sections ------------------------------------------------------------ */

static bool is_line(const struct block *b)
{
	return b->kind == BLOCK_STEP && !b->first;
}

static void add_line(struct html *h, const struct block *step)
{
	buf_printf(h->out, "<li value=\"%u\" class=\"item\">",
		   (unsigned)step->number);
	html_say(h, &step->title);
	if (step->aside.n) {
		buf_z(h->out, " <span class=\"aside\">");
		html_say(h, &step->aside);
		buf_z(h->out, "</span>");
	}
	buf_z(h->out, "</li>\n");
}

/* Steps of one line that follow each other are a list. */
static void walk_from(struct html *h, const struct block *child, int depth)
{
	for (; child; child = child->next) {
		if (!is_line(child)) {
			walk(h, child, depth);
			continue;
		}
		buf_z(h->out, "<ol class=\"steps\">\n");
		add_line(h, child);
		while (child->next && is_line(child->next)) {
			child = child->next;
			add_line(h, child);
		}
		buf_z(h->out, "</ol>\n");
	}
}

static void walk_children(struct html *h, const struct block *b, int depth)
{
	walk_from(h, b->first, depth);
}

static void add_heading(struct html *h, const struct block *b, int depth)
{
	int rank = depth < HEADING_MOST ? depth + 1 : HEADING_MOST;

	buf_printf(h->out, "<h%d id=\"s%u\">", rank,
		   (unsigned)++h->n_headings);
	if (b->kind == BLOCK_STEP)
		buf_printf(h->out, "%u. ", (unsigned)b->number);
	html_heading(h, &b->title);
	buf_printf(h->out, "</h%d>\n", rank);
}

static void add_head(struct html *h, const struct block *b, int depth)
{
	if (!b->title.n)
		return;
	if (!b->aside.n) {
		add_heading(h, b, depth);
		return;
	}
	buf_z(h->out, "<div class=\"head\">\n");
	add_heading(h, b, depth);
	buf_z(h->out, "<p class=\"aside\">");
	html_say(h, &b->aside);
	buf_z(h->out, "</p>\n</div>\n");
}

/* What a terminal ends with stands where a reader of a document looks: below
 * the words that introduce it. */
static void add_summary(struct html *h, const struct block *section, int depth)
{
	for (const struct block *b = section->first; b; b = b->next) {
		if (b->kind != BLOCK_SUMMARY)
			continue;
		buf_z(h->out, "<div class=\"summary\">\n");
		walk_children(h, b, depth);
		buf_z(h->out, "</div>\n");
	}
}

/* The page itself is the document's. */
static void walk_section(struct html *h, const struct block *b, int depth)
{
	const struct block *child = b->first;
	int inner = b->title.n ? depth + 1 : depth;

	if (depth)
		buf_z(h->out, "<section>\n");
	add_head(h, b, depth);
	for (; child && child->kind == BLOCK_PARAGRAPH; child = child->next)
		walk(h, child, inner);
	add_summary(h, b, inner);
	walk_from(h, child, inner);
	if (depth)
		buf_z(h->out, "</section>\n");
}

/* --- lists and pairs ----------------------------------------------------- */

/* What a sign tells the eye is told the ear. */
static void open_item(struct html *h, enum marker marker)
{
	switch (marker) {
	case MARKER_BULLET:
		buf_z(h->out, "<li class=\"item\">");
		return;
	case MARKER_DONE:
		buf_z(h->out, "<li class=\"item done\">"
			      "<span class=\"hide\">Done: </span>");
		return;
	case MARKER_OPEN:
		buf_z(h->out, "<li class=\"item open\">"
			      "<span class=\"hide\">Open: </span>");
		return;
	case MARKER_MILESTONE:
		buf_z(h->out, "<li class=\"item milestone\">");
		return;
	}
}

static void add_value(struct html *h, const struct block *b, int depth)
{
	html_say(h, &b->body);
	if (b->aside.n) {
		buf_z(h->out, " <span class=\"aside\">");
		html_say(h, &b->aside);
		buf_z(h->out, "</span>");
	}
	if (b->first)
		buf_char(h->out, '\n');
	walk_children(h, b, depth);
}

static void walk_item(struct html *h, const struct block *b, int depth)
{
	open_item(h, b->marker);
	add_value(h, b, depth);
	buf_z(h->out, "</li>\n");
}

static void walk_list(struct html *h, const struct block *b, int depth)
{
	if (!b->first)
		return;
	buf_z(h->out, "<ul>\n");
	walk_children(h, b, depth);
	buf_z(h->out, "</ul>\n");
}

static void walk_pair(struct html *h, const struct block *b, int depth)
{
	buf_z(h->out, "<div><dt>");
	html_say(h, &b->title);
	buf_z(h->out, "</dt><dd class=\"item\">");
	add_value(h, b, depth);
	buf_z(h->out, "</dd></div>\n");
}

static void walk_pairs(struct html *h, const struct block *b, int depth)
{
	if (!b->first)
		return;
	buf_z(h->out, "<dl>\n");
	walk_children(h, b, depth);
	buf_z(h->out, "</dl>\n");
}

/* --- the others ---------------------------------------------------------- */

static void walk_step(struct html *h, const struct block *b, int depth)
{
	buf_z(h->out, "<section class=\"step\">\n");
	add_head(h, b, depth);
	walk_children(h, b, depth + 1);
	buf_z(h->out, "</section>\n");
}

static void walk_paragraph(struct html *h, const struct block *b)
{
	if (!b->body.n)
		return;
	buf_z(h->out, "<p>");
	html_say(h, &b->body);
	buf_z(h->out, "</p>\n");
}

static void walk_code(struct html *h, const struct code_text *code)
{
	uint32_t number = code->first_line;

	buf_z(h->out, "<pre tabindex=\"0\"><code>");
	for (size_t at = 0; at < code->text.len; number++) {
		struct str rest = str_from(code->text, at);
		size_t len = str_index(rest, '\n');
		bool marked = number >= code->marked_from &&
			      number < code->marked_to;

		buf_printf(h->out,
			   "<span class=\"no\" aria-hidden=\"true\">%u</span>",
			   (unsigned)number);
		buf_z(h->out, marked ? "<mark>" : "");
		html_text(h->out, str_head(rest, len));
		buf_z(h->out, marked ? "</mark>\n" : "\n");
		at += len + 1;
	}
	buf_z(h->out, "</code></pre>\n");
}

static void walk(struct html *h, const struct block *b, int depth)
{
	switch (b->kind) {
	case BLOCK_SECTION:
		walk_section(h, b, depth);
		break;
	case BLOCK_STEP:
		walk_step(h, b, depth);
		break;
	case BLOCK_PARAGRAPH:
		walk_paragraph(h, b);
		break;
	case BLOCK_LIST:
		walk_list(h, b, depth);
		break;
	case BLOCK_ITEM:
		walk_item(h, b, depth);
		break;
	case BLOCK_PAIRS:
		walk_pairs(h, b, depth);
		break;
	case BLOCK_PAIR:
		walk_pair(h, b, depth);
		break;
	case BLOCK_BARS:
		html_bars(h, b);
		break;
	case BLOCK_BAR:
		break;
	case BLOCK_TABLE:
		html_table(h, &b->table);
		break;
	case BLOCK_CODE:
		walk_code(h, &b->code);
		break;
	case BLOCK_RULE:
		buf_z(h->out, "<hr>\n");
		break;
	case BLOCK_SUMMARY:
		break;
	case BLOCK_HEAT:
		html_heat(h, &b->table);
		break;
	case BLOCK_SPARKS:
		html_sparks(h, b);
		break;
	case BLOCK_SPARK:
		break;
	case BLOCK_RADAR:
	case BLOCK_TIMELINE:
	case BLOCK_MAP:
		html_picture(h, b);
		break;
	}
}

/* --- the document -------------------------------------------------------- */

static void add_title(struct html *h, const struct page *p)
{
	buf_z(h->out, "<title>");
	for_each(run, &p->root.title)
		html_text(h->out, run->text);
	buf_z(h->out, p->root.title.n ? "</title>\n" : "ladder</title>\n");
}

static void add_style(struct html *h)
{
	buf_z(h->out, "<style>\n");
	for (const char *const *line = html_style; *line; line++) {
		buf_z(h->out, *line);
		buf_char(h->out, '\n');
	}
	buf_z(h->out, "</style>\n");
}

void page_html(const struct page *p, struct buf *out)
{
	struct html h = {.out = out};
	size_t from = out->len;

	if (html_is_language(p->language) && !str_is(p->language, "en"))
		h.language = p->language;
	buf_z(out, "<!DOCTYPE html>\n<html lang=\"en\">\n<head>\n"
		   "<meta charset=\"utf-8\">\n"
		   "<meta http-equiv=\"Content-Security-Policy\" "
		   "content=\"default-src 'none'; "
		   "style-src 'unsafe-inline'\">\n"
		   "<meta name=\"viewport\" "
		   "content=\"width=device-width, initial-scale=1\">\n"
		   "<meta name=\"referrer\" content=\"no-referrer\">\n");
	add_title(&h, p);
	add_style(&h);
	buf_z(out, "</head>\n<body>\n<main>\n");
	if (p->root.title.n || p->root.first)
		walk(&h, &p->root, 0);
	else
		buf_z(out, "<p>Nothing to show.</p>\n");
	buf_z(out, "</main>\n</body>\n</html>\n");
	safe_commands(out, from);
}
