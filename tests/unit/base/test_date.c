#include "support/test.h"

#include "base/date.h"

#include <stdio.h>

/* The days of a month by the words of the calendar itself. */
static int month_days(int year, int month)
{
	if (month == 2)
		return (year % 4 == 0 && year % 100 != 0) || year % 400 == 0
			       ? 29
			       : 28;
	return month == 4 || month == 6 || month == 9 || month == 11 ? 30 : 31;
}

/* 1600-01-01 was 135,140 days before 1970-01-01. */
static void test_every_day(void **state)
{
	int32_t expected = -135140;

	(void)state;
	for (int y = 1600; y <= 2400; y++)
		for (int m = 1; m <= 12; m++)
			for (int d = 1; d <= month_days(y, m); d++) {
				char text[40], again[11];
				int32_t day = 0;

				snprintf(text, sizeof text, "%04d-%02d-%02d", y,
					 m, d);
				assert_true(date_read(str_of(text), &day));
				assert_int_equal(day, expected);
				assert_string_equal(date_write(day, again),
						    text);
				expected++;
			}
}

static void test_known(void **state)
{
	int32_t day;

	(void)state;
	assert_true(date_read(STR("1970-01-01"), &day));
	assert_int_equal(day, 0);
	assert_true(date_read(STR("2000-03-01"), &day));
	assert_int_equal(day, 11017);
	assert_true(date_read(STR("2026-11-22"), &day));
	assert_int_equal(day, 20779);
}

static void test_ends(void **state)
{
	char out[11];
	int32_t day;

	(void)state;
	assert_true(date_read(STR("0000-01-01"), &day));
	assert_string_equal(date_write(day, out), "0000-01-01");
	assert_true(date_read(STR("9999-12-31"), &day));
	assert_string_equal(date_write(day, out), "9999-12-31");
}

static void test_refused(void **state)
{
	static const char *const texts[] = {
		"",
		"2026",
		"2026-11",
		"2026-11-",
		"2026-11-2",
		"2026-11-222",
		"26-11-22",
		"2026/11/22",
		"2026-1-22",
		"2026-13-01",
		"2026-00-01",
		"2026-01-00",
		"2026-01-32",
		"2026-04-31",
		"2026-02-29",
		"1900-02-29",
		"2100-02-29",
		"2023-02-29",
		"2026-11-22T",
		" 2026-11-22",
		"2026-11-2x",
		"-026-11-22",
		"2026-+1-22",
		"20260-1-22",
		("2026-11\xe2\x80\x92"
		 "22"),
	};

	(void)state;
	for (size_t i = 0; i < N_OF(texts); i++) {
		int32_t day = 4711;

		if (date_read(str_of(texts[i]), &day))
			fail_msg("%s is a day", texts[i]);
		assert_int_equal(day, 4711);
	}
}

static void test_leap_days(void **state)
{
	int32_t day;

	(void)state;
	assert_true(date_read(STR("2000-02-29"), &day));
	assert_true(date_read(STR("2024-02-29"), &day));
	assert_true(date_read(STR("1600-02-29"), &day));
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(test_every_day),
		cmocka_unit_test(test_known),
		cmocka_unit_test(test_ends),
		cmocka_unit_test(test_refused),
		cmocka_unit_test(test_leap_days),
	};

	return cmocka_run_group_tests_name("base/date", tests, NULL, NULL);
}
