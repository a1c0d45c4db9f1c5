/* Files that are parsed before they are asked for, several at a time. */
#ifndef MODEL_AHEAD_H
#define MODEL_AHEAD_H

#include "model/load.h"

/* Reads files and parses them side by side, where the host can and it is worth
 * the while; load_file gives them then at once. What cannot be read, and what
 * was loaded already, is passed over: load_file says why. What is found stays
 * in the order in which the files are loaded later. */
void load_ahead(struct loader *ld, const struct str *paths, size_t n);

/* What stands ready for a source, or NULL; the caller owns its document. Its
 * findings were added to the loader's. */
struct ahead *ahead_take(struct loader *ld, struct source *source);

struct ahead {
	struct source *source;
	struct doc doc;
	struct diag found; /* by reading and parsing it */
	bool taken;
	struct ahead *next; /* of all that a loader has */
};

/* Gives back what nobody asked for. */
void load_ahead_release(struct loader *ld);

#endif
