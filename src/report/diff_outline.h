/* A diff put in order for people: by class, and within a class by what the
 * changes are about. What is hidden is left out of everything here. */
#ifndef REPORT_DIFF_OUTLINE_H
#define REPORT_DIFF_OUTLINE_H

#include "report/diff.h"

/* Changes about one thing, or things that all came, or went; at least one. */
struct diff_group {
	enum change_class class;
	const char *title; /* "Competencies added"; NULL: about one thing */
	VEC(uint32_t) changes; /* indices of those that stand by themselves */
};

struct diff_outline {
	const struct diff_view *view;
	/* By class of the weightiest change in each: the changes inside one
	 * go with it, whatever their own class. */
	VEC(struct diff_group) groups[N_CLASSES];
	uint32_t *top; /* by change: the one that it is shown under, itself
			  where it stands by itself; UINT32_MAX: hidden */
	uint32_t n_of[N_CLASSES], n; /* changes */
	/* In file order: roles that came and went; of the others those that ask
	 * for more, for less (one may be in both), and those of which only a
	 * person can tell. */
	change_roles added, gone, harder, easier, judged;
	uint32_t breaks, shifts; /* changes by what they do to files */
};

/* Of a view without a diff, nothing. */
struct diff_outline diff_outline(const struct diff_view *v, struct arena *a);

/* Whether there is anything to say about a view. */
bool diff_outline_says(const struct diff_outline *o);

/* What a view is called: the file of the new side, else of the old one. */
struct str diff_view_name(const struct diff_view *v);

/* "3 breaking, 2 review"; "nothing" where all are 0. */
void diff_counts(struct arena *a, prose *to, const uint32_t *n_of);

/* The parts of a page, each added to a section of its own or of the caller:
 * the title with the verdict; which sides, who is touched, who is reached;
 * likely renames, which are to be settled before the rest is read; one group;
 * what is not shown. */
void diff_page_title(struct page *p, struct block *section,
		     const struct diff_outline *o);
void diff_page_verdict(struct page *p, struct block *section,
		       const struct diff_outline *o);
void diff_page_renames(struct page *p, struct block *section,
		       const struct diff_outline *o);
void diff_page_group(struct page *p, struct block *section,
		     const struct diff_outline *o, const struct diff_group *g);
void diff_page_end(struct page *p, struct block *section,
		   const struct diff_outline *o);

/* "Breaking", with the mark of its class. */
void diff_class_title(struct arena *a, prose *to, enum change_class c);

/* What a class means, in a few words. */
const char *diff_class_means(enum change_class c);

/* "old.yaml:12 → new.yaml:14", dim; the files that the view is of without
 * their directories. With no view all as they are. */
void diff_places(struct arena *a, prose *to, const struct diff_view *v,
		 const struct change *c);

/* "new.yaml:14", in the same way; nothing where nothing stands. */
void diff_place(struct arena *a, prose *to, enum mark mark,
		const struct diff_view *v, const struct change_side *side);

/* "Senior Engineer: Mentoring: raised from 1 to 2": a change by itself, as
 * text. */
struct str diff_message(struct arena *a, const struct diff *d,
			const struct change *c);

/* Where a side stands; false where nothing stands there. `last` is the line on
 * which it ends, for what is more than a text the one on which it begins. */
struct side_place {
	struct str file;
	struct place at;
	uint32_t last;
};
bool side_place(const struct change_side *side, struct side_place *place);

#endif
