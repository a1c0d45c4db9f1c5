/* Plain text laid out in columns: how help looks. */
#ifndef CLI_LAYOUT_H
#define CLI_LAYOUT_H

#include "cli/job.h"

struct layout {
	struct buf out;
	size_t width;
};

/* For the width that the job asks for, at most 100 columns. Release `out`. */
struct layout layout_start(struct job *j);

/* A line as it is. */
void layout_line(struct layout *l, const char *text);

/* An empty line, then paragraphs separated by empty lines, filled. */
void layout_paragraphs(struct layout *l, const char *text);

/* An empty line and a line. */
void layout_heading(struct layout *l, const char *text);

/* A word on the left, what it means on the right. */
void layout_pair(struct layout *l, const char *left, const char *right);

/* A command line, below it what it does. */
void layout_example(struct layout *l, const char *line, const char *what);

#endif
