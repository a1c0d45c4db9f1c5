/* A file that stands beside another under a name of its own until it is whole
 * and takes that one's place. */
#ifndef HOST_BESIDE_H
#define HOST_BESIDE_H

#include <stdbool.h>
#include <sys/types.h>

struct beside {
	char *path; /* allocated */
	int fd;
};

/* Makes an empty file in the directory of `target`, which nobody else has, and
 * opens it for writing. False with errno set; `path` is to be freed in either
 * case. */
bool beside_open(struct beside *b, const char *target, mode_t mode);

/* The directory that a path stands in; allocated. */
char *beside_directory(const char *path);

/* Removes what crashed runs left in a directory: files by the name of one of
 * ours, that are this user's, whose process is gone, and that nobody has
 * written to for so long that no process of another machine can be at it
 * either. */
void beside_clean(const char *dir);

#endif
