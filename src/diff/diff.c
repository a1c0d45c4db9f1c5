#include "diff/diff.h"

#include "diff/build.h"

#include <stdlib.h>

/* --- drafts --------------------------------------------------------------- */

uint32_t draft_number(const struct differ *x, const struct draft *draft)
{
	return (uint32_t)(draft - x->drafts.at) + 1;
}

static const void *either(const void *new, const void *old)
{
	return new ? new : old;
}

struct draft *differ_add(struct differ *x, enum change_code code,
			 const struct scope *scope)
{
	const struct change_info *info = &change_table[code];
	change_roles reaches = reach_of(x, scope);
	struct draft *draft = vec_add(x->a, &x->drafts);

	*draft = (struct draft){.inside = scope->inside,
				.sequence = x->drafts.n};
	draft->c = (struct change){
		.code = code,
		.incumbent = info->incumbent,
		.candidate = info->candidate,
		.files = info->files,
		.about = scope->about,
		.role = either(scope->role.of[NEW], scope->role.of[OLD]),
		.track = scope->track,
		.competency = either(scope->competency.of[NEW],
				     scope->competency.of[OLD]),
		.category = scope->category,
		.score = scope->score,
		.stage = either(scope->stage.of[NEW], scope->stage.of[OLD]),
		.reaches = reaches,
	};
	if (scope->no_monotone && info->incumbent != EFFECT_NONE)
		draft->c.incumbent = draft->c.candidate = EFFECT_REVIEW;
	return draft;
}

void draft_side(struct differ *x, struct draft *draft, enum side side,
		const struct node *entity, const struct node *place,
		struct change_value value)
{
	struct change_side *s = side == OLD ? &draft->c.old : &draft->c.new;

	s->doc = &x->in[side]->doc;
	s->node = place ? place : entity;
	s->value = value;
	draft->entity[side] = entity;
}

/* --- scopes --------------------------------------------------------------- */

struct scope scope_ladder(void)
{
	return (struct scope){.about = ABOUT_LADDER};
}

struct scope scope_role(struct differ *x, const struct role *old,
			const struct role *new)
{
	const struct role *role = either(new, old);

	return (struct scope){
		.about = ABOUT_ROLE,
		.reach = REACH_ROLE,
		.role = {{old, new}},
		.track = role->track,
		.inside = new ? x->role_draft[NEW][new->index]
			      : x->role_draft[OLD][old->index],
	};
}

struct scope scope_competency(struct differ *x, const struct competency *old,
			      const struct competency *new)
{
	return (struct scope){
		.about = ABOUT_COMPETENCY,
		.reach = REACH_COMPETENCY,
		.competency = {{old, new}},
		.inside = new ? x->competency_draft[NEW][new->index]
			      : x->competency_draft[OLD][old->index],
	};
}

struct scope scope_stage(struct differ *x, const struct stage *old,
			 const struct stage *new)
{
	struct scope scope =
		scope_competency(x, old ? old->competency : NULL,
				 new ? new->competency : NULL);
	bool share = (old && old->competency->threshold < 1000) ||
		     (new && new->competency->threshold < 1000);

	scope.reach = REACH_STAGE;
	scope.stage = (struct stage_pair){{old, new}};
	scope.no_monotone = share;
	return scope;
}

/* --- the same things ------------------------------------------------------ */

const struct track *track_other(const struct differ *x, enum side side,
				const struct track *t)
{
	return (side == OLD ? x->m->track_new : x->m->track_old)[t->index];
}

const struct role *role_other(const struct differ *x, enum side side,
			      const struct role *role)
{
	return (side == OLD ? x->m->role_new : x->m->role_old)[role->index];
}

const struct competency *competency_other(const struct differ *x,
					  enum side side,
					  const struct competency *c)
{
	return (side == OLD ? x->m->competency_new
			    : x->m->competency_old)[c->index];
}

const struct stage *stage_other(const struct differ *x, enum side side,
				const struct stage *s)
{
	return (side == OLD ? x->m->stage_new : x->m->stage_old)[s->index];
}

int stage_change(const struct differ *x, const struct stage *old,
		 const struct stage *new)
{
	if (!old || !new)
		return !!new - !!old;
	return match_compare_stages(x->m, old, new);
}

/* --- paths, classes, order ------------------------------------------------ */

static void find_paths(struct differ *x, enum side side)
{
	doc_named *names = &(doc_named){0};

	for_each(draft, &x->drafts) {
		struct change_side *s =
			side == OLD ? &draft->c.old : &draft->c.new;

		if (!draft->gone && draft->entity[side])
			*vec_add(x->a, names) = (struct doc_name){
				draft->entity[side], &s->path};
	}
	doc_names(&x->in[side]->doc, names, x->a);
}

static void settle(struct draft *draft)
{
	struct change *c = &draft->c;

	if (draft->no_people || !c->reaches.n)
		c->incumbent = c->candidate = EFFECT_NONE;
	c->class = change_class(c->incumbent, c->candidate, c->files);
}

