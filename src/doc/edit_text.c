#include "doc/edit_parts.h"

#include <stdlib.h>

/* --- the steps, sorted --------------------------------------------------- */

static int by_node(const void *a, const void *b)
{
	const struct edit_step *x = a, *y = b;

	if (x->node != y->node)
		return x->node < y->node ? -1 : 1;
	return (x->order > y->order) - (x->order < y->order);
}

/* The first step about a node at or behind `node`. */
static const struct edit_step *step_from(const struct edit *e, uint32_t node)
{
	uint32_t low = 0, high = e->steps.n;

	while (low < high) {
		uint32_t middle = low + (high - low) / 2;

		if (e->steps.at[middle].node < node)
			low = middle + 1;
		else
			high = middle;
	}
	return e->steps.at + low;
}

struct edit_steps edit_steps_in(const struct edit *e, uint32_t from,
				uint32_t to)
{
	return (struct edit_steps){step_from(e, from), step_from(e, to)};
}

const struct edit_step *edit_step_of(const struct edit *e, const struct node *n,
				     enum edit_kind k)
{
	uint32_t i = (uint32_t)(n - e->doc->nodes);
	struct edit_steps steps = edit_steps_in(e, i, i + 1);
	const struct edit_step *last = NULL;

	for (const struct edit_step *s = steps.at; s < steps.end; s++)
		if (s->kind == k)
			last = s;
	return last;
}

bool edit_is_gone(const struct edit *e, const struct node *entry)
{
	return edit_step_of(e, entry, EDIT_REMOVE) ||
	       edit_step_of(e, entry, EDIT_COMMENT);
}

/* --- the new text -------------------------------------------------------- */

struct placed {
	struct splice splice;
	uint32_t order;
};

/* What is put in at a byte comes before what is taken away from there. */
static int by_place(const void *a, const void *b)
{
	const struct placed *x = a, *y = b;
	bool cuts = x->splice.end > x->splice.at;

	if (x->splice.at != y->splice.at)
		return x->splice.at < y->splice.at ? -1 : 1;
	if (cuts != (y->splice.end > y->splice.at))
		return cuts ? 1 : -1;
	return (x->order > y->order) - (x->order < y->order);
}

static struct placed *sorted(struct edit *e, const splices *list)
{
	struct placed *all = ARENA_ARRAY(e->arena, list->n + 1, struct placed);

	for (uint32_t i = 0; i < list->n; i++)
		all[i] = (struct placed){list->at[i], i};
	qsort(all, list->n, sizeof *all, by_place);
	return all;
}

/* False where two splices want the same bytes. */
static bool splice_all(struct edit *e, const splices *list, struct buf *out)
{
	struct str text = doc_bytes(e->doc);
	const struct placed *all = sorted(e, list);
	uint32_t at = 0;

	for (uint32_t i = 0; i < list->n; i++) {
		const struct splice *s = &all[i].splice;

		if (s->at < at)
			return false;
		buf_add(out, (struct str){text.ptr + at, s->at - at});
		buf_add(out, s->text);
		at = s->end;
	}
	buf_add(out, str_from(text, at));
	return true;
}

/* What was read within the limits of a run may grow a little past them. */
static struct limits no_limits(void)
{
	struct limits limits;

	for (enum limit i = 0; i < N_LIMITS; i++)
		limits.at[i] = INT64_MAX;
	return limits;
}

static bool is_lawful(struct edit *e, struct str text)
{
	struct limits limits = no_limits();
	struct arena scratch = {0};
	struct source source = {
		.name = STR("new"), .text = text, .arena = &scratch};
	struct diag d = {.arena = &scratch};
	struct doc now = doc_parse(&scratch, &source, &limits, &d);
	bool lawful = edit_is_lawful(e, &now);

	doc_release(&now);
	arena_release(&scratch);
	return lawful;
}

bool edit_text(struct edit *e, struct buf *out)
{
	splices list = {0};
	struct buf text = {0};
	bool ok;

	if (!e->steps.n) {
		buf_add(out, doc_bytes(e->doc));
		return true;
	}
	qsort(e->steps.at, e->steps.n, sizeof *e->steps.at, by_node);
	edit_splices(e, &list);
	ok = splice_all(e, &list, &text) && is_lawful(e, buf_str(&text));
	if (ok)
		buf_add(out, buf_str(&text));
	buf_release(&text);
	return ok ? true
		  : edit_refuse(e, e->doc->nodes + e->steps.at[0].node,
				"written as it is here it cannot be changed "
				"without changing something else");
}
