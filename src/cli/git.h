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

/* The name of the tree that such a loader reads from. */
struct str git_tree(const struct loader *at);

/* Runs git with `input` and gives what it wrote; false where it could not be
 * run or did not end well. */
bool git_ask(struct host *h, struct arena *a, const char *const *argv,
	     struct str input, struct str *answer);

#endif
