/* Two ladders and what changed between them, as text that tests compare. */
#ifndef PROPERTY_VERSIONS_H
#define PROPERTY_VERSIONS_H

#include "diff/diff.h"
#include "support/world.h"

struct versions {
	struct world w; /* both live in it */
	struct ladder *old, *new;
	struct diff *there, *back; /* old to new, new to old */
};

/* Loads both and compares them both ways; the test fails where one of them is
 * no usable ladder. */
void versions_init(struct versions *p, struct str old, struct str new);
void versions_release(struct versions *p);

/* Compares them again; `dressing`: what only looks different, too. */
void versions_compare(struct versions *p, bool dressing);

/* A line a change: code, places of both sides ("-" where nothing stands), the
 * path, and the roles that it reaches. */
struct str versions_print(const struct diff *d, struct arena *a);

/* Where a side points: line and column, 0 where nothing stands there. */
struct place side_place(const struct change_side *side);

/* What is wrong with a diff by itself: classes that do not follow, places in
 * the wrong file, fingerprints that are not unique; NULL where nothing is. */
const char *diff_wrong(const struct diff *d, struct arena *a);

/* How the two directions are no mirrors of each other; NULL where they are. */
const char *mirror_wrong(const struct versions *p, struct arena *a);

/* Fails the test with both texts kept in files of this name. */
void versions_fail(const struct versions *p, struct str old, struct str new,
		   const char *name, const char *fmt, ...)
	__attribute__((format(printf, 5, 6)));

/* How many random cases to try: LADDER_CASES, else `usual`. */
uint32_t versions_wanted(uint32_t usual);

#endif
