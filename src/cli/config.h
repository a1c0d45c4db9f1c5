/* What a configuration says: `.ladder.yaml` in a repository, or
 * `ladder/config.yaml` among a person's own files. */
#ifndef CLI_CONFIG_H
#define CLI_CONFIG_H

#include "model/read.h"

struct config {
	struct head head;
	struct str ladder; /* a shipped id, or a file beside it; may be empty */
};

/* Reads what a parsed file says; what is wrong with it goes to `d`. */
struct config config_read(const struct doc *doc, struct arena *a,
			  const struct limits *limits, struct diag *d);

#endif
