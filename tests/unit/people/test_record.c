#include "people/record.h"

#include "unit/model/ladders.h"
#include "unit/model/one_world.h"

#define LADDER                                                           \
	HEAD "competencies:\n"                                           \
	     "  mentoring:\n    name: M\n    layer: leadership\n"        \
	     "    renamed-from: [coaching]\n    stages:\n"               \
	     "      - {id: supports}\n"                                  \
	     "      - {id: coaches, behaviours: [One., {id: pairs,"      \
	     " text: Two.}, Three.]}\n"                                  \
	     "      - {id: grows, behaviours: [Four.]}\n"                \
	     "  design: {name: D, layer: technical, stages: [{}, {}]}\n" \
	     "  oncall: {name: O, layer: execution, stages: [{}, {}]}\n" \
	     "tracks: {ic: {levels: [{id: l1, requires: {mentoring: 1}}]}}\n"

#define TOP "format: assessment/1\nladder: t\nperson: Ada\n"

static struct recording r;
static const struct competency *mentoring, *design, *oncall;

static void open_file(const char *text)
{
	struct ladder *l = good_ladder(&w, LADDER);
	struct assessment *as = world_assessment(&w, l, text);

	assert_true(as && as->usable);
	record_init(&r, as, l, &w.arena);
	mentoring = competency(l, "mentoring");
	design = competency(l, "design");
	oncall = competency(l, "oncall");
}

/* The new text is this, and a valid assessment. */
static void expect(const char *text)
{
	struct buf out = {0};
	struct str now;

	if (!record_text(&r, &out))
		fail_msg("%.*s", STR_ARG(r.why));
	now = arena_str(&w.arena, buf_str(&out));
	buf_release(&out);
	assert_str(now, text);
	expect_findings(&w, "");
	assert_true(world_assessment(&w, r.ladder, now.ptr)->usable);
}

static void expect_refusal(const char *why)
{
	struct buf out = {0};

	assert_false(record_text(&r, &out));
	assert_int_equal(out.len, 0);
	assert_str(r.why, why);
}

static void prove(const struct competency *c, const char *text)
{
	record_evidence(&r, c,
			&(struct record_proof){.text = str_of(text),
					       .dated = true,
					       .date = 20000});
}

static void a_stage_takes_the_place_of_another(void **state)
{
	(void)state;
	open_file(TOP "ratings:\n  mentoring: supports # since spring\n"
		      "  design: 1\n");
	record_stage(&r, mentoring, STR("coaches"));
	record_stage(&r, design, STR("1"));
	expect(TOP "ratings:\n  mentoring: coaches # since spring\n"
		   "  design: 1\n");
}

static void the_same_stage_keeps_its_word(void **state)
{
	(void)state;
	open_file(TOP "ratings: {mentoring: 'coaches', design: 2}\n");
	record_stage(&r, mentoring, STR("2"));
	prove(design, "E");
	record_stage(&r, design, STR("2"));
	expect(TOP "ratings: {mentoring: 'coaches', design: {stage: 2, "
		   "evidence: [{date: 2024-10-04, text: E}]}}\n");
}

static void the_short_form_grows(void **state)
{
	(void)state;
	open_file(TOP "ratings:\n  mentoring: coaches # in 2025\n");
	prove(mentoring, "Two mentees.");
	expect(TOP "ratings:\n  mentoring: # in 2025\n    stage: coaches\n"
		   "    evidence:\n      - date: 2024-10-04\n"
		   "        text: Two mentees.\n");
}

static void a_new_rating_stands_where_the_ladder_has_it(void **state)
{
	(void)state;
	open_file(TOP "ratings:\n  mentoring: 1\n\n  # the rest\n"
		      "  oncall: 1\n");
	record_stage(&r, design, STR("2"));
	expect(TOP "ratings:\n  mentoring: 1\n  design: 2\n\n  # the rest\n"
		   "  oncall: 1\n");
}

