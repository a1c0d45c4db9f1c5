/* UTF-8, strictly: shortest forms, no surrogates, up to U+10FFFF. */
#ifndef TEXT_UTF8_H
#define TEXT_UTF8_H

#include "base/str.h"

#include <stdint.h>

#define UTF8_BAD UINT32_MAX

/* The code point at the head of `s` (not empty) and how many bytes it takes.
 * For bytes that are not UTF-8 it is UTF8_BAD and the length that of the
 * longest wrong sequence (at least 1), as Unicode 15, section 3.9, advises. */
uint32_t utf8_decode(struct str s, uint32_t *len);

/* Code points in `s`; each wrong byte sequence counts as one. */
size_t utf8_count(struct str s);

/* How many bytes of `s` the first `n` code points take. */
size_t utf8_bytes(struct str s, size_t n);

enum char_class {
	CHAR_PLAIN,
	CHAR_CONTROL,    /* C0 but tab and LF, DEL, C1 */
	CHAR_LINE_BREAK, /* U+0085, U+2028, U+2029; CR is CHAR_CONTROL */
	CHAR_BIDI,       /* overrides, embeddings and isolates */
	CHAR_TAG,        /* U+E0000 to U+E007F */
	CHAR_BOM,        /* U+FEFF */
	CHAR_NONCHAR,    /* U+FDD0 to U+FDEF, U+xxFFFE, U+xxFFFF */
	CHAR_HIDDEN,     /* marks and joiners that are allowed in text, not in
			    ids: U+200B to U+200F, U+061C, U+2060 … */
};

/* What kind of trouble a code point is. */
enum char_class char_class(uint32_t c);

#endif
