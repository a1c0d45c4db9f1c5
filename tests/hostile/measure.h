/* How much work a run of the program is. */
#ifndef HOSTILE_MEASURE_H
#define HOSTILE_MEASURE_H

/* Runs a program in a directory, its output thrown away; `argv` ends with
 * NULL. Gives the seconds that processors worked for it, in it and in the
 * system; they do not depend on who else is running, but for what shares the
 * caches. Negative where it crashed, said that it has a bug, or came to no
 * end. `*ended` is its exit status. */
double measure_run(const char *dir, char *const *argv, int *ended);

#endif
