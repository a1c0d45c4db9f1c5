#include "people/impact.h"

#include "unit/people/crowd.h"

#define COMPETENCIES                                                   \
	"competencies:\n"                                              \
	"  a: {name: A, layer: technical, " STAGES_3 "}\n"             \
	"  b: {name: B, layer: execution, " STAGES_2 "}\n"
#define TIMED "effort: 8h\n"

static const char old_ladder[] =
	TIMED COMPETENCIES
	"tracks:\n"
	"  ic:\n"
	"    levels:\n"
	"      - {id: one, requires: {a: 1}}\n"
	"      - {id: two, requires: {a: 2}}\n";

/* The bar of the first level rose, and of the second with it. */
static const char raised[] =
	TIMED COMPETENCIES
	"tracks:\n"
	"  ic:\n"
	"    levels:\n"
	"      - {id: one, requires: {a: 2}}\n"
	"      - {id: two, requires: {a: 3, b: 1}}\n";

static void who_falls_below_the_role(void **state)
{
	struct crowd c;

	(void)state;
	crowd_open(&c, old_ladder, raised, true);
	crowd_add(&c, BEFORE, "Ada", "role: ic/one\nratings: {a: 1}\n");
	assert_str(crowd_last(&c)->person, "Ada");
	assert_true(crowd_last(&c)->holds[BEFORE]);
	assert_false(crowd_last(&c)->holds[AFTER]);
	crowd_add(&c, BEFORE, "Bob", "role: ic/one\nratings: {a: 2}\n");
	crowd_add(&c, BEFORE, "Eve", "role: ic/two\nratings: {a: 1}\n");
	assert_str(crowd_last(&c)->person, "Eve");
	assert_int_equal(c.impact.n, 3);
	assert_int_equal(c.impact.fall_below, 1);
	assert_int_equal(c.impact.rise, 0);
	assert_int_equal(c.impact.touched, 2);
	assert_int_equal(c.impact.people.n, 2);
	crowd_close(&c);
}

static void who_rises_is_the_mirror(void **state)
{
	struct crowd c;

	(void)state;
	crowd_open(&c, raised, old_ladder, false);
	crowd_add(&c, BEFORE, "Ada", "role: ic/one\nratings: {a: 1}\n");
	assert_int_equal(c.impact.fall_below, 0);
	assert_int_equal(c.impact.rise, 1);
	assert_int_equal(c.impact.met.rules, 1);
	assert_int_equal(c.impact.unmet.rules, 0);
	assert_int_equal(c.impact.nearer.people, 1);
	assert_int_equal(c.impact.nearer.steps, -1);
	crowd_close(&c);
}

/* Ada's way to the second level was one stage; now it is two, and one of b. */
static void plans_before_and_after(void **state)
{
	const struct person_impact *ada;
	struct crowd c;

	(void)state;
	crowd_open(&c, old_ladder, raised, true);
	crowd_add(&c, BEFORE, "Ada",
		  "role: ic/one\ntarget: ic/two\nratings: {a: 1}\n");
	ada = crowd_last(&c);
	assert_str(ada->aim[AFTER]->path, "ic/two");
	assert_true(ada->planned[BEFORE] && ada->planned[AFTER]);
	assert_int_equal(ada->steps[BEFORE], 1);
	assert_int_equal(ada->steps[AFTER], 3);
	assert_int_equal(ada->cost[BEFORE], 8 * 8);
	assert_int_equal(ada->cost[AFTER], 3 * 8 * 8);
	assert_int_equal(ada->newly_unmet, 1); /* b; a was open before */
	assert_int_equal(ada->newly_met, 0);
	assert_int_equal(c.impact.farther.people, 1);
	assert_int_equal(c.impact.farther.steps, 2);
	assert_int_equal(c.impact.farther.cost, 2 * 8 * 8);
	assert_int_equal(c.impact.nearer.people, 0);
	assert_true(c.impact.timed);
	crowd_close(&c);
}

