/* Two versions of a small ladder, compared, and what is written of them. */
#ifndef UNIT_REPORT_EDITIONS_H
#define UNIT_REPORT_EDITIONS_H

#include "report/diff.h"
#include "support/test.h"
#include "support/world.h"

struct editions {
	struct world world;
	struct diff *diff;
	diff_views views; /* one, of the files old.yaml and new.yaml */
	struct buf out;
};

/* A ladder with two tracks, and one in which much of it is otherwise. */
extern const char editions_old[], editions_new[];

/* Fails the test where one is not usable. */
void editions_open(struct editions *e, const char *old, const char *new);
void editions_close(struct editions *e);

/* What is written in a format, ended by a NUL; holds until the next. */
const char *editions_text(struct editions *e, int width);
const char *editions_html(struct editions *e);
const char *editions_markdown(struct editions *e, size_t limit);
const char *editions_json(struct editions *e);
const char *editions_github(struct editions *e);
const char *editions_junit(struct editions *e);
const char *editions_summary(struct editions *e);

/* Leaves out the changes of a code. */
void editions_hide(struct editions *e, enum change_code code);

#endif
