/* Files of this source tree and of the shared data, for laws over them. */
#ifndef PROPERTY_FILES_H
#define PROPERTY_FILES_H

#include "base/arena.h"
#include "base/vec.h"

typedef VEC(struct str) paths;

/* The paths that fit a pattern as "ladders/" followed by a star, below the source
 * directory; sorted. */
paths files_matching(const char *pattern, struct arena *a);

/* The ladders that are shipped and, where they are there, the real ones. */
paths files_of_ladders(struct arena *a);

/* All of a file; the test fails where it cannot be read. */
struct str file_read(struct str path, struct arena *a);

#endif