/* Without a target the way back to the role is what counts. */
static void the_role_is_the_aim_of_those_who_name_none(void **state)
{
	struct crowd c;

	(void)state;
	crowd_open(&c, old_ladder, raised, true);
	crowd_add(&c, BEFORE, "Ada", "role: ic/one\nratings: {a: 1}\n");
	assert_int_equal(crowd_last(&c)->steps[BEFORE], 0);
	assert_int_equal(crowd_last(&c)->steps[AFTER], 1);
	crowd_add(&c, BEFORE, "Bob", "ratings: {a: 1}\n");
	assert_int_equal(c.impact.n, 2);
	assert_int_equal(c.impact.touched, 1);
	crowd_close(&c);
}

/* What a baseline assumes was assumed of the old bar. */
static void a_baseline_does_not_rise_with_the_bar(void **state)
{
	struct crowd c;

	(void)state;
	crowd_open(&c, old_ladder, raised, false);
	crowd_add(&c, BEFORE, "Ada", "role: ic/one\nbaseline: ic/one\n");
	assert_int_equal(c.impact.fall_below, 1);
	crowd_close(&c);
}

static void roles_and_targets_that_are_gone(void **state)
{
	static const char shorter[] =
		TIMED COMPETENCIES
		"tracks: {ic: {levels: [{id: one, requires: {a: 1}}]}}\n";
	struct crowd c;

	(void)state;
	crowd_open(&c, old_ladder, shorter, true);
	crowd_add(&c, BEFORE, "Ada",
		  "role: ic/one\ntarget: ic/two\nratings: {a: 1}\n");
	assert_null(crowd_last(&c)->aim[AFTER]);
	assert_true(crowd_last(&c)->planned[BEFORE]);
	assert_false(crowd_last(&c)->planned[AFTER]);
	assert_int_equal(crowd_last(&c)->unresolved, 1);
	crowd_add(&c, BEFORE, "Bob", "role: ic/two\nratings: {a: 2}\n");
	assert_null(crowd_last(&c)->role[AFTER]);
	assert_int_equal(c.impact.displaced, 1);
	assert_int_equal(c.impact.stranded, 2);
	assert_int_equal(c.impact.fall_below, 0); /* there is nothing to meet */
	assert_int_equal(c.impact.broken, 2);
	crowd_close(&c);
}

static void a_role_that_was_renamed_is_followed(void **state)
{
	static const char renamed[] =
		TIMED COMPETENCIES
		"tracks:\n"
		"  ic:\n"
		"    levels:\n"
		"      - {id: first, renamed-from: [one], requires: {a: 1}}\n"
		"      - {id: two, requires: {a: 2}}\n";
	struct crowd c;

	(void)state;
	crowd_open(&c, old_ladder, renamed, false);
	crowd_add(&c, BEFORE, "Ada", "role: ic/one\nratings: {a: 1}\n");
	assert_int_equal(c.impact.touched, 0);
	assert_int_equal(c.impact.displaced, 0);
	crowd_close(&c);
	/* and backwards, where only the matches lead */
	crowd_open(&c, renamed, old_ladder, true);
	crowd_add(&c, BEFORE, "Ada", "role: ic/first\nratings: {a: 1}\n");
	assert_str(crowd_last(&c)->role[AFTER]->path, "ic/one");
	assert_true(crowd_last(&c)->holds[AFTER]);
	assert_int_equal(c.impact.displaced, 0);
	assert_int_equal(c.impact.broken, 1);
	crowd_close(&c);
}

/* Someone whose file follows the new ladder already is measured by the old
 * one, too. */
static void a_file_for_the_new_ladder(void **state)
{
	struct crowd c;

	(void)state;
	crowd_open(&c, old_ladder, raised, true);
	crowd_add(&c, AFTER, "Ada",
		  "role: ic/one\ntarget: ic/two\nratings: {a: 1, b: 1}\n");
	assert_int_equal(c.impact.fall_below, 1);
	assert_int_equal(crowd_last(&c)->steps[BEFORE], 1);
	assert_int_equal(crowd_last(&c)->steps[AFTER], 2);
	assert_int_equal(crowd_last(&c)->newly_unmet, 0);
	crowd_close(&c);
}