static void ratings_begin(void **state)
{
	static const char *const none[] = {"", "ratings:\n", "ratings: {}\n"};

	(void)state;
	for (size_t i = 0; i < N_OF(none); i++) {
		open_file(arena_printf(&w.arena, TOP "%s", none[i]).ptr);
		record_stage(&r, oncall, STR("1"));
		record_stage(&r, design, STR("2"));
		expect(TOP "ratings:\n  design: 2\n  oncall: 1\n");
	}
}

static void behaviours_are_ticked(void **state)
{
	(void)state;
	open_file(TOP "ratings:\n  mentoring:\n    stage: 1\n"
		      "    met: [3] # so far\n");
	assert_int_equal(record_next(&r, mentoring)->stage->number, 2);
	record_met(&r, mentoring, 1, true);
	record_met(&r, mentoring, 2, true);
	expect(TOP "ratings:\n  mentoring:\n    stage: 1\n"
		   "    met: [3, pairs] # so far\n");
	open_file(TOP "ratings:\n  mentoring: {stage: 1, met: [3, pairs]}\n");
	record_met(&r, mentoring, 1, false);
	expect(TOP "ratings:\n  mentoring: {stage: 1, met: [3]}\n");
	open_file(TOP "ratings:\n  mentoring: {stage: 1, met: [3]}\n");
	record_met(&r, mentoring, 2, false);
	expect(TOP "ratings:\n  mentoring: {stage: 1}\n");
}

static void another_stage_has_other_ticks(void **state)
{
	(void)state;
	open_file(TOP "ratings:\n  mentoring: {stage: 1, met: [1, pairs]}\n");
	record_stage(&r, mentoring, STR("2"));
	expect(TOP "ratings:\n  mentoring: {stage: 2}\n");
	record_met(&r, mentoring, 0, true);
	expect(TOP "ratings:\n  mentoring: {stage: 2, met: [1]}\n");
}

static void the_baseline_says_which_stage_is_next(void **state)
{
	(void)state;
	open_file(TOP "baseline: l1\n");
	record_met(&r, mentoring, 1, true);
	expect(TOP "baseline: l1\nratings:\n  mentoring:\n    met:\n"
		   "      - pairs\n");
	open_file(TOP "baseline: l1\nratings: {mentoring: {met: [1]}}\n");
	record_stage(&r, mentoring, STR("supports"));
	expect(TOP "baseline: l1\n"
		   "ratings: {mentoring: {stage: supports, met: [1]}}\n");
}

static void what_does_not_apply_is_not_rated(void **state)
{
	(void)state;
	open_file(TOP "ratings:\n  mentoring:\n    stage: 1\n    met: [1]\n"
		      "    note: N\n    evidence:\n      - {text: E}\n"
		      "  design: 1\n");
	record_na(&r, mentoring, STR("Nobody here."));
	record_na(&r, design, STR("None."));
	record_na(&r, oncall, STR("true"));
	expect(TOP "ratings:\n  mentoring:\n    na: Nobody here.\n"
		   "    note: N\n    # evidence:\n    #   - {text: E}\n"
		   "  design:\n    na: None.\n  oncall:\n    na: \"true\"\n");
}

static void what_is_shown_applies(void **state)
{
	(void)state;
	open_file(TOP "ratings:\n  mentoring: {na: None., note: N}\n"
		      "  design: {na: None.}\n");
	record_stage(&r, mentoring, STR("1"));
	prove(design, "E");
	expect(TOP "ratings:\n  mentoring: {stage: 1, note: N}\n"
		   "  design: {evidence: [{date: 2024-10-04, text: E}]}\n");
}

static void ratings_are_taken_back(void **state)
{
	(void)state;
	open_file(TOP "ratings:\n  mentoring: 2 # x\n  design:\n"
		      "    stage: 1\n    note: N\n  oncall: {stage: 1}\n");
	record_clear(&r, mentoring);
	record_clear(&r, design);
	record_clear(&r, oncall);
	expect(TOP "ratings:\n  mentoring: null # x\n  design:\n"
		   "    note: N\n  oncall: {}\n");
}

