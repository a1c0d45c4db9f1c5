#include "people/migrate_parts.h"

/* Where a rating goes. */
struct destination {
	struct competency *now; /* NULL: nowhere */
	bool replaced;
};

static bool has_new_id(const struct rating *r, const struct destination *to)
{
	return to->now && str_eq(r->head.id, to->now->head.id);
}

/* Of several ratings that land on one competency the one that stands under
 * its id already stays, else the first. */
static const struct rating **choose_owners(struct migrating *c,
					   const struct destination *to)
{
	const struct rating **owner = ARENA_ARRAY(
		c->arena, c->new->competencies.n, const struct rating *);

	for (uint32_t i = 0; i < c->as->ratings.n; i++) {
		const struct rating *r = &c->as->ratings.at[i];
		const struct rating **slot;

		if (!to[i].now)
			continue;
		slot = &owner[to[i].now->index];
		if (!*slot || has_new_id(r, &to[i]))
			*slot = r;
	}
	return owner;
}

static bool set_aside(struct migrating *c, const struct rating *r,
		      struct str why)
{
	c->out->aside++;
	migrate_say(c, r->head.id, "%.*s; kept as a comment", STR_ARG(why));
	return migrate_aside(c, r->key, why);
}

static struct str gone(struct migrating *c, const struct rating *r)
{
	struct str ladder = new_name(c);
	struct str name = migrate_line(c, r->competency->name);

	return arena_printf(c->arena, "%.*s has no competency \"%.*s\"",
			    STR_ARG(ladder), STR_ARG(name));
}

static struct str taken(struct migrating *c, const struct destination *to)
{
	return arena_printf(c->arena,
			    "it is part of %.*s now, which has a "
			    "rating already",
			    STR_ARG(to->now->head.id));
}

static struct str no_stage(struct migrating *c, const struct rating *r,
			   const struct destination *to)
{
	struct str name = new_name(c);

	return arena_printf(c->arena, "%.*s has no stage %.*s of %.*s",
			    STR_ARG(name), STR_ARG(r->stage_text),
			    STR_ARG(to->now->head.id));
}

static bool rename_key(struct migrating *c, const struct rating *r,
		       const struct destination *to)
{
	if (has_new_id(r, to))
		return true;
	if (to->replaced)
		migrate_say(c, r->head.id,
			    "replaced by %.*s; look whether the rating fits it",
			    STR_ARG(to->now->head.id));
	c->out->changes++;
	return edit_rename(&c->edit, r->key, to->now->head.id);
}

/* The new stage of a rating and the word for it, empty where there is none. */
static struct str find_stage(struct migrating *c, const struct rating *r,
			     const struct destination *to, struct stage *old,
			     struct stage **now, struct str *why)
{
	struct str word = {0};

	*now = now_stage(c, old, to->now, r->stage_text, to->replaced);
	if (*now)
		word = stage_word(c, *now, r->stage_text);
	*why = *now ? STR("it has only a number for its stage now, which "
			  "nothing tells from an old one")
		    : no_stage(c, r, to);
	return word;
}

static bool move_rating(struct migrating *c, const struct rating *r,
			const struct destination *to)
{
	struct stage_lookup was = {0};
	struct stage *stage = NULL;
	struct str word, why;

	if (r->stage_node)
		was = competency_stage(c->old, r->competency, r->stage_text,
				       false);
	if (was.stage) {
		word = find_stage(c, r, to, was.stage, &stage, &why);
		if (!word.len)
			return set_aside(c, r, why);
		if (!migrate_set(c, r->stage_node, word))
			return false;
	}
	return rename_key(c, r, to) && migrate_met(c, r, to->now, stage);
}

bool migrate_ratings(struct migrating *c)
{
	uint32_t n = c->as->ratings.n;
	struct destination *to = ARENA_ARRAY(c->arena, n + 1,
					     struct destination);
	const struct rating **owner;
	bool ok = true;

	for (uint32_t i = 0; i < n; i++)
		to[i].now = now_competency(c, c->as->ratings.at[i].competency,
					   &to[i].replaced);
	owner = choose_owners(c, to);
	for (uint32_t i = 0; i < n && ok; i++) {
		const struct rating *r = &c->as->ratings.at[i];

		if (!to[i].now)
			ok = set_aside(c, r, gone(c, r));
		else if (owner[to[i].now->index] != r)
			ok = set_aside(c, r, taken(c, &to[i]));
		else
			ok = move_rating(c, r, &to[i]);
	}
	return ok;
}
