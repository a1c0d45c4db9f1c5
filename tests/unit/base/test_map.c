#include "support/test.h"

#include "base/map.h"
#include "support/dice.h"

#include <stdio.h>

static void test_empty(void **state)
{
	struct map m = {0};

	(void)state;
	assert_null(map_find(&m, STR("")));
	assert_null(map_find(&m, STR("x")));
}

static void test_add_and_set(void **state)
{
	struct map m = {0};
	struct arena a = {0};
	int one, two;

	(void)state;
	assert_null(map_add(&m, &a, STR("x"), &one));
	assert_ptr_equal(map_add(&m, &a, STR("x"), &two), &one);
	assert_ptr_equal(map_find(&m, STR("x")), &one);
	assert_int_equal(m.n, 1);
	map_set(&m, &a, STR("x"), &two);
	assert_ptr_equal(map_find(&m, STR("x")), &two);
	assert_int_equal(m.n, 1);
	map_set(&m, &a, STR("y"), &one);
	assert_ptr_equal(map_find(&m, STR("y")), &one);
	arena_release(&a);
}

/* Keys that begin alike, differ by a NUL or by their length alone. */
static void test_close_keys(void **state)
{
	static const char zeros[40] = {0};
	struct map m = {0};
	struct arena a = {0};

	(void)state;
	for (size_t n = 0; n < 40; n++)
		assert_null(map_add(&m, &a, (struct str){zeros, n},
				    (void *)(zeros + n)));
	for (size_t n = 0; n < 40; n++)
		assert_ptr_equal(map_find(&m, (struct str){zeros, n}),
				 zeros + n);
	arena_release(&a);
}

static void test_many(void **state)
{
	enum { N = 200000 };
	struct map m = {0};
	struct arena a = {0};
	struct str *keys = ARENA_ARRAY(&a, N, struct str);

	(void)state;
	for (uint32_t i = 0; i < N; i++) {
		keys[i] = arena_printf(&a, "key-%u", i);
		assert_null(map_add(&m, &a, keys[i], &keys[i]));
	}
	assert_int_equal(m.n, N);
	for (uint32_t i = 0; i < N; i++) {
		char again[24];
		int n = snprintf(again, sizeof again, "key-%u", i);

		assert_ptr_equal(map_find(&m, (struct str){again, (size_t)n}),
				 &keys[i]);
		again[0] = 'K';
		assert_null(map_find(&m, (struct str){again, (size_t)n}));
	}
	arena_release(&a);
}

/* Against a plain list, in random order of adding, setting and finding. */
static void test_like_a_list(void **state)
{
	enum { KEYS = 500, MOVES = 50000 };
	struct dice dice = {1};
	struct map m = {0};
	struct arena a = {0};
	void *list[KEYS] = {0};
	struct str keys[KEYS];
	char values[64];

	(void)state;
	for (uint32_t i = 0; i < KEYS; i++)
		keys[i] = arena_printf(&a, "%u", i * 7919);
	for (int move = 0; move < MOVES; move++) {
		uint32_t k = dice_below(&dice, KEYS);
		void *value = values + dice_below(&dice, sizeof values);

		if (dice_once_in(&dice, 3)) {
			map_set(&m, &a, keys[k], value);
			list[k] = value;
		} else if (dice_once_in(&dice, 2)) {
			assert_ptr_equal(map_add(&m, &a, keys[k], value),
					 list[k]);
			list[k] = list[k] ? list[k] : value;
		} else {
			assert_ptr_equal(map_find(&m, keys[k]), list[k]);
		}
	}
	arena_release(&a);
}

/* Every bit of a key moves the hash: no two of many close keys share one. */
static void test_hash_spreads(void **state)
{
	enum { N = 4096 };
	static uint64_t seen[N];
	char key[13] = "aaaaaaaaaaaa";

	(void)state;
	for (int i = 0; i < N; i++) {
		key[0] = (char)('a' + i % 16);
		key[7] = (char)('a' + i / 16 % 16);
		key[11] = (char)('a' + i / 256);
		seen[i] = map_hash((struct str){key, 12});
		for (int k = 0; k < i; k++)
			if (seen[k] == seen[i])
				fail_msg("%s collides", key);
	}
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(test_empty),
		cmocka_unit_test(test_add_and_set),
		cmocka_unit_test(test_close_keys),
		cmocka_unit_test(test_many),
		cmocka_unit_test(test_like_a_list),
		cmocka_unit_test(test_hash_spreads),
	};

	return cmocka_run_group_tests_name("base/map", tests, NULL, NULL);
}
