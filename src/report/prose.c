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

void prose_link(struct arena *a, prose *to, struct str text, struct str url)
{
	add(a, to, MARK_LINK, str_trim(text))->url = url;
}
