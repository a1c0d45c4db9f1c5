/* Suppressions: comments that set findings of their file aside, with the
 * reason for it (docs/configuration.md).
 *
 *   # ladder: ignore[L303, steep-step] The board decides in May.
 *   # ladder: ignore-file[L321] Leadership has a ladder of its own. */
#ifndef LINT_SUPPRESS_H
#define LINT_SUPPRESS_H

#include "doc/doc.h"

/* A file whose comments are themselves checked. */
struct suppress_file {
	struct source *source;
	bool partly; /* not all that could be found in it was looked for: a
			suppression that nothing asks for may be needed */
};

typedef VEC(struct suppress_file) suppress_files;

/* Sets the findings aside that comments in their files suppress. Adds what is wrong with the suppressions of `files`
 * (L901 to L905); files beside these, such as bases, are read where they have
 * findings. `d` is sorted, and is to be sorted again. */
void suppress_findings(struct diag *d, const suppress_files *files,
		       const struct limits *limits);

#endif
