/* From what was found to what is told, and what that means for the status:
 * suppressions, the baseline, severities, --fail-on. */
#ifndef CLI_VERDICT_H
#define CLI_VERDICT_H

#include "cli/baseline.h"

struct verdict {
	struct settings settings;
	struct baseline baseline;
	suppress_files files; /* those that were checked */
};

/* Reads configurations, options and the baseline, before anything is checked.
 * Says what is wrong where the status is not EXIT_DONE. */
enum exit verdict_read(struct job *j, struct verdict *v);

/* A file was checked; `partly` as suppress_file has it. */
void verdict_checked(struct job *j, struct verdict *v,
		     const struct loaded *file, bool partly);

/* Makes of all the job's findings those that are told, sorted; writes the
 * baseline where that was asked. */
enum exit verdict_apply(struct job *j, struct verdict *v);

/* Whether something at or above --fail-on is told. */
bool verdict_fails(struct job *j, const struct verdict *v);

#endif
