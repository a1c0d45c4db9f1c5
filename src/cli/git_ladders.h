/* The ladders of a repository that are not as they were in a revision. */
#ifndef CLI_GIT_LADDERS_H
#define CLI_GIT_LADDERS_H

#include "cli/git.h"

/* A ladder then and now. At least one of the two is a ladder; the other may
 * be of no kind, where somebody broke it. */
struct ladder_pair {
	struct loaded *old; /* NULL: there was none */
	struct loaded *new; /* NULL: it is gone */
};

typedef VEC(struct ladder_pair) ladder_pairs;

/* Reads every *.yaml and *.yml that git tells is changed since the revision
 * of a loader, and pairs those that are ladders: by their path, and where one
 * went and one came with the same id, as the same ladder under a new name. In
 * the order of their paths. Findings about them go to the job's. EXIT_INPUT
 * where a file cannot be read; said. */
enum exit git_ladders(struct job *j, struct loader *at, ladder_pairs *pairs);

#endif
