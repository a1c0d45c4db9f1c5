#include "people/dialogue.h"

#include "base/date.h"
#include "people/dialogue_filter.h"

static void take_assessment(struct dialogue *d, const struct assessment *as)
{
	const struct role *near = as->role ? as->role : d->target;

	d->as = as;
	d->track = near ? near->track : NULL;
	d->now = as->role ? role_asks(d->ladder, as->role, d->arena) : NULL;
}

void dialogue_init(struct dialogue *d, const struct ladder *l,
		   const struct assessment *as, struct role *target,
		   const struct dialogue_filter *filter, int32_t today,
		   struct arena *a)
{
	const bool *wanted;

	*d = (struct dialogue){
		.ladder = l,
		.target = target ? target : as->target,
		.today = today,
		.arena = a,
	};
	take_assessment(d, as);
	if (d->target)
		d->then = role_asks(l, d->target, a);
	wanted = dialogue_wanted(d, filter);
	for (int layer = LAYER_EXECUTION; layer <= N_LAYERS; layer++)
		for_each(c, &l->competencies)
			if (c->layer == layer && wanted[c->index])
				vec_add(a, &d->questions)->competency = c;
}

void dialogue_renew(struct dialogue *d, const struct assessment *as)
{
	take_assessment(d, as);
}

/* --- moving ------------------------------------------------------------- */

struct question *dialogue_question(struct dialogue *d)
{
	return d->at < d->questions.n ? &d->questions.at[d->at] : NULL;
}

void dialogue_resume(struct dialogue *d)
{
	uint32_t n = d->questions.n, first = n, last = 0;

	for (uint32_t i = n; i-- > 0;) {
		const struct competency *c = d->questions.at[i].competency;

		if (!dialogue_is_done(d, c))
			first = i;
		else if (!last)
			last = i + 1;
	}
	if (first == n)
		d->at = 0;
	else
		d->at = last && last < n ? last : first;
}

void dialogue_next(struct dialogue *d)
{
	struct question *q = dialogue_question(d);

	if (!q)
		return;
	q->skipped = !dialogue_is_done(d, q->competency);
	d->at++;
}

bool dialogue_back(struct dialogue *d)
{
	if (!d->at)
		return false;
	d->at--;
	return true;
}

bool dialogue_go(struct dialogue *d, const struct competency *c)
{
	for (uint32_t i = 0; i < d->questions.n; i++) {
		if (d->questions.at[i].competency != c)
			continue;
		d->at = i;
		return true;
	}
	return false;
}

/* --- what was answered -------------------------------------------------- */

static void take_ticks(const struct dialogue *d, const struct rating *rating,
		       struct answered *x)
{
	x->met = ARENA_ARRAY(d->arena, x->next->behaviours.n, bool);
	for_each(word, &rating->met) {
		int64_t i = rubric_find_behaviour(x->next, *word);

		if (i < 0 || x->met[i])
			continue;
		x->met[i] = true;
		x->ticked++;
	}
}

struct answered dialogue_answered(const struct dialogue *d,
				  const struct competency *c)
{
	const struct rating *rating = assessment_rating(d->as, c);
	struct answered x = {0};
	struct stage_lookup found;
	struct recording r;

	record_init(&r, d->as, d->ladder, d->arena);
	x.next = record_next(&r, c);
	if (!rating)
		return x;
	x.na = rating->na_node != NULL;
	x.reason = rating->na;
	x.note = rating->note;
	x.evidence = rating->evidence.n;
	if (!x.na && rating->stage_text.ptr) {
		found = competency_stage(d->ladder, c, rating->stage_text,
					 false);
		x.rated = found.found;
		x.have = found.stage ? found.stage->ordinal : 0;
	}
	if (x.next)
		take_ticks(d, rating, &x);
	return x;
}

bool dialogue_is_done(const struct dialogue *d, const struct competency *c)
{
	const struct rating *rating = assessment_rating(d->as, c);

	return rating && (rating->na_node || rating->stage_text.ptr);
}

