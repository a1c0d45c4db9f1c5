#include "report/diff_outline.h"

#include "report/words.h"

struct str diff_view_name(const struct diff_view *v)
{
	return v->new_name.len ? v->new_name : v->old_name;
}

bool diff_outline_says(const struct diff_outline *o)
{
	return !o->view->diff || o->n;
}

/* --- what is shown, and under what --------------------------------------- */

static bool is_hidden(const struct diff_view *v, uint32_t i)
{
	return v->hidden && v->hidden[i];
}

/* A change follows what it is inside of. */
static void find_tops(struct diff_outline *o, struct arena *a)
{
	const struct diff *d = o->view->diff;

	o->top = ARENA_ARRAY(a, d->changes.n, uint32_t);
	for (uint32_t i = 0; i < d->changes.n; i++) {
		uint32_t inside = d->changes.at[i].inside;

		if (is_hidden(o->view, i)) {
			o->top[i] = UINT32_MAX;
			continue;
		}
		o->top[i] = i;
		if (inside && o->top[inside - 1] != UINT32_MAX)
			o->top[i] = o->top[inside - 1];
	}
}

static void count(struct diff_outline *o)
{
	const struct diff *d = o->view->diff;

	for (uint32_t i = 0; i < d->changes.n; i++) {
		const struct change *c = &d->changes.at[i];

		if (o->top[i] == UINT32_MAX)
			continue;
		o->n++;
		o->n_of[c->class]++;
		o->breaks += c->files == FILES_BREAK;
		o->shifts += c->files == FILES_SHIFT;
	}
}

/* --- who is reached ------------------------------------------------------ */

/* By role index, on each side. */
struct reached {
	bool *old, *new;
};

static bool has_effect(const struct change *c, enum effect effect)
{
	return c->incumbent == effect || c->candidate == effect;
}

static void mark_role(struct reached *r, const struct diff *d,
		      const struct role *role, bool value)
{
	bool new = role->track->ladder == d->new;

	(new ? r->new : r->old)[role->index] = value;
}

/* Sets or clears the roles that changes with an effect reach. */
static void mark_roles(struct reached *r, const struct diff_outline *o,
		       enum effect effect, bool value)
{
	const struct diff *d = o->view->diff;

	for (uint32_t i = 0; i < d->changes.n; i++) {
		const struct change *c = &d->changes.at[i];

		if (o->top[i] == UINT32_MAX || !has_effect(c, effect))
			continue;
		for_each(role, &c->reaches)
			mark_role(r, d, *role, value);
	}
}

static void mark_list(struct reached *r, const struct diff *d,
		      const change_roles *roles, bool value)
{
	for_each(role, roles)
		mark_role(r, d, *role, value);
}

static void take_roles(change_roles *to, const struct ladder *l,
		       const bool *reached, struct arena *a)
{
	for (uint32_t i = 0; i < l->n_roles; i++)
		if (reached[i])
			*vec_add(a, to) = l->roles[i];
}

static change_roles roles_with(const struct diff_outline *o,
			       enum effect effect, struct arena *a)
{
	const struct diff *d = o->view->diff;
	struct reached r = {ARENA_ARRAY(a, d->old->n_roles, bool),
			    ARENA_ARRAY(a, d->new->n_roles, bool)};
	change_roles roles = {0};

	mark_roles(&r, o, effect, true);
	if (effect == EFFECT_REVIEW)
		mark_roles(&r, o, EFFECT_HARDER, false);
	/* nobody holds a role that is new, or keeps one that is gone */
	mark_list(&r, d, &o->added, false);
	mark_list(&r, d, &o->gone, false);
	take_roles(&roles, d->new, r.new, a);
	take_roles(&roles, d->old, r.old, a);
	return roles;
}

static change_roles roles_of(const struct diff_outline *o,
			     enum change_code code, struct arena *a)
{
	const struct diff *d = o->view->diff;
	change_roles roles = {0};

