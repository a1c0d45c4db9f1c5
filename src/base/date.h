/* Calendar days, counted from 1970-01-01, in the Gregorian calendar. */
#ifndef BASE_DATE_H
#define BASE_DATE_H

#include "base/str.h"

#include <stdint.h>

/* 9999-12-31: dates have four digits for the year. */
enum { DATE_LAST = 2932896 };

/* A day that is not known. */
enum { NO_DAY = INT32_MIN };

/* Reads YYYY-MM-DD; false where it is no such day. */
bool date_read(struct str s, int32_t *day);

/* Writes YYYY-MM-DD and a NUL; years 0000 to 9999. */
const char *date_write(int32_t day, char out[11]);

#endif
