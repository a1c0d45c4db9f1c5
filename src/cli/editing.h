/* ladder assess --edit: an assessment in the user's editor. */
#ifndef CLI_EDITING_H
#define CLI_EDITING_H

#include "cli/job.h"

/* Opens the assessment of this place, or a new one, in a copy beside it;
 * checks it when the editor is left, as often as it has mistakes and somebody
 * at the terminal wants to go on; and saves it where nobody else has
 * meanwhile. Whatever else happens, the copy stays, and is named. */
enum exit editing_run(struct job *j);

#endif
