/* The sections of a page on two roles that are not about competencies. Each
 * adds nothing where nothing differs. */
#ifndef REPORT_PAGE_ROLE_RULES_H
#define REPORT_PAGE_ROLE_RULES_H

#include "report/role_diff.h"

/* "Also": choices, scores, gates. */
void role_rules_section(struct page *p, const struct role_diff *d);

/* "The role itself": summary, attributes, time in it. */
void role_itself_section(struct page *p, const struct role_diff *d);

#endif
