/* What changed in meaning between two ladders: everything matched by id, the
 * bars compared as they are in force (interface.md 4). */
#ifndef DIFF_DIFF_H
#define DIFF_DIFF_H

#include "diff/change.h"
#include "diff/match.h"

/* Something that is gone looks like something that is new: a rename that
 * nobody declared. */
struct likely_rename {
	enum { RENAMED_ROLE, RENAMED_COMPETENCY, RENAMED_TRACK } kind;
	struct str old_id, new_id; /* roles as track/level */
	const struct node *old_node, *new_node;
	uint32_t likeness; /* per cent */
};

struct diff {
	const struct ladder *old, *new;
	struct matches matches;
	/* by role index of the old ladder: for each of its choices 1 + the
	 * place of the same one in the role that it is now; 0: it is gone; NULL
	 * where there are none, or the role is gone */
	uint32_t **choice_new;
	VEC(struct change) changes; /* ladder, then tracks, levels,
				       competencies … in file order; what is
				       `inside` another directly after it */
	VEC(struct likely_rename) renames;
	uint32_t n_of[N_CLASSES]; /* changes of each class */
	uint32_t dressed; /* texts that differ in dressing only and were left
			     out, unless `dressing` was set */
};

struct diff_options {
	bool dressing; /* report what differs in white space, Unicode
			  normalisation or Markdown dressing only */
};

/* Compares two usable ladders. All of it lives in `a` and points into the
 * ladders, which outlive it. Takes time linear in both, and in the roles that
 * changes reach. */
struct diff *diff_ladders(const struct ladder *old, const struct ladder *new,
			  const struct diff_options *options, struct arena *a);

/* The roles that ask for more than before, in file order: the union of what
 * changes with an effect of EFFECT_HARDER reach. */
change_roles diff_harder(const struct diff *d, struct arena *a);

#endif
