#include "model/build.h"

/* An old id belongs to one thing, and is not in use again (format.md 3.7). */

/* Whose old ids they are: a kind and, inside it, an owner. */
struct old_ids {
	struct build_model *b;
	const char *kind;  /* "competency" */
	struct map claims; /* old id -> struct claim */
	const struct node *list, *item; /* the last one that was looked at */
};

struct claim {
	const struct head *thing;
	const struct node *node; /* the item of renamed-from */
	struct str name;         /* of the thing: its id or path */
};

static const char *quote(struct build_model *b, struct str text)
{
	return diag_quote(b->diag, text);
}

/* The item of `renamed-from` that holds a text. They are asked for in order:
 * each is behind the one before. */
static const struct node *old_node(struct old_ids *o, const struct head *thing,
				   struct str id)
{
	const struct doc *doc = &o->b->l->doc;
	const struct node *list = thing_find(doc, thing, "renamed-from");

	if (!list || list->kind != NODE_LIST)
		return thing->node;
	if (list != o->list)
		o->item = list;
	o->list = list;
	for (o->item++; o->item < node_next(list); o->item++)
		if (o->item->kind == NODE_SCALAR &&
		    str_eq(doc_text(doc, o->item), id))
			return o->item;
	o->list = NULL;
	return thing->node;
}

static void claimed_twice(struct old_ids *o, const struct claim *first,
			  const struct claim *second, struct str id)
{
	struct finding *f = model_add(
		o->b, CODE_L217, second->node,
		"the old %s id %s is claimed twice", o->kind, quote(o->b, id));

	finding_note(o->b->diag, f, doc_span(&o->b->l->doc, first->node),
		     "claimed by %s first", quote(o->b, first->name));
	finding_help(o->b->diag, f, "leave it with one of them");
}

static void used_again(struct old_ids *o, const struct head *user,
		       const struct claim *claim, struct str id)
{
	struct finding *f;

	if (user == claim->thing) {
		f = model_add(o->b, CODE_L208, claim->node,
			      "%s is the id of this %s today; expected one "
			      "that it had before",
			      quote(o->b, user->id), o->kind);
		finding_help(o->b->diag, f, "take it out");
		return;
	}
	f = model_add(o->b, CODE_L208, thing_name(&o->b->l->doc, user),
		      "the %s id %s was renamed to %s and cannot be used again",
		      o->kind, quote(o->b, id),
		      quote(o->b, claim->name));
	finding_note(o->b->diag, f, doc_span(&o->b->l->doc, claim->node),
		     "renamed here");
	finding_help(o->b->diag, f, "write %s, or take another id",
		     quote(o->b, claim->name));
}

/* `user` is what has the id today, or NULL. */
static void claim_id(struct old_ids *o, struct str id,
		     const struct head *thing, const struct head *user)
{
	struct claim *claim = ARENA_NEW(o->b->arena, struct claim), *first;

	*claim = (struct claim){thing, old_node(o, thing, id), thing->id};
	first = map_add(&o->claims, o->b->arena, id, claim);
	if (first && first->thing != thing)
		claimed_twice(o, first, claim, id);
	if (user && !first)
		used_again(o, user, claim, id);
}

static void check_stages(struct build_model *b, struct competency *c)
{
	struct old_ids o = {.b = b, .kind = "stage"};

	for_each(r, &c->written)
		for_each(old, &r->renamed_from) {
			struct stage *now = competency_stage_by_id(c, *old);

			claim_id(&o, *old, &r->head,
				 now ? &now->rubrics[0]->head : NULL);
		}
}

static void check_competencies(struct build_model *b, struct old_ids *o)
{
	for_each(c, &b->l->competencies) {
		for_each(old, &c->renamed_from) {
			struct competency *now =
				ladder_competency(b->l, *old);

			claim_id(o, *old, &c->head, now ? &now->head : NULL);
		}
		check_stages(b, c);
	}
}

static void check_tracks(struct build_model *b, struct old_ids *o)
{
	for_each(t, &b->l->tracks)
		for_each(old, &t->renamed_from) {
			struct track *now = ladder_track(b->l, *old);

			claim_id(o, *old, &t->head, now ? &now->head : NULL);
		}
}

/* Old ids of levels are compared as `track/level`. */
static struct str level_path(struct build_model *b, const struct role *role,
			     struct str old)
{
	if (str_index(old, '/') < old.len)
		return old;
	return arena_printf(b->arena, "%.*s/%.*s",
			    STR_ARG(role->track->head.id), STR_ARG(old));
}

