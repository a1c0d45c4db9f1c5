#include "text/utf8.h"

/* How many continuation bytes a first byte asks for, and what the first of
 * them may be: Unicode 15, table 3-7. */
static uint32_t want(uint8_t lead, uint8_t *low, uint8_t *high)
{
	*low = 0x80;
	*high = 0xbf;
	if (lead >= 0xc2 && lead <= 0xdf)
		return 1;
	if (lead >= 0xe0 && lead <= 0xef) {
		*low = lead == 0xe0 ? 0xa0 : 0x80;
		*high = lead == 0xed ? 0x9f : 0xbf;
		return 2;
	}
	if (lead >= 0xf0 && lead <= 0xf4) {
		*low = lead == 0xf0 ? 0x90 : 0x80;
		*high = lead == 0xf4 ? 0x8f : 0xbf;
		return 3;
	}
	return 0;
}

uint32_t utf8_decode(struct str s, uint32_t *len)
{
	const uint8_t *p = (const uint8_t *)s.ptr;
	uint8_t low, high;
	uint32_t more, c;

	*len = 1;
	if (p[0] < 0x80)
		return p[0];
	more = want(p[0], &low, &high);
	if (!more)
		return UTF8_BAD;
	c = p[0] & (0x3f >> more);
	for (uint32_t i = 1; i <= more; i++) {
		if (i >= s.len || p[i] < low || p[i] > high)
			return UTF8_BAD;
		c = c << 6 | (p[i] & 0x3f);
		*len = i + 1;
		low = 0x80;
		high = 0xbf;
	}
	return c;
}

size_t utf8_count(struct str s)
{
	size_t n = 0;

	for (size_t at = 0; at < s.len; n++) {
		uint32_t len;

		utf8_decode(str_from(s, at), &len);
		at += len;
	}
	return n;
}

size_t utf8_bytes(struct str s, size_t n)
{
	size_t at = 0;

	for (; n && at < s.len; n--) {
		uint32_t len;

		utf8_decode(str_from(s, at), &len);
		at += len;
	}
	return at;
}

enum char_class char_class(uint32_t c)
{
	if (c < 0x20)
		return c == '\t' || c == '\n' ? CHAR_PLAIN : CHAR_CONTROL;
	if (c < 0x7f)
		return CHAR_PLAIN;
	if (c == 0x85 || c == 0x2028 || c == 0x2029)
		return CHAR_LINE_BREAK;
	if (c < 0xa0)
		return CHAR_CONTROL;
	if ((c >= 0x202a && c <= 0x202e) || (c >= 0x2066 && c <= 0x2069))
		return CHAR_BIDI;
	if (c >= 0xe0000 && c <= 0xe007f)
		return CHAR_TAG;
	if (c == 0xfeff)
		return CHAR_BOM;
	if ((c >= 0xfdd0 && c <= 0xfdef) || (c & 0xfffe) == 0xfffe)
		return CHAR_NONCHAR;
	if ((c >= 0x200b && c <= 0x200f) || c == 0x61c ||
	    (c >= 0x2060 && c <= 0x2064) || c == 0xad)
		return CHAR_HIDDEN;
	return CHAR_PLAIN;
}
