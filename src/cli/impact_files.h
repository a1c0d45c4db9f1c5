/* The people whom a diff is asked about: files that --assessment names and
 * those below --team, read one at a time. */
#ifndef CLI_IMPACT_FILES_H
#define CLI_IMPACT_FILES_H

#include "cli/job.h"
#include "people/impact.h"

/* Whether the command line names any people. */
bool impact_is_asked(struct job *j);

/* Reads all of them against both ladders of the diff; `out` is begun here, and
 * keeps people by name with --names. A file that cannot be used is told about
 * on standard error and passed over: EXIT_INPUT then, with all the others in
 * `out`; a file for another ladder is left out with a remark. What is kept
 * lives in the job's arena. */
enum exit impact_read(struct job *j, const struct diff *d,
		      struct impact *out);

#endif