static void check_levels(struct build_model *b, struct old_ids *o)
{
	for (uint32_t i = 0; i < b->l->n_roles; i++) {
		struct role *role = b->l->roles[i];

		for_each(old, &role->renamed_from) {
			struct str path = level_path(b, role, *old);
			struct role *now = ladder_role(b->l, path);
			struct claim *claim, *first;

			claim = ARENA_NEW(b->arena, struct claim);
			*claim = (struct claim){&role->head,
						old_node(o, &role->head,
							 *old),
						role->path};
			first = map_add(&o->claims, b->arena, path, claim);
			if (first && first->thing != &role->head)
				claimed_twice(o, first, claim, path);
			if (now && !first)
				used_again(o, &now->head, claim, path);
		}
	}
}

/* --- retired ids --------------------------------------------------------- */

struct retirement {
	struct build_model *b;
	struct old_ids *competencies, *tracks, *levels;
};

static const struct claim *claim_in(const struct old_ids *o, struct str id)
{
	return map_find(&o->claims, id);
}

static void retired_and(struct build_model *b, const struct retired *r,
			const struct node *other, const char *what)
{
	struct finding *f = model_add(b, CODE_L208, r->head.node,
				      "%s is retired and %s",
				      quote(b, r->head.id), what);

	finding_note(b->diag, f, doc_span(&b->l->doc, other), "here");
	finding_help(b->diag, f, "keep one of the two");
}

/* What an id of one kind is today and was once. */
static void check_retired(struct build_model *b, const struct retired *r,
			  const struct old_ids *o, const struct head *now)
{
	const struct claim *claim = claim_in(o, r->head.id);

	if (now)
		retired_and(b, r, now->node, "still in use");
	else if (claim)
		retired_and(b, r, claim->node, "renamed away");
}

static bool replaced_by_is(const struct retired *r, const void *found)
{
	return !r->replaced_by.len || found;
}

/* `now` is what it is called today, or empty. */
static void unknown_replacement(struct build_model *b,
				const struct retired *r, const char *kind,
				struct str now)
{
	struct finding *f;

	if (competencies_are_lost(b) || tracks_are_lost(b))
		return;
	if (now.len) {
		f = model_add(b, CODE_L207, r->replaced_by_node,
			      "the %s %s is called %s now", kind,
			      quote(b, r->replaced_by), quote(b, now));
		finding_write(b->diag, f, now);
		return;
	}
	f = model_add(b, CODE_L204, r->replaced_by_node, "there is no %s %s",
		      kind, quote(b, r->replaced_by));
	finding_help(b->diag, f, "name one that exists today");
}

static struct str name_today(const struct retirement *t, struct str id)
{
	const struct claim *claim = claim_in(t->competencies, id);

	if (!claim)
		claim = claim_in(t->tracks, id);
	return claim ? claim->thing->id : (struct str){0};
}

static struct str role_today(const struct retirement *t, struct str word)
{
	struct role_lookup found =
		ladder_lookup_role(t->b->l, t->b->arena, word);

	return found.role ? found.role->path : (struct str){0};
}

static void check_retirement(struct retirement *t, const struct retired *r)
{
	struct ladder *l = t->b->l;
	struct competency *c = ladder_competency(l, r->head.id);
	struct track *track = ladder_track(l, r->head.id);
	struct role *role = ladder_role(l, r->head.id);
	void *as_competency = ladder_competency(l, r->replaced_by);
	void *as_track = ladder_track(l, r->replaced_by);

	if (str_index(r->head.id, '/') < r->head.id.len) {
		check_retired(t->b, r, t->levels, role ? &role->head : NULL);
		if (!replaced_by_is(r, ladder_role(l, r->replaced_by)))
			unknown_replacement(t->b, r, "role",
					    role_today(t, r->replaced_by));
		return;
	}
	if (!replaced_by_is(r, as_competency) && !replaced_by_is(r, as_track))
		unknown_replacement(t->b, r, "competency or track",
				    name_today(t, r->replaced_by));
	if (!r->replaced_by.len || as_competency)
		check_retired(t->b, r, t->competencies, c ? &c->head : NULL);
	if (!r->replaced_by.len || (as_track && !as_competency))
		check_retired(t->b, r, t->tracks,
			      track ? &track->head : NULL);
}

void model_check_old_ids(struct build_model *b)
{
	struct old_ids competencies = {.b = b, .kind = "competency"};
	struct old_ids tracks = {.b = b, .kind = "track"};
	struct old_ids levels = {.b = b, .kind = "level"};
	struct retirement t = {b, &competencies, &tracks, &levels};

	check_competencies(b, &competencies);
	check_tracks(b, &tracks);
	check_levels(b, &levels);
	for_each(r, &b->l->retired)
		check_retirement(&t, r);
}
