/* What must hold of mentors, whoever is in the team: nobody has too many,
 * everybody is served who can be, and the order of the files changes
 * nothing. */
#include "support/test.h"

#include "people/mentors.h"
#include "property/crew.h"

enum { TEAMS = 600 };

/* Who has whom, and who could have. */
struct table {
	bool able[CREW_MOST][CREW_MOST]; /* mentee, mentor */
	bool has[CREW_MOST][CREW_MOST];
	uint32_t load[CREW_MOST];
	uint32_t n;
};

/* --- who could, by what the page says -------------------------------------- */

static const struct stage *next_stage(struct team *t, const struct member *m,
				      struct competency *c)
{
	const struct role *aim = m->target ? m->target : m->role;
	const struct asked *asked;
	uint32_t have = member_have(m, c->index);

	if (!aim || m->have[c->index] == NOT_APPLICABLE)
		return NULL;
	asked = &team_asks(t, aim)[c->index];
	return asked->stage && asked->stage->ordinal > have ? &c->stages[have]
							    : NULL;
}

static bool could(const struct member *mentor, const struct stage *s)
{
	return mentor->mentor &&
	       member_have(mentor, s->competency->index) >= s->ordinal;
}

static void fill(struct table *x, struct team *t, const mentorings *list)
{
	*x = (struct table){.n = t->members.n};
	for_each(m, &t->members)
		for_each(c, &t->ladder->competencies) {
			const struct stage *s = next_stage(t, *m, c);

			for (uint32_t i = 0; s && i < x->n; i++)
				if (could(t->members.at[i], s))
					x->able[(*m)->index][i] = true;
		}
	for_each(g, list)
		if (g->mentor)
			x->has[g->mentee->index][g->mentor->index] = true;
	for (uint32_t i = 0; i < x->n; i++)
		for (uint32_t k = 0; k < x->n; k++)
			x->load[k] += x->has[i][k];
}

/* --- the most that can be served ------------------------------------------ */

/* Kuhn's algorithm, each mentor taken `most` times. */
struct kuhn {
	const struct table *x;
	uint32_t most, n_held[CREW_MOST], held[CREW_MOST][CREW_MOST];
	bool seen[CREW_MOST];
};

static bool place(struct kuhn *k, uint32_t mentee)
{
	for (uint32_t m = 0; m < k->x->n; m++) {
		if (!k->x->able[mentee][m] || k->seen[m])
			continue;
		k->seen[m] = true;
		if (k->n_held[m] < k->most) {
			k->held[m][k->n_held[m]++] = mentee;
			return true;
		}
		for (uint32_t i = 0; i < k->most; i++)
			if (place(k, k->held[m][i])) {
				k->held[m][i] = mentee;
				return true;
			}
	}
	return false;
}

static uint32_t most_served(const struct table *x, uint32_t most)
{
	struct kuhn k = {.x = x, .most = most};
	uint32_t n = 0;

	for (uint32_t i = 0; i < x->n; i++) {
		memset(k.seen, 0, sizeof k.seen);
		n += place(&k, i);
	}
	return n;
}

/* --- laws ------------------------------------------------------------------ */

static void check_entries(struct team *t, const mentorings *list)
{
	uint32_t gaps = 0;

	for_each(m, &t->members)
		for_each(c, &t->ladder->competencies)
			gaps += next_stage(t, *m, c) != NULL;
	assert_int_equal(list->n, gaps);
	for_each(g, list) {
		assert_ptr_equal(g->stage,
				 next_stage(t, g->mentee,
					    g->stage->competency));
		if (!g->mentor)
			continue;
		assert_true(g->able && could(g->mentor, g->stage));
		assert_ptr_not_equal(g->mentor, g->mentee);
	}
}

static void check_loads(const struct table *x, uint32_t most)
{
	uint32_t served = 0, used = 0;

	for (uint32_t i = 0; i < x->n; i++) {
		bool any = false;

		assert_in_range(x->load[i], 0, most);
		used += x->load[i] > 0;
		for (uint32_t m = 0; m < x->n; m++)
			any |= x->has[i][m];
		served += any;
	}
	assert_int_equal(served, most_served(x, most));
	/* nobody has two who could have left one to somebody without */
	assert_true(used >= most_served(x, 1));
}

/* No gap stays open for which somebody has room. */
static void check_open(const struct table *x, struct team *t,
		       const mentorings *list, uint32_t most)
{
	for_each(g, list) {
		if (g->mentor)
			continue;
		for (uint32_t m = 0; m < x->n; m++)
			assert_false(could(t->members.at[m], g->stage) &&
				     x->load[m] < most);
	}
}

static void check_same(const mentorings *a, const mentorings *b)
{
	assert_int_equal(a->n, b->n);
	for (uint32_t i = 0; i < a->n; i++) {
		const struct mentoring *x = &a->at[i], *y = &b->at[i];

		assert_ptr_equal(x->stage, y->stage);
		assert_true(str_eq(x->mentee->person, y->mentee->person));
		assert_true(!x->mentor == !y->mentor);
		if (x->mentor)
			assert_true(str_eq(x->mentor->person,
					   y->mentor->person));
	}
}

static void mentors_keep_their_laws(void **state)
{
	struct crew c;
	struct dice dice = {11};
	uint32_t mutual = 0;

	(void)state;
	crew_open(&c);
	for (int i = 0; i < TEAMS; i++) {
		uint32_t most = 1 + dice_below(&dice, 3);
		struct arena a = {0};
		struct team t, back;
		mentorings list, again;
		struct table x;

		crew_shuffle(&c, 1 + dice_below(&dice, CREW_MOST), &dice);
		crew_team(&c, false, &t, &a);
		crew_team(&c, true, &back, &a);
		list = mentors_deal(&t, most, &a);
		again = mentors_deal(&back, most, &a);
		fill(&x, &t, &list);
		check_entries(&t, &list);
		check_loads(&x, most);
		check_open(&x, &t, &list, most);
		check_same(&list, &again);
		for_each(g, &list)
			mutual += g->mutual;
		arena_release(&a);
	}
	assert_true(mutual > 0);
	crew_close(&c);
}

/* Two who can help each other do, although a third one stands before them. */
static void pairs_come_first(void **state)
{
	struct crew c;
	struct arena a = {0};
	struct team t;
	mentorings list;

	(void)state;
	crew_open(&c);
	c.n = 3;
	for (int i = 0; i < 3; i++)
		c.people[i] = (struct crew_person){.role = 2, .mentor = true};
	c.people[0] = (struct crew_person){
		.role = 2, .have = {2, 2, 1}, .mentor = true};
	c.people[1] = (struct crew_person){
		.role = 2, .have = {2, 0, 1}, .mentor = true};
	c.people[2] = (struct crew_person){
		.role = 2, .have = {0, 2, 1}, .mentor = true};
	crew_team(&c, false, &t, &a);
	list = mentors_deal(&t, 1, &a);
	assert_int_equal(list.n, 2);
	for_each(g, &list) {
		assert_true(g->mutual);
		assert_false(str_is(g->mentor->person, "Person A"));
	}
	arena_release(&a);
	crew_close(&c);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(mentors_keep_their_laws),
		cmocka_unit_test(pairs_come_first),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
