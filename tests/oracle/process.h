/* Running a program to its end, with the processor's time that this took:
 * machines that are busy stretch the other one. */
#ifndef ORACLE_PROCESS_H
#define ORACLE_PROCESS_H

/* `argv` ends with NULL; argv[0] is looked for on the PATH. Standard output
 * goes to the file `out`, standard error to `err`. Gives the exit status, 127
 * where it could not be run, 128 and more where a signal ended it. */
int process_run(const char *const *argv, const char *out, const char *err,
		double *seconds);

/* Whether there is such a program on the PATH. */
int process_find(const char *name);

#endif
