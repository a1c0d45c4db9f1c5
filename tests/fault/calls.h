/* A watch over the system calls of another process, each of which can be made
 * to fail: Linux asks a supervisor about them (seccomp_unotify(2)). */
#ifndef FAULT_CALLS_H
#define FAULT_CALLS_H

#include "fault/saving.h"

#include <stdbool.h>

/* What is done to one of the calls, counted from the first that names the
 * watched file. */
struct calls_plan {
	const char *path; /* the watched file */
	int at;           /* from 1; 0: to none */
	int error;        /* it fails with this; 0: the process is killed */
};

struct calls_outcome {
	int n;          /* calls that were counted */
	int hit;        /* number of the call that it was done to; -1: none */
	int status;     /* as waitpid gives it */
	char said[512]; /* on standard error */
};

/* Whether this system can do it; prints the reason where not. */
bool calls_possible(void);

/* Saves one of the texts under watch. Looks at calls about files only: memory
 * and time are not what a save depends on. */
struct calls_outcome calls_save(struct saving_world *w, int text,
				const struct calls_plan *plan);

/* "write"; NULL for one that is not watched. */
const char *calls_name(int number);

#endif
