#include "report/html.h"

#include "text/safe.h"

static const char *entity(char c)
{
	switch (c) {
	case '&':
		return "&amp;";
	case '<':
		return "&lt;";
	case '>':
		return "&gt;";
	case '"':
		return "&quot;";
	case '\'':
		return "&#39;";
	default:
		return NULL;
	}
}

void html_text(struct buf *out, struct str text)
{
	struct buf safe = {0};

	safe_text(&safe, text);
	for (size_t i = 0; i < safe.len; i++) {
		const char *escaped = entity(safe.ptr[i]);

		if (escaped)
			buf_z(out, escaped);
		else
			buf_char(out, safe.ptr[i]);
	}
	buf_release(&safe);
}

bool html_is_language(struct str text)
{
	enum { LANGUAGE_MOST = 35 }; /* what every reader has to take */

	if (!text.len || text.len > LANGUAGE_MOST)
		return false;
	for (size_t i = 0; i < text.len; i++) {
		char c = ascii_lower(text.ptr[i]);

		if (!((c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') ||
		      (c == '-' && i && i + 1 < text.len)))
			return false;
	}
	return true;
}

/* --- marks --------------------------------------------------------------- */

static const struct {
	const char *open, *close;
} elements[] = {
	[MARK_PLAIN] = {"", ""},
	[MARK_STRONG] = {"<strong>", "</strong>"},
	[MARK_EMPHASIS] = {"<em>", "</em>"},
	[MARK_DIM] = {"<span class=\"dim\">", "</span>"},
	[MARK_CODE] = {"<code>", "</code>"},
	[MARK_LINK] = {"", ""},
	[MARK_GOOD] = {"<span class=\"good\">", "</span>"},
	[MARK_WARN] = {"<span class=\"warn\">", "</span>"},
	[MARK_BAD] = {"<strong class=\"bad\">", "</strong>"},
	[MARK_ADDED] = {"<ins>", "</ins>"},
	[MARK_REMOVED] = {"<del>", "</del>"},
};

static void add_lines(struct buf *out, struct str text)
{
	while (text.len) {
		size_t len = str_index(text, '\n');

		html_text(out, str_head(text, len));
		text = str_from(text, len);
		if (text.len)
			buf_z(out, "<br>\n");
		while (text.len && *text.ptr == '\n')
			text = str_from(text, 1);
	}
}

/* What is typed stands between backticks in words of ours. */
static void add_ours(const struct html_prose *h, struct str text, bool *code)
{
	while (text.len) {
		size_t len = str_index(text, '`');

		add_lines(h->out, str_head(text, len));
		if (len < text.len) {
			buf_z(h->out, *code ? "</code>" : "<code>");
			*code = !*code;
		}
		text = str_from(text, len + 1);
	}
}

/* Code and ids are of no language. */
static void add_run(const struct html_prose *h, const struct run *run)
{
	bool other = h->language.len && !run->ours && run->mark != MARK_CODE;

	if (other) {
		buf_z(h->out, "<span lang=\"");
		html_text(h->out, h->language);
		buf_z(h->out, "\">");
	}
	add_lines(h->out, run->text);
	if (other)
		buf_z(h->out, "</span>");
}

static void add_link(const struct html_prose *h, const struct run *run)
{
	buf_z(h->out, "<a href=\"");
	html_text(h->out, run->url);
	buf_z(h->out, "\" rel=\"noopener noreferrer\">");
	add_run(h, run);
	buf_z(h->out, "</a>");
}

static bool is_link(const struct run *run)
{
	return run->mark == MARK_LINK && prose_is_web(run->url);
}

static bool goes_on(const struct run *run, const struct run *next)
{
	return next->mark == run->mark && !is_link(next);
}

/* The signs of what was put in or taken out stand at the words, not at the
 * spaces beside them. */
static void add_changed(const struct html_prose *h, const struct run *run)
{
	struct run core = *run;
	size_t before;

	core.text = str_trim(run->text);
	before = core.text.len ? (size_t)(core.text.ptr - run->text.ptr)
			       : run->text.len;
	add_lines(h->out, str_head(run->text, before));
	if (!core.text.len)
		return;
	buf_z(h->out, elements[run->mark].open);
	add_run(h, &core);
	buf_z(h->out, elements[run->mark].close);
	add_lines(h->out, str_from(run->text, before + core.text.len));
}

/* Runs of one mark from `i` on; gives the last. */
static uint32_t add_group(const struct html_prose *h, const prose *p,
			  uint32_t i)
{
	const struct run *first = &p->at[i];
	bool code = false;

	for (;; i++) {
		const struct run *run = &p->at[i];

		if (run->ours && run->mark != MARK_CODE)
			add_ours(h, run->text, &code);
		else
			add_run(h, run);
		if (i + 1 == p->n || !goes_on(first, &p->at[i + 1]))
			break;
	}
	buf_z(h->out, code ? "</code>" : "");
	return i;
}

/* Runs of one mark are one element. */
void html_prose(const struct html_prose *h, const prose *p)
{
	for (uint32_t i = 0; i < p->n; i++) {
		const struct run *run = &p->at[i];
		enum mark mark = run->mark;

		if (is_link(run)) {
			add_link(h, run);
			continue;
		}
		if (mark == MARK_ADDED || mark == MARK_REMOVED) {
			add_changed(h, run);
			continue;
		}
		if (h->heading && mark == MARK_STRONG)
			mark = MARK_PLAIN;
		buf_z(h->out, elements[mark].open);
		i = add_group(h, p, i);
		buf_z(h->out, elements[mark].close);
	}
}
