/* Patterns of paths, as people know them from .gitignore. */
#ifndef BASE_GLOB_H
#define BASE_GLOB_H

#include "base/str.h"

/* Whether a whole text is what the pattern means: `*` is any bytes but "/",
 * `**` any at all, `?` one that is no "/". Takes no more than the product of
 * both lengths, whoever wrote them.
 * Source: Krauss, "Matching Wildcards: An Empirical Way to Tame an Algorithm",
 * Dr. Dobb's 2014, with a second place to go back to. */
bool glob_matches(struct str pattern, struct str text);

/* The same for a path or any directory that it lies in. A slash at the end of
 * the pattern does not count. */
bool glob_covers(struct str pattern, struct str path);

#endif
