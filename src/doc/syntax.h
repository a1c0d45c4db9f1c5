/* libyaml's syntax errors in our words. */
#ifndef DOC_SYNTAX_H
#define DOC_SYNTAX_H

#include "text/diag.h"

/* A syntax error as the parser tells it; places are bytes of the file. */
struct syntax_error {
	const char *problem, *context; /* either may be NULL */
	uint32_t problem_at, context_at;
};

/* Adds a finding; gives the byte where the mistake was made, after which one
 * may look for a place to go on. */
uint32_t syntax_report(const struct syntax_error *e, struct source *source,
		       struct diag *d);

#endif
