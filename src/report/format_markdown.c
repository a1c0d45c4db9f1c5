#include "report/markdown.h"
#include "report/picture.h"
#include "text/safe.h"

enum { BAR_CELLS = 20, HEADING_MOST = 6 };

static void walk(struct markdown *m, const struct block *b, int depth);

static void blank(struct markdown *m)
{
	if (m->out->len > 1 &&
	    memcmp(m->out->ptr + m->out->len - 2, "\n\n", 2) != 0)
		buf_char(m->out, '\n');
}

static void begin(struct markdown *m)
{
	buf_fill(m->out, ' ', m->indent);
}

static bool is_line(const struct block *b)
{
	return b && b->kind == BLOCK_STEP && !b->first;
}

static void walk_children(struct markdown *m, const struct block *b, int depth)
{
	const struct block *before = NULL;

	for (const struct block *child = b->first; child; child = child->next) {
		/* steps of one line are a list, which must stand apart */
		if (is_line(child) && !is_line(before))
			blank(m);
		walk(m, child, depth);
		before = child;
	}
}

static void add_paragraph(struct markdown *m, const prose *p)
{
	if (!p->n)
		return;
	blank(m);
	begin(m);
	markdown_prose(m, p, false);
	buf_char(m->out, '\n');
}

static void add_heading(struct markdown *m, const struct block *b, int depth)
{
	int level = depth < HEADING_MOST ? depth + 1 : HEADING_MOST;

	if (!b->title.n)
		return;
	blank(m);
	buf_fill(m->out, '#', (size_t)level);
	buf_char(m->out, ' ');
	if (b->kind == BLOCK_STEP)
		buf_printf(m->out, "%u. ", (unsigned)b->number);
	markdown_plain(m, &b->title);
	buf_char(m->out, '\n');
	add_paragraph(m, &b->aside);
}

static void add_aside(struct markdown *m, const struct block *b)
{
	if (!b->aside.n)
		return;
	buf_z(m->out, " (");
	markdown_prose(m, &b->aside, false);
	buf_char(m->out, ')');
}

/* A small section begins with a line of its own, no heading. */
static void add_tight_title(struct markdown *m, const struct block *b)
{
	if (!b->title.n)
		return;
	blank(m);
	begin(m);
	markdown_prose(m, &b->title, false);
	add_aside(m, b);
	buf_char(m->out, '\n');
}

static void walk_section(struct markdown *m, const struct block *b, int depth)
{
	if (b->tight)
		add_tight_title(m, b);
	else
		add_heading(m, b, depth);
	walk_children(m, b, depth + 1);
}

/* A step in full is a heading, one line of a step an item of a list. */
static void walk_step(struct markdown *m, const struct block *b, int depth)
{
	if (b->first) {
		add_heading(m, b, depth);
		walk_children(m, b, depth + 1);
		return;
	}
	begin(m);
	buf_printf(m->out, "%u. ", (unsigned)b->number);
	markdown_prose(m, &b->title, false);
	add_aside(m, b);
	buf_char(m->out, '\n');
}

static const char *marker_sign(enum marker marker)
{
	switch (marker) {
	case MARKER_DONE:
		return "- [x] ";
	case MARKER_OPEN:
		return "- [ ] ";
	case MARKER_BULLET:
	case MARKER_MILESTONE:
		break;
	}
	return "- ";
}

static void walk_item(struct markdown *m, const struct block *b, int depth)
{
	begin(m);
	buf_z(m->out, marker_sign(b->marker));
	m->indent += 2;
	markdown_prose(m, &b->body, false);
	add_aside(m, b);
	buf_char(m->out, '\n');
	walk_children(m, b, depth);
	m->indent -= 2;
}

static void walk_pair(struct markdown *m, const struct block *b, int depth)
{
	begin(m);
	buf_z(m->out, "- **");
	m->indent += 2;
	markdown_plain(m, &b->title);
	buf_z(m->out, b->body.n ? "**: " : "**:");
	markdown_prose(m, &b->body, false);
	add_aside(m, b);
	buf_char(m->out, '\n');
	walk_children(m, b, depth);
	m->indent -= 2;
}

/* Top-level lists stand apart; those inside an item follow it at once. */
static void walk_list(struct markdown *m, const struct block *b, int depth)
{
	if (!m->indent)
		blank(m);
	walk_children(m, b, depth);
}

static void add_bar(struct buf *out, const struct block *b)
{
	int64_t have = b->have < b->need ? b->have : b->need;
	int64_t full = b->need > 0 ? have * BAR_CELLS / b->need : BAR_CELLS;

	for (int64_t i = 0; i < BAR_CELLS; i++)
		buf_z(out, i < full ? "█" : "░");
}

static void walk_bars(struct markdown *m, const struct block *b)
{
	blank(m);
	buf_z(m->out, "| | | |\n| --- | --- | --- |\n");
	for (const struct block *bar = b->first; bar; bar = bar->next) {
		buf_z(m->out, "| ");
		markdown_prose(m, &bar->title, true);
		buf_z(m->out, " | ");
		if (bar->need > 0)
			add_bar(m->out, bar);
		buf_z(m->out, " | ");
		markdown_prose(m, &bar->aside, true);
		buf_z(m->out, " |\n");
	}
}

