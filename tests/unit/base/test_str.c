#include "support/test.h"

#include "base/str.h"

static void test_eq(void **state)
{
	struct str nothing = {0};

	(void)state;
	assert_true(str_eq(nothing, STR("")));
	assert_true(str_eq(nothing, nothing));
	assert_true(str_eq(str_of(NULL), nothing));
	assert_true(str_eq(STR("a\0b"), STR("a\0b")));
	assert_false(str_eq(STR("a\0b"), STR("a\0c")));
	assert_false(str_eq(STR("ab"), STR("abc")));
	assert_true(str_is(STR("ab"), "ab"));
	assert_false(str_is(STR("ab\0"), "ab"));
}

static void test_starts_and_ends(void **state)
{
	(void)state;
	assert_true(str_starts(STR("ladder"), STR("lad")));
	assert_true(str_starts(STR("ladder"), STR("")));
	assert_true(str_starts(STR("ladder"), STR("ladder")));
	assert_false(str_starts(STR("ladder"), STR("ladders")));
	assert_false(str_starts(STR("ladder"), STR("bad")));
	assert_true(str_ends(STR("ladder"), STR("der")));
	assert_true(str_ends(STR("ladder"), STR("")));
	assert_false(str_ends(STR("der"), STR("ladder")));
	assert_false(str_ends(STR("ladder"), STR("ded")));
}

static void test_parts(void **state)
{
	(void)state;
	assert_str(str_from(STR("ladder"), 3), "der");
	assert_str(str_from(STR("ladder"), 6), "");
	assert_str(str_from(STR("ladder"), 99), "");
	assert_int_equal(str_from((struct str){0}, 1).len, 0);
	assert_str(str_head(STR("ladder"), 3), "lad");
	assert_str(str_head(STR("ladder"), 99), "ladder");
	assert_str(str_head(STR("ladder"), 0), "");
	assert_str(str_dir(STR("a/b/ladder.yaml")), "a/b/");
	assert_str(str_dir(STR("/ladder.yaml")), "/");
	assert_str(str_dir(STR("a/b/")), "a/b/");
	assert_str(str_dir(STR("ladder.yaml")), "");
}

static void test_cmp(void **state)
{
	(void)state;
	assert_true(str_cmp(STR("a"), STR("b")) < 0);
	assert_true(str_cmp(STR("b"), STR("a")) > 0);
	assert_true(str_cmp(STR("a"), STR("ab")) < 0);
	assert_true(str_cmp(STR("ab"), STR("a")) > 0);
	assert_int_equal(str_cmp(STR("ab"), STR("ab")), 0);
	assert_int_equal(str_cmp((struct str){0}, STR("")), 0);
	/* bytes are unsigned: é comes after z */
	assert_true(str_cmp(STR("z"), STR("\xc3\xa9")) < 0);
}

static void test_nocase(void **state)
{
	(void)state;
	assert_true(str_eq_nocase(STR("StaFF"), STR("sTAff")));
	assert_false(str_eq_nocase(STR("staff"), STR("staf")));
	/* only letters: [ and { differ by the same bit */
	assert_false(str_eq_nocase(STR("["), STR("{")));
	assert_false(str_eq_nocase(STR("@"), STR("`")));
}

static void test_trim(void **state)
{
	(void)state;
	assert_str(str_trim(STR(" \t\r\n a b \n")), "a b");
	assert_str(str_trim(STR(" \n ")), "");
	assert_str(str_trim((struct str){0}), "");
	assert_str(str_trim(STR("a")), "a");
}

static void test_index(void **state)
{
	(void)state;
	assert_int_equal(str_index(STR("a/b/c"), '/'), 1);
	assert_int_equal(str_index(STR("abc"), '/'), 3);
	assert_int_equal(str_index((struct str){0}, '/'), 0);
}

static void test_digits(void **state)
{
	(void)state;
	assert_true(str_is_digits(STR("0")));
	assert_true(str_is_digits(STR("0123456789")));
	assert_false(str_is_digits(STR("")));
	assert_false(str_is_digits(STR("1a")));
	assert_false(str_is_digits(STR("-1")));
	assert_false(str_is_digits(STR("1 ")));
	assert_false(str_is_digits(STR("/")));
	assert_false(str_is_digits(STR(":")));
	assert_false(str_is_digits(STR("\xd9\xa1"))); /* ١ */
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(test_eq),
		cmocka_unit_test(test_starts_and_ends),
		cmocka_unit_test(test_parts),
		cmocka_unit_test(test_cmp),
		cmocka_unit_test(test_nocase),
		cmocka_unit_test(test_trim),
		cmocka_unit_test(test_index),
		cmocka_unit_test(test_digits),
	};

	return cmocka_run_group_tests_name("base/str", tests, NULL, NULL);
}
