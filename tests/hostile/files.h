/* A family's files at one size, in a folder of their own. */
#ifndef HOSTILE_FILES_H
#define HOSTILE_FILES_H

#include "hostile/family.h"

struct files {
	const struct family *family;
	char dir[128];
};

/* Writes them into a new folder of `root`; ends the program where that cannot
 * be done. */
struct files files_write(const char *root, const char *name,
			 const struct family *f, size_t bytes);

void files_remove(const struct files *files);

#endif
