/* The ladders of a repository whose bases are not as they were. */
#ifndef CLI_GIT_OVERLAYS_H
#define CLI_GIT_OVERLAYS_H

#include "cli/git_ladders.h"

/* Adds the ladders whose own files are as they were in the revision of a
 * loader, but which extend, over however many files, one that is not. In the
 * order of their paths, behind those that are there. EXIT_INPUT where git
 * cannot be asked or a file cannot be read; said. */
enum exit git_overlays(struct job *j, struct loader *at, ladder_pairs *pairs);

#endif
