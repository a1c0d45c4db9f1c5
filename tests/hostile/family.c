#include "hostile/family.h"

#include <string.h>

/* As an index in the middle of a file is written. */
enum { DIGITS = 6 };

static size_t repeated_bytes(const char *const *parts)
{
	size_t bytes = 0;

	for (int p = 1; p < MOST_PARTS && parts[p - 1] && parts[p]; p += 2) {
		bytes += strlen(parts[p]);
		for (const char *at = parts[p]; (at = strchr(at, '$')); at++)
			bytes += DIGITS - strlen("$i");
	}
	return bytes;
}

uint32_t family_repeats(const struct family *f, size_t bytes)
{
	size_t each = repeated_bytes(f->parts);

	if (f->beside)
		each += repeated_bytes(f->beside_parts);
	return (uint32_t)(bytes / each);
}

/* splitmix64's mix, as in support/dice.h. */
static uint32_t scatter(uint64_t i)
{
	uint64_t z = (i + 1) * 0x9e3779b97f4a7c15u;

	z = (z ^ z >> 30) * 0xbf58476d1ce4e5b9u;
	return (uint32_t)(z >> 32);
}

static uint32_t number(char kind, uint32_t i, uint32_t n)
{
	switch (kind) {
	case '+':
		return i + 1 < n ? i + 1 : 0;
	case '-':
		return n - 1 - i;
	case 'h':
		return i / 2;
	case 'n':
		return n;
	case 'r':
		return scatter(i);
	default:
		return i;
	}
}

static void write_unit(const char *unit, uint32_t i, uint32_t n,
		       struct buf *out)
{
	for (const char *at = unit; *at; at++) {
		if (*at != '$')
			buf_char(out, *at);
		else if (*++at == 'f')
			buf_printf(out, "%016u", (unsigned)i);
		else
			buf_printf(out, "%u",
				   (unsigned)number(*at, i, n));
	}
}

void family_write(const char *const *parts, uint32_t n, struct buf *out)
{
	for (int p = 0; p < MOST_PARTS && parts[p]; p++) {
		if (p % 2 == 0) {
			buf_z(out, parts[p]);
			continue;
		}
		for (uint32_t i = 0; i < n; i++)
			write_unit(parts[p], i, n, out);
	}
}
