/* `validate --fix`: mends files where only one thing can be meant. */
#ifndef CLI_FIXING_H
#define CLI_FIXING_H

#include "cli/verdict.h"

/* What came of it, over all rounds. */
struct fixing_result {
	uint32_t findings; /* mended */
	uint32_t files;	   /* written */
};

/* Whether the command line goes together; says so where not. */
enum exit fixing_check(struct job *j);

/* Mends what the job's findings tell about the files that were checked, and
 * adds to the result. `more` tells whether something was written, so that
 * the files are to be checked again. */
enum exit fixing_write(struct job *j, const struct verdict *v,
		       struct fixing_result *r, bool *more);

/* Writes what it would change as a diff instead. */
enum exit fixing_diff(struct job *j, const struct verdict *v);

/* Tells how much was mended. */
void fixing_tell(struct job *j, const struct fixing_result *r);

#endif
