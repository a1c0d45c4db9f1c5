/* Many plans over one ladder: assessments come in line by line, plans go out
 * line by line, and memory does not grow with their number. */
#ifndef CLI_BATCH_H
#define CLI_BATCH_H

#include "cli/job.h"

/* Reads standard input: each line an assessment as JSON, or the name of an
 * assessment file; empty lines are passed over. Writes a plan or an error
 * object a line, in order (interface.md 6). EXIT_NO where a line was bad. */
enum exit batch_plan(struct job *j);

#endif
