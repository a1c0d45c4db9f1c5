/* The rules of two roles beyond stages: choices and scores. */
#include "diff/comparing.h"

#include "diff/words.h"

/* --- choices -------------------------------------------------------------- */

typedef VEC(const struct choice *) choice_list;

static bool is_in_force(const struct role *r, const struct role *role)
{
	return r->track == role->track && r->level <= role->level &&
	       r->level >= role_first_in_force(role)->level;
}

/* Those in force for a role that the other one does not inherit as well. */
static choice_list own_choices(const struct role *role,
			       const struct role *other, struct arena *a)
{
	choice_list list = {0};

	for_each_in_force(r, role) {
		if (is_in_force(r, other))
			continue;
		for_each(choice, &r->choose)
			*vec_add(a, &list) = choice;
	}
	return list;
}

static void add_choice(struct comparing *c, enum step_kind kind,
		       const struct choice *old, const struct choice *new)
{
	*vec_add(c->a, &c->d->choices) = (struct choice_step){kind, old, new};
	c->d->n_of[kind]++;
}

static void add_inherited(struct comparing *c)
{
	const struct role *role = c->d->new;

	for_each_in_force(r, role)
		if (is_in_force(r, c->d->old))
			for_each(choice, &r->choose)
				add_choice(c, STEP_SAME, choice, choice);
}

static struct str option_id(const struct comparing *c,
			    const struct stage_ref *ref, bool old)
{
	const struct competency *here =
		old ? c->m->competency_new[ref->competency->index] : NULL;

	return here ? here->head.id : ref->competency->head.id;
}

/* The ids of its options, as the new ladder has them. */
static struct str sentence(const struct comparing *c,
			   const struct choice *choice, bool old)
{
	size_t bytes = 0;
	char *text, *to;

	for_each(ref, &choice->of)
		bytes += option_id(c, ref, old).len + 1;
	text = to = arena_alloc(c->a, bytes + 1);
	for_each(ref, &choice->of) {
		struct str id = option_id(c, ref, old);

		memcpy(to, id.ptr, id.len);
		to += id.len;
		*to++ = ' ';
	}
	return (struct str){text, bytes};
}

/* Choices as sentences, so that they are matched as texts are. */
static struct str *sentences(const struct comparing *c,
			     const choice_list *list, bool old)
{
	struct str *texts = ARENA_ARRAY(c->a, list->n, struct str);

	for (uint32_t i = 0; i < list->n; i++)
		texts[i] = sentence(c, list->at[i], old);
	return texts;
}

/* In which direction a rule goes. */
struct direction {
	bool harder, easier;
};

static void note_order(struct direction *d, int64_t old, int64_t new)
{
	d->harder |= old < new;
	d->easier |= old > new;
}

/* What became of the options: `of_old` has them by competency, as the new
 * ladder has those, and is left empty. */
static void note_options(const struct comparing *c, struct direction *d,
			 const struct choice *new,
			 const struct stage_ref **of_old)
{
	for_each(ref, &new->of) {
		const struct stage_ref **old = &of_old[ref->competency->index];

		if (*old)
			note_order(d, stage_order(c, (*old)->stage, ref->stage),
				   0);
		else
			d->easier = true;
		*old = NULL;
	}
}

/* Notes the options of the old choice by competency; those that are gone in
 * the new ladder are options lost. */
static void index_options(const struct comparing *c, struct direction *d,
			  const struct choice *old,
			  const struct stage_ref **of_old)
{
	for_each(ref, &old->of) {
		const struct competency *here =
			c->m->competency_new[ref->competency->index];

		if (here)
			of_old[here->index] = ref;
		else
			d->harder = true;
	}
}

/* The options that no option of the new choice took. */
static void note_lost(const struct comparing *c, struct direction *d,
		      const struct choice *old,
		      const struct stage_ref **of_old)
{
	for_each(ref, &old->of) {
		const struct competency *here =
			c->m->competency_new[ref->competency->index];

		if (!here || !of_old[here->index])
			continue;
		d->harder = true;
		of_old[here->index] = NULL;
	}
}

