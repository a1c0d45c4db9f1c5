#include "report/csv.h"

#include "text/safe.h"

static void next_field(struct csv *c)
{
	if (c->begun)
		buf_char(c->out, ',');
	c->begun = true;
}

/* By what spreadsheets know a formula, or skip before they look for one. */
static bool looks_like_formula(struct str text)
{
	return text.len && memchr("=+-@\t\r\n", text.ptr[0], 7);
}

static bool needs_quotes(struct str text)
{
	for (size_t i = 0; i < text.len; i++)
		if (memchr("\",\r\n", text.ptr[i], 4))
			return true;
	return text.len &&
	       (text.ptr[0] == ' ' || text.ptr[text.len - 1] == ' ');
}

static void add_quoted(struct buf *out, struct str text)
{
	buf_char(out, '"');
	for (size_t i = 0; i < text.len; i++) {
		if (text.ptr[i] == '"')
			buf_char(out, '"');
		buf_char(out, text.ptr[i]);
	}
	buf_char(out, '"');
}

void csv_text(struct csv *c, struct str text)
{
	struct buf safe = {0};
	struct str shown;

	if (looks_like_formula(text))
		buf_char(&safe, '\'');
	safe_text(&safe, text);
	shown = buf_str(&safe);
	next_field(c);
	if (needs_quotes(shown))
		add_quoted(c->out, shown);
	else
		buf_add(c->out, shown);
	buf_release(&safe);
}

void csv_number(struct csv *c, int64_t number)
{
	next_field(c);
	buf_printf(c->out, "%lld", (long long)number);
}

void csv_end(struct csv *c)
{
	buf_z(c->out, "\r\n");
	safe_commands(c->out, c->line);
	c->line = c->out->len;
	c->begun = false;
}
