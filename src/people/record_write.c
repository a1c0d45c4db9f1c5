#include "people/record_parts.h"

#include "model/fields.h"

/* --- ratings -------------------------------------------------------------- */

static bool is_empty(const struct record *x)
{
	return x->rate == RECORD_KEEP && !x->met && !x->noted && !x->evidence.n;
}

static const struct competency *named_by(const struct writing *w,
					 const struct node *key)
{
	struct str id = doc_text(w->doc, key);
	const struct ladder *l = w->r->ladder;
	const struct competency *c = ladder_competency(l, id);

	return c ? c : ladder_renamed_competency(l, id);
}

/* What stands behind its key; NULL without one. */
static const struct node *find_value(const struct writing *w,
				     const struct competency *c)
{
	const struct rating *rating = assessment_rating(w->r->as, c);

	if (rating)
		return rating->key + 1;
	if (!w->ratings || w->ratings->kind != NODE_MAP)
		return NULL;
	return doc_find(w->doc, w->ratings, c->head.id);
}

/* The key that the ladder has nearest before it. */
static const struct node *nearest_before(const struct writing *w,
					 const struct competency *c)
{
	const struct node *nearest = NULL;
	uint32_t least = 0;

	for_each_key(key, w->ratings) {
		const struct competency *other = named_by(w, key);

		if (!other || other->index >= c->index || other->index < least)
			continue;
		least = other->index;
		nearest = key;
	}
	return nearest;
}

static bool add_rating(struct writing *w, const struct competency *c,
		       const struct record *x)
{
	struct piece *piece = rating_piece(
		w->arena, x, x->rate == RECORD_STAGE ? x->word : STR(""));

	if (piece->kind == PIECE_NONE)
		return true;
	if (w->fresh) {
		piece_put(w->arena, w->fresh, c->head.id, piece);
		return true;
	}
	return edit_insert(&w->edit, w->ratings, nearest_before(w, c),
			   c->head.id, piece);
}

static bool write_rating(struct writing *w, const struct competency *c)
{
	const struct record *x = &w->r->of[c->index];
	struct rated t = {w, c, x, find_value(w, c)};

	if (is_empty(x))
		return true;
	return t.value ? record_rating_change(&t) : add_rating(w, c, x);
}

static bool write_ratings(struct writing *w)
{
	if (!w->ratings || !w->ratings->len || !node_has_value(w->ratings))
		w->fresh = piece_map(w->arena);
	for_each(c, &w->r->ladder->competencies)
		if (!write_rating(w, c))
			return false;
	return !w->fresh || !w->fresh->items.n ||
	       record_put(w, &assessment_shape, w->doc->nodes, "ratings",
			  w->fresh);
}

/* --- the top of the file -------------------------------------------------- */

static bool write_top(struct writing *w)
{
	static const char *const keys[N_RECORD_KEYS] = {
		[RECORD_DATE] = "date",
		[RECORD_VERSION] = "ladder-version",
		[RECORD_ROLE] = "role",
		[RECORD_TARGET] = "target",
	};

	for (int i = 0; i < N_RECORD_KEYS; i++) {
		struct str word = w->r->top[i];
		struct piece *piece = i == RECORD_DATE
					      ? piece_word(w->arena, word)
					      : piece_text(w->arena, word);

		if (word.len && !record_put(w, &assessment_shape, w->doc->nodes,
					    keys[i], piece))
			return false;
	}
	return true;
}

/* --- all of it ------------------------------------------------------------ */

bool record_text(struct recording *r, struct buf *out)
{
	struct writing w = {.r = r, .doc = &r->as->doc, .arena = r->arena};

	edit_init(&w.edit, w.doc, r->arena);
	w.ratings = doc_find(w.doc, w.doc->nodes, STR("ratings"));
	if (write_top(&w) && write_ratings(&w) && edit_text(&w.edit, out))
		return true;
	r->why = w.edit.why;
	r->span = w.edit.span;
	return false;
}
