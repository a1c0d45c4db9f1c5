#include "report/page.h"

#include "text/safe.h"
#include "text/utf8.h"

enum { BAR_CELLS = 20, HEADING_MOST = 6 };

struct markdown {
	struct buf *out;
	size_t indent; /* of list items: what their children stand at */
};

/* --- escaping: the one place --------------------------------------------------- */

/* What means something in the middle of a line, to CommonMark, its tables or
 * HTML. */
static bool is_markup(char c)
{
	return memchr("\\`*_[]<>&|~$", c, 12) != NULL;
}

/* What means something only where a line begins. */
static bool is_line_markup(struct str s, size_t at)
{
	size_t digits = 0;

	if (at == 0 && memchr("#+-=:", s.ptr[0], 5))
		return true;
	if (s.ptr[at] != '.' && s.ptr[at] != ')')
		return false;
	while (digits < at && s.ptr[digits] >= '0' && s.ptr[digits] <= '9')
		digits++;
	return at && digits == at;
}

static void escape_line(struct buf *out, struct str s, bool first)
{
	for (size_t i = 0; i < s.len; i++) {
		if (is_markup(s.ptr[i]) || (first && is_line_markup(s, i)))
			buf_char(out, '\\');
		buf_char(out, s.ptr[i]);
	}
}

/* A code span: a fence longer than any in it. Pipes are escaped as tables
 * want it, elsewhere code keeps them. */
static void add_code(struct buf *out, struct str s, bool in_table)
{
	size_t run = 0, longest = 0;

	for (size_t i = 0; i < s.len; i++) {
		run = s.ptr[i] == '`' ? run + 1 : 0;
		longest = run > longest ? run : longest;
	}
	buf_fill(out, '`', longest + 1);
	if (longest)
		buf_char(out, ' ');
	for (size_t i = 0; i < s.len; i++) {
		if (s.ptr[i] == '|' && in_table)
			buf_char(out, '\\');
		buf_char(out, s.ptr[i]);
	}
	if (longest)
		buf_char(out, ' ');
	buf_fill(out, '`', longest + 1);
}

static void add_url(struct buf *out, struct str url)
{
	for (size_t i = 0; i < url.len; i++) {
		unsigned char c = (unsigned char)url.ptr[i];

		if (c <= ' ' || c == 0x7f || strchr("<>()|\\`\"", c))
			buf_printf(out, "%%%02X", c);
		else
			buf_char(out, url.ptr[i]);
	}
}

/* --- text ------------------------------------------------------------------------ */

static const char *fence_of(enum mark mark)
{
	switch (mark) {
	case MARK_STRONG:
		return "**";
	case MARK_EMPHASIS:
		return "*";
	case MARK_PLAIN:
	case MARK_DIM:
	case MARK_CODE:
	case MARK_LINK:
	case MARK_GOOD:
	case MARK_WARN:
	case MARK_BAD:
		break;
	}
	return "";
}

static void new_line(struct markdown *m, bool in_table)
{
	if (in_table) {
		buf_z(m->out, "<br>");
		return;
	}
	buf_z(m->out, "\\\n");
	buf_fill(m->out, ' ', m->indent);
}

/* Marks stand at the words, not at the spaces beside them, where they would
 * mean nothing. */
static void add_marked(struct markdown *m, enum mark mark, struct str line,
		       bool first, bool in_table)
{
	const char *fence = fence_of(mark);
	struct str core = str_trim(line);
	size_t before = core.len ? (size_t)(core.ptr - line.ptr) : line.len;

	buf_fill(m->out, ' ', before);
	if (!core.len)
		return;
	if (mark == MARK_CODE) {
		add_code(m->out, core, in_table);
	} else {
		buf_z(m->out, fence);
		escape_line(m->out, core, first);
		buf_z(m->out, fence);
	}
	buf_fill(m->out, ' ', line.len - before - core.len);
}

