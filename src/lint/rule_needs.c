/* Prerequisites: what stages need. */
#include "lint/rule.h"

/* Stages up to which a competency counts, from 1, for the thing that is being
 * looked at; `of` tells whether an entry is of today. */
struct mark {
	uint32_t of;
	uint32_t ordinal;
};

/* Stages of a competency above `from`, up to `to`. */
struct run {
	const struct competency *competency;
	uint32_t from, to;
};

/* A prerequisite that some level brings with it and none has asked for. */
struct pending {
	const struct role *role;       /* the level */
	const struct node *ask;        /* what it asks */
	const struct stage_ref *need;  /* what that needs in the end */
	struct pending *next;
};

struct waiting {
	uint32_t of; /* as in struct mark */
	struct pending *first; /* the newest */
};

struct needs {
	struct mark *closed; /* by competency index: what was followed */
	struct mark *held;   /* for a track: what its levels have asked */
	struct waiting *waiting; /* for a track, by competency index */
	VEC(struct run) stack;
	uint32_t of;
};

static struct needs *needs_for_next(struct lint *lint)
{
	uint32_t n = lint->l->competencies.n;
	struct needs *needs = lint->needs;

	if (!needs) {
		needs = lint->needs = ARENA_NEW(lint->a, struct needs);
		needs->closed = ARENA_ARRAY(lint->a, n, struct mark);
		needs->held = ARENA_ARRAY(lint->a, n, struct mark);
		needs->waiting = ARENA_ARRAY(lint->a, n, struct waiting);
	}
	needs->of++;
	return needs;
}

static uint32_t marked(const struct needs *needs, const struct mark *marks,
		       const struct competency *c)
{
	const struct mark *m = &marks[c->index];

	return m->of == needs->of ? m->ordinal : 0;
}

static void raise(const struct needs *needs, struct mark *marks,
		  const struct competency *c, uint32_t ordinal)
{
	if (ordinal > marked(needs, marks, c))
		marks[c->index] = (struct mark){needs->of, ordinal};
}

/* Puts off the stages of a competency that were not followed yet. */
static void put_off(struct lint *lint, const struct competency *c, uint32_t to)
{
	struct needs *needs = lint->needs;
	uint32_t from = marked(needs, needs->closed, c);

	if (to <= from)
		return;
	*vec_add(lint->a, &needs->stack) = (struct run){c, from, to};
	raise(needs, needs->closed, c, to);
}

/* --- needs that the chain implies ----------------------------------------- */

/* Marks all that the stages put off bring with them; false where there is no
 * time. */
static bool follow_all(struct lint *lint)
{
	struct needs *needs = lint->needs;

	while (needs->stack.n) {
		struct run run = needs->stack.at[--needs->stack.n];

		for (uint32_t i = run.from; i < run.to; i++) {
			const struct stage *s = &run.competency->stages[i];

			if (!lint_may_spend(lint, 1 + s->needs.n))
				return false;
			for_each(ref, &s->needs)
				if (ref->stage)
					put_off(lint, ref->competency,
						ref->stage->ordinal);
		}
	}
	return true;
}

static void implied(struct lint *lint, const struct stage *s,
		    const struct stage_ref *ref)
{
	struct finding *f = lint_add(
		lint, CODE_L228, ref->key,
		"stage %u of %s needs stage %u of %s anyway", s->number,
		lint_quote(lint, s->competency->head.id), ref->stage->number,
		lint_quote(lint, ref->head.id));

	finding_help(lint->d, f,
		     "take it out: the stages below it, or what else it "
		     "needs, bring it with them");
}

/* Puts off a stage and those below it, and marks these alone. */
static void follow_beside(struct lint *lint, const struct competency *c,
			  uint32_t ordinal)
{
	struct needs *needs = lint->needs;
	uint32_t from = marked(needs, needs->closed, c);

	if (ordinal <= from)
		return;
	*vec_add(lint->a, &needs->stack) = (struct run){c, from, ordinal};
	raise(needs, needs->closed, c, ordinal - 1);
}

/* First marks what each of the needs brings with it beside itself: what is
 * marked then is implied. False where there is no time. */
static bool check_needs(struct lint *lint, const struct stage *s)
{
	struct needs *needs = lint->needs;

	for_each(ref, &s->needs)
		if (ref->stage)
			follow_beside(lint, ref->competency,
				      ref->stage->ordinal);
	if (!follow_all(lint))
		return false;
	for_each(ref, &s->needs)
		if (ref->stage && marked(needs, needs->closed,
					 ref->competency) >=
					  ref->stage->ordinal)
			implied(lint, s, ref);
	for_each(ref, &s->needs)
		if (ref->stage)
			raise(needs, needs->closed, ref->competency,
			      ref->stage->ordinal);
	return true;
}