static void without_hours_steps_are_compared(void **state)
{
	static const char untimed[] =
		COMPETENCIES
		"tracks:\n"
		"  ic:\n"
		"    levels:\n"
		"      - {id: one, requires: {a: 1}}\n"
		"      - {id: two, requires: {a: 2}}\n";
	struct crowd c;

	(void)state;
	crowd_open(&c, untimed, raised, true);
	crowd_add(&c, BEFORE, "Ada",
		  "role: ic/one\ntarget: ic/two\nratings: {a: 1}\n");
	assert_false(c.impact.timed);
	assert_int_equal(c.impact.farther.people, 1);
	assert_int_equal(c.impact.farther.steps, 2);
	crowd_close(&c);
}

static void what_is_avoided_stays_avoided(void **state)
{
	static const char by_the_new_level[] =
		TIMED COMPETENCIES
		"lateral: explicit\n"
		"moves: [{from: ic/one, to: em/acting}, "
		"{from: em/acting, to: fin/end}]\n"
		"tracks:\n"
		"  ic: {levels: [{id: one, requires: {a: 1}}]}\n"
		"  em: {kind: manager, levels: [{id: acting, rank: 1, "
		"requires: {b: 1}}, {id: lead, rank: 2, requires: {b: 2}}]}\n"
		"  fin: {levels: [{id: end, rank: 2, requires: {a: 2}}]}\n";
	static const char direct[] =
		TIMED COMPETENCIES
		"lateral: explicit\n"
		"moves: [{from: ic/one, to: fin/end}]\n"
		"tracks:\n"
		"  ic: {levels: [{id: one, requires: {a: 1}}]}\n"
		"  em: {kind: manager, levels: [{id: lead, rank: 2, "
		"requires: {b: 1}}]}\n"
		"  fin: {levels: [{id: end, rank: 2, requires: {a: 2}}]}\n";
	static const char ada[] = "role: ic/one\ntarget: fin/end\n"
				  "avoid: [em]\nratings: {a: 1}\n";
	struct crowd c;

	(void)state;
	crowd_open(&c, direct, by_the_new_level, false);
	crowd_add(&c, BEFORE, "Ada", ada);
	assert_int_equal(c.impact.stranded, 1);
	assert_int_equal(c.impact.opened, 0);
	crowd_close(&c);
	crowd_open(&c, by_the_new_level, direct, false);
	crowd_add(&c, BEFORE, "Ada", ada);
	assert_int_equal(c.impact.opened, 1);
	assert_int_equal(c.impact.stranded, 0);
	crowd_close(&c);
}

static void too_few_to_tell(void **state)
{
	static const char ada[] = "role: ic/one\nratings: {a: 1}\n";
	struct crowd c;

	(void)state;
	crowd_open(&c, old_ladder, raised, false);
	crowd_add(&c, BEFORE, "Ada", ada);
	crowd_add(&c, BEFORE, "Bob", ada);
	assert_true(impact_is_withheld(&c.impact, false));
	assert_false(impact_is_withheld(&c.impact, true));
	crowd_add(&c, BEFORE, "Eve", ada);
	assert_false(impact_is_withheld(&c.impact, false));
	assert_int_equal(c.impact.people.n, 0);
	crowd_close(&c);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(who_falls_below_the_role),
		cmocka_unit_test(who_rises_is_the_mirror),
		cmocka_unit_test(plans_before_and_after),
		cmocka_unit_test(the_role_is_the_aim_of_those_who_name_none),
		cmocka_unit_test(a_baseline_does_not_rise_with_the_bar),
		cmocka_unit_test(roles_and_targets_that_are_gone),
		cmocka_unit_test(a_role_that_was_renamed_is_followed),
		cmocka_unit_test(a_file_for_the_new_ladder),
		cmocka_unit_test(without_hours_steps_are_compared),
		cmocka_unit_test(what_is_avoided_stays_avoided),
		cmocka_unit_test(too_few_to_tell),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
