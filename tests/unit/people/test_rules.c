#include "people/rules.h"

#include "unit/people/crowd.h"

#define COMPETENCIES                                               \
	"competencies:\n"                                          \
	"  a: {name: A, layer: technical, " STAGES_2 "}\n"         \
	"  b: {name: B, layer: technical, " STAGES_2 "}\n"         \
	"  c: {name: C, layer: technical, " STAGES_2 "}\n"         \
	"  d: {name: D, layer: technical, " STAGES_2 "}\n"         \
	"scores: {total: {of: [a, b]}, other: {of: [c]}}\n"
#define LEVEL(asks) \
	COMPETENCIES "tracks: {ic: {levels: [{id: one, " asks "}]}}\n"

/* What is newly met and unmet for someone whose ratings these are. */
static void expect_changes(const char *old, const char *new,
			   const char *ratings, uint32_t met, uint32_t unmet)
{
	struct crowd c;

	crowd_open(&c, old, new, false);
	crowd_add(&c, BEFORE, "P",
		  arena_printf(&c.world.arena, "target: ic/one\nratings: {%s}\n",
			       ratings)
			  .ptr);
	assert_int_equal(c.impact.met.rules, met);
	assert_int_equal(c.impact.unmet.rules, unmet);
	crowd_close(&c);
}

static void requirements_by_their_competency(void **state)
{
	static const char ab[] = LEVEL("requires: {a: 1, b: 2}");
	static const char bc[] = LEVEL("requires: {b: 1, c: 1}");

	(void)state;
	expect_changes(ab, ab, "a: 1", 0, 0);
	expect_changes(ab, bc, "", 1, 1); /* a is not asked, b stays, c is */
	expect_changes(ab, bc, "b: 1", 2, 1);
	expect_changes(ab, bc, "a: 1, b: 1", 1, 1);
	expect_changes(ab, bc, "a: 1, b: 2, c: 1", 0, 0);
	expect_changes(ab, bc, "a: {na: no}, b: 2, c: {na: no}", 0, 0);
}

static void choices_by_what_they_offer(void **state)
{
	static const char two[] =
		LEVEL("choose: [{at-least: 1, of: {a: 1, b: 1}}, "
		      "{at-least: 1, of: {b: 1, c: 1, d: 1}}]");
	static const char swapped[] =
		LEVEL("choose: [{at-least: 1, of: {b: 1, c: 1, d: 1}}, "
		      "{at-least: 1, of: {a: 1, b: 1}}]");
	static const char higher[] =
		LEVEL("choose: [{at-least: 2, of: {b: 1, c: 1, d: 1}}, "
		      "{at-least: 1, of: {a: 1, b: 1}}]");
	static const char other[] =
		LEVEL("choose: [{at-least: 1, of: {d: 2}}]");

	(void)state;
	expect_changes(two, swapped, "a: 1", 0, 0);
	expect_changes(two, swapped, "c: 1", 0, 0);
	expect_changes(two, higher, "c: 1", 0, 1);
	expect_changes(two, higher, "b: 1", 0, 1);
	expect_changes(higher, two, "b: 1", 1, 0);
	/* what offers d is the second one; the first is gone */
	expect_changes(two, other, "", 1, 0);
	expect_changes(two, other, "b: 1", 0, 1);
}

static void scores_by_their_id(void **state)
{
	static const char low[] = LEVEL("scores: {total: 1}");
	static const char high[] = LEVEL("scores: {total: 2, other: 1}");

	(void)state;
	expect_changes(low, high, "a: 1", 0, 2);
	expect_changes(low, high, "c: 1", 0, 0);
	expect_changes(low, high, "", 0, 1);
	expect_changes(high, low, "a: 1", 2, 0);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(requirements_by_their_competency),
		cmocka_unit_test(choices_by_what_they_offer),
		cmocka_unit_test(scores_by_their_id),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