/* In a circle everything implies itself. */
void rule_implied_need(struct lint *lint, const struct competency *c)
{
	struct needs *needs;
	uint32_t first = 0;

	while (first < c->n_stages && !c->stages[first].needs.n)
		first++;
	if (lint->l->circular || first == c->n_stages)
		return;
	needs = needs_for_next(lint);
	for (uint32_t i = first; i < c->n_stages; i++) {
		needs->stack.n = 0;
		raise(needs, needs->closed, c, i);
		if (!check_needs(lint, &c->stages[i]))
			return;
	}
}

/* --- prerequisites that are asked for later ------------------------------- */

static void late(struct lint *lint, const struct pending *p,
		 const struct role *role, const struct node *node)
{
	const struct stage_ref *need = p->need;
	struct finding *f = lint_add(
		lint, CODE_L227, p->ask,
		"%s needs stage %u of %s for this, which its track asks for "
		"only at %s",
		lint_quote(lint, p->role->path), need->stage->number,
		lint_quote(lint, need->head.id),
		lint_quote(lint, role->path));

	lint_note(lint, f, need->key, "needed here");
	lint_note(lint, f, node, "asked for here");
	finding_help(lint->d, f,
		     "ask for it here or below, or take the need out");
}

/* A level asks for a stage: what waited for it came too early. The lowest of
 * the levels that it came with is told, once. */
static void settle(struct lint *lint, const struct role *role,
		   const struct stage *s, const struct node *node)
{
	struct needs *needs = lint->needs;
	struct waiting *waiting = &needs->waiting[s->competency->index];
	struct pending **at = &waiting->first, *oldest = NULL;

	if (waiting->of != needs->of)
		return;
	while (*at) {
		struct pending *p = *at;

		if (p->need->stage->ordinal > s->ordinal) {
			at = &p->next;
			continue;
		}
		oldest = p;
		*at = p->next;
	}
	if (oldest)
		late(lint, oldest, role, node);
}

static void hold(struct lint *lint, const struct role *role,
		 const struct stage *s, const struct node *node)
{
	if (!s)
		return;
	settle(lint, role, s, node);
	raise(lint->needs, lint->needs->held, s->competency, s->ordinal);
}

static void wait_for(struct lint *lint, const struct role *role,
		     const struct node *ask, const struct stage_ref *need)
{
	struct needs *needs = lint->needs;
	struct waiting *waiting = &needs->waiting[need->competency->index];
	struct pending *p;

	if (marked(needs, needs->held, need->competency) >=
	    need->stage->ordinal)
		return;
	if (waiting->of != needs->of)
		*waiting = (struct waiting){.of = needs->of};
	p = ARENA_NEW(lint->a, struct pending);
	*p = (struct pending){role, ask, need, waiting->first};
	waiting->first = p;
}

/* What a stage that a level asks for brings with it. */
static bool bring(struct lint *lint, const struct role *role,
		  const struct stage *asked, const struct node *ask)
{
	struct needs *needs = lint->needs;

	if (asked)
		put_off(lint, asked->competency, asked->ordinal);
	while (needs->stack.n) {
		struct run run = needs->stack.at[--needs->stack.n];

		for (uint32_t i = run.from; i < run.to; i++) {
			const struct stage *s = &run.competency->stages[i];

			if (!lint_may_spend(lint, 1 + s->needs.n))
				return false;
			for_each(ref, &s->needs) {
				if (!ref->stage)
					continue;
				wait_for(lint, role, ask, ref);
				put_off(lint, ref->competency,
					ref->stage->ordinal);
			}
		}
	}
	return true;
}

static bool check_role(struct lint *lint, const struct role *role)
{
	bool whole = true;

	for_each(ref, &role->requires)
		hold(lint, role, ref->stage, ref->key);
	for_each(cell, &role->expects)
		hold(lint, role, cell->stage, cell->head.node);
	for_each(ref, &role->requires)
		whole = whole && bring(lint, role, ref->stage, ref->key);
	for_each(cell, &role->expects)
		whole = whole && bring(lint, role, cell->stage,
				       cell->head.node);
	return whole;
}

void rule_late_prerequisite(struct lint *lint, const struct track *t)
{
	struct needs *needs;

	if (lint->l->circular)
		return;
	needs = needs_for_next(lint);
	needs->stack.n = 0;
	for_each(role, &t->levels)
		if (!check_role(lint, role))
			return;
}
