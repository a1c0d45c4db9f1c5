/* The question that an assessment is at, as a screen of a terminal: the stages
 * side by side where they have room, else one below the other; folded to their
 * names, or page by page, where the screen is too low for all of them. */
#ifndef REPORT_DIALOGUE_SCREEN_H
#define REPORT_DIALOGUE_SCREEN_H

#include "people/dialogue.h"
#include "report/screen.h"

/* The letters that tick the behaviours of the next stage, in order; the keys
 * of commands are not among them. */
#define TICK_LETTERS "abcdefghijklmABCDEFGHIJKLM"

enum { CURSOR_NONE = -1 };

struct dialogue_view {
	struct dialogue *dialogue;
	const struct report_style *style;
	uint32_t width, height;
	int32_t cursor; /* ordinal of a stage, 0 for none of them */
	bool expected;	/* shown before there is an answer, too */
	bool help;	/* the keys instead of the question */
	uint32_t page;	/* from 0; one that is not there becomes the last */
	bool follow;	/* the page with the cursor instead */
	struct str message;
};

/* The lines, never more than `height`. */
struct screen_lines dialogue_screen(struct dialogue_view *v, struct arena *a);

#endif
