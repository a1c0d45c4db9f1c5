/* What of an old ladder is what of a new one: by id, and by the renames that
 * either of them declares; never by position or title. */
#ifndef DIFF_MATCH_H
#define DIFF_MATCH_H

#include "model/ladder.h"

/* Each array is indexed by `index` of the one side and holds the thing of the
 * other, or NULL. */
struct matches {
	struct track **track_new, **track_old;
	struct role **role_new, **role_old;
	struct competency **competency_new, **competency_old;
	struct stage **stage_new, **stage_old; /* by stage index */
};

/* Matches all things of two ladders. Lives in `a`. */
struct matches match_ladders(const struct ladder *old,
			     const struct ladder *new, struct arena *a);

/* Which of two stages asks more: above 0 where the new one does. They stand as
 * their matches do; where these say nothing, or not the same, by number. */
int match_compare_stages(const struct matches *m, const struct stage *old,
			 const struct stage *new);

#endif
