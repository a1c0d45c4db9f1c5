#include "cli/layout.h"

enum { INDENT = 2, RIGHT_AT = 26, LEAST = 40, USUAL = 80, MOST = 100 };

struct layout layout_start(struct job *j)
{
	int width = job_style(j, HOST_OUT).width;

	if (!width)
		width = USUAL;
	if (width < LEAST)
		width = LEAST;
	if (width > MOST)
		width = MOST;
	return (struct layout){.width = (size_t)width};
}

void layout_line(struct layout *l, const char *text)
{
	buf_z(&l->out, text);
	buf_char(&l->out, '\n');
}

/* Fills words between the columns `left` and `width`; the first line begins
 * at `at`, where the output already is. Help is ASCII: a byte is a column. */
static void fill(struct layout *l, struct str text, size_t at, size_t left)
{
	struct str rest = text;
	bool first = true;

	while (rest.len) {
		struct str word = str_head(rest, str_index(rest, ' '));

		if (!first && at + 1 + word.len > l->width) {
			buf_char(&l->out, '\n');
			buf_fill(&l->out, ' ', left);
			at = left;
		} else if (!first) {
			buf_char(&l->out, ' ');
			at++;
		}
		buf_add(&l->out, word);
		at += word.len;
		first = false;
		rest = str_from(rest, word.len + 1);
	}
	buf_char(&l->out, '\n');
}

void layout_paragraphs(struct layout *l, const char *text)
{
	const char *end;

	for (; text && *text; text = end ? end + 2 : NULL) {
		size_t len = strlen(text);

		end = strstr(text, "\n\n");
		if (end)
			len = (size_t)(end - text);
		buf_char(&l->out, '\n');
		fill(l, (struct str){text, len}, 0, 0);
	}
}

void layout_heading(struct layout *l, const char *text)
{
	buf_char(&l->out, '\n');
	layout_line(l, text);
}

void layout_pair(struct layout *l, const char *left, const char *right)
{
	size_t column = RIGHT_AT, at = INDENT + strlen(left);

	if (l->width < USUAL)
		column = INDENT * 3;
	buf_fill(&l->out, ' ', INDENT);
	buf_z(&l->out, left);
	if (at + 2 > column) {
		buf_char(&l->out, '\n');
		at = 0;
	}
	buf_fill(&l->out, ' ', column - at);
	fill(l, str_of(right), column, column);
}

void layout_example(struct layout *l, const char *line, const char *what)
{
	buf_fill(&l->out, ' ', INDENT);
	layout_line(l, line);
	buf_fill(&l->out, ' ', (size_t)INDENT * 3);
	fill(l, str_of(what), INDENT * 3, INDENT * 3);
}
