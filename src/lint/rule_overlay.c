/* Overlays beside their base. */
#include "lint/rule.h"

/* Where it is named: by its id, or the key that it stands under where that is
 * the overlay's own. */
static const struct node *place_of(const struct doc *doc,
				   const struct node *n)
{
	const struct node *id = n->kind == NODE_MAP
					? doc_find(doc, n, STR("id"))
					: NULL;

	if (id)
		return id;
	return n[-1].file == n->file ? n - 1 : n;
}

/* A single text may be repeated to hold it where it is; a whole thing of which
 * nothing differs is a leftover. */
static void repeats(struct lint *lint, const struct node *n)
{
	const struct doc *doc = &lint->l->doc;
	struct finding *f;

	if (n->kind == NODE_SCALAR)
		return;
	f = lint_add(lint, CODE_L223, place_of(doc, n),
		     "nothing here differs from what the base says");
	finding_help(lint->d, f, "take it out, or say what differs");
}

/* Of the ladder's own file: what bases repeat of theirs is told with them. */
void rule_overlay_repeats(struct lint *lint, const struct ladder *l)
{
	const struct doc *doc = &l->doc;
	const struct node *end = doc->nodes + doc->n;
	const struct source *own;

	if (!l->extends_node || doc->nodes->flags & NODE_SAME)
		return;
	own = doc->files.at[doc->nodes->file].source;
	for (const struct node *n = doc->nodes + 1; n < end;) {
		bool same = n->flags & NODE_SAME &&
			    doc->files.at[n->file].source == own;

		if (same)
			repeats(lint, n);
		n = same ? node_next(n) : n + 1;
	}
}

void rule_empty_overlay(struct lint *lint, const struct ladder *l)
{
	struct finding *f;

	if (!l->extends_node || !(l->doc.nodes->flags & NODE_SAME))
		return;
	f = lint_add(lint, CODE_L224, l->extends_node,
		     "the overlay changes nothing of what it extends");
	finding_help(lint->d, f, "use its base, or say what differs");
}
