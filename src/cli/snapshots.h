/* Dated assessments of one person: from several files, or from the history of
 * one. */
#ifndef CLI_SNAPSHOTS_H
#define CLI_SNAPSHOTS_H

#include "cli/people_files.h"
#include "people/progress.h"

struct snapshots {
	VEC(struct snapshot) list; /* as they come, not sorted */
	const struct ladder *ladder;
	struct people_files files; /* what holds them, where they are files */
	bool from_files;
	bool failed; /* some could not be used; said */
};

/* Reads the files that the operands name, or with --git the history of one:
 * the operand, or the assessment in use. All of them are about one person
 * (EXIT_USAGE where not; said). EXIT_DONE with at least one of them;
 * snapshots_close in any case. */
enum exit snapshots_read(struct job *j, struct snapshots *s);

/* Gives the memory back. EXIT_INPUT where some could not be used. */
enum exit snapshots_close(struct snapshots *s);

#endif
