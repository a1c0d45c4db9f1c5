#include "model/assessment.h"

const struct rating *assessment_rating(const struct assessment *as,
				       const struct competency *c)
{
	for_each(rating, &as->ratings)
		if (rating->competency == c)
			return rating;
	return NULL;
}

uint32_t rubric_enough(const struct rubric *r)
{
	int64_t share = r->competency->threshold * (int64_t)r->counted;

	return (uint32_t)((share + 999) / 1000);
}

int64_t rubric_find_behaviour(const struct rubric *r, struct str word)
{
	uint64_t n = 0;

	if (!str_is_digits(word)) {
		for (uint32_t i = 0; i < r->behaviours.n; i++)
			if (str_eq(r->behaviours.at[i].head.id, word))
				return i;
		return -1;
	}
	for (size_t i = 0; i < word.len && n <= UINT32_MAX; i++)
		n = n * 10 + (uint64_t)(word.ptr[i] - '0');
	return n >= 1 && n <= r->behaviours.n ? (int64_t)n - 1 : -1;
}

struct stand *empty_stands(const struct ladder *l, struct arena *a)
{
	return ARENA_ARRAY(a, l->competencies.n, struct stand);
}

static void set_have(const struct competency *c, struct stand *s,
		     uint32_t ordinal)
{
	s->have = ordinal;
	s->rank_have = competency_number(c, ordinal);
}

/* Behaviours of the next stage that are shown already. Where they are enough
 * the stage is reached. */
static void tick(const struct competency *c, const struct rating *rating,
		 const struct track *track, struct stand *s, struct arena *a)
{
	const struct rubric *r;
	uint32_t shown = 0;

	if (!rating->met.n || s->have >= c->n_stages)
		return;
	r = stage_rubric(&c->stages[s->have], track);
	s->met = ARENA_ARRAY(a, r->behaviours.n, bool);
	for_each(word, &rating->met) {
		int64_t i = rubric_find_behaviour(r, *word);

		if (i < 0 || s->met[i])
			continue;
		s->met[i] = true;
		shown += !r->behaviours.at[i].optional;
	}
	if (r->counted && shown >= rubric_enough(r)) {
		s->by_behaviours = true;
		set_have(c, s, s->have + 1);
		s->met = NULL;
		return;
	}
	s->partly = r;
	s->left = r->counted - shown;
}

static void take_rating(const struct ladder *l, const struct assessment *as,
			const struct rating *rating, struct stand *s,
			struct arena *a)
{
	const struct competency *c = rating->competency;
	struct stage_lookup found;

	s->rating = rating;
	if (rating->na_node) {
		*s = (struct stand){
			.na = true, .reason = rating->na, .rating = rating};
		return;
	}
	if (rating->stage_node && rating->stage_text.ptr) {
		found = competency_stage(l, c, rating->stage_text, false);
		s->rated = found.found;
		if (found.found)
			set_have(c, s, found.stage ? found.stage->ordinal : 0);
	}
	tick(c, rating, as->role ? as->role->track : NULL, s, a);
}

struct stand *assessment_stands(const struct ladder *l,
				const struct assessment *as, struct arena *a)
{
	struct stand *stands = empty_stands(l, a);
	struct asked *asks =
		as->baseline ? role_asks(l, as->baseline, a) : NULL;

	for_each(c, &l->competencies)
		if (asks && asks[c->index].stage)
			set_have(c, &stands[c->index],
				 asks[c->index].stage->ordinal);
	for_each(rating, &as->ratings)
		if (rating->competency)
			take_rating(l, as, rating,
				    &stands[rating->competency->index], a);
	return stands;
}

static int64_t share(int64_t effort, uint32_t left, uint32_t counted)
{
	return (effort * left + counted - 1) / counted;
}

struct effort stand_effort(const struct stage *s, const struct stand *stands)
{
	const struct stand *stand = &stands[s->competency->index];
	struct effort e = s->effort;

	if (!stand->partly || !stand->partly->counted ||
	    s->ordinal != stand->have + 1)
		return e;
	e.min = share(e.min, stand->left, stand->partly->counted);
	e.max = share(e.max, stand->left, stand->partly->counted);
	return e;
}
