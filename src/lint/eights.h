/* Text looked at eight bytes at a time. */
#ifndef LINT_EIGHTS_H
#define LINT_EIGHTS_H

#include <stdint.h>
#include <string.h>

/* The same byte eight times. */
#define EACH(byte) (UINT64_C(0x0101010101010101) * (uint64_t)(byte))

static inline uint64_t eight_at(const char *p)
{
	uint64_t eight;

	memcpy(&eight, p, sizeof eight);
	return eight;
}

/* The high bit of each byte from `first` to `last`; all bytes are ASCII. */
static inline uint64_t eight_within(uint64_t eight, char first, char last)
{
	return (eight + EACH(0x80 - first)) & ~(eight + EACH(0x7f - last)) &
	       EACH(0x80);
}

/* Capitals as small letters, but for other changes below 0x80 that keep
 * letters and digits apart; bytes from 0x80 as they are. */
static inline uint64_t eight_folded(uint64_t eight)
{
	return eight | (EACH(0x20) & ~((eight & EACH(0x80)) >> 2));
}

/* How many bytes stand before the first whose high bit is set in `marks`,
 * which is not 0. */
static inline uint32_t eight_first(uint64_t marks)
{
#if __BYTE_ORDER__ == __ORDER_LITTLE_ENDIAN__
	return (uint32_t)__builtin_ctzll(marks) / 8;
#else
	return (uint32_t)__builtin_clzll(marks) / 8;
#endif
}

#endif
