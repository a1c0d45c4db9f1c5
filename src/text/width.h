/* How many cells of a terminal text takes: combining marks none, wide
 * characters two, all others (ambiguous ones too) one. Widths come from
 * utf8proc, code point by code point. Text here holds no control characters
 * (see text/safe.h); one that is there counts as nothing. */
#ifndef TEXT_WIDTH_H
#define TEXT_WIDTH_H

#include "base/str.h"

#include <stdint.h>

/* Cells of one code point: 0, 1 or 2. UTF8_BAD counts 1. */
int char_width(uint32_t c);

size_t text_width(struct str s);

/* Bytes of the first grapheme cluster; 0 for empty text. */
size_t grapheme_len(struct str s);

#endif