static void the_last_word_counts(void **state)
{
	(void)state;
	open_file(TOP "ratings: {mentoring: 1}\n");
	record_stage(&r, mentoring, STR("2"));
	record_met(&r, mentoring, 0, true);
	prove(mentoring, "E");
	record_na(&r, mentoring, STR("None."));
	record_note(&r, mentoring, STR("x"));
	record_note(&r, mentoring, STR(""));
	record_stage(&r, mentoring, STR("3"));
	expect(TOP "ratings: {mentoring: 3}\n");
}

static void the_top_of_the_file_changes(void **state)
{
	(void)state;
	open_file(TOP "date: 2026-01-01\r\nratings: {}\r\n");
	record_top(&r, RECORD_DATE, STR("2026-02-01"));
	record_top(&r, RECORD_ROLE, STR("ic/l1"));
	record_top(&r, RECORD_TARGET, STR("l1"));
	expect(TOP "date: 2026-02-01\r\nrole: ic/l1\ntarget: l1\n"
		   "ratings: {}\r\n");
	open_file(TOP);
	record_top(&r, RECORD_VERSION, STR("2026.2"));
	expect("format: assessment/1\nladder: t\nladder-version: \"2026.2\"\n"
	       "person: Ada\n");
}

static void nothing_recorded_is_nothing_changed(void **state)
{
	(void)state;
	open_file(TOP "ratings:\n  mentoring: 1\n");
	record_clear(&r, design);
	record_note(&r, oncall, STR(""));
	record_stage(&r, mentoring, STR("supports"));
	expect(TOP "ratings:\n  mentoring: 1\n");
}

static void an_old_id_stays(void **state)
{
	struct buf out = {0};

	(void)state;
	open_file(TOP "ratings:\n  coaching: 1\n  oncall: 1\n");
	expect_findings(&w, "a.yaml:5:3 L504\n");
	record_stage(&r, mentoring, STR("coaches"));
	record_stage(&r, design, STR("1"));
	assert_true(record_text(&r, &out));
	assert_str(buf_str(&out), TOP "ratings:\n  coaching: coaches\n"
				      "  design: 1\n  oncall: 1\n");
	buf_release(&out);
}

static void what_is_repeated_is_left_alone(void **state)
{
	(void)state;
	open_file(TOP "ratings:\n  design: &x {stage: 1}\n  oncall: *x\n");
	record_note(&r, design, STR("N"));
	expect_refusal("*x repeats this in line 6; write it out there first");
	open_file(TOP "ratings:\n  design: &x {stage: 1}\n  oncall: *x\n");
	record_note(&r, oncall, STR("N"));
	expect_refusal("*x repeats what stands elsewhere; write it out here "
		       "first");
}

static void what_no_file_may_hold_is_refused(void **state)
{
	(void)state;
	open_file(TOP);
	record_note(&r, design, STR("\x1b[2J"));
	expect_refusal("the new text holds characters that no file may hold");
}

#define TEST(name) cmocka_unit_test_setup_teardown(name, begin, end)

int main(void)
{
	const struct CMUnitTest tests[] = {
		TEST(a_stage_takes_the_place_of_another),
		TEST(the_same_stage_keeps_its_word),
		TEST(the_short_form_grows),
		TEST(a_new_rating_stands_where_the_ladder_has_it),
		TEST(ratings_begin),
		TEST(behaviours_are_ticked),
		TEST(another_stage_has_other_ticks),
		TEST(the_baseline_says_which_stage_is_next),
		TEST(what_does_not_apply_is_not_rated),
		TEST(what_is_shown_applies),
		TEST(ratings_are_taken_back),
		TEST(the_last_word_counts),
		TEST(the_top_of_the_file_changes),
		TEST(nothing_recorded_is_nothing_changed),
		TEST(an_old_id_stays),
		TEST(what_is_repeated_is_left_alone),
		TEST(what_no_file_may_hold_is_refused),
	};

	return cmocka_run_group_tests_name("record", tests, NULL, NULL);
}
