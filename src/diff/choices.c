#include "diff/build.h"

#include "base/buf.h"

#include <stdlib.h>

/* Rules over several competencies: `choose`, `needs`, `optional`. */

/* --- lists of stages ------------------------------------------------------ */

static const struct competency *old_of(const struct differ *x,
				       const struct stage_ref *new)
{
	return new->competency ? competency_other(x, NEW, new->competency)
			       : NULL;
}

/* A list of stages to look competencies up in; long ones by a map. */
struct lookup {
	const stage_refs *list;
	struct map by_id;
};

enum { FEW_REFS = 16 };

static struct lookup lookup_of(struct differ *x, const stage_refs *list)
{
	struct lookup l = {list, {0}};

	if (list->n > FEW_REFS)
		for_each(ref, list)
			if (ref->competency)
				map_add(&l.by_id, x->a,
					ref->competency->head.id, ref);
	return l;
}

static const struct stage_ref *find_ref(const struct lookup *l,
					const struct competency *c)
{
	if (!c)
		return NULL;
	if (l->list->n > FEW_REFS)
		return map_find(&l->by_id, c->head.id);
	for_each(ref, l->list)
		if (ref->competency == c)
			return ref;
	return NULL;
}

/* What the differences of a list are called. */
struct list_codes {
	enum change_code added, raised;
};

static void side_ref(struct differ *x, struct draft *draft, enum side side,
		     const struct stage_ref *ref)
{
	if (ref)
		draft_side(x, draft, side, ref->head.node, NULL,
			   value_stage(ref->competency, ref->stage));
}

static void compare_refs(struct differ *x, const struct scope *scope,
			 const struct list_codes *codes,
			 const struct stage_ref *old,
			 const struct stage_ref *new)
{
	enum change_code code;
	struct draft *draft;

	if (old && new) {
		int change = stage_change(x, old->stage, new->stage);

		if (!change)
			return;
		code = change > 0 ? codes->raised
				  : change_table[codes->raised].mirror;
	} else {
		code = new ? codes->added : change_table[codes->added].mirror;
	}
	draft = differ_add(x, code, scope);
	side_ref(x, draft, OLD, old);
	side_ref(x, draft, NEW, new);
}

static void compare_stage_lists(struct differ *x, const struct scope *scope,
				const struct list_codes *codes,
				const stage_refs *old, const stage_refs *new)
{
	const struct stage_ref **then =
		ARENA_ARRAY(x->a, old->n, const struct stage_ref *);
	struct lookup before;
	uint32_t left = 0;

	if (!old->n && !new->n)
		return;
	before = lookup_of(x, old);
	for_each(ref, old)
		then[left++] = ref;
	for_each(ref, new) {
		const struct stage_ref *was = find_ref(&before, old_of(x, ref));

		compare_refs(x, scope, codes, was, ref);
		if (was)
			then[was - old->at] = NULL;
	}
	for (uint32_t i = 0; i < left; i++)
		if (then[i])
			compare_refs(x, scope, codes, then[i], NULL);
}

void diff_needs(struct differ *x, const struct stage *old,
		const struct stage *new)
{
	static const struct list_codes codes = {CHANGE_D230, CHANGE_D232};
	struct scope scope = scope_stage(x, old, new);

	scope.no_monotone = false;
	compare_stage_lists(x, &scope, &codes, &old->needs, &new->needs);
}

void diff_stretch(struct differ *x, const struct role *old,
		  const struct role *new)
{
	static const struct list_codes codes = {CHANGE_D410, CHANGE_D410};
	struct scope scope = scope_role(x, old, new);

	compare_stage_lists(x, &scope, &codes, &old->optional,
			    &new->optional);
}

/* --- choices -------------------------------------------------------------- */

/* Choices have no ids. They are the same where they offer the most in common;
 * of those pairs first the ones that ask for as many, then the ones of one
 * summary, then those that stand first in both lists together. */
struct nearness {
	uint32_t old, new, common, alike;
};

static uint32_t common_options(struct differ *x, const struct lookup *old,
			       const struct choice *new)
{
	uint32_t common = 0;

	for_each(option, &new->of) {
		const struct stage_ref *was = find_ref(old, old_of(x, option));

		if (was)
			common += stage_change(x, was->stage, option->stage)
					  ? 1
					  : 2;
	}
	return common;
}

/* Adds the pairs of an old choice that have an option in common; gives how
 * many. */
