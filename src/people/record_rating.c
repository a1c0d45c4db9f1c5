#include "people/record_parts.h"

#include "model/canon.h"
#include "model/fields.h"

/* --- entries of a mapping ------------------------------------------------- */

static bool goes(const struct writing *w, const struct node *key)
{
	uint32_t at = (uint32_t)(key - w->doc->nodes);

	for_each(step, &w->edit.steps)
		if (step->node == at &&
		    (step->kind == EDIT_REMOVE || step->kind == EDIT_COMMENT))
			return true;
	return false;
}

/* The pair that a new one belongs behind. */
static const struct node *place_for(const struct writing *w,
				    const struct shape *shape,
				    const struct node *map, struct str key)
{
	uint32_t place = canon_place(shape, key);
	const struct node *behind = NULL;

	for_each_key(other, map)
		if (canon_place(shape, doc_text(w->doc, other)) < place &&
		    !goes(w, other))
			behind = other;
	return behind;
}

static bool says(const struct writing *w, const struct node *value,
		 const struct piece *piece)
{
	return value->kind == NODE_SCALAR && node_has_value(value) &&
	       piece_is_scalar(piece) && piece->kind != PIECE_NONE &&
	       str_eq(doc_text(w->doc, value), piece->text);
}

static bool set(struct writing *w, const struct node *value,
		struct piece *piece)
{
	return says(w, value, piece) || edit_set(&w->edit, value, piece);
}

bool record_put(struct writing *w, const struct shape *shape,
		const struct node *map, const char *key, struct piece *piece)
{
	struct str name = str_of(key);
	const struct node *value = doc_find(w->doc, map, name);

	if (value)
		return set(w, value, piece);
	return edit_insert(&w->edit, map, place_for(w, shape, map, name), name,
			   piece);
}

static const struct node *find(const struct rated *t, const char *key)
{
	return doc_find(t->w->doc, t->value, str_of(key));
}

static bool put(const struct rated *t, const char *key, struct piece *piece)
{
	return record_put(t->w, &rating_shape, t->value, key, piece);
}

static bool drop(const struct rated *t, const char *key)
{
	const struct node *value = find(t, key);

	return !value || edit_remove(&t->w->edit, value - 1);
}

static bool set_aside(const struct rated *t, const char *key)
{
	const struct node *value = find(t, key);

	return !value || edit_comment_out(&t->w->edit, value - 1);
}

/* --- met ------------------------------------------------------------------ */

/* Whether what the list ticks is what a new list would tick. */
static bool is_same_stage(const struct rated *t)
{
	const struct recording *r = t->w->r;

	switch (t->x->rate) {
	case RECORD_KEEP:
		return true;
	case RECORD_STAGE:
		return record_was_next(r, t->competency) ==
		       record_next(r, t->competency);
	case RECORD_NA:
	case RECORD_CLEAR:
		break;
	}
	return false;
}

/* Whether an item of the list stays. */
static bool stays(const struct rated *t, const struct node *item)
{
	int64_t i;

	if (!is_same_stage(t))
		return false;
	if (!t->x->met)
		return true;
	i = rubric_find_behaviour(t->x->next, doc_text(t->w->doc, item));
	return i < 0 || t->x->met[i] >= 0;
}

static bool is_listed(const struct rated *t, const struct node *list,
		      uint32_t i)
{
	for_each_item(item, list)
		if (rubric_find_behaviour(t->x->next,
					  doc_text(t->w->doc, item)) == i)
			return true;
	return false;
}

static bool tick_more(const struct rated *t, const struct node *list)
{
	struct writing *w = t->w;
	bool same = is_same_stage(t);

	for (uint32_t i = 0; t->x->met && i < t->x->next->behaviours.n; i++)
		if (t->x->met[i] > 0 && !(same && is_listed(t, list, i)) &&
		    !edit_append(&w->edit, list,
				 behaviour_piece(w->arena, t->x->next, i)))
			return false;
	return true;
}

/* An empty list says nothing. */
static bool change_list(const struct rated *t, const struct node *list)
{
	struct writing *w = t->w;
	uint32_t left = met_piece(w->arena, t->x)->items.n;

	for_each_item(item, list)
		left += stays(t, item);
	if (!left)
		return edit_remove(&w->edit, list - 1);
	for_each_item(item, list)
		if (!stays(t, item) && !edit_remove(&w->edit, item))
			return false;
	return tick_more(t, list);
}

static bool change_met(const struct rated *t)
{
	const struct node *list = find(t, "met");
	struct piece *met = met_piece(t->w->arena, t->x);

	if (list && list->kind == NODE_LIST && list->len)
		return change_list(t, list);
	return !met->items.n || put(t, "met", met);
}

/* --- the rest of a rating ------------------------------------------------- */

/* Whether the file has that stage already, by whatever word. */
static bool has_stage(const struct rated *t)
{
	const struct ladder *l = t->w->r->ladder;
	const struct rating *rating =
		assessment_rating(t->w->r->as, t->competency);
	struct stage_lookup was, now;

	if (!rating || !rating->stage_text.ptr)
		return false;
	was = competency_stage(l, t->competency, rating->stage_text, false);
	now = competency_stage(l, t->competency, t->x->word, false);
	return was.found && was.stage == now.stage;
}

static bool change_rate(const struct rated *t)
{
	struct arena *a = t->w->arena;

	switch (t->x->rate) {
	case RECORD_KEEP:
		return (!t->x->evidence.n && !t->x->met) || drop(t, "na");
	case RECORD_STAGE:
		return drop(t, "na") &&
		       (has_stage(t) ||
			put(t, "stage", word_piece(a, t->x->word)));
	case RECORD_NA:
		return drop(t, "stage") && set_aside(t, "evidence") &&
		       put(t, "na", piece_text(a, t->x->word));
	case RECORD_CLEAR:
		return drop(t, "stage") && drop(t, "na");
	}
	return true;
}

static bool change_note(const struct rated *t)
{
	if (!t->x->noted)
		return true;
	if (!t->x->note.len)
		return drop(t, "note");
	return put(t, "note", piece_text(t->w->arena, t->x->note));
}

static bool change_evidence(const struct rated *t)
{
	const struct node *list = find(t, "evidence");
	struct piece *more = evidence_piece(t->w->arena, t->x);

	if (!more->items.n)
		return true;
	if (!list || list->kind != NODE_LIST || !list->len)
		return put(t, "evidence", more);
	for_each(item, &more->items)
		if (!edit_append(&t->w->edit, list, item->value))
			return false;
	return true;
}

/* A stage alone, or nothing, stands there. */
static bool change_short(const struct rated *t)
{
	const struct node *value = t->value;
	struct str stage = {0};
	struct piece *piece;

	if (t->x->rate == RECORD_STAGE && !has_stage(t))
		stage = t->x->word;
	else if (t->x->rate <= RECORD_STAGE && node_has_value(value))
		stage = doc_text(t->w->doc, value);
	piece = rating_piece(t->w->arena, t->x, stage);
	if (piece->kind == PIECE_NONE && !node_has_value(value))
		return true;
	return set(t->w, value, piece);
}

bool record_rating_change(const struct rated *t)
{
	if (t->value->kind != NODE_MAP || !t->value->len)
		return change_short(t);
	return change_rate(t) && change_met(t) && change_note(t) &&
	       change_evidence(t);
}
