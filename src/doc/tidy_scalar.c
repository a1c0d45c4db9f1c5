#include "doc/tidy_work.h"

/* How a block scalar begins: "|2+". */
struct header {
	char keep;	 /* '+', '-' or 0 */
	uint32_t indent; /* by how much it says it is indented; 0: not said */
	uint32_t body;	 /* where its first line begins */
};

static struct header header_of(const struct tidy *t, const struct node *n)
{
	struct header h = {.body = line_after(t->text, n->at)};

	for (uint32_t at = n->at + 1; at < n->end && at < n->at + 3; at++) {
		char c = t->text.ptr[at];

		if (c == '+' || c == '-')
			h.keep = c;
		else if (c >= '1' && c <= '9')
			h.indent = (uint32_t)(c - '0');
		else
			break;
	}
	return h;
}

bool tidy_is_block(const struct tidy *t, const struct node *n)
{
	return n->kind == NODE_SCALAR && !(n->flags & NODE_ALIAS) &&
	       n->at < n->end &&
	       (t->text.ptr[n->at] == '|' || t->text.ptr[n->at] == '>');
}

/* The column of its text: said, or that of its first line with text in it. */
static uint32_t text_column(const struct tidy *t, const struct node *n,
			    const struct header *h, uint32_t column)
{
	struct str rest = {t->text.ptr + h->body,
			   n->end > h->body ? n->end - h->body : 0};

	if (h->indent)
		return column + h->indent;
	while (rest.len) {
		struct str line = tidy_take_line(&rest);
		uint32_t indent = tidy_indent(line, UINT32_MAX);

		if (indent < line.len)
			return indent;
	}
	return UINT32_MAX;
}

/* Lines behind the last letter belong to it as far as they hold blanks that
 * are text; with "+" all that are empty do. */
uint32_t tidy_block_end(const struct tidy *t, const struct node *n,
			uint32_t column)
{
	struct header h = header_of(t, n);
	uint32_t indent = text_column(t, n, &h, column);
	uint32_t last = n->end > h.body ? n->end : n->at;
	uint32_t at = line_after(t->text, last), end = at;

	while (at < t->text.len) {
		uint32_t stop = line_stop(t->text, at);
		struct str line = {t->text.ptr + at, stop - at};

		if (!is_blank_between(t->text, at, stop))
			break;
		at = line_after(t->text, at);
		if (h.keep == '+' || tidy_indent(line, indent) < line.len)
			end = at;
	}
	return end;
}

bool tidy_block_keeps(const struct tidy *t, const struct node *n)
{
	return header_of(t, n).keep == '+';
}

/* A line end that the file does not have at its end would become part of the
 * text, unless the text takes none. */
static void put_text(struct tidy *t, struct str text, const struct header *h,
		     struct tidy_column column)
{
	while (text.len) {
		bool ends = h->keep == '-' || str_index(text, '\n') < text.len;
		struct str line = tidy_take_line(&text);
		struct str rest = str_from(line, tidy_indent(line, column.was));

		if (rest.len)
			buf_fill(t->out, ' ', column.now);
		buf_add(t->out, rest);
		if (ends)
			buf_z(t->out, t->eol);
	}
}

void tidy_block(struct tidy *t, const struct node *n, struct tidy_column column)
{
	struct header h = header_of(t, n);
	uint32_t end = tidy_block_end(t, n, column.was);
	struct tidy_column text = {
		text_column(t, n, &h, column.was),
		column.now + (h.indent ? h.indent : TIDY_STEP)};

	tidy_end(t, (struct str){t->text.ptr + n->at,
				 line_stop(t->text, n->at) - n->at});
	if (end > h.body)
		put_text(t, (struct str){t->text.ptr + h.body, end - h.body},
			 &h, text);
	t->keeps = h.keep == '+';
	t->behind = column.now;
}
