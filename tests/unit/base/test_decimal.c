#include "support/test.h"

#include "base/decimal.h"
#include "support/dice.h"

#include <inttypes.h>
#include <stdio.h>

static void test_read(void **state)
{
	static const struct {
		const char *text;
		int64_t thousandths;
	} cases[] = {
		{"0", 0},
		{"1", 1000},
		{"10", 10000},
		{"2.5", 2500},
		{"2.50", 2500},
		{"2.500", 2500},
		{"0.001", 1},
		{"0.0", 0},
		{"0.9", 900},
		{"10.25", 10250},
		{"1000000", 1000000000},
		{"-1", -1000},
		{"-0.5", -500},
		{"-0", 0},
		{"9223372036854775.807", INT64_MAX},
		{"9223372036854775", 9223372036854775000},
	};

	(void)state;
	for (size_t i = 0; i < N_OF(cases); i++) {
		int64_t value = -1;

		decimal_read(str_of(cases[i].text), &value);
		if (value != cases[i].thousandths)
			fail_msg("%s is %" PRId64, cases[i].text, value);
	}
}

static void test_refused(void **state)
{
	static const struct {
		const char *text;
		enum decimal_status status;
	} cases[] = {
		{"", DECIMAL_NOT},
		{"-", DECIMAL_NOT},
		{".", DECIMAL_NOT},
		{"1.", DECIMAL_NOT},
		{".5", DECIMAL_NOT},
		{"-.5", DECIMAL_NOT},
		{"+1", DECIMAL_NOT},
		{"010", DECIMAL_NOT},
		{"00", DECIMAL_NOT},
		{"-01", DECIMAL_NOT},
		{"00.5", DECIMAL_NOT},
		{"1_000", DECIMAL_NOT},
		{"1,5", DECIMAL_NOT},
		{"1 000", DECIMAL_NOT},
		{" 1", DECIMAL_NOT},
		{"1 ", DECIMAL_NOT},
		{"0x1F", DECIMAL_NOT},
		{"0o7", DECIMAL_NOT},
		{"1e3", DECIMAL_NOT},
		{"1.5e3", DECIMAL_NOT},
		{".nan", DECIMAL_NOT},
		{".inf", DECIMAL_NOT},
		{"1:30", DECIMAL_NOT},
		{"1.2.3", DECIMAL_NOT},
		{"--1", DECIMAL_NOT},
		{"1-", DECIMAL_NOT},
		{"\xd9\xa1", DECIMAL_NOT},
		{"1.-5", DECIMAL_NOT},
		{"2.5000", DECIMAL_TOO_FINE},
		{"0.0001", DECIMAL_TOO_FINE},
		{"9223372036854775.808", DECIMAL_TOO_BIG},
		{"9223372036854776", DECIMAL_TOO_BIG},
		{"9223372036854775808", DECIMAL_TOO_BIG},
		{"99999999999999999999999999", DECIMAL_TOO_BIG},
	};

	(void)state;
	for (size_t i = 0; i < N_OF(cases); i++) {
		int64_t value = 4711;
		enum decimal_status got = decimal_read(str_of(cases[i].text),
						       &value);

		if (got != cases[i].status)
			fail_msg("%s gives %d", cases[i].text, got);
		assert_int_equal(value, 4711); /* written on success only */
	}
}

static void test_embedded_nul(void **state)
{
	int64_t value;

	(void)state;
	assert_int_equal(decimal_read(STR("1\0"), &value), DECIMAL_NOT);
}

static void test_write(void **state)
{
	static const struct {
		int64_t thousandths;
		const char *text;
	} cases[] = {
		{0, "0"},
		{1, "0.001"},
		{10, "0.01"},
		{100, "0.1"},
		{1000, "1"},
		{2500, "2.5"},
		{10000, "10"},
		{100000, "100"},
		{-500, "-0.5"},
		{-1000, "-1"},
		{1050, "1.05"},
		{INT64_MAX, "9223372036854775.807"},
		{INT64_MIN, "-9223372036854775.808"},
	};

	(void)state;
	for (size_t i = 0; i < N_OF(cases); i++) {
		char out[25];

		assert_string_equal(decimal_write(cases[i].thousandths, out),
				    cases[i].text);
	}
}

static void test_round_trip(void **state)
{
	struct dice dice = {2};

	(void)state;
	for (int i = 0; i < 100000; i++) {
		int64_t value = (int64_t)(dice_bits(&dice) >>
					  (1 + dice_below(&dice, 62)));
		int64_t again;
		char out[25];

		value = dice_once_in(&dice, 2) ? value : -value;
		decimal_write(value, out);
		assert_int_equal(decimal_read(str_of(out), &again), DECIMAL_OK);
		assert_int_equal(again, value);
	}
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(test_read),
		cmocka_unit_test(test_refused),
		cmocka_unit_test(test_embedded_nul),
		cmocka_unit_test(test_write),
		cmocka_unit_test(test_round_trip),
	};

	return cmocka_run_group_tests_name("base/decimal", tests, NULL, NULL);
}
