/* Sums that 64 bits cannot hold: weights times points over a whole ladder. */
#ifndef PLAN_WIDE_H
#define PLAN_WIDE_H

#include <stdint.h>

__extension__ typedef __int128 wide;

/* a / b, rounded down; b above 0. */
static inline wide wide_floor(wide a, wide b)
{
	return a / b - (a % b < 0);
}

/* a / b, rounded up; b above 0. */
static inline wide wide_ceil(wide a, wide b)
{
	return a / b + (a % b > 0);
}

/* As 64 bits, the nearest that they hold. */
static inline int64_t wide_clamp(wide a)
{
	return a > INT64_MAX ? INT64_MAX : a < INT64_MIN ? INT64_MIN
							 : (int64_t)a;
}

/* The greatest common divisor of figures that are not negative; the other one
 * where one is 0. */
static inline int64_t wide_common(int64_t a, int64_t b)
{
	while (b) {
		int64_t rest = a % b;

		a = b;
		b = rest;
	}
	return a;
}

#endif
