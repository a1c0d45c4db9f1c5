/* Names of files, and the directories in which they are looked for. */
#ifndef CLI_PATH_H
#define CLI_PATH_H

#include "cli/job.h"

/* A name below a directory, whether that ends in a slash, is empty (the
 * working directory) or neither. */
const char *path_join(struct job *j, const char *dir, const char *name);

bool path_is_file(struct job *j, const char *path);

/* Whether a name ends as those of YAML files do. */
bool path_is_yaml(struct str name);

/* Whether a name in a directory is that of a copy which is being edited
 * (`.edit-1-assessment.yaml`), and no file of its own. */
bool path_is_copy(struct str name);

/* Without `.`, `..`, doubled slashes and one at the beginning; false where it
 * leads above the directory that it starts from. Links are not looked at. */
bool path_simplify(struct arena *a, struct str path, struct str *simple);

/* A path that is written in a file: relative to where the file lies. */
struct str path_beside(struct job *j, struct str file, struct str written);

/* How a file is named from a directory; both absolute and without links. */
struct str path_relative(struct job *j, const char *dir, const char *path);

/* The repository that an absolute directory lies in: the nearest at or above
 * it with a `.git`; NULL outside one. */
const char *path_repository(struct job *j, const char *dir);

/* $NAME/rest; $HOME/home/rest where NAME is no absolute path, and NULL where
 * HOME is not set either. */
const char *path_xdg(struct job *j, const char *name, const char *home,
		     const char *rest);

/* The directories that are searched, as they are put before a name: "", "../",
 * "../../" and so on up to the repository's root; outside a repository the
 * working directory alone. */
struct places {
	const char **prefixes;
	uint32_t n;
	const char *root; /* absolute; NULL outside a repository */
};

struct places places_find(struct job *j);

#endif
