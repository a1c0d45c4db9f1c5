/* Teams by dice: a small ladder, and people on it. */
#ifndef PROPERTY_CREW_H
#define PROPERTY_CREW_H

#include "people/team.h"
#include "support/dice.h"
#include "support/world.h"

enum { CREW_COMPETENCIES = 6, CREW_MOST = 14 };

/* What is random about one person. */
struct crew_person {
	uint32_t role, target;             /* 1 + role index; 0: none */
	int have[CREW_COMPETENCIES];       /* -1: not applicable */
	bool mentor;
	uint32_t since; /* a day of May 2026; 0: not said */
};

struct crew {
	struct world world;
	struct ladder *ladder;
	struct crew_person people[CREW_MOST];
	uint32_t n;
};

void crew_open(struct crew *c);
void crew_close(struct crew *c);

/* Another crew of `n` on the same ladder. */
void crew_shuffle(struct crew *c, uint32_t n, struct dice *dice);

/* The team that they are, read forwards or backwards. What it keeps lives in
 * `a`. */
void crew_team(struct crew *c, bool backwards, struct team *t,
	       struct arena *a);

#endif
