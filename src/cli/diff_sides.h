/* The two sides that the operands of `ladder diff` name. */
#ifndef CLI_DIFF_SIDES_H
#define CLI_DIFF_SIDES_H

#include "cli/job.h"

struct diff_side {
	struct loader *loader;
	struct loaded *file;   /* NULL: the ladder of the other side, or the
				  one in use */
	struct str role_word;  /* empty: the ladder as a whole */
	bool guessed;          /* it stood alone: it may be no role at all */
	struct ladder *ladder; /* usable */
	struct role *role;     /* NULL: the ladder as a whole */
	struct str name;       /* of the file, as it is shown */
};

/* Reads the operands, loads what they name and looks up the roles: of both
 * sides or of none. The two may have one ladder. Says what is wrong where the
 * status is not EXIT_DONE. */
enum exit diff_sides(struct job *j, struct diff_side sides[2]);

/* Makes the ladder of a file that was read with a loader; NULL where it is
 * none or has errors: those of both sides are to be shown by the caller. */
struct ladder *diff_ladder(struct job *j, struct loader *ld,
			   struct loaded *file);

#endif
