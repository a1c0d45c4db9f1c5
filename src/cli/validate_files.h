/* Which files validate is to read: named ones, and those below directories. */
#ifndef CLI_VALIDATE_FILES_H
#define CLI_VALIDATE_FILES_H

#include "cli/walk.h"

/* What the operands mean; without any, what discovery would find here. */
struct found_files validate_files(struct job *j);

#endif
