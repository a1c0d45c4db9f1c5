#include "base/pages.h"

#include "base/arena.h"

#include <stdint.h>
#include <stdlib.h>
#include <sys/mman.h>

enum { SMALL_STEP = 64 << 10 }; /* a multiple of any system's small page */

/* Whether a block is better off among those that are used again at once. */
static bool is_small(size_t bytes)
{
	return bytes < SMALL_STEP;
}

static char *take_small(size_t bytes)
{
	void *got = calloc(1, bytes ? bytes : 1);

	if (!got)
		oom();
	return got;
}

static size_t rounded(size_t bytes)
{
	size_t step = bytes >= PAGES_WORTH ? PAGES_LARGE : SMALL_STEP;

	if (bytes > SIZE_MAX / 4)
		oom();
	return (bytes + step - 1) & ~(step - 1);
}

static char *map(size_t bytes)
{
	void *got = mmap(NULL, bytes, PROT_READ | PROT_WRITE,
			 MAP_PRIVATE | MAP_ANONYMOUS, -1, 0);

	if (got == MAP_FAILED)
		oom();
	return got;
}

/* Takes one large page more than needed and gives back what lies outside the
 * borders of large pages. */
static char *map_aligned(size_t bytes)
{
	char *got = map(bytes + PAGES_LARGE);
	size_t before = -(uintptr_t)got % PAGES_LARGE;

	if (before)
		munmap(got, before);
	munmap(got + before + bytes, PAGES_LARGE - before);
#ifdef MADV_HUGEPAGE
	/* Advice that is not taken changes nothing. */
	(void)madvise(got + before, bytes, MADV_HUGEPAGE);
#endif
	return got + before;
}

void *pages_take(size_t bytes)
{
	if (is_small(bytes))
		return take_small(bytes);
	bytes = rounded(bytes);
	return bytes >= PAGES_WORTH ? map_aligned(bytes) : map(bytes);
}

void pages_give(void *block, size_t bytes)
{
	if (is_small(bytes))
		free(block);
	else if (block)
		munmap(block, rounded(bytes));
}
