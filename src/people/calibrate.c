#include "people/calibrate.h"

#include <stdlib.h>

/* --- one competency ------------------------------------------------------ */

struct tally_of {
	uint32_t stages, na, silent;
};

static struct tally_of hear(const struct calibration *c, struct topic *t)
{
	struct tally_of sum = {0};

	for (uint32_t i = 0; i < c->n_opinions; i++) {
		const struct stand *s =
			&c->opinions[i].stands[t->competency->index];

		sum.na += s->na;
		sum.silent += !s->na && !s->rated;
		if (s->na || !s->rated)
			continue;
		if (!sum.stages || s->have < t->low)
			t->low = s->have;
		if (!sum.stages || s->have > t->high)
			t->high = s->have;
		sum.stages++;
	}
	return sum;
}

static enum accord accord_of(const struct topic *t, struct tally_of said)
{
	if (said.na && said.stages)
		return ACCORD_NA;
	if (t->high > t->low)
		return ACCORD_STAGE;
	if (!said.na && !said.stages)
		return ACCORD_NOBODY;
	return said.silent ? ACCORD_SOME : ACCORD_SAME;
}

/* One for whom it is not applicable waives what is asked. */
static bool decides(const struct topic *t)
{
	if (!t->need)
		return false;
	if (t->accord == ACCORD_NA)
		return t->low < t->need;
	return t->accord == ACCORD_STAGE && t->low < t->need &&
	       t->need <= t->high;
}

static void add_topic(struct calibration *c, const struct competency *about,
		      const struct asked *asked)
{
	struct topic *t = &c->topics[about->index];

	t->competency = about;
	if (asked && asked[about->index].stage)
		t->need = asked[about->index].stage->ordinal;
	t->accord = accord_of(t, hear(c, t));
	t->decides = decides(t);
	c->n[t->accord]++;
}

/* --- what to talk about -------------------------------------------------- */

static bool is_worth_a_word(const struct topic *t)
{
	return t->accord == ACCORD_STAGE || t->accord == ACCORD_NA ||
	       (t->accord == ACCORD_SOME && t->need);
}

static int accord_rank(const struct topic *t)
{
	return t->accord == ACCORD_STAGE ? 0 : t->accord == ACCORD_NA ? 1 : 2;
}

static int by_weight(const void *a, const void *b)
{
	const struct topic *one = *(const struct topic *const *)a;
	const struct topic *two = *(const struct topic *const *)b;
	uint32_t apart = one->high - one->low;
	uint32_t other = two->high - two->low;

	if (one->decides != two->decides)
		return one->decides ? -1 : 1;
	if (accord_rank(one) != accord_rank(two))
		return accord_rank(one) - accord_rank(two);
	if (apart != other)
		return apart > other ? -1 : 1;
	return (one > two) - (one < two);
}

static void set_first(struct calibration *c, struct arena *a)
{
	c->first = ARENA_ARRAY(a, c->n_topics + 1, const struct topic *);
	for (uint32_t i = 0; i < c->n_topics; i++)
		if (is_worth_a_word(&c->topics[i]))
			c->first[c->n_first++] = &c->topics[i];
	qsort(c->first, c->n_first, sizeof *c->first, by_weight);
}

/* --- each beside the first ----------------------------------------------- */

static void count_beside(const struct ladder *l, const struct opinion *first,
			 struct opinion *o)
{
	for_each(c, &l->competencies) {
		const struct stand *one = &first->stands[c->index];
		const struct stand *two = &o->stands[c->index];

		if (one->na || two->na || !one->rated || !two->rated)
			continue;
		o->alike += two->have == one->have;
		o->lower += two->have < one->have;
		o->higher += two->have > one->have;
	}
}

struct calibration calibrate(const struct ladder *l, const struct role *role,
			     struct opinion *opinions, uint32_t n,
			     struct arena *a)
{
	struct calibration c = {
		.opinions = opinions,
		.n_opinions = n,
		.role = role,
		.n_topics = l->competencies.n,
	};
	const struct asked *asked = role ? role_asks(l, role, a) : NULL;

	c.topics = ARENA_ARRAY(a, c.n_topics + 1, struct topic);
	for (uint32_t i = 1; i < n; i++)
		count_beside(l, &opinions[0], &opinions[i]);
	for_each(about, &l->competencies)
		add_topic(&c, about, asked);
	set_first(&c, a);
	return c;
}