static enum step_kind kind_of(struct direction d)
{
	if (d.harder && d.easier)
		return STEP_CHANGED;
	return d.harder ? STEP_RAISED : d.easier ? STEP_LOWERED : STEP_SAME;
}

static void compare_choice(struct comparing *c, const struct choice *old,
			   const struct choice *new,
			   const struct stage_ref **of_old)
{
	struct direction d = {0};
	enum step_kind kind;

	note_order(&d, old->at_least, new->at_least);
	index_options(c, &d, old, of_old);
	note_options(c, &d, new, of_old);
	note_lost(c, &d, old, of_old);
	kind = kind_of(d);
	if (kind == STEP_SAME && !words_same(old->summary, new->summary, c->a))
		kind = STEP_REWORDED;
	add_choice(c, kind, old, new);
}

void compare_choices(struct comparing *c)
{
	struct role_diff *d = c->d;
	choice_list old = own_choices(d->old, d->new, c->a);
	choice_list new = own_choices(d->new, d->old, c->a);
	const struct stage_ref **of_old =
		ARENA_ARRAY(c->a, d->new_ladder->competencies.n,
			    const struct stage_ref *);
	text_pairs pairs = texts_match(sentences(c, &old, true), old.n,
				       sentences(c, &new, false), new.n, c->a);

	add_inherited(c);
	for_each(pair, &pairs)
		if (pair->old == UINT32_MAX)
			add_choice(c, STEP_NEW, NULL, new.at[pair->new]);
		else if (pair->new == UINT32_MAX)
			add_choice(c, STEP_DROPPED, old.at[pair->old], NULL);
		else
			compare_choice(c, old.at[pair->old], new.at[pair->new],
				       of_old);
}

/* --- scores --------------------------------------------------------------- */

static bool points_alike(const struct comparing *c, const struct reading *old,
			 const struct reading *new,
			 const struct competency *here)
{
	for (uint32_t i = 0; i < here->n_stages; i++) {
		const struct stage *there =
			c->m->stage_old[here->stages[i].index];

		if (!there || reading_points(old, there) !=
				      reading_points(new, &here->stages[i]))
			return false;
	}
	return true;
}

/* Whether two roles read a score in the same way: the same things with the
 * same weights and points. */
static bool reads_alike(const struct comparing *c, const struct reading *old,
			const struct reading *new)
{
	if (old == new)
		return true;
	if (old->combine != new->combine)
		return false;
	for_each(here, &c->d->new_ladder->competencies) {
		const struct competency *there =
			c->m->competency_old[here->index];
		int64_t before = there ? old->weights[there->index] : 0;

		if (before != new->weights[here->index] ||
		    (before && !points_alike(c, old, new, here)))
			return false;
	}
	return true;
}

static enum step_kind goal_kind(const struct comparing *c,
				const struct score_goal *old,
				const struct score_goal *new)
{
	struct direction d = {0};

	if (!old || !new)
		return old ? STEP_DROPPED : STEP_NEW;
	if (!reads_alike(c, track_reading(c->d->old->track, old->score),
			 track_reading(c->d->new->track, new->score)))
		return STEP_CHANGED;
	note_order(&d, old->figure, new->figure);
	return kind_of(d);
}

static void add_goal(struct comparing *c, const struct score *score,
		     const struct score_goal *old, const struct score_goal *new)
{
	struct goal_step *step;

	if (!old && !new)
		return;
	step = vec_add(c->a, &c->d->goals);
	*step = (struct goal_step){goal_kind(c, old, new), score, old, new};
	c->d->n_of[step->kind]++;
}

void compare_goals(struct comparing *c)
{
	const struct role_diff *d = c->d;
	const struct score_goal **old =
		role_score_goals(d->old_ladder, d->old, c->a);
	const struct score_goal **new =
		role_score_goals(d->new_ladder, d->new, c->a);

	for_each(here, &d->new_ladder->scores) {
		const struct score *there =
			ladder_score(d->old_ladder, here->head.id);

		add_goal(c, here, there ? old[there->index] : NULL,
			 new[here->index]);
	}
	for_each(there, &d->old_ladder->scores)
		if (!ladder_score(d->new_ladder, there->head.id))
			add_goal(c, there, old[there->index], NULL);
}
