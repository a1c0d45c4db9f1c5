/* Git as a source of files: as they are in a revision. Git is asked by its
 * plumbing and answers with bytes from its store; nothing that a repository
 * configures (textconv, filters, external diffs) is run, and no word of the
 * user's becomes an option, since all of them go to its standard input. */
#ifndef CLI_GIT_H
#define CLI_GIT_H

#include "cli/job.h"

/* A file as a command line names it. */
struct git_name {
	struct str rev;  /* empty: a file of the working directory */
	struct str path; /* with a revision: from the top of the repository,
			    without `.` and `..` */
};

/* Takes REV:PATH apart as git does: the path is from the top of the
 * repository, or from the working directory where it begins with `./` or
 * `../`. Anything that is there as a file, or whose part before the colon is,
 * is that file; so is `builtin:ID`, and `C:/x`. EXIT_INPUT where a path leads
 * out of the repository or git cannot be asked; said. */
enum exit git_name(struct job *j, struct str word, struct git_name *name);

/* What loads the files of a revision: a ladder, and what it extends, both as
 * they are there. They are shown as REV:PATH. The job's own loader where `rev`
 * is empty. NULL where git is not there, this is no repository, or it knows no
 * such revision; said. Git is asked for the revision once: all files come
 * from the same commit even if a branch moves meanwhile. */
struct loader *git_loader(struct job *j, struct str rev);

/* A file that is not as it was in a revision. */
struct git_change {
	char status;     /* 'A' added, 'D' deleted, else changed */
	struct str path; /* from the working directory */
	struct str top;  /* the same, from the top of the repository */
};

struct git_changes {
	VEC(struct git_change) files; /* in the order of their paths */
	const char *root; /* of the working tree, absolute */
};

/* Compares the working tree, as far as git keeps track of it, to the revision
 * of a loader. A file may be listed though only its time changed, and one
 * that was renamed is listed as added and deleted. EXIT_INPUT where there is
 * no working tree; said. */
enum exit git_changed(struct job *j, const struct loader *at,
		      struct git_changes *changes);

#endif
