/* For each change two small ladders that differ by it, compiled in from
 * tests/changes by the build, where they run as tests. */
#ifndef DIFF_EXAMPLES_H
#define DIFF_EXAMPLES_H

#include "base/str.h"

struct change_example {
	const char *code;    /* "D403" */
	struct str old, new; /* YAML; any bytes */
};

/* Sorted by code; ends with a row whose code is NULL. */
extern const struct change_example change_examples[];

#endif