static void add_text(struct markdown *m, enum mark mark, struct str text,
		     bool first, bool in_table)
{
	struct buf safe = {0};

	safe_text(&safe, text);
	for (size_t at = 0; at < safe.len;) {
		struct str rest = str_from(buf_str(&safe), at);
		size_t len = str_index(rest, '\n');

		add_marked(m, mark, str_head(rest, len), first, in_table);
		at += len;
		while (at < safe.len && safe.ptr[at] == '\n') {
			at++;
			if (at == safe.len || safe.ptr[at] != '\n')
				new_line(m, in_table);
			first = true;
		}
	}
	buf_release(&safe);
}

static void add_prose(struct markdown *m, const prose *p, bool in_table)
{
	bool first = true;

	for_each(run, p) {
		if (run->mark == MARK_LINK && run->url.len) {
			buf_char(m->out, '[');
			add_text(m, MARK_PLAIN, run->text, false, in_table);
			buf_z(m->out, "](");
			add_url(m->out, run->url);
			buf_char(m->out, ')');
		} else {
			add_text(m, run->mark, run->text, first, in_table);
		}
		first = false;
	}
}

/* --- blocks ----------------------------------------------------------------------- */

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
	add_prose(m, p, false);
	buf_char(m->out, '\n');
}

static void add_heading(struct markdown *m, const struct block *b, int depth)
{
	int level = depth < HEADING_MOST ? depth + 1 : HEADING_MOST;

	blank(m);
	buf_fill(m->out, '#', (size_t)level);
	buf_char(m->out, ' ');
	if (b->kind == BLOCK_STEP)
		buf_printf(m->out, "%u. ", (unsigned)b->number);
	for_each(run, &b->title)
		add_text(m, run->mark == MARK_CODE ? MARK_CODE : MARK_PLAIN,
			 run->text, false, false);
	buf_char(m->out, '\n');
	add_paragraph(m, &b->aside);
}

static void walk_section(struct markdown *m, const struct block *b, int depth)
{
	if (b->tight)
		add_paragraph(m, &b->title);
	else
		add_heading(m, b, depth);
	walk_children(m, b, depth + 1);
}

static void add_aside(struct markdown *m, const struct block *b)
{
	if (!b->aside.n)
		return;
	buf_z(m->out, " (");
	add_prose(m, &b->aside, false);
	buf_char(m->out, ')');
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
	add_prose(m, &b->title, false);
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
	add_prose(m, &b->body, false);
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
	for_each(run, &b->title)
		add_text(m, MARK_PLAIN, run->text, false, false);
	buf_z(m->out, b->body.n ? "**: " : "**:");
	add_prose(m, &b->body, false);
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
		add_prose(m, &bar->title, true);
		buf_z(m->out, " | ");
		if (bar->need > 0)
			add_bar(m->out, bar);
		buf_z(m->out, " | ");
		add_prose(m, &bar->aside, true);
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

static void walk_table(struct markdown *m, const struct table *t)
{
	blank(m);
	buf_char(m->out, '|');
	for_each(column, &t->columns) {
		buf_char(m->out, ' ');
		for_each(run, &column->title)
			add_text(m, MARK_PLAIN, run->text, false, true);
		buf_z(m->out, " |");
	}
	buf_z(m->out, "\n|");
	for_each(column, &t->columns)
		buf_z(m->out, align_sign(column->align));
	buf_char(m->out, '\n');
	for (uint32_t r = 0; r < t->rows.n; r++) {
		buf_char(m->out, '|');
		for (uint32_t c = 0; c < t->columns.n; c++) {
			buf_char(m->out, ' ');
			add_prose(m, &t->rows.at[r].cells[c], true);
			buf_z(m->out, " |");
		}
		buf_char(m->out, '\n');
	}
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
	}
}

void page_markdown(const struct page *p, struct buf *out)
{
	struct markdown m = {.out = out};
	size_t from = out->len;

	walk(&m, &p->root, 0);
	safe_commands(out, from);
}
