/* An assessment file that a command changes: read, checked and saved. */
#ifndef CLI_ASSESSED_H
#define CLI_ASSESSED_H

#include "cli/job.h"
#include "people/record.h"

struct assessed {
	const char *path;
	struct str text; /* as it was read: what a save replaces */
	struct ladder *ladder;
	struct assessment *assessment; /* what the text means */
};

/* Finds the assessment of this place, or the one that was named, and its
 * ladder. EXIT_DONE where they can be worked with; otherwise what is wrong has
 * been said, and a way out where there is no assessment. */
enum exit assessed_open(struct job *j, struct assessed *f);

/* The file that was named and is not there yet, for a command that makes it;
 * NULL where none was, or it is. */
const char *assessed_new_path(struct job *j);

/* What a text means against a ladder, apart from all else that was loaded;
 * NULL where it has errors, which are in `d` alone. */
struct assessment *assessed_check(struct job *j, struct str name,
				  struct str text, const struct ladder *l,
				  struct diag *d);

/* Shows the errors of a diag of its own; gives EXIT_INPUT. */
enum exit assessed_errors(struct job *j, struct diag *d);

/* Says where a file would have to change and why it cannot; gives
 * EXIT_INPUT. */
enum exit assessed_in_the_way(struct job *j, const char *path,
			      struct span span, struct str why);

/* What the file would be with what was recorded in it, which is checked as
 * validate would; nothing is written. Says what stands in the way. */
enum exit assessed_record(struct job *j, const struct assessed *f,
			  struct recording *r, struct assessed *now);

#endif
