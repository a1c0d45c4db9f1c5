#include "diff/word.h"

#include "text/utf8.h"
#include "text/width.h"

struct span {
	uint32_t from, to; /* both inside */
};

/* Of scripts that put no spaces between words: South-East Asian ones, and
 * Chinese and Japanese with their punctuation. Blocks of Unicode 15. */
bool word_is_unspaced(uint32_t c)
{
	static const struct span blocks[] = {
		{0x0e00, 0x0eff},   /* Thai, Lao */
		{0x1000, 0x109f},   /* Myanmar */
		{0x1780, 0x17ff},   /* Khmer */
		{0x2e80, 0x312f},   /* radicals, punctuation, kana, bopomofo */
		{0x3190, 0x9fff},   /* kanbun to unified ideographs */
		{0xf900, 0xfaff},   /* compatibility ideographs */
		{0xff00, 0xff9f},   /* full width, half-width kana */
		{0x1b000, 0x1b16f}, /* older and small kana */
		{0x20000, 0x3ffff}, /* the ideographic planes */
	};

	if (c < blocks[0].from)
		return false;
	for (size_t i = 0; i < sizeof blocks / sizeof *blocks; i++)
		if (c >= blocks[i].from && c <= blocks[i].to)
			return true;
	return false;
}

struct str word_first(struct str s)
{
	uint32_t len;

	for (size_t at = 0; at < s.len; at += len) {
		uint32_t c = (unsigned char)s.ptr[at];

		len = 1;
		if (c >= 0x80)
			c = utf8_decode(str_from(s, at), &len);
		if (c == ' ')
			return str_head(s, at);
		if (word_is_unspaced(c))
			return str_head(s, at ? at : grapheme_len(s));
	}
	return s;
}

struct str word_rest(struct str s, struct str first)
{
	bool space = first.len < s.len && s.ptr[first.len] == ' ';

	return str_from(s, first.len + space);
}

uint32_t word_count(struct str s)
{
	uint32_t n = 0;

	for (; s.len; n++)
		s = word_rest(s, word_first(s));
	return n;
}
