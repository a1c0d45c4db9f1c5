#include "people/rules.h"

/* --- the same rules ------------------------------------------------------- */

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

	t->diff = d;
	t->first = number_choices(d->new, a);
	t->score = ARENA_ARRAY(a, d->old->scores.n, struct score *);
	for_each(s, &d->old->scores)
		t->score[s->index] = ladder_score(d->new, s->head.id);
	return t;
}

/* 1 + the number of the choice that an old one is, or 0. */
static uint32_t choice_today(const struct rule_twins *t,
			     const struct choice *old)
{
	const uint32_t *places = t->diff->choice_new[old->role->index];
	const struct role *role =
		t->diff->matches.role_new[old->role->index];

	if (!places || !places[old->index])
		return 0;
	return t->first[role->index] + places[old->index];
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

static struct open_rules open_after(const struct rule_twins *t,
				    const struct gap *g, struct arena *a)
{
	const struct ladder *l = t->diff->new;
	struct open_rules open = {
		ARENA_ARRAY(a, l->competencies.n, bool),
		ARENA_ARRAY(a, t->first[l->n_roles], bool),
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
			open.choice[t->first[r->role->index] +
				    r->choice->index] = true;
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
	uint32_t choice;

	switch (r->kind) {
	case RULE_REQUIRES:
		c = t->diff->matches.competency_new[r->competency->index];
		return c && open->competency[c->index];
	case RULE_CHOOSE:
		choice = choice_today(t, r->choice);
		return choice && open->choice[choice - 1];
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
