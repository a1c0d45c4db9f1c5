/* Which role or stage a word names (format.md 2). */
#include "ladders.h"

static struct world w;
static struct ladder *l;

static int begin(void **state)
{
	(void)state;
	world_init(&w);
	l = good_ladder(
		&w, HEAD ABC
		"tracks:\n"
		"  ic:\n    renamed-from: [eng]\n    levels:\n"
		"      - {id: junior, title: Junior Engineer, code: IC1,"
		" requires: {a: 1}}\n"
		"      - {id: senior, title: Senior Engineer, code: IC2,"
		" titles: [Tech Lead, \"\xc3\x89ric \xc3\x89mile\"],"
		" requires: {a: 2}, renamed-from: [sr, m/acting]}\n"
		"      - {id: staff, title: Senior Engineer,"
		" titles: [\"STRA\xc3\x9f"
		"E\"], code: junior,"
		" requires: {a: 3}}\n"
		"  m:\n    levels:\n"
		"      - {id: senior, title: Manager, code: M1,"
		" requires: {b: 1}}\n"
		"      - {id: IC1, title: Boss, requires: {c: 1},"
		" renamed-from: [sr]}\n");
	return 0;
}

static int end(void **state)
{
	(void)state;
	world_release(&w);
	return 0;
}

/* The path that a word names; "?" and the number of candidates where there is
 * not exactly one, "~" before one that it was called once. */
static const char *named(const char *word)
{
	struct role_lookup found = ladder_find_role(l, &w.arena, str_of(word));

	if (!found.role)
		return arena_printf(&w.arena, "?%u", found.candidates.n).ptr;
	return arena_printf(&w.arena, "%s%.*s", found.by_old_id ? "~" : "",
			    STR_ARG(found.role->path))
		.ptr;
}

static void test_roles(void **state)
{
	(void)state;
	assert_string_equal(named("ic/senior"), "ic/senior");
	assert_string_equal(named("m/senior"), "m/senior");
	assert_string_equal(named("staff"), "ic/staff");
	assert_string_equal(named("M1"), "m/senior");
	assert_string_equal(named("boss"), "m/IC1");
	assert_string_equal(named("TECH LEAD"), "ic/senior");
	/* ids and codes exactly */
	assert_string_equal(named("STAFF"), "?0");
	assert_string_equal(named("m1"), "?0");
	assert_string_equal(named("ic/Senior"), "?0");
}

static void test_ambiguous(void **state)
{
	struct role_lookup found;

	(void)state;
	assert_string_equal(named("senior"), "?2");
	assert_string_equal(named("senior engineer"), "?2");
	/* one role's id is another one's code */
	assert_string_equal(named("IC1"), "?2");
	assert_string_equal(named("junior"), "?2");
	found = ladder_find_role(l, &w.arena, STR("senior"));
	assert_str(found.candidates.at[0]->path, "ic/senior");
	assert_str(found.candidates.at[1]->path, "m/senior");
}

/* Titles ignore case in every script. */
static void test_case(void **state)
{
	(void)state;
	assert_string_equal(named("\xc3\xa9RIC \xc3\xa9mile"), "ic/senior");
	assert_string_equal(named("strasse"), "ic/staff");
	assert_string_equal(named("stra\xc3\x9f"
				  "e"),
			    "ic/staff");
	/* composed or not, the letter is the same */
	assert_string_equal(named("E\xcc\x81ric E\xcc\x81mile"), "ic/senior");
}

static void test_old_ids(void **state)
{
	(void)state;
	assert_string_equal(named("eng/staff"), "~ic/staff");
	assert_string_equal(named("ic/sr"), "~ic/senior");
	assert_string_equal(named("eng/sr"), "~ic/senior");
	assert_string_equal(named("m/acting"), "~ic/senior");
	assert_string_equal(named("m/sr"), "~m/IC1");
	assert_string_equal(named("sr"), "?2");
	assert_string_equal(named("acting"), "?0");
}

static void test_nearest(void **state)
{
	(void)state;
	assert_str(ladder_find_role(l, &w.arena, STR("staf")).nearest, "staff");
	assert_str(ladder_find_role(l, &w.arena, STR("ic/staf")).nearest,
		   "ic/staff");
	assert_null(ladder_find_role(l, &w.arena, STR("zzzzzzzz")).nearest.ptr);
	assert_null(ladder_find_role(l, &w.arena, STR("")).role);
}

static void test_stages(void **state)
{
	struct competency *a = competency(l, "a");

	(void)state;
	assert_int_equal(competency_stage(l, a, STR("3"), true).stage->number,
			 3);
	assert_int_equal(competency_stage(l, a, STR("a2"), true).stage->number,
			 2);
	assert_false(competency_stage(l, a, STR("4"), true).found);
	assert_false(competency_stage(l, a, STR("4"), false).found);
	assert_false(competency_stage(l, a, STR("0"), true).found);
	assert_true(competency_stage(l, a, STR("0"), false).found);
	assert_false(competency_stage(l, a, STR("A2"), true).found);
	assert_false(competency_stage(l, a, STR(""), false).found);
	assert_false(competency_stage(l, a, STR("-1"), false).found);
	assert_false(competency_stage(l, a, STR("1.5"), false).found);
	/* plain digits are always the number, whatever stands before them */
	assert_int_equal(competency_stage(l, a, STR("02"), true).stage->number,
			 2);
	assert_str(competency_nearest_stage(l, a, STR("a22")), "a2");
}

#define T(f) cmocka_unit_test_setup_teardown(f, begin, end)

int main(void)
{
	const struct CMUnitTest tests[] = {
		T(test_roles),	 T(test_ambiguous), T(test_case),
		T(test_old_ids), T(test_nearest),   T(test_stages),
	};

	return cmocka_run_group_tests_name("model/lookup", tests, NULL, NULL);
}