static const char *align_sign(enum align align)
{
	switch (align) {
	case ALIGN_LEFT:
		return " --- |";
	case ALIGN_CENTRE:
		return " :-: |";
	case ALIGN_RIGHT:
		return " --: |";
	}
	return "";
}

static void add_cell(struct markdown *m, const struct row *row, uint32_t c)
{
	enum tone tone = row->tones ? row->tones[c] : TONE_NONE;

	buf_char(m->out, ' ');
	markdown_prose(m, &row->cells[c], true);
	if (tone) {
		buf_z(m->out, row->cells[c].n ? " " : "");
		markdown_plain(m, tone_sign(tone));
	}
	buf_z(m->out, " |");
}

static void walk_table(struct markdown *m, const struct table *t)
{
	blank(m);
	buf_char(m->out, '|');
	for_each(column, &t->columns) {
		buf_char(m->out, ' ');
		markdown_plain(m, &column->title);
		buf_z(m->out, " |");
	}
	buf_z(m->out, "\n|");
	for_each(column, &t->columns)
		buf_z(m->out, align_sign(column->align));
	buf_char(m->out, '\n');
	for_each(row, &t->rows) {
		buf_char(m->out, '|');
		for (uint32_t c = 0; c < t->columns.n; c++)
			add_cell(m, row, c);
		buf_char(m->out, '\n');
	}
}

/* --- pictures ------------------------------------------------------------ */

static void walk_heat(struct markdown *m, const struct table *t)
{
	const char *between = "";
	bool used[N_TONES];

	walk_table(m, t);
	table_tones(t, used);
	blank(m);
	for (int tone = TONE_FAR; tone < N_TONES; tone++) {
		if (!used[tone] || !t->tones[tone])
			continue;
		buf_z(m->out, between);
		markdown_plain(m, tone_sign((enum tone)tone));
		buf_printf(m->out, " %s", t->tones[tone]);
		between = ", ";
	}
	buf_z(m->out, *between ? "\n" : "");
}

static void walk_sparks(struct markdown *m, const struct block *b)
{
	blank(m);
	buf_z(m->out, "| | | |\n| --- | --- | --- |\n");
	for (const struct block *it = b->first; it; it = it->next) {
		buf_z(m->out, "| ");
		markdown_prose(m, &it->title, true);
		buf_z(m->out, " | ");
		spark_line(it->spark, BAR_CELLS, false, m->out);
		buf_z(m->out, " | ");
		markdown_prose(m, &it->aside, true);
		buf_z(m->out, " |\n");
	}
}

static void walk_timeline(struct markdown *m, const struct timeline *t)
{
	for_each(row, &t->rows) {
		begin(m);
		buf_z(m->out, "- ");
		markdown_prose(m, &row->name, false);
		buf_z(m->out, row->when.n ? ": " : "");
		markdown_prose(m, &row->when, false);
		buf_char(m->out, '\n');
	}
}

static void walk_picture(struct markdown *m, const struct block *b)
{
	if (b->beside)
		return;
	add_tight_title(m, b);
	add_paragraph(m, &b->body);
	blank(m);
	if (b->kind == BLOCK_TIMELINE)
		walk_timeline(m, b->timeline);
	else
		walk_table(m, &b->table);
}

static void walk_code(struct markdown *m, const struct code_text *code)
{
	blank(m);
	for (size_t at = 0; at < code->text.len;) {
		struct str rest = str_from(code->text, at);
		size_t len = str_index(rest, '\n');

		/* indented code needs no fence that data could close */
		buf_z(m->out, "    ");
		safe_text(m->out, str_head(rest, len));
		buf_char(m->out, '\n');
		at += len + 1;
	}
}

static void walk(struct markdown *m, const struct block *b, int depth)
{
	switch (b->kind) {
	case BLOCK_SECTION:
		walk_section(m, b, depth);
		break;
	case BLOCK_STEP:
		walk_step(m, b, depth);
		break;
	case BLOCK_PARAGRAPH:
		add_paragraph(m, &b->body);
		break;
	case BLOCK_LIST:
	case BLOCK_PAIRS:
		walk_list(m, b, depth);
		break;
	case BLOCK_ITEM:
		walk_item(m, b, depth);
		break;
	case BLOCK_PAIR:
		walk_pair(m, b, depth);
		break;
	case BLOCK_BARS:
		walk_bars(m, b);
		break;
	case BLOCK_BAR:
		break;
	case BLOCK_TABLE:
		walk_table(m, &b->table);
		break;
	case BLOCK_CODE:
		walk_code(m, &b->code);
		break;
	case BLOCK_RULE:
		blank(m);
		buf_z(m->out, "---\n");
		break;
	case BLOCK_SUMMARY:
		blank(m);
		buf_z(m->out, "---\n");
		walk_children(m, b, depth);
		break;
	case BLOCK_HEAT:
		walk_heat(m, &b->table);
		break;
	case BLOCK_SPARKS:
		walk_sparks(m, b);
		break;
	case BLOCK_SPARK:
		break;
	case BLOCK_RADAR:
	case BLOCK_TIMELINE:
	case BLOCK_MAP:
		walk_picture(m, b);
		break;
	}
}

void page_markdown(const struct page *p, struct buf *out)
{
	struct markdown m = {.out = out};
	size_t from = out->len;

	walk(&m, &p->root, 0);
	safe_commands(out, from);
}
