/* What changes since a revision of git touch: the files that changed, the
 * ladders that extend one of them, and the assessments of any of these. */
#ifndef CLI_TOUCHED_H
#define CLI_TOUCHED_H

#include "cli/walk.h"

struct touched {
	const char *root; /* of the working tree, absolute */
	struct map files; /* by their real paths */
	struct map ids;	  /* of the ladders among them, before and now */
};

/* Compares the working tree with a revision; files that git does not keep
 * track of yet have changed, those that it ignores have not. False where git
 * cannot be asked; said. */
bool touched_find(struct job *j, struct str rev, struct touched *t);

/* Leaves what is touched of the files that were found. Standard input is in no
 * revision and stays. */
void touched_keep(struct job *j, const struct touched *t,
		  struct found_files *found);

#endif
