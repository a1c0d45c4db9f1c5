#include "people/migrate_parts.h"

/* Where a rating goes. */
struct destination {
	struct competency *now; /* NULL: nowhere */
	bool replaced;
	struct stage *stage; /* NULL: the rating names none */
	struct str word;     /* for the stage */
	struct str why;	     /* it cannot stay; empty: it can */
};

static bool has_new_id(const struct rating *r, const struct destination *to)
{
	return to->now && str_eq(r->head.id, to->now->head.id);
}

/* Of several ratings that could stay on one competency the one that stands
 * under its id already does, else the first. */
static const struct rating **choose_owners(struct migrating *c,
					   const struct destination *to)
{
	const struct rating **owner = ARENA_ARRAY(
		c->arena, c->new->competencies.n, const struct rating *);

	for (uint32_t i = 0; i < c->as->ratings.n; i++) {
		const struct rating *r = &c->as->ratings.at[i];
		const struct rating **slot;

		if (to[i].why.len)
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

static void find_stage(struct migrating *c, const struct rating *r,
		       struct destination *to)
{
	struct stage_lookup was = competency_stage(c->old, r->competency,
						   r->stage_text, false);

	if (!was.stage)
		return;
	to->stage = now_stage(c, was.stage, to->now, r->stage_text,
			      to->replaced);
	if (!to->stage) {
		to->why = no_stage(c, r, to);
		return;
	}
	to->word = stage_word(c, to->stage, r->stage_text);
	if (!to->word.len)
		to->why = STR("it has only a number for its stage now, which "
			      "nothing tells from an old one");
}

static void find_destination(struct migrating *c, const struct rating *r,
			     struct destination *to)
{
	to->now = now_competency(c, r->competency, &to->replaced);
	if (!to->now)
		to->why = gone(c, r);
	else if (r->stage_node)
		find_stage(c, r, to);
}

static bool move_rating(struct migrating *c, const struct rating *r,
			const struct destination *to)
{
	if (to->word.len && !migrate_set(c, r->stage_node, to->word))
		return false;
	return rename_key(c, r, to) && migrate_met(c, r, to->now, to->stage);
}

bool migrate_ratings(struct migrating *c)
{
	uint32_t n = c->as->ratings.n;
	struct destination *to = ARENA_ARRAY(c->arena, n + 1,
					     struct destination);
	const struct rating **owner;
	bool ok = true;

	for (uint32_t i = 0; i < n; i++)
		find_destination(c, &c->as->ratings.at[i], &to[i]);
	owner = choose_owners(c, to);
	for (uint32_t i = 0; i < n && ok; i++) {
		const struct rating *r = &c->as->ratings.at[i];

		if (to[i].why.len)
			ok = set_aside(c, r, to[i].why);
		else if (owner[to[i].now->index] != r)
			ok = set_aside(c, r, taken(c, &to[i]));
		else
			ok = move_rating(c, r, &to[i]);
	}
	return ok;
}
