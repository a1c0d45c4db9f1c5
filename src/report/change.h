/* The catalogue of changes, for people and for programs. */
#ifndef REPORT_CHANGE_H
#define REPORT_CHANGE_H

#include "diff/change.h"
#include "report/page.h"

/* One row of the catalogue. Empty examples are left out. */
struct change_view {
	enum change_code code;
	struct str old, new; /* whole files that differ by it */
};

struct page *page_change(struct arena *a, const struct change_view *v);

/* A class, and what has it. */
struct page *page_class(struct arena *a, enum change_class c);

/* All of it: the classes, then the changes by what they are about. */
struct page *page_changes(struct arena *a);

void json_change(const struct change_view *v, struct buf *out);
void json_class(enum change_class c, struct buf *out);
void json_changes(struct buf *out);

/* What a class says, as one sentence. */
const char *class_meaning(enum change_class c);

/* How a word about a class looks. */
enum mark class_mark(enum change_class c);

#endif
