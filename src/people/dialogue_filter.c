#include "people/dialogue_filter.h"

#include "plan/plan.h"

/* Sets those that a role asks for, or lets choose. */
static void of_role(const struct dialogue *d, const struct role *role,
		    bool *wanted)
{
	const struct asked *asks = role_asks(d->ladder, role, d->arena);

	for_each(c, &d->ladder->competencies)
		wanted[c->index] = asks[c->index].stage != NULL;
	for_each_in_force(r, role)
		for_each(choice, &r->choose)
			for_each(ref, &choice->of)
				if (ref->competency)
					wanted[ref->competency->index] = true;
}

static void of_choice(const struct choice *choice, const struct stand *stands,
		      bool *wanted)
{
	for_each(ref, &choice->of) {
		const struct stand *s = &stands[ref->competency->index];

		if (!s->na && s->have < ref->stage->ordinal)
			wanted[ref->competency->index] = true;
	}
}

static void of_score(const struct dialogue *d, const struct rule_state *rule,
		     const struct stand *stands, bool *wanted)
{
	const struct reading *reading = track_reading(rule->role->track,
						      rule->goal->score);

	for_each(c, &d->ladder->competencies) {
		const struct stand *s = &stands[c->index];

		if (reading->weights[c->index] > 0 && !s->na &&
		    s->have < c->n_stages)
			wanted[c->index] = true;
	}
}

/* Those by which a rule of the target, else of the present role, could come
 * to hold that does not. */
static void of_gap(const struct dialogue *d, bool *wanted)
{
	const struct role *role = d->target ? d->target : d->as->role;
	struct stand *stands;
	struct gap gap;

	if (!role)
		return;
	stands = assessment_stands(d->ladder, d->as, d->arena);
	gap = gap_of(d->ladder, role, stands, d->arena);
	for_each(rule, &gap.rules) {
		if (rule->met || rule->waived)
			continue;
		switch (rule->kind) {
		case RULE_REQUIRES:
			wanted[rule->competency->index] = true;
			break;
		case RULE_CHOOSE:
			of_choice(rule->choice, stands, wanted);
			break;
		case RULE_SCORE:
			of_score(d, rule, stands, wanted);
			break;
		}
	}
}

static void of_ratings(const struct dialogue *d, enum dialogue_only only,
		       bool *wanted)
{
	if (only == ONLY_UNRATED)
		for_each(c, &d->ladder->competencies)
			wanted[c->index] = !dialogue_is_done(d, c);
	if (only == ONLY_STALE)
		for_each(rating, &d->as->ratings)
			if (rating->competency)
				wanted[rating->competency->index] =
					rating_is_stale(rating, d->today);
}

const bool *dialogue_wanted(const struct dialogue *d,
			    const struct dialogue_filter *filter)
{
	uint32_t n = d->ladder->competencies.n;
	bool *wanted = ARENA_ARRAY(d->arena, n, bool);
	bool *asked = ARENA_ARRAY(d->arena, n, bool);

	if (filter->only == ONLY_GAP)
		of_gap(d, wanted);
	else
		of_ratings(d, filter->only, wanted);
	if (filter->role)
		of_role(d, filter->role, asked);
	for_each(c, &d->ladder->competencies)
		wanted[c->index] =
			c->n_stages &&
			(filter->only == ONLY_ALL || wanted[c->index]) &&
			(!filter->role || asked[c->index]) &&
			(!filter->layer || c->layer == (int)filter->layer);
	return wanted;
}
