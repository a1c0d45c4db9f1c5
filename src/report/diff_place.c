#include "report/change_words.h"
#include "report/diff_outline.h"
#include "report/flow.h"

static bool side_at(struct span span, const struct node *node,
		    struct side_place *place)
{
	if (!span.source)
		return false;
	place->file = span.source->name;
	place->at = source_place(span.source, span.at);
	place->last = place->at.line;
	if (node->kind == NODE_SCALAR)
		place->last = source_place(span.source, span.end).line;
	return true;
}

bool side_place(const struct change_side *side, struct side_place *place)
{
	return side->node &&
	       side_at(doc_span(side->doc, side->node), side->node, place);
}

/* The name of a file that the page names in full elsewhere. */
static struct str short_name(const struct diff_view *v, struct str file)
{
	if (!v || (!str_eq(file, v->old_name) && !str_eq(file, v->new_name)))
		return file;
	return str_from(file, str_dir(file).len);
}

void diff_place(struct arena *a, prose *to, enum mark mark,
		const struct diff_view *v, const struct change_side *side)
{
	struct side_place place;

	if (!side_place(side, &place))
		return;
	prose_data(a, to, mark, short_name(v, place.file));
	prose_add(a, to, mark, ":%u", (unsigned)place.at.line);
}

void diff_places(struct arena *a, prose *to, const struct diff_view *v,
		 const struct change *c)
{
	struct side_place old, new;
	bool was = side_place(&c->old, &old), is = side_place(&c->new, &new);

	diff_place(a, to, MARK_DIM, v, &c->old);
	if (was && is)
		prose_add(a, to, MARK_DIM, " → ");
	if (was && is && str_eq(short_name(v, old.file),
				short_name(v, new.file)))
		prose_add(a, to, MARK_DIM, "%u", (unsigned)new.at.line);
	else
		diff_place(a, to, MARK_DIM, v, &c->new);
}

struct str diff_message(struct arena *a, const struct diff *d,
			const struct change *c)
{
	prose message = {0};
	struct buf text = {0};
	struct str copy;

	change_subject(a, &message, d, c);
	prose_add(a, &message, MARK_PLAIN, ": ");
	change_says(a, &message, c);
	flow_text(&message, &text);
	copy = arena_str(a, buf_str(&text));
	buf_release(&text);
	return copy;
}
