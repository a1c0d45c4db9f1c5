#include "diff/words.h"
#include "people/migrate_parts.h"

/* `met` names behaviours of the stage above the rating. */
struct met {
	struct migrating *c;
	const struct rating *rating;
	const struct rubric *old, *now; /* NULL: no stage above */
	uint32_t kept;
};

static const struct rubric *above(const struct competency *of, uint32_t have,
				  const struct role *role)
{
	const struct track *t = role ? role->track : NULL;

	return have < of->n_stages ? stage_rubric(&of->stages[have], t) : NULL;
}

/* The place of the same behaviour: by id, else by text; -1 where it is none
 * of the new stage's. */
static int64_t same_behaviour(const struct met *m, const struct behaviour *b)
{
	int64_t by_text = -1;

	if (!m->now)
		return -1;
	for (uint32_t i = 0; i < m->now->behaviours.n; i++) {
		const struct behaviour *x = &m->now->behaviours.at[i];

		if (b->head.id.len && str_eq(x->head.id, b->head.id))
			return i;
		if (by_text < 0 && words_same(x->text, b->text, m->c->arena))
			by_text = i;
	}
	return by_text;
}

/* A word for the behaviour at `i`; empty where only a number would do, which
 * nothing in the file could tell from an old one. */
static struct str behaviour_word(const struct met *m, uint32_t i,
				 struct str word)
{
	struct str id = m->now->behaviours.at[i].head.id;
	bool number = str_is_digits(word);

	if (rubric_find_behaviour(m->now, word) == i)
		return word;
	if (id.len && !(number && m->c->apart))
		return id;
	if (number && !m->c->apart)
		return (struct str){0};
	return arena_printf(m->c->arena, "%u", i + 1);
}

/* What cannot be carried over is told, and kept above the list. */
static bool drop(struct met *m, const struct node *item,
		 const struct behaviour *b, const char *why)
{
	struct migrating *c = m->c;
	struct str word = doc_text(&c->as->doc, item);
	struct str text = migrate_line(c, b->text);

	migrate_say(c, m->rating->head.id,
		    "met %.*s, \"%.*s\", %s; kept as a comment", STR_ARG(word),
		    STR_ARG(text), why);
	return edit_note(&c->edit, m->rating->met_node - 1,
			 arena_printf(c->arena, "met %.*s: %.*s", STR_ARG(word),
				      STR_ARG(text))) &&
	       edit_remove(&c->edit, item);
}

static bool move_item(struct met *m, const struct node *item)
{
	struct str word = doc_text(&m->c->as->doc, item), now = {0};
	int64_t was = rubric_find_behaviour(m->old, word), is;

	if (was < 0)
		return true;
	is = same_behaviour(m, &m->old->behaviours.at[was]);
	if (is < 0)
		return drop(m, item, &m->old->behaviours.at[was],
			    "is no behaviour of the next stage any more");
	now = behaviour_word(m, (uint32_t)is, word);
	if (!now.len)
		return drop(m, item, &m->old->behaviours.at[was],
			    "has another number now, and no version of the "
			    "ladder tells the two apart");
	m->kept++;
	return migrate_set(m->c, item, now);
}

/* Stages of the new ladder that the rating gives, or else the baseline. */
static uint32_t have_now(const struct migrating *c, const struct rating *r,
			 const struct competency *now,
			 const struct stage *stage)
{
	if (!r->stage_node && c->baseline)
		stage = c->baseline[now->index].stage;
	return stage ? stage->ordinal : 0;
}

bool migrate_met(struct migrating *c, const struct rating *r,
		 const struct competency *now, const struct stage *stage)
{
	const struct stand *stand = &c->stands[r->competency->index];
	struct met m = {.c = c, .rating = r};

	if (!r->met_node || r->met_node->kind != NODE_LIST || !r->met.n)
		return true;
	m.old = above(r->competency, stand->have - stand->by_behaviours,
		      c->as->role);
	m.now = above(now, have_now(c, r, now, stage), c->role);
	if (!m.old)
		return true;
	for_each_item(item, r->met_node)
		if (item->kind == NODE_SCALAR && !move_item(&m, item))
			return false;
	/* an empty list says nothing */
	return m.kept || edit_remove(&c->edit, r->met_node - 1);
}
