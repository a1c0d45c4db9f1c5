/* The program as a function: a command line in, an exit status out. */
#ifndef CLI_PROGRAM_H
#define CLI_PROGRAM_H

#include "base/host.h"

/* Runs one command line over a host; argv[0] is the program's name. Nothing
 * of it outlives the call. */
int ladder_main(struct host *host, int argc, char **argv);

#endif
