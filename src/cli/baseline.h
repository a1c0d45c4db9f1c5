/* The baseline of validate: findings that were there when it was written, and
 * that it leaves out until they are mended. It only shrinks. */
#ifndef CLI_BASELINE_H
#define CLI_BASELINE_H

#include "cli/accepting.h"
#include "cli/settings.h"
#include "lint/suppress.h"
#include "report/accepted.h"

struct baseline {
	const char *path; /* NULL: there is none */
	bool write;       /* --write-baseline */
	bool grow;        /* and it takes in what is found now */
	struct accepting accepting;
	new_findings news; /* what it took in */
};

/* Reads the file that --baseline, --write-baseline or the settings name. Says
 * what is wrong where the status is not EXIT_DONE. */
enum exit baseline_read(struct job *j, const struct settings *s,
			struct baseline *b);

/* Sets the findings aside that it has, or that it takes in (where it is new, or
 * with --force: what is not off). Tells acceptances in files of the run, or in
 * files that are gone, which are over or which nothing asks for (L906, L907),
 * unless it is to be written. The findings are sorted, and are to be sorted again. */
void baseline_apply(struct job *j, struct baseline *b,
		    const struct severities *severities,
		    const suppress_files *files);

/* Writes it, if that was asked: what is in use, and what was taken in. To be
 * called behind baseline_apply. */
enum exit baseline_write(struct job *j, struct baseline *b,
			 const suppress_files *files);

#endif
