/* The one place that makes data safe for a terminal and a log. Controls, bidi
 * overrides, zero-width and tag characters, noncharacters and bytes that are
 * not UTF-8 are shown as what they are (`\x1b`, `\u{202e}`) instead of doing
 * what they do, and what CI runners take for orders anywhere in a line
 * (`##[`, `##vso[`, `##teamcity[`) with a `\x23` in the place of its first `#`.
 */
#ifndef TEXT_SAFE_H
#define TEXT_SAFE_H

#include "base/buf.h"

#include <stdint.h>

/* Whether `s` begins like an order to a CI runner: `##`, letters, `[`. GitHub's
 * has no letters; that of Azure Pipelines (`vso`) can set variables and upload
 * files, that of TeamCity can, too. */
bool safe_begins_order(struct str s);

/* For text of several lines: newline and tab stay. */
void safe_text(struct buf *out, struct str s);

/* For one line: newline and tab are escaped too (`\n`, `\t`). */
void safe_line(struct buf *out, struct str s);

/* Adds what one code point of `s` comes to, and gives its bytes; the caller
 * walks. Newline and tab are escaped. */
size_t safe_char(struct buf *out, struct str s, uint32_t before);

/* Goes over whole lines that were added to `out` from byte `from` on and
 * breaks what a CI runner would take for a command: `::` at the beginning of
 * a line (after white space too), and an order that came together from several
 * pieces. They come out as `\x3a:` and `\x23#[`. */
void safe_commands(struct buf *out, size_t from);

#endif
