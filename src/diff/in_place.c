#include "diff/build.h"

/* A track whose levels all have new ids and the old content was renamed as a
 * whole, even where nobody declared it. */

/* --- content -------------------------------------------------------------- */

/* Keys that name a level; what else it has is its content. */
static bool is_name(struct str key)
{
	return str_is(key, "id") || str_is(key, "title") ||
	       str_is(key, "titles") || str_is(key, "code") ||
	       str_is(key, "renamed-from");
}

static uint64_t mix(uint64_t a, uint64_t b)
{
	uint64_t h = (a ^ (b + 0x9e3779b97f4a7c15u + (a << 6) + (a >> 2))) *
		     0xff51afd7ed558ccdu;

	return h ^ h >> 32;
}

/* The order of the keys of a mapping means nothing. Depth is what reading
 * allows. */
static uint64_t content(const struct doc *doc, const struct node *n, bool top)
{
	uint64_t hash = n->kind;

	if (n->flags & NODE_NULL)
		return 1;
	if (n->kind == NODE_SCALAR)
		return mix(7, map_hash(doc_text(doc, n)));
	if (n->kind == NODE_LIST) {
		for_each_item(item, n)
			hash = mix(hash, content(doc, item, false));
		return hash;
	}
	for_each_key(key, n)
		if (!top || !is_name(doc_text(doc, key)))
			hash += mix(map_hash(doc_text(doc, key)),
				    content(doc, key + 1, false));
	return hash;
}

/* --- all levels of a track ------------------------------------------------ */

static bool is_renamed(const struct differ *x, const struct track *old,
		       const struct track *new)
{
	if (!old->levels.n || old->levels.n != new->levels.n)
		return false;
	for (uint32_t i = 0; i < old->levels.n; i++) {
		const struct role *then = &old->levels.at[i];
		const struct role *now = &new->levels.at[i];

		if (role_other(x, OLD, then) || role_other(x, NEW, now) ||
		    then->rank != now->rank ||
		    content(&x->in[OLD]->doc, then->head.node, true) !=
			    content(&x->in[NEW]->doc, now->head.node, true))
			return false;
	}
	return true;
}

static struct change_value level_ids(struct differ *x, const struct track *t)
{
	struct texts ids = {ARENA_ARRAY(x->a, t->levels.n, struct str),
			    t->levels.n};

	for (uint32_t i = 0; i < ids.n; i++)
		ids.at[i] = t->levels.at[i].head.id;
	return value_list(&ids);
}

static void tell(struct differ *x, const struct track *old,
		 const struct track *new)
{
	struct scope scope = {.about = ABOUT_TRACK, .track = new};
	struct draft *draft = differ_add(x, CHANGE_D106, &scope);

	draft_side(x, draft, OLD, old->levels_node, NULL, level_ids(x, old));
	draft_side(x, draft, NEW, new->levels_node, NULL, level_ids(x, new));
	for (uint32_t i = 0; i < new->levels.n; i++) {
		struct role *then = &old->levels.at[i];
		struct role *now = &new->levels.at[i];

		x->m->role_new[then->index] = now;
		x->m->role_old[now->index] = then;
		x->renamed_in_place[now->index] = true;
	}
}

void diff_in_place(struct differ *x)
{
	for_each(t, &x->in[NEW]->tracks) {
		const struct track *old = x->m->track_old[t->index];

		if (old && is_renamed(x, old, t))
			tell(x, old, t);
	}
}
