/* What is wrong with the files of a run: their models are made and looked at,
 * those of ladders that stand alone several at a time. */
#ifndef CLI_CHECKING_H
#define CLI_CHECKING_H

#include "cli/verdict.h"
#include "model/ladder.h"

/* A file of the run, with all that is found in it, from reading it on. */
struct checked {
	struct loaded file;
	struct diag found;
	/* of ladders, set by checking_run */
	struct str id;
	bool checked;
	struct ladder *ladder; /* NULL: nothing was made of it, or nobody
				  needs it any more */
	bool made; /* something could be made of it */
};

/* A ladder by its id, from the files of the run or by discovery. */
struct known {
	struct str id;
	struct ladder *ladder; /* NULL: nothing could be made of it */
	bool absent;           /* there is none */
};

struct checking {
	struct job *j;
	struct verdict *verdict;
	VEC(struct checked *) ladders, assessments;
	VEC(struct known) known;
	bool missing; /* something could not be read; it has been said */
};

/* Checks the ladders, then the assessments against theirs. All that is found
 * goes to the job's findings, in the order of the files. */
void checking_run(struct checking *c);

#endif
