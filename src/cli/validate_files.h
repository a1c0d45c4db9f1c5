/* Which files validate and fmt are to read: named ones, those below
 * directories, those that a pattern means or a list names, those that
 * changed. */
#ifndef CLI_VALIDATE_FILES_H
#define CLI_VALIDATE_FILES_H

#include "cli/walk.h"

/* EXIT_USAGE where the words for them contradict each other; said. */
enum exit validate_files_check(struct job *j);

/* What operands and options mean; without any, what discovery would find
 * here. Reads standard input where the list comes from there. */
struct found_files validate_files(struct job *j);

#endif
