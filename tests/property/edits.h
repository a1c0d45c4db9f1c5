/* Edits of a ladder, and what each of them is called, where it is seen and whom
 * it reaches. */
#ifndef PROPERTY_EDITS_H
#define PROPERTY_EDITS_H

#include "diff/change.h"

/* One thing that is written one way or the other. Where the ladder has
 * "@{slot}" stands one of two texts, and where it has "@{slot:2}" one of two
 * others. "^" marks the place that the change should point at; a side without
 * one has none. */
struct edit {
	const char *slot;
	const char *text[2];
	enum change_code code; /* from text[0] to text[1] */
	const char *reach; /* roles that it reaches, each followed by a blank;
			      "a>b" where they are called otherwise */
	const char *second[2];
};

/* The head of the ladder and a part that may stand there any number of times,
 * its "%" being its number. */
extern const char edits_head[], edits_categories[], edits_competencies[],
	edits_scores[], edits_tracks[], edits_moves[], edits_retired[];

/* In the head, and in each part; the slot of the last row is NULL. */
extern const struct edit head_edits[], part_edits[];

#endif
