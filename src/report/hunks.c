#include "report/hunks.h"

#include "report/flow.h"
#include "text/safe.h"

static enum mark mark_of(struct str line)
{
	switch (line.len ? *line.ptr : ' ') {
	case '+':
		return MARK_GOOD;
	case '-':
		return MARK_BAD;
	case '@':
		return MARK_DIM;
	default:
		return MARK_PLAIN;
	}
}

static struct str take_line(struct str *rest)
{
	struct str line = str_head(*rest, str_index(*rest, '\n'));

	*rest = str_from(*rest, line.len + 1);
	return line;
}

/* A tab stays what it is. */
static void add_line(struct str line, const struct report_style *style,
		     struct buf *out)
{
	enum mark mark = mark_of(line);
	struct buf safe = {0};

	for (;;) {
		struct str part = str_head(line, str_index(line, '\t'));

		safe_line(&safe, part);
		if (part.len == line.len)
			break;
		buf_char(&safe, '\t');
		line = str_from(line, part.len + 1);
	}
	mark_print(mark, buf_str(&safe), style, out);
	buf_char(out, '\n');
	buf_release(&safe);
}

void hunks_text(struct str diff, const struct report_style *style,
		struct buf *out)
{
	size_t from = out->len;
	bool begun = false;

	while (diff.len) {
		struct str line = take_line(&diff);

		begun |= str_starts(line, STR("@@"));
		if (begun)
			add_line(line, style, out);
	}
	safe_commands(out, from);
}
