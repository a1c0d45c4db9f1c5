/* The file of acceptances that a command line names. */
#ifndef CLI_ACCEPTING_H
#define CLI_ACCEPTING_H

#include "cli/job.h"
#include "model/accepted.h"

struct accepting {
	struct accepted accepted;
	int32_t today; /* in UTC; read where something may expire */
};

/* Reads it; `within` is as load_within has it. Says what is wrong where the
 * status is not EXIT_DONE; nothing is among the job's findings yet. */
enum exit accepting_read(struct job *j, struct str path, const char *within,
			 const struct accepted_kind *kind,
			 struct accepting *out);

#endif
