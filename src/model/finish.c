#include "model/build.h"

const struct node *thing_find(const struct doc *doc, const struct head *thing,
			      const char *key)
{
	const struct node *node = thing->node;

	if (!node)
		return NULL;
	if (node->kind == NODE_SCALAR)
		node++; /* keyed things remember their key */
	return node->kind == NODE_MAP ? doc_find(doc, node, str_of(key))
				      : NULL;
}

bool thing_is_lost(const struct head *thing)
{
	const struct node *value = thing->node;

	if (value->kind == NODE_SCALAR)
		value++;
	return value->kind != NODE_MAP || node_is_broken(value);
}

const struct node *thing_name(const struct doc *doc, const struct head *thing)
{
	const struct node *id = NULL;

	if (thing->node->kind == NODE_MAP)
		id = doc_find(doc, thing->node, STR("id"));
	return id ? id : thing->node;
}

bool competency_is_lost(const struct competency *c)
{
	return thing_is_lost(&c->head) ||
	       (c->stages_node && (node_is_broken(c->stages_node) ||
				   c->stages_node->kind != NODE_LIST));
}

static void index_competencies(struct build_model *b)
{
	struct ladder *l = b->l;
	uint32_t index = 0;

	for_each(c, &l->categories)
		map_add(&l->by_category, b->arena, c->head.id, c);
	for_each(c, &l->competencies) {
		c->index = index++;
		if (!c->threshold)
			c->threshold = l->threshold;
		map_add(&l->by_competency, b->arena, c->head.id, c);
	}
	for_each(r, &l->retired)
		map_add(&l->by_retired, b->arena, r->head.id, r);
	index = 0;
	for_each(s, &l->scores) {
		s->index = index++;
		if (!s->name.len)
			s->name = s->head.id;
		map_add(&l->by_score, b->arena, s->head.id, s);
	}
}

/* Whether nobody knows the rank of a level: its own, or the one that it is
 * counted from, was not understood, which has been told. */
static bool rank_is_lost(const struct role *role)
{
	while (!role->rank_node && role->level)
		role--;
	return role->rank_node && node_is_broken(role->rank_node);
}

/* A level without a rank stands one above the level below it. */
static void set_rank(struct build_model *b, struct role *role,
		     const struct role *below)
{
	struct finding *f;

	if (!role->rank)
		role->rank = below ? below->rank + 1 : 1;
	if (!below || role->rank > below->rank || rank_is_lost(role) ||
	    rank_is_lost(below))
		return;
	f = model_add(b, CODE_L304,
		      role->rank_node ? role->rank_node : role->head.node,
		      "the rank %lld is not above %lld, the rank of the level "
		      "below",
		      (long long)role->rank, (long long)below->rank);
	if (below->rank_node)
		finding_note(b->diag, f,
			     doc_span(&b->l->doc, below->rank_node),
			     "the level below");
	finding_help(b->diag, f, "ranks rise along a track");
}

static void note_level(struct build_model *b, struct role *role)
{
	struct level_rank *level = ARENA_NEW(b->arena, struct level_rank);
	struct level_rank *known;

	level->rank = role->rank;
	known = map_add(&b->l->by_level, b->arena, role->head.id, level);
	if (known && known->rank != role->rank)
		known->rank = 0;
}

static void index_role(struct build_model *b, struct track *t,
		       struct role *role)
{
	struct ladder *l = b->l;

	role->track = t;
	role->level = (uint32_t)(role - t->levels.at);
	role->index = l->n_roles;
	l->roles[l->n_roles++] = role;
	if (!role->title.len)
		role->title = role->head.id;
	if (!role->cumulative_node)
		role->cumulative = l->cumulative;
	set_rank(b, role, role->level ? role - 1 : NULL);
	role->path = arena_printf(b->arena, "%.*s/%.*s",
				  STR_ARG(t->head.id), STR_ARG(role->head.id));
	map_add(&l->by_role, b->arena, role->path, role);
	note_level(b, role);
	if (!l->lowest_rank || role->rank < l->lowest_rank)
		l->lowest_rank = role->rank;
	if (role->rank > l->highest_rank)
		l->highest_rank = role->rank;
	for (uint32_t i = 0; i < role->choose.n; i++) {
		role->choose.at[i].role = role;
		role->choose.at[i].index = i;
	}
	for_each(cell, &role->expects)
		cell->role = role;
}

static void index_tracks(struct build_model *b)
{
	struct ladder *l = b->l;
	uint32_t index = 0, n = 0;

	for_each(t, &l->tracks)
		n += t->levels.n;
	l->roles = ARENA_ARRAY(b->arena, n, struct role *);
	for_each(t, &l->tracks) {
		t->index = index++;
		t->ladder = l;
		if (!t->name.len)
			t->name = t->head.id;
		map_add(&l->by_track, b->arena, t->head.id, t);
		for_each(role, &t->levels)
			index_role(b, t, role);
	}
}

/* The shape of a language tag of BCP 47: a word of 2 to 8 letters (or x, i),
 * then words of 1 to 8 letters and digits. Source: RFC 5646, section 2.1. */
static bool is_language(struct str tag)
{
	size_t n = str_index(tag, '-');

	for (size_t i = 0; i < n; i++)
		if ((tag.ptr[i] | 32) < 'a' || (tag.ptr[i] | 32) > 'z')
			return false;
	if (n > 8 || n == 0 ||
	    (n == 1 && (tag.len == n || !strchr("xXiI", tag.ptr[0]))))
		return false;
	while (n < tag.len) {
		tag = str_from(tag, n + 1);
		n = str_index(tag, '-');
		if (n < 1 || n > 8)
			return false;
		for (size_t i = 0; i < n; i++) {
			char c = tag.ptr[i];

			if (!(c >= '0' && c <= '9') &&
			    !((c | 32) >= 'a' && (c | 32) <= 'z'))
				return false;
		}
	}
	return true;
}

void model_index(struct build_model *b)
{
	index_competencies(b);
	index_tracks(b);
	model_check_language(b);
}

void model_check_language(struct build_model *b)
{
	struct ladder *l = b->l;

	if (l->language_node && !is_language(l->language))
		model_add(b, CODE_L112, l->language_node,
			  "%s is no language tag; expected one as en or pt-BR",
			  diag_quote(b->diag, l->language));
}
