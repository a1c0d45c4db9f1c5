/* What the configurations of this place ask of validate
 * (docs/configuration.md). */
#ifndef CLI_SETTINGS_H
#define CLI_SETTINGS_H

#include "cli/severities.h"
#include "cli/walk.h"
#include "lint/lint.h"

/* Patterns of paths below a directory. */
struct ignored_paths {
	const char *dir; /* absolute, without links */
	struct texts patterns;
};

struct settings {
	struct severities severities;
	enum fail_on fail_on;
	struct str baseline;   /* a path from here; empty: none */
	const char *within;    /* of the baseline: as load_within has it */
	VEC(struct ignored_paths) ignored;
	lint_words words;
};

/* Reads every configuration of this place: of what they say the nearest
 * counts, codes one by one; patterns and words of all
 * of them. Says what is wrong where
 * the status is not EXIT_DONE; one that is among the operands is passed over
 * if it has errors, since its findings are told as those of the others are. */
enum exit settings_read(struct job *j, struct settings *s);

/* Leaves out what is ignored and was not named by hand. */
void settings_leave_out(struct job *j, const struct settings *s,
			struct found_files *found);

/* Whether a file is a configuration: its `format` or its name says it. */
bool settings_is_config(const struct loaded *file);

#endif