struct tally dialogue_tally(const struct dialogue *d, enum layer layer)
{
	struct tally t = {0};

	for_each(q, &d->questions) {
		if (layer && q->competency->layer != (int)layer)
			continue;
		t.of++;
		t.done += dialogue_is_done(d, q->competency);
	}
	return t;
}

/* --- what an answer records --------------------------------------------- */

static bool refuse(struct str *why, struct str what)
{
	*why = what;
	return false;
}

static bool record_a_stage(const struct dialogue *d, const struct competency *c,
			   struct str word, struct recording *r,
			   struct str *why)
{
	struct stage_lookup found = competency_stage(d->ladder, c, word, false);

	if (!found.found)
		return refuse(
			why,
			arena_printf(d->arena,
				     "\"%.*s\" is no stage of \"%.*s\"; "
				     "expected 0 to %u, or another "
				     "answer",
				     STR_ARG(word), STR_ARG(c->name),
				     competency_number(c, c->n_stages)));
	record_stage(r, c, word);
	return true;
}

/* Ticks are given as a whole: what is not among them is not shown. */
static bool record_ticks(const struct dialogue *d, const struct competency *c,
			 const struct answer *x, struct recording *r,
			 struct str *why)
{
	const struct rubric *next = record_next(r, c);
	bool *met;

	if (!next && !x->met.n)
		return true;
	if (!next)
		return refuse(why, STR("there is no stage above this one, so "
				       "nothing can be met of it"));
	met = ARENA_ARRAY(d->arena, next->behaviours.n, bool);
	for_each(word, &x->met) {
		int64_t i = rubric_find_behaviour(next, *word);

		if (i < 0)
			return refuse(
				why, arena_printf(d->arena,
						  "\"%.*s\" is no behaviour of "
						  "stage %u; expected 1 to %u",
						  STR_ARG(*word),
						  next->stage->number,
						  next->behaviours.n));
		met[i] = true;
	}
	for (uint32_t i = 0; i < next->behaviours.n; i++)
		record_met(r, c, i, met[i]);
	return true;
}

static bool record_a_proof(const struct dialogue *d, const struct competency *c,
			   const struct answer *x, struct recording *r,
			   struct str *why)
{
	struct record_proof proof = {x->text, x->url, true, d->today};

	if (x->dated)
		proof.date = x->date;
	if (proof.date > d->today)
		return refuse(why, STR("that day is still to come"));
	record_evidence(r, c, &proof);
	return true;
}

/* A rating that is given today makes it the assessment of today. */
static void record_day(const struct dialogue *d, struct recording *r)
{
	char *date;

	if (d->as->date_node && d->as->date >= d->today)
		return;
	date = arena_alloc(d->arena, 11);
	record_top(r, RECORD_DATE, str_of(date_write(d->today, date)));
}

bool dialogue_record(const struct dialogue *d, const struct competency *c,
		     const struct answer *x, struct recording *r,
		     struct str *why)
{
	record_day(d, r);
	switch (x->kind) {
	case ANSWER_STAGE:
		return record_a_stage(d, c, x->word, r, why) &&
		       (!x->ticks || record_ticks(d, c, x, r, why));
	case ANSWER_MET:
		return record_ticks(d, c, x, r, why);
	case ANSWER_NA:
		record_na(r, c, x->text);
		return true;
	case ANSWER_NOTE:
		record_note(r, c, x->text);
		return true;
	case ANSWER_EVIDENCE:
		return record_a_proof(d, c, x, r, why);
	case ANSWER_CLEAR:
		record_clear(r, c);
		return true;
	case ANSWER_SKIP:
	case ANSWER_BACK:
	case ANSWER_EXPECTED:
	case ANSWER_HELP:
	case ANSWER_QUIT:
		break;
	}
	return refuse(why, STR("this is no rating"));
}
