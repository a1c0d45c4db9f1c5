/* A ladder, a role or a competency in full: what show and explain write. */
#ifndef CLI_SHOWN_H
#define CLI_SHOWN_H

#include "cli/input.h"

/* The ladder as a whole where the entity is neither role nor competency. */
struct shown {
	const struct ladder *ladder;
	struct entity entity;
};

enum exit shown_write(struct job *j, const struct shown *s);

#endif
