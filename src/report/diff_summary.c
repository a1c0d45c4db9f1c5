#include "report/diff_outline.h"
#include "report/flow.h"
#include "report/words.h"
#include "text/safe.h"

static void add_roles(struct arena *a, prose *to, const char *what,
		      uint32_t n)
{
	if (n)
		prose_add(a, to, MARK_PLAIN, "; %s for %u %s", what,
			  (unsigned)n, words_plural(n, "role", "roles"));
}

static void add_view(struct arena *a, const struct diff_outline *o,
		     struct buf *out)
{
	prose line = {0};

	prose_data(a, &line, MARK_PLAIN, diff_view_name(o->view));
	prose_add(a, &line, MARK_PLAIN, ": ");
	if (o->view->diff)
		diff_counts(a, &line, o->n_of);
	else
		prose_add(a, &line, MARK_PLAIN, "%s",
			  o->view->new_name.len ? "a new ladder"
						: "the ladder is gone");
	add_roles(a, &line, "harder", o->harder.n);
	add_roles(a, &line, "easier", o->easier.n);
	flow_text(&line, out);
	buf_char(out, '\n');
}

void diff_summary(const diff_views *views, struct buf *out)
{
	struct arena a = {0};
	size_t from = out->len;

	for_each(view, views) {
		struct diff_outline o = diff_outline(view, &a);

		if (diff_outline_says(&o))
			add_view(&a, &o, out);
	}
	safe_commands(out, from);
	arena_release(&a);
}