	for (uint32_t i = 0; i < d->changes.n; i++)
		if (o->top[i] != UINT32_MAX && d->changes.at[i].code == code)
			*vec_add(a, &roles) = d->changes.at[i].role;
	return roles;
}

/* --- groups -------------------------------------------------------------- */

/* What a change is about, as a key that only serves to find it again. */
struct group_key {
	const void *thing;
	uintptr_t class;
};

/* Of things that came or went there is little to say of each. */
static const char *list_title(enum change_code code)
{
	static const char *const titles[N_CHANGES] = {
		[CHANGE_D101] = "Tracks added",
		[CHANGE_D102] = "Tracks removed",
		[CHANGE_D110] = "Levels added",
		[CHANGE_D111] = "Levels removed",
		[CHANGE_D201] = "Categories added",
		[CHANGE_D202] = "Categories removed",
		[CHANGE_D210] = "Competencies added",
		[CHANGE_D211] = "Competencies removed",
		[CHANGE_D430] = "Scores added",
		[CHANGE_D431] = "Scores removed",
	};

	return titles[code];
}

static const void *thing_of(const struct diff *d, const struct change *c)
{
	if (list_title(c->code))
		return list_title(c->code);
	switch (c->about) {
	case ABOUT_LADDER:
		return d->new;
	case ABOUT_ROLE:
		return c->role;
	case ABOUT_TRACK:
		return c->track;
	case ABOUT_COMPETENCY:
		return c->competency;
	case ABOUT_CATEGORY:
		return c->category;
	case ABOUT_SCORE:
		return c->score;
	}
	return d->new;
}

/* The place of a group in its section, counted from 1, to be set where it is
 * 0. */
static uint32_t *find_group(struct map *groups, const struct diff *d,
			    const struct change *c, enum change_class class,
			    struct arena *a)
{
	struct group_key *key = ARENA_NEW(a, struct group_key);
	struct str text = {(const char *)key, sizeof *key};
	uint32_t *place;

	key->thing = thing_of(d, c);
	key->class = class;
	place = map_find(groups, text);
	if (place)
		return place;
	place = ARENA_NEW(a, uint32_t);
	map_add(groups, a, text, place);
	return place;
}

/* The weightiest class among a change and those inside it. */
static enum change_class *weigh(const struct diff_outline *o, struct arena *a)
{
	const struct diff *d = o->view->diff;
	enum change_class *classes =
		ARENA_ARRAY(a, d->changes.n, enum change_class);

	for (uint32_t i = 0; i < d->changes.n; i++) {
		uint32_t top = o->top[i];

		if (top != UINT32_MAX && d->changes.at[i].class > classes[top])
			classes[top] = d->changes.at[i].class;
	}
	return classes;
}

static void make_groups(struct diff_outline *o, struct arena *a)
{
	const struct diff *d = o->view->diff;
	enum change_class *classes = weigh(o, a);
	struct map groups = {0};

	for (uint32_t i = 0; i < d->changes.n; i++) {
		enum change_class class = classes[i];
		uint32_t *place;
		struct diff_group *group;

		if (o->top[i] != i)
			continue;
		place = find_group(&groups, d, &d->changes.at[i], class, a);
		if (!*place) {
			group = vec_add(a, &o->groups[class]);
			group->class = class;
			group->title = list_title(d->changes.at[i].code);
			*place = o->groups[class].n;
		}
		group = &o->groups[class].at[*place - 1];
		*vec_add(a, &group->changes) = i;
	}
}

struct diff_outline diff_outline(const struct diff_view *v, struct arena *a)
{
	struct diff_outline o = {.view = v};

	if (!v->diff)
		return o;
	find_tops(&o, a);
	count(&o);
	make_groups(&o, a);
	o.added = roles_of(&o, CHANGE_D110, a);
	o.gone = roles_of(&o, CHANGE_D111, a);
	o.harder = roles_with(&o, EFFECT_HARDER, a);
	o.easier = roles_with(&o, EFFECT_EASIER, a);
	o.judged = roles_with(&o, EFFECT_REVIEW, a);
	return o;
}
