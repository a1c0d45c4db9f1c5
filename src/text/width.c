#include "text/width.h"

#include "text/utf8.h"

#include <utf8proc.h>

int char_width(uint32_t c)
{
	if (c == UTF8_BAD)
		return 1;
	if (c < 0x7f)
		return c >= 0x20;
	return utf8proc_charwidth((utf8proc_int32_t)c);
}

size_t text_width(struct str s)
{
	size_t cells = 0;

	for (size_t at = 0; at < s.len;) {
		uint32_t len;

		cells += (size_t)char_width(utf8_decode(str_from(s, at), &len));
		at += len;
	}
	return cells;
}

/* utf8proc takes no code points that are none. */
static bool breaks(uint32_t before, uint32_t c, utf8proc_int32_t *state)
{
	if (before == UTF8_BAD || c == UTF8_BAD) {
		*state = 0;
		return true;
	}
	return utf8proc_grapheme_break_stateful((utf8proc_int32_t)before,
						(utf8proc_int32_t)c, state);
}

static bool is_ascii(char c)
{
	return c >= ' ' && c < 0x7f;
}

size_t grapheme_len(struct str s)
{
	utf8proc_int32_t state = 0;
	uint32_t before, len;
	size_t at;

	if (!s.len)
		return 0;
	/* most text by far; nothing joins one ASCII letter to another */
	if (is_ascii(s.ptr[0]) && (s.len == 1 || is_ascii(s.ptr[1])))
		return 1;
	before = utf8_decode(s, &len);
	for (at = len; at < s.len; at += len) {
		uint32_t c = utf8_decode(str_from(s, at), &len);

		if (breaks(before, c, &state))
			break;
		before = c;
	}
	return at;
}
