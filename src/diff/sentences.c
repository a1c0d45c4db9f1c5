#include "diff/sentences.h"

struct sentences rubric_sentences(const struct rubric *r, struct arena *a)
{
	uint32_t most = r->behaviours.n + 1;
	struct sentences s = {ARENA_ARRAY(a, most, struct str),
			      ARENA_ARRAY(a, most, bool), 0};

	if (r->summary.len)
		s.at[s.n++] = r->summary;
	for_each(b, &r->behaviours) {
		s.optional[s.n] = b->optional;
		s.at[s.n++] = b->text;
	}
	return s;
}

static bool is_optional(const struct sentences *s, uint32_t i)
{
	return s->optional && s->optional[i];
}

static struct text_step step_of(const struct text_pair *pair,
				const struct sentences *old,
				const struct sentences *new)
{
	struct text_step step = {.kind = STEP_REWORDED,
				 .likeness = pair->likeness};

	if (pair->old == UINT32_MAX) {
		step.kind = STEP_NEW;
	} else {
		step.old = old->at[pair->old];
		step.optional = is_optional(old, pair->old);
	}
	if (pair->new == UINT32_MAX) {
		step.kind = STEP_DROPPED;
	} else {
		step.new = new->at[pair->new];
		step.optional = is_optional(new, pair->new);
	}
	return step;
}

text_steps sentences_steps(const struct sentences *old,
			   const struct sentences *new, uint32_t *same,
			   struct arena *a)
{
	text_pairs pairs = texts_match(old->at, old->n, new->at, new->n, a);
	text_steps steps = {0};

	*same = 0;
	for_each(pair, &pairs)
		if (pair->likeness == 100)
			++*same;
		else
			*vec_add(a, &steps) = step_of(pair, old, new);
	return steps;
}
