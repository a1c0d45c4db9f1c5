/* Help, made from the tables of commands, options, formats and so on. */
#ifndef CLI_CMD_HELP_H
#define CLI_CMD_HELP_H

#include "cli/job.h"

/* Writes the help for a command or a topic, or the overview where `word` is
 * empty. Says what is near where it is neither. */
enum exit help_for(struct job *j, struct str word);

#endif
