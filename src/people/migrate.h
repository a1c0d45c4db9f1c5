/* Carries an assessment over to a changed ladder: what was renamed or replaced
 * is followed, what has no place left becomes a comment, and every other byte
 * of the file stays. */
#ifndef PEOPLE_MIGRATE_H
#define PEOPLE_MIGRATE_H

#include "base/buf.h"
#include "model/assessment.h"

/* Something that a person must look at. */
struct migrate_ask {
	struct str about; /* a competency, or a key of the file */
	struct str text;  /* one line; data in it is raw */
};

struct migration {
	VEC(struct migrate_ask) asks; /* in the order of the file */
	uint32_t changes; /* places of the file that are written anew */
	uint32_t aside;	  /* ratings that became comments */
	/* where something stands in the way: why, in one line, and where */
	struct str why;
	struct span span;
};

/* Whether the file says of itself that it was made for `new` and not for
 * `old`: then nothing in it is `old`'s. Looks at the id and the version. */
bool migrate_is_done(const struct doc *doc, const struct ladder *old,
		     const struct ladder *new);

/* Adds the text of the file, carried over, to `out`; `as` was checked against
 * `old` and has no errors. False where something stands in the way (see
 * `why`). Carrying the result over again changes nothing: the version in the
 * file tells whose numbers it holds, and between ladders of one version a
 * number that would have to change is written as an id. */
bool migrate(const struct assessment *as, const struct ladder *old,
	     const struct ladder *new, struct arena *a, struct migration *m,
	     struct buf *out);

#endif
