/* How many cells of a terminal text takes: combining marks none, wide
 * characters two, all others (ambiguous ones too) one. Widths come from
 * utf8proc, code point by code point. Text here holds no control characters
 * (see text/safe.h); one that is there counts as nothing. */
#ifndef TEXT_WIDTH_H
#define TEXT_WIDTH_H

#include "base/buf.h"

#include <stdint.h>

/* Cells of one code point: 0, 1 or 2. UTF8_BAD counts 1. */
int char_width(uint32_t c);

size_t text_width(struct str s);

/* How many bytes of `s` fit into `cells`, ending between two grapheme
 * clusters, so that no mark loses its letter. */
size_t width_fit(struct str s, size_t cells);

/* Bytes of the first grapheme cluster; 0 for empty text. */
size_t grapheme_len(struct str s);

/* Adds `s` and spaces up to `cells`; all of it where it is wider. */
void width_pad(struct buf *out, struct str s, size_t cells);

#endif
