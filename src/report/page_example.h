/* A file as an example beside one that is nearly the same. */
#ifndef REPORT_PAGE_EXAMPLE_H
#define REPORT_PAGE_EXAMPLE_H

#include "report/page.h"

/* A section with a text, the lines in which it differs from `other` marked;
 * nothing where the text is empty. */
void page_example(struct page *p, const char *title, struct str text,
		  struct str other);

#endif
