/* The ladders of a repository whose bases are not as they were. */
#ifndef CLI_GIT_OVERLAYS_H
#define CLI_GIT_OVERLAYS_H

#include "cli/git_changed.h"
#include "cli/git_ladders.h"

/* A ladder that extends a file. */
struct git_overlay {
	struct str top, base; /* both from the top of the repository */
	struct str path;      /* from the working directory */
	struct loaded *file;  /* as it is now */
	struct diag diag;     /* what was found in it so far */
};

typedef VEC(struct git_overlay) git_overlay_list;

/* The ladders of the working tree whose own files are as they were, but which
 * extend, over however many files, one that is not. In the order of their
 * paths; with `untracked` also those that git does not keep track of, as it is
 * with the changes. */
git_overlay_list git_overlays_of(struct job *j,
				 const struct git_changes *changes,
				 bool untracked);

/* Adds those that git keeps track of, for a revision, as pairs behind those
 * that are there. EXIT_INPUT where git cannot be asked or a file cannot be
 * read; said. */
enum exit git_overlays(struct job *j, struct loader *at, ladder_pairs *pairs);

#endif
