#include "report/prose.h"

static struct run *add(struct arena *a, prose *to, enum mark mark,
		       struct str text)
{
	struct run *run = vec_add(a, to);

	run->mark = mark;
	run->text = text;
	return run;
}

void prose_add(struct arena *a, prose *to, enum mark mark, const char *fmt,
	       ...)
{
	va_list ap;

	va_start(ap, fmt);
	add(a, to, mark, arena_vprintf(a, fmt, ap))->ours = true;
	va_end(ap);
}

void prose_data(struct arena *a, prose *to, enum mark mark, struct str text)
{
	add(a, to, mark, str_trim(text));
}

bool prose_is_web(struct str url)
{
	return str_starts(url, STR("https://")) ||
	       str_starts(url, STR("http://")) ||
	       str_starts(url, STR("mailto:"));
}

void prose_piece(struct arena *a, prose *to, enum mark mark, struct str text)
{
	add(a, to, mark, text);
}

void prose_link(struct arena *a, prose *to, struct str text, struct str url)
{
	if (prose_is_web(url)) {
		add(a, to, MARK_LINK, str_trim(text))->url = url;
		return;
	}
	prose_data(a, to, MARK_PLAIN, text);
	if (str_eq(text, url))
		return;
	prose_add(a, to, MARK_PLAIN, " ");
	prose_data(a, to, MARK_PLAIN, url);
}
