/* A ladder and an assessment from files, as a puzzle. */
#ifndef ORACLE_FILES_H
#define ORACLE_FILES_H

#include "base/host.h"
#include "oracle/puzzle.h"

struct files {
	struct arena arena;
	struct ladder *ladder;
	struct assessment *assessment;
	struct puzzle *puzzle;
	struct str why; /* what is wrong with them, where something is */
};

/* `target` NULL: the one of the assessment. False where the files cannot be
 * planned with. Release in either case. */
bool files_load(struct host *host, const char *ladder, const char *assessment,
		const char *target, struct files *f);

/* The same with a ladder alone: there is no puzzle then. */
bool files_load_ladder(struct host *host, const char *ladder,
		       struct files *f);

void files_release(struct files *f);

#endif
