/* The words of a plain text, one by one: runs between spaces; in scripts
 * written without spaces each character. */
#ifndef DIFF_WORD_H
#define DIFF_WORD_H

#include "base/str.h"

#include <stdint.h>

/* Whether a character is of a script that puts no spaces between words. */
bool word_is_unspaced(uint32_t c);

/* The first word of words_plain text that is not empty, with the punctuation
 * at its edges and without the space behind it. */
struct str word_first(struct str plain);

/* What follows the first word and the space behind it. */
struct str word_rest(struct str plain, struct str first);

uint32_t word_count(struct str plain);

#endif