/* Where a change stands in the list: the ladder, tracks and levels, scores,
 * categories, competencies; each in file order, what is gone where it was. */
static uint64_t group_of(const struct differ *x, const struct change *c)
{
	uint64_t kind = 0, index = 0;

	switch (c->about) {
	case ABOUT_LADDER:
		break;
	case ABOUT_TRACK:
		kind = 1;
		index = (uint64_t)c->track->index << 33;
		if (c->track->ladder != x->in[NEW])
			index |= 1u << 31;
		break;
	case ABOUT_ROLE:
		kind = 1;
		index = (uint64_t)c->role->track->index << 33 |
			(uint64_t)1 << 32 | c->role->level;
		if (c->role->track->ladder != x->in[NEW])
			index |= 1u << 31;
		break;
	case ABOUT_SCORE:
		kind = 2;
		index = c->score->index;
		break;
	case ABOUT_CATEGORY:
		kind = 3;
		index = (uint64_t)c->category->head.node->at;
		break;
	case ABOUT_COMPETENCY:
		kind = 4;
		index = c->competency->index;
		break;
	}
	return kind << 60 | index;
}

struct sorted {
	uint64_t group;
	uint32_t parent, sequence, draft;
};

static int by_place(const void *a, const void *b)
{
	const struct sorted *x = a, *y = b;

	if (x->group != y->group)
		return x->group < y->group ? -1 : 1;
	if (x->parent != y->parent)
		return x->parent < y->parent ? -1 : 1;
	return x->sequence < y->sequence ? -1 : x->sequence > y->sequence;
}

static void collect(struct differ *x)
{
	VEC(struct sorted) order = {0};
	uint32_t *place = ARENA_ARRAY(x->a, x->drafts.n + 1, uint32_t);

	for_each(draft, &x->drafts) {
		const struct draft *top = draft;

		if (draft->gone)
			continue;
		if (draft->inside)
			top = &x->drafts.at[draft->inside - 1];
		*vec_add(x->a, &order) = (struct sorted){
			group_of(x, &top->c), top->sequence, draft->sequence,
			draft_number(x, draft)};
	}
	if (order.n)
		qsort(order.at, order.n, sizeof *order.at, by_place);
	for_each(at, &order) {
		struct draft *draft = &x->drafts.at[at->draft - 1];
		struct change *c;

		settle(draft);
		c = vec_add(x->a, &x->d->changes);
		*c = draft->c;
		c->inside = draft->inside ? place[draft->inside] : 0;
		place[at->draft] = x->d->changes.n;
		x->d->n_of[c->class]++;
	}
}

/* --- all of it ------------------------------------------------------------ */

static void differ_init(struct differ *x)
{
	for (int side = OLD; side <= NEW; side++) {
		const struct ladder *l = x->in[side];

		x->role_draft[side] =
			ARENA_ARRAY(x->a, l->n_roles, uint32_t);
		x->competency_draft[side] =
			ARENA_ARRAY(x->a, l->competencies.n, uint32_t);
	}
	x->cumulative_draft = ARENA_ARRAY(x->a, x->in[NEW]->n_roles, uint32_t);
	x->renamed_in_place = ARENA_ARRAY(x->a, x->in[NEW]->n_roles, bool);
	reach_init(x);
	fields_init(x);
}

struct diff *diff_ladders(const struct ladder *old, const struct ladder *new,
			  const struct diff_options *options, struct arena *a)
{
	struct diff *d = ARENA_NEW(a, struct diff);
	struct differ x = {
		.in = {old, new},
		.m = &d->matches,
		.d = d,
		.a = a,
		.dressing = options && options->dressing,
	};

	d->old = old;
	d->new = new;
	d->matches = match_ladders(old, new, a);
	d->choice_new = ARENA_ARRAY(a, old->n_roles, uint32_t *);
	differ_init(&x);
	diff_in_place(&x);
	diff_things(&x);
	diff_ranks(&x);
	diff_asks(&x);
	diff_scores(&x);
	diff_moves(&x);
	diff_moved_texts(&x);
	find_paths(&x, OLD);
	find_paths(&x, NEW);
	collect(&x);
	diff_fingerprints(d, a);
	diff_renames(&x);
	return d;
}

static bool is_harder(const struct change *c)
{
	return c->incumbent == EFFECT_HARDER || c->candidate == EFFECT_HARDER;
}

change_roles diff_harder(const struct diff *d, struct arena *a)
{
	bool *seen = ARENA_ARRAY(a, d->new->n_roles, bool);
	change_roles harder = {0};

	for_each(c, &d->changes)
		for (uint32_t i = 0; is_harder(c) && i < c->reaches.n; i++) {
			const struct role *role = c->reaches.at[i];

			if (role->track->ladder == d->new)
				seen[role->index] = true;
		}
	for (uint32_t i = 0; i < d->new->n_roles; i++)
		if (seen[i])
			*vec_add(a, &harder) = d->new->roles[i];
	return harder;
}
