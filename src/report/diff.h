/* What a diff says, in every format. */
#ifndef REPORT_DIFF_H
#define REPORT_DIFF_H

#include "diff/diff.h"
#include "report/page.h"

struct impact;

/* Two ladders compared, and how it is to be shown. */
struct diff_view {
	const struct diff *diff;    /* NULL: one side has no ladder */
	struct str old_name, new_name; /* what the sides are called: files,
					  revisions; empty where the ladder is
					  new, or gone */
	const bool *hidden;         /* by change: ignored or accepted, not to be
				       shown nor counted; NULL: none */
	uint32_t n_hidden;
	const struct impact *impact; /* NULL: nobody was named */
	bool names;                 /* people by name, not only counted */
};

/* One view a ladder: several with --git. */
typedef VEC(struct diff_view) diff_views;

/* Verdict first, then breaking, review, easing, info, grouped by what they
 * are about; empty (no block) where nothing changed. */
struct page *page_diff(struct arena *a, const diff_views *views);

/* The machine formats. All give nothing but an empty document where nothing
 * changed. */
void json_diff(const diff_views *views, struct buf *out);
void diff_summary(const diff_views *views, struct buf *out); /* one line */
void diff_github(const diff_views *views, struct buf *out);
void diff_junit(const diff_views *views, struct buf *out);

/* Markdown for a comment on a pull request: at most `limit` bytes, details
 * folded, cut whole sections at a time with a line that says so. */
void diff_markdown(struct arena *a, const diff_views *views, size_t limit,
		   struct buf *out);

/* The sentence about one change, without the name of the thing: `says` of the
 * catalogue with its values filled in. Adds to prose. */
void change_says(struct arena *a, prose *to, const struct change *c);

/* The name of what it is about: "Mentoring 2 (Coaches)". */
void change_subject(struct arena *a, prose *to, const struct diff *d,
		    const struct change *c);

#endif
