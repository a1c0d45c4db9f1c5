/* What a ladder extends, and what that extends: the files of a chain, each
 * within the tree of the first (format.md 3.8). */
#ifndef MODEL_CHAIN_H
#define MODEL_CHAIN_H

#include "model/load.h"

/* The files, from the one that was asked for to its bases. */
struct chain {
	struct loader *ld;
	VEC(struct loaded) files;
	/* what follows is known once there is a base */
	VEC(struct str) paths; /* real paths, to find a cycle */
	const char *within;    /* bases must lie in here */
};

/* Loads all that `file` extends; its document moves into the chain. False
 * where a base is missing, lies outside, or closes a circle, which has been
 * told. */
bool chain_load(struct chain *c, struct loader *ld, struct loaded *file);

/* What reading and parsing the files found. */
uint32_t chain_errors(const struct chain *c);

/* Gives the documents back, where no ladder was made of them. */
void chain_release(struct chain *c);

#endif
