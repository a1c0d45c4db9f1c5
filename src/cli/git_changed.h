/* Which files of a repository are not as they were in a revision. */
#ifndef CLI_GIT_CHANGED_H
#define CLI_GIT_CHANGED_H

#include "cli/git.h"

/* A YAML file that is not as it was in a revision. */
struct git_change {
	char status;     /* 'A' added, 'D' deleted, else changed */
	struct str path; /* from the working directory */
	struct str top;  /* the same, from the top of the repository */
};

struct git_changes {
	VEC(struct git_change) files; /* in the order of their paths */
	const char *root; /* of the working tree, absolute */
};

/* Compares the *.yaml and *.yml of the working tree that git keeps track of,
 * or, with `untracked`, does not ignore, byte by byte, to the revision of a
 * loader. One that was renamed is listed as added and deleted. EXIT_INPUT where
 * there is no working tree; said. */
enum exit git_changed(struct job *j, const struct loader *at, bool untracked,
		      struct git_changes *changes);

#endif
