/* Which changes a diff leaves out: those that --ignore and --accept name. */
#ifndef CLI_DIFF_HIDE_H
#define CLI_DIFF_HIDE_H

#include "cli/accepting.h"
#include "diff/change.h"
#include "report/diff.h"

struct hiding {
	bool ignored[N_CHANGES];
	struct accepting accepting; /* empty without --accept */
};

/* Reads the options and the file of --accept. Says what is wrong where the
 * status is not EXIT_DONE. */
enum exit hiding_read(struct job *j, struct hiding *h);

/* Marks the changes of a view that are left out. */
void hiding_apply(struct job *j, struct hiding *h, struct diff_view *view);

/* Remarks on acceptances that are over, or that no change of any view asked
 * for. */
void hiding_tell(struct job *j, const struct hiding *h);

#endif
