/* Patterns of paths, as people know them from .gitignore and ripgrep. */
#ifndef BASE_GLOB_H
#define BASE_GLOB_H

#include "base/str.h"

/* Whether a path as a whole is what the pattern means. Within a component `*`
 * is any characters, `?` is one. A component `**` is any number of
 * directories, none among them; at the end of the pattern it is all that lies
 * inside. Elsewhere two stars are no more than one. Takes no more steps than
 * the product of both lengths, whoever wrote them.
 * Sources: gitignore(5); Krauss, "Matching Wildcards: An Empirical Way to Tame
 * an Algorithm", Dr. Dobb's 2014, once for components and once within them. */
bool glob_matches(struct str pattern, struct str path);

/* The same for a path or any directory that it lies in. A slash at either end
 * of the pattern does not count. */
bool glob_covers(struct str pattern, struct str path);

#endif
