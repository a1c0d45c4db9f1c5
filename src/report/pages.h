/* Results as pages. All live in the arena given and point into the models. */
#ifndef REPORT_PAGES_H
#define REPORT_PAGES_H

#include "plan/alternatives.h"
#include "report/page.h"

enum view_horizon {
	VIEW_AUTO,  /* all; what lies beyond the next role folded */
	VIEW_NOW,   /* only what begins in the next three months */
	VIEW_NEXT,  /* and what begins within a year */
	VIEW_LATER, /* all of it, nothing folded */
};

/* The week in which something ends, from thousandths of weeks. */
static inline int64_t week_up(int64_t week)
{
	return (week + 999) / 1000;
}

/* A plan or a gap as it is to be shown. */
struct plan_view {
	const struct ladder *ladder;
	const struct assessment *assessment; /* NULL: nobody was assessed */
	const struct plan_query *query;      /* target, from and stands */
	const struct plan *plan;             /* NULL for a gap */
	const struct gap *gap;               /* of the target; &plan->gap */
	const other_ways *others;            /* asked for; NULL: not */
	const struct texts *mentors; /* names, by step; NULL: not asked */
	bool dated;                          /* weeks count from start_day */
	int32_t start_day;
	enum view_horizon horizon;           /* pages only, never JSON */
};

struct page *page_plan(struct arena *a, const struct plan_view *v);
struct page *page_gap(struct arena *a, const struct plan_view *v);

struct page *page_show_ladder(struct arena *a, const struct ladder *l);
struct page *page_show_role(struct arena *a, const struct ladder *l,
			    const struct role *role);
struct page *page_show_competency(struct arena *a, const struct ladder *l,
				  const struct competency *c);

/* What can be named on the command line: the roles and competencies of the
 * ladder in use and the ladders at hand. */
struct list_entry {
	struct str id, name, summary;
	struct str where; /* the file, or "builtin" */
	bool in_use;
};

struct list_view {
	const struct ladder *ladder; /* may be NULL */
	const struct list_entry *ladders;
	uint32_t n_ladders;
};

struct page *page_list(struct arena *a, const struct list_view *v);

/* What a finding code means. Empty examples are left out. */
struct code_view {
	enum code code;
	struct str bad, good; /* whole files: one that earns it, mended */
};

struct page *page_code(struct arena *a, const struct code_view *v);

#endif
