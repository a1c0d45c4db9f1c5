/* Ladders and assessments by dice: equal arguments give equal bytes. */
#ifndef ORACLE_GENERATE_H
#define ORACLE_GENERATE_H

#include "base/buf.h"

#include <stdint.h>

enum family {
	FAMILY_TINY,      /* everything in little, with many ties */
	FAMILY_REALISTIC, /* a company's ladder */
	FAMILY_ROUTES,    /* many ways, each level asking afresh */
	FAMILY_COVER,     /* every rule is one of many: dense set cover */
	FAMILY_KNAPSACK,  /* scores alone */
	N_FAMILIES,
};

extern const char *const family_names[N_FAMILIES];

/* N_FAMILIES where there is none of that name. */
enum family family_find(const char *name);

/* Writes a ladder of `size` stages and an assessment with a target. */
void generate(enum family f, uint32_t size, uint64_t seed,
	      struct buf *ladder, struct buf *assessment);

/* --- between the files of the generator ----------------------------------- */

void generate_hard(enum family f, uint32_t size, uint64_t seed,
		   struct buf *ladder, struct buf *assessment);

#endif
