#include "people/rules.h"

enum { OLD, NEW };

/* --- choices -------------------------------------------------------------- */

/* A competency that a choice of the old ladder offers. */
struct offer {
	uint32_t choice;    /* in its role's list */
	struct offer *next; /* of the same competency */
};

/* Of so many choices that offer the same competency the likest is looked for;
 * more than that are no ladder of this world. */
enum { MOST_LOOKED_AT = 16 };

/* The choices of one role, side by side. */
struct pairing {
	const struct rule_twins *twins;
	const struct role *of[2];
	struct offer **offers; /* by new competency index; NULL between roles */
	bool *taken;           /* by old choice */
	uint32_t *shared;      /* by old choice: what the new one offers too */
	struct arena *arena;
};

static const struct competency *today(const struct pairing *p,
				      const struct competency *c)
{
	return p->twins->diff->matches.competency_new[c->index];
}

/* Lists the offers of the old side, earlier choices first. */
static void list_offers(struct pairing *p)
{
	for (uint32_t i = p->of[OLD]->choose.n; i > 0; i--)
		for_each(option, &p->of[OLD]->choose.at[i - 1].of) {
			const struct competency *c =
				today(p, option->competency);
			struct offer *o;

			if (!c)
				continue;
			o = ARENA_NEW(p->arena, struct offer);
			*o = (struct offer){i - 1, p->offers[c->index]};
			p->offers[c->index] = o;
		}
}

static void forget_offers(struct pairing *p)
{
	for_each(choice, &p->of[OLD]->choose)
		for_each(option, &choice->of) {
			const struct competency *c =
				today(p, option->competency);

			if (c)
				p->offers[c->index] = NULL;
		}
}

/* The first offer of a competency by a choice that has no twin yet. */
static struct offer *free_offers(struct pairing *p, const struct competency *c)
{
	struct offer **at = &p->offers[c->index];

	while (*at && p->taken[(*at)->choice])
		*at = (*at)->next;
	return *at;
}

/* Adds `by` to what each old choice shares with the new one; gives the likest
 * so far, 1 + its place, or 0. */
static uint32_t count_shared(struct pairing *p, const struct choice *choice,
			     uint32_t by)
{
	uint32_t best = 0;

	for_each(option, &choice->of) {
		const struct offer *o = free_offers(p, option->competency);

		for (uint32_t k = 0; o && k < MOST_LOOKED_AT; k++) {
			uint32_t shared = p->shared[o->choice] += by;

			if (!best || shared > p->shared[best - 1] ||
			    (shared == p->shared[best - 1] &&
			     o->choice < best - 1))
				best = o->choice + 1;
			o = o->next;
		}
	}
	return best;
}

static void pair_choice(struct pairing *p, const struct choice *choice)
{
	uint32_t best = count_shared(p, choice, 1);
	const struct rule_twins *t = p->twins;

	count_shared(p, choice, (uint32_t)-1); /* and back to 0 */
	if (!best || p->taken[best - 1])
		return;
	p->taken[best - 1] = true;
	t->choice[t->first[OLD][p->of[OLD]->index] + best - 1] =
		1 + t->first[NEW][p->of[NEW]->index] + choice->index;
}

static void pair_role(struct pairing *p, const struct role *old,
		      const struct role *new)
{
	if (!new || !old->choose.n || !new->choose.n)
		return;
	p->of[OLD] = old;
	p->of[NEW] = new;
	p->taken = ARENA_ARRAY(p->arena, old->choose.n, bool);
	p->shared = ARENA_ARRAY(p->arena, old->choose.n, uint32_t);
	list_offers(p);
	for_each(choice, &new->choose)
		pair_choice(p, choice);
	forget_offers(p);
}

/* --- all of them ---------------------------------------------------------- */

static uint32_t *number_choices(const struct ladder *l, struct arena *a)
{
	uint32_t *first = ARENA_ARRAY(a, l->n_roles + 1, uint32_t);

	for (uint32_t i = 0; i < l->n_roles; i++)
		first[i + 1] = first[i] + l->roles[i]->choose.n;
	return first;
}

const struct rule_twins *rule_twins_new(const struct diff *d, struct arena *a)
{
	struct rule_twins *t = ARENA_NEW(a, struct rule_twins);
	struct pairing p = {.twins = t, .arena = a};

	t->diff = d;
	t->first[OLD] = number_choices(d->old, a);
	t->first[NEW] = number_choices(d->new, a);
	t->choice = ARENA_ARRAY(a, t->first[OLD][d->old->n_roles], uint32_t);
	t->score = ARENA_ARRAY(a, d->old->scores.n, struct score *);
	p.offers = ARENA_ARRAY(a, d->new->competencies.n, struct offer *);
	for_each(s, &d->old->scores)
		t->score[s->index] = ladder_score(d->new, s->head.id);
	for (uint32_t i = 0; i < d->old->n_roles; i++)
		pair_role(&p, d->old->roles[i], d->matches.role_new[i]);
	return t;
}

/* --- what is open --------------------------------------------------------- */

/* Which rules of the new ladder are open. */
struct open_rules {
	bool *competency, *choice, *score;
	uint32_t n;
};

static bool is_open(const struct rule_state *r)
{
	return !r->met && !r->waived;
}

static uint32_t number_of(const struct rule_twins *t, int side,
			  const struct choice *choice)
{
	return t->first[side][choice->role->index] + choice->index;
}

static struct open_rules open_after(const struct rule_twins *t,
				    const struct gap *g, struct arena *a)
{
	const struct ladder *l = t->diff->new;
	struct open_rules open = {
		ARENA_ARRAY(a, l->competencies.n, bool),
		ARENA_ARRAY(a, t->first[NEW][l->n_roles], bool),
		ARENA_ARRAY(a, l->scores.n, bool),
		0,
	};

	for_each(r, &g->rules) {
		if (!is_open(r))
			continue;
		open.n++;
		switch (r->kind) {
		case RULE_REQUIRES:
			open.competency[r->competency->index] = true;
			break;
		case RULE_CHOOSE:
			open.choice[number_of(t, NEW, r->choice)] = true;
			break;
		case RULE_SCORE:
			open.score[r->goal->score->index] = true;
			break;
		}
	}
	return open;
}

/* Whether a rule of the old ladder is open on the new one. */
static bool stays_open(const struct rule_twins *t, const struct rule_state *r,
		       const struct open_rules *open)
{
	const struct competency *c;
	const struct score *score;
	uint32_t twin;

	switch (r->kind) {
	case RULE_REQUIRES:
		c = t->diff->matches.competency_new[r->competency->index];
		return c && open->competency[c->index];
	case RULE_CHOOSE:
		twin = t->choice[number_of(t, OLD, r->choice)];
		return twin && open->choice[twin - 1];
	case RULE_SCORE:
		score = t->score[r->goal->score->index];
		return score && open->score[score->index];
	}
	return false;
}

struct rule_changes rule_changes_of(const struct rule_twins *t,
				    const struct gap *before,
				    const struct gap *after, struct arena *a)
{
	struct open_rules open = open_after(t, after, a);
	struct rule_changes changes = {.newly_unmet = open.n};

	for_each(r, &before->rules) {
		if (!is_open(r))
			continue;
		if (stays_open(t, r, &open))
			changes.newly_unmet--;
		else
			changes.newly_met++;
	}
	return changes;
}
