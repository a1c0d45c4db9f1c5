#include "people/migrate_parts.h"

/* What was declared by either ladder first (diff/match), then what the new one
 * says of old ids that several things had, then what it says is retired. */

static const struct retired *retirement(const struct migrating *c,
					struct str id)
{
	const struct retired *r = map_find(&c->new->by_retired, id);

	return r && r->replaced_by.len ? r : NULL;
}

struct competency *now_competency(const struct migrating *c,
				  const struct competency *old, bool *replaced)
{
	struct competency *now = c->matches.competency_new[old->index];
	const struct retired *r;

	*replaced = false;
	if (!now)
		now = ladder_renamed_competency(c->new, old->head.id);
	if (now)
		return now;
	r = retirement(c, old->head.id);
	now = r ? ladder_competency(c->new, r->replaced_by) : NULL;
	*replaced = now;
	return now;
}

static struct track *renamed_track(const struct ladder *l, struct str id)
{
	for_each(t, &l->tracks)
		for_each(once, &t->renamed_from)
			if (str_eq(*once, id))
				return t;
	return NULL;
}

struct track *now_track(const struct migrating *c, const struct track *old,
			bool *replaced)
{
	struct track *now = c->matches.track_new[old->index];
	const struct retired *r;

	*replaced = false;
	if (!now)
		now = renamed_track(c->new, old->head.id);
	if (now)
		return now;
	r = retirement(c, old->head.id);
	now = r ? ladder_track(c->new, r->replaced_by) : NULL;
	*replaced = now;
	return now;
}

static struct role *role_at(const struct migrating *c,
			    const struct track *track, struct str level)
{
	return ladder_role(c->new, arena_printf(c->arena, "%.*s/%.*s",
						STR_ARG(track->head.id),
						STR_ARG(level)));
}

struct role *now_role(const struct migrating *c, const struct role *old,
		      bool *replaced)
{
	struct role *now = c->matches.role_new[old->index];
	const struct retired *r = retirement(c, old->path);
	struct role_lookup found;
	struct track *track;

	*replaced = false;
	if (now)
		return now;
	found = ladder_lookup_role(c->new, c->arena, old->path);
	if (found.role && found.by_old_id)
		return found.role;
	*replaced = true;
	if (r)
		return ladder_role(c->new, r->replaced_by);
	track = now_track(c, old->track, replaced);
	return track ? role_at(c, track, old->head.id) : NULL;
}

struct stage *now_stage(const struct migrating *c, const struct stage *old,
			const struct competency *in, struct str word,
			bool replaced)
{
	struct stage *now = replaced ? NULL : c->matches.stage_new[old->index];
	struct str id = old->competency->cells ? (struct str){0}
					       : old->rubrics[0]->head.id;
	struct stage_lookup found = {0};

	if (now)
		return now;
	if (id.len)
		found = competency_stage(c->new, in, id, false);
	if (!found.stage && replaced)
		found = competency_stage(c->new, in, word, false);
	return found.stage;
}

/* --- words --------------------------------------------------------------- */

static bool is_role(const struct migrating *c, struct str word,
		    const struct role *role)
{
	struct role_lookup found = ladder_lookup_role(c->new, c->arena, word);

	return found.role == role && !found.by_old_id;
}

struct str role_word(const struct migrating *c, const struct role *role,
		     struct str word)
{
	if (is_role(c, word, role))
		return word;
	if (str_index(word, '/') == word.len && is_role(c, role->head.id, role))
		return role->head.id;
	return role->path;
}

static bool is_stage(const struct migrating *c, struct str word,
		     const struct stage *stage)
{
	struct stage_lookup found = competency_stage(c->new, stage->competency,
						     word, false);

	return found.stage == stage && !found.by_old_id;
}

/* A level that has a cell for the stage, as a word; empty where none is
 * clear. */
static struct str level_word(const struct migrating *c,
			     const struct stage *stage)
{
	for (uint32_t i = 0; i < stage->n_rubrics; i++) {
		const struct role *role = stage->rubrics[i]->role;

		if (is_stage(c, role->head.id, stage))
			return role->head.id;
		if (is_stage(c, role->path, stage))
			return role->path;
	}
	return (struct str){0};
}

/* Whether a number would be taken for another stage when the file is carried
 * over again. */
static bool would_move(const struct migrating *c, struct str number,
		       const struct stage *stage)
{
	const struct competency *there =
		ladder_competency(c->old, stage->competency->head.id);
	struct stage_lookup was = {0};

	if (c->apart || !there || !str_is_digits(number))
		return false;
	was = competency_stage(c->old, there, number, false);
	return was.stage && c->matches.stage_new[was.stage->index] != stage;
}

/* An id says the same in every version; a number only together with one. */
struct str stage_word(const struct migrating *c, const struct stage *stage,
		      struct str word)
{
	struct str id = stage->competency->cells ? level_word(c, stage)
						 : stage->rubrics[0]->head.id;

	if (is_stage(c, word, stage) && !would_move(c, word, stage))
		return word;
	if (id.len && !(str_is_digits(word) && c->apart))
		return id;
	word = arena_printf(c->arena, "%u", stage->number);
	return would_move(c, word, stage) ? (struct str){0} : word;
}
