/* Which files validate is to read: named ones, and those below directories. */
#ifndef CLI_VALIDATE_FILES_H
#define CLI_VALIDATE_FILES_H

#include "cli/job.h"

struct checked_path {
	const char *path; /* as it is shown */
	bool named;       /* by hand: then it must be one of ours */
};

struct checked_paths {
	VEC(struct checked_path) files;
	bool missing; /* something could not be read; it has been said */
};

/* Files named by operands, and *.yaml and *.yml below named directories:
 * hidden directories and what git ignores left out, symbolic links that leave
 * the repository (outside one, the directory) too unless --follow. Each file
 * once, those of a directory in the order of their names. */
struct checked_paths validate_files(struct job *j);

#endif
