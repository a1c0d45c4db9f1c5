#include "text/source.h"

#include "text/utf8.h"

/* One pass to count, one to fill: the table is asked for only where there is
 * something to report. */
static void find_lines(struct source *s)
{
	struct str text = s->text;
	uint32_t n = 1, at = 0;
	size_t i = 0;

	while ((i += str_index(str_from(text, i), '\n') + 1) <= text.len)
		n++;
	s->lines = ARENA_ARRAY(s->arena, n, uint32_t);
	s->lines[at++] = 0;
	i = 0;
	while ((i += str_index(str_from(text, i), '\n') + 1) <= text.len)
		s->lines[at++] = (uint32_t)i;
	s->n_lines = n;
}

/* Every so many bytes the number of characters before is noted, so that many
 * places in one long line do not each take a walk through all of it. */
enum { STRIDE = 512 };

struct source_mark {
	uint32_t at, chars; /* `at`: where a character begins */
};

static void set_marks(struct source *s)
{
	size_t n = s->text.len / STRIDE + 1;
	uint32_t at = 0, chars = 0, len;

	s->marks = ARENA_ARRAY(s->arena, n, struct source_mark);
	for (size_t i = 0; i < n; i++) {
		for (; at < i * STRIDE && at < s->text.len; at += len) {
			utf8_decode(str_from(s->text, at), &len);
			chars++;
		}
		s->marks[i] = (struct source_mark){at, chars};
	}
}

/* Characters before byte `at`. */
static uint32_t chars_before(struct source *s, uint32_t at)
{
	const struct source_mark *m;

	if (!s->marks)
		set_marks(s);
	m = &s->marks[at / STRIDE];
	m -= m->at > at;
	return m->chars + (uint32_t)utf8_count((struct str){
				  s->text.ptr + m->at, at - m->at});
}

static uint32_t chars_between(struct source *s, uint32_t start, uint32_t at)
{
	if (at - start > STRIDE)
		return chars_before(s, at) - chars_before(s, start);
	return (uint32_t)utf8_count(
		str_head(str_from(s->text, start), at - start));
}

static uint32_t line_of(struct source *s, uint32_t at)
{
	uint32_t low = 0, high;

	if (!s->lines)
		find_lines(s);
	for (high = s->n_lines; high - low > 1;) {
		uint32_t middle = low + (high - low) / 2;

		if (s->lines[middle] <= at)
			low = middle;
		else
			high = middle;
	}
	return low + 1;
}

static uint32_t without_mark(struct source *s, uint32_t line_at)
{
	return line_at == 0 && str_starts(s->text, STR("\xef\xbb\xbf")) ? 3
									: 0;
}

struct place source_place(struct source *s, uint32_t at)
{
	uint32_t line, start;

	if (at > s->text.len)
		at = (uint32_t)s->text.len;
	line = line_of(s, at);
	start = s->lines[line - 1];
	start += without_mark(s, start);
	if (at < start)
		at = start;
	return (struct place){line, 1 + chars_between(s, start, at)};
}

uint32_t source_line_at(struct source *s, uint32_t line)
{
	if (!s->lines)
		find_lines(s);
	return line <= s->n_lines ? s->lines[line - 1]
				  : (uint32_t)s->text.len;
}

uint32_t source_line_number(struct source *s, uint32_t at)
{
	return line_of(s, at);
}

struct str source_line(struct source *s, uint32_t line)
{
	uint32_t start = source_line_at(s, line);
	uint32_t end = source_line_at(s, line + 1);
	struct str text;

	start += without_mark(s, start);
	text = str_head(str_from(s->text, start), end - start);
	if (text.len && text.ptr[text.len - 1] == '\n')
		text.len--;
	if (text.len && text.ptr[text.len - 1] == '\r')
		text.len--;
	return text;
}
