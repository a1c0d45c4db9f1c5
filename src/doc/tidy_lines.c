#include "doc/tidy_work.h"

static bool is_blank(char c)
{
	return c == ' ' || c == '\t';
}

uint32_t tidy_indent(struct str line, uint32_t most)
{
	uint32_t n = 0;

	while (n < line.len && n < most && line.ptr[n] == ' ')
		n++;
	return n;
}

struct str tidy_take_line(struct str *text)
{
	size_t stop = str_index(*text, '\n');
	struct str line = str_head(*text, stop);

	if (line.len && stop < text->len && line.ptr[line.len - 1] == '\r')
		line.len--;
	*text = str_from(*text, stop + 1);
	return line;
}

/* Behind a backslash a blank may be what it escapes. */
static struct str without_tail(struct str line)
{
	struct str cut = line;

	while (cut.len && is_blank(cut.ptr[cut.len - 1]))
		cut.len--;
	return cut.len && cut.ptr[cut.len - 1] == '\\' ? line : cut;
}

void tidy_begin(struct tidy *t, uint32_t column)
{
	if (t->blank && !t->keeps && t->out->len > t->begin)
		buf_z(t->out, t->eol);
	t->blank = t->keeps = false;
	buf_fill(t->out, ' ', column);
}

void tidy_end(struct tidy *t, struct str text)
{
	buf_add(t->out, without_tail(text));
	buf_z(t->out, t->eol);
}

static uint32_t moved(uint32_t indent, struct tidy_column column)
{
	uint32_t right = indent + column.now;

	return right > column.was ? right - column.was : 0;
}

static void put_moved(struct tidy *t, struct str line, struct tidy_column c)
{
	uint32_t indent = tidy_indent(line, UINT32_MAX);

	buf_z(t->out, t->eol);
	if (line.len)
		buf_fill(t->out, ' ', moved(indent, c));
	buf_add(t->out, str_from(line, indent));
}

void tidy_folded(struct tidy *t, struct str text, struct tidy_column column)
{
	buf_add(t->out, without_tail(tidy_take_line(&text)));
	while (text.len)
		put_moved(t, without_tail(tidy_take_line(&text)), column);
	buf_z(t->out, t->eol);
}

void tidy_as_is(struct tidy *t, struct str text, struct tidy_column column)
{
	buf_add(t->out, tidy_take_line(&text));
	while (text.len)
		put_moved(t, tidy_take_line(&text), column);
	buf_z(t->out, t->eol);
}

/* A comment stands as far right of the entries around it as it did. */
static uint32_t comment_column(const struct tidy *t, uint32_t column)
{
	struct tidy_column around = {0};

	for_each(c, &t->columns)
		if (c->was <= column)
			around = *c;
	column = moved(column, around);
	return column < t->behind ? column : t->behind;
}

void tidy_gap(struct tidy *t, uint32_t from, uint32_t to)
{
	struct str text = {t->text.ptr + from, to > from ? to - from : 0};

	while (text.len) {
		struct str line = tidy_take_line(&text);
		uint32_t indent = tidy_indent(line, UINT32_MAX);
		bool comment = indent < line.len && line.ptr[indent] == '#';

		if (!without_tail(line).len) {
			t->blank = true;
			continue;
		}
		tidy_begin(t, comment ? comment_column(t, indent) : indent);
		tidy_end(t, str_from(line, indent));
	}
}
