/* Large blocks straight from the system, in large pages where it has them:
 * each page costs a fault when it is first touched, and a file of some
 * megabytes touches thousands of small ones. Small blocks come from where all
 * memory comes from, since thousands of files touch as many. */
#ifndef BASE_PAGES_H
#define BASE_PAGES_H

#include <stddef.h>

enum {
	PAGES_LARGE = 2 << 20,   /* bytes of a large page */
	PAGES_WORTH = 512 << 10, /* blocks from here on get large pages */
};

/* Zeroed memory for `bytes` bytes. Never NULL (see oom). What is not touched
 * of a large block takes none. */
void *pages_take(size_t bytes);

/* Gives a block back; `bytes` as it was taken. NULL is fine. */
void pages_give(void *block, size_t bytes);

#endif
