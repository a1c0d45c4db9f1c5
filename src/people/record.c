#include "people/record.h"

#include "people/record_parts.h"

#include <assert.h>

void record_init(struct recording *r, const struct assessment *as,
		 const struct ladder *l, struct arena *a)
{
	*r = (struct recording){
		.as = as,
		.ladder = l,
		.arena = a,
		.of = ARENA_ARRAY(a, l->competencies.n, struct record),
	};
	if (as->baseline)
		r->baseline = role_asks(l, as->baseline, a);
}

static struct record *record_of(struct recording *r, const struct competency *c)
{
	return &r->of[c->index];
}

/* --- where someone stands ------------------------------------------------- */

static const struct stage *stage_of(const struct recording *r,
				    const struct competency *c, struct str word)
{
	return competency_stage(r->ladder, c, word, false).stage;
}

/* What the rating alone gives; without one, what the baseline does. */
static uint32_t have(const struct recording *r, const struct competency *c,
		     enum record_rate rate)
{
	const struct rating *rating = assessment_rating(r->as, c);
	const struct stage *stage = NULL;

	if (rate == RECORD_STAGE)
		stage = stage_of(r, c, r->of[c->index].word);
	else if (rate == RECORD_KEEP && rating && rating->stage_text.ptr)
		stage = stage_of(r, c, rating->stage_text);
	else if (r->baseline)
		stage = r->baseline[c->index].stage;
	return stage ? stage->ordinal : 0;
}

static const struct rubric *next_of(const struct recording *r,
				    const struct competency *c,
				    enum record_rate rate)
{
	const struct track *t = r->as->role ? r->as->role->track : NULL;
	uint32_t n = have(r, c, rate);

	return n < c->n_stages ? stage_rubric(&c->stages[n], t) : NULL;
}

const struct rubric *record_was_next(const struct recording *r,
				     const struct competency *c)
{
	return next_of(r, c, RECORD_KEEP);
}

const struct rubric *record_next(const struct recording *r,
				 const struct competency *c)
{
	return next_of(r, c, r->of[c->index].rate);
}

/* --- what to record ------------------------------------------------------- */

/* What was ticked of another stage is not about this one. */
static void rate(struct recording *r, const struct competency *c,
		 enum record_rate how, struct str word)
{
	struct record *x = record_of(r, c);

	x->rate = how;
	x->word = word;
	if (how == RECORD_NA || how == RECORD_CLEAR ||
	    record_next(r, c) != x->next) {
		x->next = NULL;
		x->met = NULL;
	}
}

void record_stage(struct recording *r, const struct competency *c,
		  struct str word)
{
	rate(r, c, RECORD_STAGE, word);
}

void record_na(struct recording *r, const struct competency *c,
	       struct str reason)
{
	struct record *x = record_of(r, c);

	rate(r, c, RECORD_NA, reason);
	x->evidence.n = 0;
}

void record_clear(struct recording *r, const struct competency *c)
{
	rate(r, c, RECORD_CLEAR, (struct str){0});
}

/* What is shown of something applies. */
static void take_as_rated(struct record *x)
{
	if (x->rate == RECORD_NA)
		x->rate = RECORD_KEEP;
}

void record_met(struct recording *r, const struct competency *c, uint32_t i,
		bool met)
{
	struct record *x = record_of(r, c);

	take_as_rated(x);
	if (!x->met) {
		x->next = record_next(r, c);
		assert(x->next && i < x->next->behaviours.n);
		x->met = ARENA_ARRAY(r->arena, x->next->behaviours.n,
				     signed char);
	}
	x->met[i] = met ? 1 : -1;
}

void record_note(struct recording *r, const struct competency *c,
		 struct str text)
{
	struct record *x = record_of(r, c);

	x->noted = true;
	x->note = text;
}

/* Whether the file has it, word for word. */
static bool is_there(const struct rating *rating,
		     const struct record_proof *proof)
{
	for_each(e, &rating->evidence)
		if (str_eq(e->text, proof->text) &&
		    str_eq(e->url, proof->url) &&
		    !e->date_node == !proof->dated &&
		    (!proof->dated || e->date == proof->date))
			return true;
	return false;
}

void record_evidence(struct recording *r, const struct competency *c,
		     const struct record_proof *proof)
{
	const struct rating *rating = assessment_rating(r->as, c);
	struct record *x = record_of(r, c);

	take_as_rated(x);
	if (!rating || !is_there(rating, proof))
		*vec_add(r->arena, &x->evidence) = *proof;
}

void record_top(struct recording *r, enum record_key key, struct str word)
{
	r->top[key] = word;
}
