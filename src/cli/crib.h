/* The rubric in the copy of an assessment that is edited: comment lines that
 * begin with `#|`, above the rating that they are about, and taken out again
 * before anything is saved. */
#ifndef CLI_CRIB_H
#define CLI_CRIB_H

#include "cli/template.h"

struct crib {
	struct map lines;    /* those that were put in, without their blanks */
	struct arena *arena; /* where they live */
};

/* The text of an assessment with the rubric of the ladder in it. As it is
 * where the two could not be told apart again: it has such lines itself.
 * Ratings on a line of their own have their rubric above them; all that are
 * not there, or not so, have theirs behind the last one. */
struct str crib_put(struct crib *crib, const struct template_view *v,
		    const struct doc *doc, struct str text, struct arena *a);

/* An edited text without the lines that were put in; one that is not as it
 * was stays, and is counted in `*left`. */
struct str crib_take(const struct crib *crib, struct str text, bool *left);

#endif
