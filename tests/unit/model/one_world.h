/* A world that each test of a file gets anew: begin and end are its set-up
 * and tear-down. */
#ifndef UNIT_MODEL_ONE_WORLD_H
#define UNIT_MODEL_ONE_WORLD_H

#include "support/world.h"

static struct world w;

static int begin(void **state)
{
	(void)state;
	world_init(&w);
	return 0;
}

static int end(void **state)
{
	(void)state;
	world_release(&w);
	return 0;
}

#endif
