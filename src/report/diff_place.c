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

static void add_file(struct arena *a, prose *to, enum mark mark,
		     struct str file)
{
	prose_data(a, to, mark, file);
	prose_add(a, to, mark, ":");
}

void diff_places(struct arena *a, prose *to, enum mark mark,
		 const struct change *c)
{
	struct side_place old, new;
	bool was = side_place(&c->old, &old), is = side_place(&c->new, &new);

	if (was) {
		add_file(a, to, mark, old.file);
		prose_add(a, to, mark, "%u", (unsigned)old.at.line);
	}
	if (was && is)
		prose_add(a, to, mark, " → ");
	if (is && !(was && str_eq(old.file, new.file)))
		add_file(a, to, mark, new.file);
	if (is)
		prose_add(a, to, mark, "%u", (unsigned)new.at.line);
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
