/* Which files a path means: a file, or those below a directory. */
#ifndef CLI_WALK_H
#define CLI_WALK_H

#include "cli/job.h"

struct found_file {
	const char *path; /* as it is shown */
	bool named;       /* by hand: then it must be one of ours */
};

/* Zero is empty. */
struct found_files {
	VEC(struct found_file) files;
	bool missing;    /* something could not be read; it has been said */
	struct map seen; /* real paths that were taken already */
};

/* Adds a file, or *.yaml and *.yml below a directory: hidden directories and
 * what git ignores left out, symbolic links that leave the repository (outside
 * one, the directory) too unless `follow`. Each file once, those of a directory
 * in the order of their names. "-" is standard input. */
void walk_add(struct job *j, struct found_files *out, const char *path,
	      bool follow);

/* Adds a file wherever it leads, there or not. */
void walk_add_file(struct job *j, struct found_files *out, const char *path);

#endif
