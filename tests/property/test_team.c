/* What must hold of a team that is told of without names: nothing that is
 * shown is about one or two people, nor changes with them. */
#include "support/test.h"

#include "property/crew.h"
#include "report/team.h"

enum { TEAMS = 400, UNASKED = CREW_COMPETENCIES - 1 };

/* All formats, one behind the other. */
static struct str tell(struct crew *c, struct arena *a)
{
	static const struct report_style style = {.width = 80};
	struct team t;
	struct team_view v = {.team = &t, .near = USUAL_NEAR};
	struct buf out = {0};
	prospects ready;
	struct page *page;
	struct str all;

	crew_team(c, false, &t, a);
	ready = team_ready(&t, v.near, a);
	v.ready_people = prospects_people(&t, &ready, a);
	v.groups = team_by_crowd(&t, a);
	json_team(&v, &out);
	csv_team(&v, &out);
	page = page_team(a, &v);
	page_term(page, &style, &out);
	page_markdown(page, &out);
	page_html(page, &out);
	buf_char(&out, '\0');
	all = arena_str(a, buf_str(&out));
	buf_release(&out);
	return all;
}

/* --- groups ---------------------------------------------------------------- */

/* Whatever groups are added up or taken away, nobody is left of a few. */
static void check_groups(struct team *t, const team_groups *groups)
{
	uint32_t n = 0;

	for_each(g, groups) {
		assert_true(g->people >= FEW_PEOPLE);
		n += g->people;
	}
	assert_int_equal(n, t->members.n < FEW_PEOPLE ? 0 : t->members.n);
}

/* A role is named only where three hold it. */
static void check_roles(struct crew *c, const team_groups *groups)
{
	for_each(g, groups) {
		uint32_t n = 0;

		for (uint32_t i = 0; g->role && i < c->n; i++)
			n += c->people[i].role == g->role->index + 1;
		if (g->role)
			assert_int_equal(n, g->people);
	}
}

/* --- counts ----------------------------------------------------------------- */

static void check_count(uint32_t n, uint32_t of)
{
	struct told_count told = tell_count(n, of);

	assert_in_range(n, told.least, told.most);
	if (told.least != told.most)
		return;
	assert_true(n >= FEW_PEOPLE);
	assert_true(of - n >= FEW_PEOPLE);
}

static void counts_hide_few(void **state)
{
	(void)state;
	for (uint32_t of = FEW_PEOPLE; of < 40; of++)
		for (uint32_t n = 0; n <= of; n++)
			check_count(n, of);
	/* of any size that is told of, 0 to 2 look alike, and so do all, all
	 * but one and all but two, as long as these are three */
	for (uint32_t of = FEW_PEOPLE; of < 40; of++)
		for (uint32_t n = 1; n < FEW_PEOPLE; n++) {
			struct told_count none = tell_count(0, of);
			struct told_count few = tell_count(n, of);
			struct told_count all = tell_count(of, of);
			struct told_count most = tell_count(of - n, of);

			assert_int_equal(none.most, few.most);
			assert_int_equal(none.least, few.least);
			if (of - n < FEW_PEOPLE)
				continue;
			assert_int_equal(all.least, most.least);
			assert_int_equal(all.most, most.most);
		}
}

/* --- all of it ---------------------------------------------------------------- */

static bool holds(struct str text, const char *word)
{
	return strstr(text.ptr, word) != NULL;
}

static void check_names(struct str told)
{
	assert_false(holds(told, "Person "));
	assert_false(holds(told, ".yaml"));
	assert_false(holds(told, "2026-0"));
}

static uint32_t people_with(const struct crew *c, uint32_t competency,
			    int stage)
{
	uint32_t n = 0;

	for (uint32_t i = 0; i < c->n; i++)
		n += c->people[i].have[competency] >= stage;
	return n;
}

/* Somebody reaches, or loses, the top stage of a competency that no role asks:
 * while fewer than three have it, not a byte differs. */
static void check_few(struct crew *c, struct str told, struct dice *dice,
		      struct arena *a)
{
	struct crew_person *p = &c->people[dice_below(dice, c->n)];
	int before = p->have[UNASKED];
	uint32_t n = people_with(c, UNASKED, 2), below, now;

	if (before < 1)
		return;
	below = people_with(c, UNASKED, 1);
	p->have[UNASKED] = before == 2 ? 1 : 2;
	now = people_with(c, UNASKED, 2);
	assert_int_equal(below, people_with(c, UNASKED, 1));
	if (n < FEW_PEOPLE && now < FEW_PEOPLE)
		assert_true(str_eq(told, tell(c, a)));
	p->have[UNASKED] = before;
}

static void few_are_not_seen(void **state)
{
	struct crew c;
	struct dice dice = {7};

	(void)state;
	crew_open(&c);
	for (int i = 0; i < TEAMS; i++) {
		struct arena a = {0};
		struct team t;
		team_groups groups;
		struct str told;

		crew_shuffle(&c, 1 + dice_below(&dice, CREW_MOST), &dice);
		crew_team(&c, false, &t, &a);
		groups = team_by_crowd(&t, &a);
		check_groups(&t, &groups);
		check_roles(&c, &groups);
		told = tell(&c, &a);
		check_names(told);
		check_few(&c, told, &dice, &a);
		arena_release(&a);
	}
	crew_close(&c);
}

/* Of two people nothing is told, so nothing that either is changes it. */
static void two_are_nobody(void **state)
{
	struct crew c;
	struct dice dice = {3};
	struct arena a = {0};
	struct str first = {0};

	(void)state;
	crew_open(&c);
	for (int i = 0; i < 40; i++) {
		struct str told;

		crew_shuffle(&c, 2, &dice);
		told = tell(&c, &a);
		first = first.ptr ? first : told;
		assert_true(str_eq(first, told));
	}
	arena_release(&a);
	crew_close(&c);
}

/* Which of the small roles of a pool somebody holds is not told: people of one
 * pool may swap them, where nothing follows from the swap itself. */
static void pools_have_no_roles(void **state)
{
	struct crew c;
	struct arena a = {0};
	struct str told;

	(void)state;
	crew_open(&c);
	c.n = 6;
	for (uint32_t i = 0; i < c.n; i++)
		c.people[i] = (struct crew_person){
			.role = i < 4 ? 1 : 2, .have = {3, 3, 2, 2, 4, 2}};
	told = tell(&c, &a);
	c.people[4].role = 3;
	assert_true(str_eq(told, tell(&c, &a)));
	/* and what is told of does differ, else this would hold of anything */
	c.people[4].role = 4;
	c.people[3].have[0] = 0;
	c.people[2].have[0] = 0;
	c.people[1].have[0] = 0;
	assert_false(str_eq(told, tell(&c, &a)));
	arena_release(&a);
	crew_close(&c);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(counts_hide_few),
		cmocka_unit_test(few_are_not_seen),
		cmocka_unit_test(two_are_nobody),
		cmocka_unit_test(pools_have_no_roles),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
