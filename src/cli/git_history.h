/* The revisions in which git has another text of a file. */
#ifndef CLI_GIT_HISTORY_H
#define CLI_GIT_HISTORY_H

#include "cli/git.h"

struct git_revision {
	struct str name; /* of the commit, in hexadecimal digits */
	struct str path; /* the file's in it, from the top */
	int32_t day;	 /* of the commit */
};

typedef VEC(struct git_revision) git_revisions;

/* Lists them, the newest first, also from the time when the file had another
 * name; at most a thousand. EXIT_INPUT where git does not know the file;
 * said. */
enum exit git_history(struct job *j, struct str file, git_revisions *out);

#endif
