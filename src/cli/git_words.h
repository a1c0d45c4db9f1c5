/* What git tells an external diff driver: the words behind its command. */
#ifndef CLI_GIT_WORDS_H
#define CLI_GIT_WORDS_H

#include "base/str.h"

#include <stdint.h>

/* One side of a path. */
struct git_file {
	struct str path; /* from the top of the repository */
	struct str file; /* where its bytes are now */
	struct str hex;  /* of its object; zeros where git has not made one */
	struct str mode; /* "100644" */
	bool absent;     /* there was none, or is none any more */
};

enum { OLD_FILE, NEW_FILE };

struct git_words {
	struct git_file of[2];
	struct str about; /* lines on a rename, in git's words; or empty */
	bool unmerged;    /* nothing but the new path is known */
};

/* How many of the last words of a command line are git's: 7 for a path, 8 or 9
 * for one that was renamed, else 0. They are known by their form, so that
 * options may stand before them, and a path may begin with a dash. */
int git_words_count(int argc, char **argv);

/* Reads them: 1 for a path in a conflict, 7, 8 or 9; false for any other
 * number. */
bool git_words_read(const struct str *words, uint32_t n, struct git_words *w);

#endif