static uint32_t pairs_of(struct differ *x, const struct choice *old,
			 const struct role *new, struct nearness *pairs)
{
	struct lookup before = lookup_of(x, &old->of);
	uint32_t n = 0;

	for_each(choice, &new->choose) {
		uint32_t common = common_options(x, &before, choice);

		if (common)
			pairs[n++] = (struct nearness){
				.old = old->index,
				.new = choice->index,
				.common = common,
				.alike = 2 * (old->at_least ==
					      choice->at_least) +
					 str_eq(old->summary, choice->summary),
			};
	}
	return n;
}

/* The nearest first; pairs that are equal in all have no choice in common, so
 * that their order does not matter. */
static int by_nearness(const void *a, const void *b)
{
	const struct nearness *x = a, *y = b;
	uint32_t sum_x = x->old + x->new, sum_y = y->old + y->new;

	if (x->common != y->common)
		return x->common > y->common ? -1 : 1;
	if (x->alike != y->alike)
		return x->alike > y->alike ? -1 : 1;
	return (sum_x > sum_y) - (sum_x < sum_y);
}

enum { MOST_CHOICES = 32 }; /* more are taken in their order */

static void match_choices(struct differ *x, const struct role *old,
			  const struct role *new, uint32_t *then,
			  uint32_t *now)
{
	struct nearness pairs[MOST_CHOICES * MOST_CHOICES];
	uint32_t n = 0;

	if (old->choose.n > MOST_CHOICES || new->choose.n > MOST_CHOICES) {
		for (uint32_t i = 0;
		     i < old->choose.n && i < new->choose.n; i++)
			then[i] = now[i] = i + 1;
		return;
	}
	for_each(choice, &old->choose)
		n += pairs_of(x, choice, new, pairs + n);
	qsort(pairs, n, sizeof *pairs, by_nearness);
	for (const struct nearness *p = pairs; p < pairs + n; p++) {
		if (then[p->old] || now[p->new])
			continue;
		then[p->old] = p->new + 1;
		now[p->new] = p->old + 1;
	}
}

/* "2 of: incident-response 3, performance 3" */
static struct str choice_text(struct differ *x, const struct choice *c)
{
	struct buf text = {0};
	struct str kept;

	buf_printf(&text, "%lld of: ", (long long)c->at_least);
	for_each(option, &c->of)
		buf_printf(&text, "%s%.*s %u", option == c->of.at ? "" : ", ",
			   STR_ARG(option->head.id),
			   option->stage ? option->stage->number : 0);
	kept = arena_str(x->a, buf_str(&text));
	buf_release(&text);
	return kept;
}

/* Everyone whose requirements include the choice. */
static struct scope choice_scope(struct differ *x, const struct role *old,
				 const struct role *new)
{
	struct scope scope = scope_role(x, old, new);

	scope.reach = REACH_IN_FORCE;
	return scope;
}

static void one_choice(struct differ *x, const struct scope *scope,
		       enum side side, const struct choice *c)
{
	struct draft *draft = differ_add(
		x, side == NEW ? CHANGE_D420 : CHANGE_D421, scope);

	draft_side(x, draft, side, c->head.node, NULL,
		   value_words(choice_text(x, c)));
}

static void compare_choice(struct differ *x, const struct scope *scope,
			   const struct choice *old, const struct choice *new)
{
	static const struct list_codes codes = {CHANGE_D424, CHANGE_D426};

	if (old->at_least != new->at_least) {
		struct draft *draft = differ_add(
			x,
			new->at_least > old->at_least ? CHANGE_D422
						      : CHANGE_D423,
			scope);

		draft_side(x, draft, OLD, old->at_least_node, NULL,
			   value_number(old->at_least));
		draft_side(x, draft, NEW, new->at_least_node, NULL,
			   value_number(new->at_least));
	}
	compare_stage_lists(x, scope, &codes, &old->of, &new->of);
	fields_compare(x, "a choice", old, new, scope);
}

void diff_choices(struct differ *x, const struct role *old,
		  const struct role *new)
{
	struct scope scope = choice_scope(x, old, new);
	uint32_t *then, *now;

	if (!old->choose.n && !new->choose.n)
		return;
	then = ARENA_ARRAY(x->a, old->choose.n, uint32_t);
	now = ARENA_ARRAY(x->a, new->choose.n, uint32_t);
	match_choices(x, old, new, then, now);
	x->d->choice_new[old->index] = then;
	for (uint32_t k = 0; k < new->choose.n; k++)
		if (now[k])
			compare_choice(x, &scope,
				       &old->choose.at[now[k] - 1],
				       &new->choose.at[k]);
		else
			one_choice(x, &scope, NEW, &new->choose.at[k]);
	for (uint32_t i = 0; i < old->choose.n; i++)
		if (!then[i])
			one_choice(x, &scope, OLD, &old->choose.at[i]);
}
