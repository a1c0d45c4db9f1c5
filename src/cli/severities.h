/* How much the findings of each code count: as the catalogue has it, the
 * configuration, and --severity. */
#ifndef CLI_SEVERITIES_H
#define CLI_SEVERITIES_H

#include "cli/job.h"
#include "model/config.h"

struct severities { /* LEVEL_UNSET: as the catalogue has it */
	enum level of[N_CODES];
	enum level of_family[10]; /* by digit: where a code has none of its own */
};

/* The level of the findings of a code. */
enum level severities_level(const struct severities *s, enum code code);

/* Takes what a configuration without errors says, over what is there. */
void severities_take(struct severities *s, const struct config *config);

/* Takes the options --severity CODE=LEVEL, over what is there; says what is
 * wrong with them where the status is not EXIT_DONE. */
enum exit severities_options(struct job *j, struct severities *s);

/* Gives findings their severity, and takes those out that are off: the one
 * place in which that happens. */
void severities_apply(const struct severities *s, struct diag *d);

#endif
