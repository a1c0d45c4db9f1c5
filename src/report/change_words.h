/* Parts of what is said about a change, for pages that group changes under
 * what they are about. diff.h has the whole sentence. */
#ifndef REPORT_CHANGE_WORDS_H
#define REPORT_CHANGE_WORDS_H

#include "report/diff.h"

/* The name of the thing that a change stands under: a role, a competency. */
void change_about(struct arena *a, prose *to, enum mark mark,
		  const struct diff *d, const struct change *c);

/* Its id, a role's path; empty for the ladder, and where it has the id for a
 * name. */
struct str change_about_id(const struct change *c);

/* What of it the change is about, and ": " after it: a stage, the competency
 * of a requirement. Nothing where that is clear without. */
void change_part(struct arena *a, prose *to, const struct change *c);

/* Two texts in one, with the words marked that differ; long stretches that
 * stayed are cut. Either may be empty. */
void change_texts(struct arena *a, prose *to, struct str old, struct str new);

/* The same for two lists, item by item, each on a line where there are several;
 * those that stayed are counted. */
void change_lists(struct arena *a, prose *to, const struct texts *old,
		  const struct texts *new);

/* "Senior, Staff and 3 more": `most` are named, or all if only one would be
 * left. */
void change_role_names(struct arena *a, prose *to, enum mark mark,
		       const change_roles *roles, uint32_t most);

#endif
