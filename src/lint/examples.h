/* For each code a file that has the finding and the same file mended, compiled
 * in from tests/rules by the build, where both run as tests. */
#ifndef LINT_EXAMPLES_H
#define LINT_EXAMPLES_H

#include "base/str.h"

struct code_example {
	const char *code;     /* "L204" */
	struct str bad, good; /* YAML; any bytes */
};

/* Sorted by code; ends with a row whose code is NULL. */
extern const struct code_example code_examples[];

#endif
