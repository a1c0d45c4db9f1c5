/* Texts compared by their words: what is only dressing, what was put in and
 * taken out, how alike two texts are. */
#ifndef DIFF_WORDS_H
#define DIFF_WORDS_H

#include "base/vec.h"

/* The text without what is no change: white space runs are one space and none
 * at the ends, Unicode NFC, Markdown emphasis and code signs left out. Lives in
 * `a`; the text itself where nothing had to be done. */
struct str words_plain(struct str text, struct arena *a);

/* Equal but for dressing. */
bool words_same(struct str x, struct str y, struct arena *a);

/* How alike two texts are in per cent: twice the words in common (as a
 * multiset) by the words of both, 100 where words_same. For scripts written
 * without spaces each character counts as a word. Symmetric. */
uint32_t words_likeness(struct str x, struct str y, struct arena *a);

enum word_kind { WORDS_KEPT, WORDS_REMOVED, WORDS_ADDED };

struct word_run {
	enum word_kind kind;
	struct str text; /* of the old text where kept or removed, of the new
			    one where added; white space between words goes
			    with the run that it follows */
};

typedef VEC(struct word_run) word_runs;

/* What it takes to make `y` of `x`, word by word, removed before added. The
 * longest common subsequence where the texts are short (at most a thousand
 * words each), else the common head and tail are kept and what is between is
 * replaced. Source: Myers, An O(ND) Difference Algorithm, 1986, or dynamic
 * programming; the swap of x and y swaps removed and added. */
word_runs words_diff(struct str x, struct str y, struct arena *a);

#endif
