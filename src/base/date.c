#include "base/date.h"

#include <stdio.h>

/* Days before year `y`, month `m`, day 1, in the proleptic Gregorian calendar.
 * Source: Howard Hinnant, "chrono-Compatible Low-Level Date Algorithms". */
static int32_t days_from_civil(int32_t y, int32_t m, int32_t d)
{
	int32_t era, year_of_era, day_of_year, day_of_era;

	y -= m <= 2;
	era = (y >= 0 ? y : y - 399) / 400;
	year_of_era = y - era * 400;
	day_of_year = (153 * (m + (m > 2 ? -3 : 9)) + 2) / 5 + d - 1;
	day_of_era = year_of_era * 365 + year_of_era / 4 - year_of_era / 100 +
		     day_of_year;
	return era * 146097 + day_of_era - 719468;
}

static int32_t days_in_month(int32_t y, int32_t m)
{
	static const int32_t days[] = {31, 28, 31, 30, 31, 30,
				       31, 31, 30, 31, 30, 31};
	bool leap = (y % 4 == 0 && y % 100 != 0) || y % 400 == 0;

	return days[m - 1] + (m == 2 && leap);
}

static int32_t number(struct str s)
{
	int32_t value = 0;

	for (size_t i = 0; i < s.len; i++)
		value = value * 10 + (s.ptr[i] - '0');
	return value;
}

bool date_read(struct str s, int32_t *day)
{
	int32_t y, m, d;

	if (s.len != 10 || s.ptr[4] != '-' || s.ptr[7] != '-' ||
	    !str_is_digits(str_head(s, 4)) ||
	    !str_is_digits(str_head(str_from(s, 5), 2)) ||
	    !str_is_digits(str_from(s, 8)))
		return false;
	y = number(str_head(s, 4));
	m = number(str_head(str_from(s, 5), 2));
	d = number(str_from(s, 8));
	if (m < 1 || m > 12 || d < 1 || d > days_in_month(y, m))
		return false;
	*day = days_from_civil(y, m, d);
	return true;
}

const char *date_write(int32_t day, char out[11])
{
	int32_t era, doe, yoe, doy, mp, y, m, d;

	day += 719468;
	era = (day >= 0 ? day : day - 146096) / 146097;
	doe = day - era * 146097;
	yoe = (doe - doe / 1460 + doe / 36524 - doe / 146096) / 365;
	doy = doe - (365 * yoe + yoe / 4 - yoe / 100);
	mp = (5 * doy + 2) / 153;
	d = doy - (153 * mp + 2) / 5 + 1;
	m = mp < 10 ? mp + 3 : mp - 9;
	y = yoe + era * 400 + (m <= 2);
	snprintf(out, 11, "%04u-%02u-%02u", (unsigned)y % 10000, (unsigned)m,
		 (unsigned)d);
	return out;
}
