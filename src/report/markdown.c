#include "report/markdown.h"

#include "text/safe.h"

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

static bool is_alnum(char c)
{
	return (c >= '0' && c <= '9') || (c >= 'a' && c <= 'z') ||
	       (c >= 'A' && c <= 'Z');
}

/* Whether forges would take it for a mention, which sends mail to people, or
 * for the number of an issue or a merge request, which leaves a trace there.
 * An address of mail is neither. */
static bool is_reference(struct str s, size_t at)
{
	char next = at + 1 < s.len ? s.ptr[at + 1] : ' ';

	if (s.ptr[at] == '@')
		return (is_alnum(next) || next == '_') &&
		       (!at || !is_alnum(s.ptr[at - 1]));
	return (s.ptr[at] == '#' || s.ptr[at] == '!') && next >= '0' &&
	       next <= '9';
}

/* GitLab heeds the backslash before a reference. GitHub looks for them in the
 * text of the page that it made, where neither a backslash nor an entity is
 * left, but not across a comment; readers see none of the two. */
static void escape_line(struct buf *out, struct str s, bool first)
{
	for (size_t i = 0; i < s.len; i++) {
		bool reference = is_reference(s, i);

		if (is_markup(s.ptr[i]) || reference ||
		    (first && is_line_markup(s, i)))
			buf_char(out, '\\');
		buf_char(out, s.ptr[i]);
		if (reference)
			buf_z(out, "<!-- -->");
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

static const char *fence_of(enum mark mark)
{
	switch (mark) {
	case MARK_STRONG:
		return "**";
	case MARK_EMPHASIS:
		return "*";
	case MARK_ADDED:
	case MARK_REMOVED:
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

/* Words put in or taken out stand anywhere, also inside a word or beside wide
 * signs. A fence is a fence whatever is beside it where letters are inside
 * (CommonMark 0.31, section 6.2); elsewhere HTML has to do. */
static void add_changed(struct buf *out, enum mark mark, struct str core,
			bool first)
{
	bool added = mark == MARK_ADDED;
	bool fence = is_alnum(core.ptr[0]) && is_alnum(core.ptr[core.len - 1]);

	buf_z(out, fence ? added ? "**" : "~~"
			 : added ? "<strong>" : "<del>");
	escape_line(out, core, first);
	buf_z(out, fence ? added ? "**" : "~~"
			 : added ? "</strong>" : "</del>");
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
	} else if (mark == MARK_ADDED || mark == MARK_REMOVED) {
		add_changed(m->out, mark, core, first);
	} else {
		buf_z(m->out, fence);
		escape_line(m->out, core, first);
		buf_z(m->out, fence);
	}
	buf_fill(m->out, ' ', line.len - before - core.len);
}

/* `first`: a line of output begins with it. */
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

static void add_link(struct markdown *m, const struct run *run, bool in_table)
{
	bool bare = str_eq(run->text, run->url);

	/* an exclamation mark would make an image of it, which is loaded */
	if (m->out->len && m->out->ptr[m->out->len - 1] == '!') {
		m->out->len--;
		buf_z(m->out, "\\!");
	}
	buf_char(m->out, bare ? '<' : '[');
	if (!bare) {
		add_text(m, MARK_PLAIN, run->text, false, in_table);
		buf_z(m->out, "](");
	}
	add_url(m->out, run->url);
	buf_char(m->out, bare ? '>' : ')');
}

static bool is_link(const struct run *run)
{
	return run->mark == MARK_LINK && run->url.len;
}

/* No-break spaces of ours keep lines of a screen together; here there are no
 * lines. */
static void add_run(struct buf *out, const struct run *run)
{
	for (size_t at = 0; at < run->text.len;) {
		struct str rest = str_from(run->text, at);

		if (run->ours && str_starts(rest, STR("\u00a0"))) {
			buf_char(out, ' ');
			at += 2;
		} else {
			buf_char(out, *rest.ptr);
			at++;
		}
	}
}

void markdown_plain(struct markdown *m, const prose *p)
{
	struct buf text = {0};

	for_each(run, p) {
		buf_clear(&text);
		add_run(&text, run);
		add_text(m, run->mark == MARK_CODE ? MARK_CODE : MARK_PLAIN,
			 buf_str(&text), false, true);
	}
	buf_release(&text);
}

/* Runs of one mark are one stretch: `**a****b**` would not be strong. */
void markdown_prose(struct markdown *m, const prose *p, bool in_table)
{
	struct buf stretch = {0};

	for (uint32_t i = 0; i < p->n; i++) {
		const struct run *run = &p->at[i];
		bool first = i == 0;

		if (is_link(run)) {
			add_link(m, run, in_table);
			continue;
		}
		buf_clear(&stretch);
		add_run(&stretch, run);
		for (; i + 1 < p->n && p->at[i + 1].mark == run->mark &&
		       !is_link(&p->at[i + 1]);
		     i++)
			add_run(&stretch, &p->at[i + 1]);
		add_text(m, run->mark, buf_str(&stretch), first, in_table);
	}
	buf_release(&stretch);
}
