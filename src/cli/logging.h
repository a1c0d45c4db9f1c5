/* What `ladder log` is told on its command line, put into an assessment. */
#ifndef CLI_LOGGING_H
#define CLI_LOGGING_H

#include "cli/assessed.h"

struct logging {
	struct assessed file, now; /* as it was, and with what is recorded */
	const struct competency *competency;
	struct str stage; /* the word for it; empty: none is recorded */
	struct recording recording;
};

/* Whether some option says what to record. */
bool logging_asked(const struct job *j);

/* Looks at the options by themselves, before any file is read. */
enum exit logging_check(struct job *j);

/* Records and saves it, and says in a line what changed. `file`, `competency`
 * and `stage` are set. */
enum exit logging_save(struct job *j, struct logging *g);

/* That line, on standard output (logging_said.c):
 * "saved in a.yaml: mentoring: 1 → 2 Coaches; evidence 3". */
enum exit logging_said(struct job *j, const struct logging *g);

#endif
