#include "people/progress.h"

#include "base/date.h"
#include "support/test.h"
#include "support/world.h"

#define STAGES "stages: [{behaviours: [one]}, {behaviours: [two]}]"

static const char ladder[] =
	"format: ladder/1\nid: l\nname: L\neffort: [40h]\n"
	"competencies:\n"
	"  a: {name: A, layer: technical, " STAGES "}\n"
	"  b: {name: B, layer: execution, " STAGES "}\n"
	"tracks: {ic: {levels: [{id: one, requires: {a: 2, b: 1}}]}}\n";

enum { MOST = 4 };

struct story {
	struct world world;
	const struct ladder *ladder;
	struct snapshot at[MOST];
	uint32_t n;
	struct progress p;
};

static void story_begin(struct story *s)
{
	*s = (struct story){0};
	world_init(&s->world);
	s->ladder = world_ladder(&s->world, ladder);
}

static void story_add(struct story *s, const char *date, const char *ratings)
{
	const char *text = arena_printf(&s->world.arena,
					"format: assessment/1\nladder: l\n"
					"person: P\ndate: %s\n"
					"ratings: {%s}\n",
					date, ratings)
				   .ptr;
	const struct assessment *as =
		world_assessment(&s->world, s->ladder, text);

	assert_true(as->usable);
	s->at[s->n++] = (struct snapshot){
		as, as->date,
		assessment_stands(s->ladder, as, &s->world.arena)};
}

static void story_tell(struct story *s, const char *since)
{
	int32_t day = INT32_MIN;

	if (since)
		assert_true(date_read(str_of(since), &day));
	s->p = progress_of(s->ladder, s->at, s->n,
			   ladder_role(s->ladder, STR("ic/one")), day,
			   &s->world.arena);
}

static void days_rise_whatever_the_order(void **state)
{
	struct story s;

	(void)state;
	story_begin(&s);
	story_add(&s, "2026-03-01", "a: 2");
	story_add(&s, "2026-01-01", "a: 0, b: 2");
	story_add(&s, "2026-02-01", "a: 1");
	story_tell(&s, NULL);
	assert_int_equal(progress_share(&s.p, 0, LAYER_NONE)->have, 1);
	assert_int_equal(progress_share(&s.p, 0, LAYER_NONE)->need, 3);
	assert_int_equal(progress_share(&s.p, 2, LAYER_TECHNICAL)->have, 2);
	assert_int_equal(s.p.moved.n, 2);
	assert_int_equal(s.p.moved.at[0].from, 0);
	assert_int_equal(s.p.moved.at[0].to, 2);
	assert_int_equal(s.p.moved.at[1].from, 2);
	assert_int_equal(s.p.moved.at[1].to, 0);
	world_release(&s.world);
}

static void steps_are_done_and_due(void **state)
{
	struct story s;

	(void)state;
	story_begin(&s);
	/* 40 h at 4 h a week, two at a time: a@1 and b@1 take 20 weeks, and
	 * a@2 begins when a@1 has ended */
	story_add(&s, "2026-01-05", "");
	story_add(&s, "2026-05-25", "a: 1");
	story_tell(&s, NULL);
	assert_true(s.p.planned);
	assert_int_equal(s.p.plan.steps.n, 3);
	assert_int_equal(s.p.done, 1);
	assert_int_equal(s.p.due, 2);
	world_release(&s.world);
}

static void a_day_chooses_the_plan(void **state)
{
	struct story s;

	(void)state;
	story_begin(&s);
	story_add(&s, "2026-01-05", "");
	story_add(&s, "2026-02-02", "a: 1");
	story_add(&s, "2026-03-02", "a: 2");
	story_tell(&s, "2026-02-15");
	assert_int_equal(s.p.since->day, s.at[1].day);
	assert_int_equal(s.p.plan.steps.n, 2);
	assert_int_equal(s.p.done, 1);
	/* before the first there is none, after the last nothing to measure */
	story_tell(&s, "2025-01-01");
	assert_int_equal(s.p.since->day, s.at[0].day);
	story_tell(&s, "2026-03-02");
	assert_false(s.p.planned);
	world_release(&s.world);
}

static void months_without_evidence_are_there(void **state)
{
	struct story s;

	(void)state;
	story_begin(&s);
	story_add(&s, "2025-11-30", "a: 1");
	story_add(&s, "2026-02-15",
		  "a: {stage: 1, evidence: [{text: x, date: 2025-10-31}, "
		  "{text: x, date: 2025-11-01}, {text: x, date: 2025-12-31}, "
		  "{text: x, date: 2026-02-15}, {text: x, date: 2026-02-01}, "
		  "{text: x}]}");
	story_tell(&s, NULL);
	assert_int_equal(s.p.months.n, 4);
	assert_int_equal(s.p.months.at[0].pieces, 1);
	assert_int_equal(s.p.months.at[1].pieces, 1);
	assert_int_equal(s.p.months.at[2].pieces, 0);
	assert_int_equal(s.p.months.at[3].pieces, 2);
	world_release(&s.world);
}

static void the_last_months_are_told(void **state)
{
	struct story s;
	char first[11];

	(void)state;
	story_begin(&s);
	story_add(&s, "2020-06-15", "a: 1");
	story_add(&s, "2026-02-15", "a: 1");
	story_tell(&s, NULL);
	assert_int_equal(s.p.months.n, MONTHS_MOST);
	assert_string_equal(date_write(s.p.months.at[0].first, first),
			    "2024-03-01");
	world_release(&s.world);
}

static void stale_is_what_was_not_at_first(void **state)
{
	struct story s;

	(void)state;
	story_begin(&s);
	story_add(&s, "2025-01-01", "a: 1, b: 1");
	story_add(&s, "2026-02-15",
		  "a: {stage: 1, evidence: [{text: x, date: 2023-06-01}]}, "
		  "b: {stage: 1, evidence: [{text: x, date: 2020-06-01}]}");
	story_tell(&s, NULL);
	assert_int_equal(s.p.stale.n, 1);
	assert_true(str_is(s.p.stale.at[0]->head.id, "a"));
	world_release(&s.world);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(days_rise_whatever_the_order),
		cmocka_unit_test(steps_are_done_and_due),
		cmocka_unit_test(a_day_chooses_the_plan),
		cmocka_unit_test(months_without_evidence_are_there),
		cmocka_unit_test(the_last_months_are_told),
		cmocka_unit_test(stale_is_what_was_not_at_first),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
