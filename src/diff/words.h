/* Texts compared by their words: what is only dressing, what was put in and
 * taken out, how alike two texts are. */
#ifndef DIFF_WORDS_H
#define DIFF_WORDS_H

#include "base/vec.h"

/* The text without what is no change: white space runs are one space and none
 * at the ends, Unicode NFC, Markdown emphasis and code signs left out where
 * they come in pairs. Lives in `a`; the text itself where nothing had to be
 * done. Takes time linear in the text: where a letter bears more than 30 marks
 * the text is not normalised. */
struct str words_plain(struct str text, struct arena *a);

/* Equal but for dressing. */
bool words_same(struct str x, struct str y, struct arena *a);

/* How alike two texts are in per cent: twice the words in common (as a
 * multiset) by the words of both, rounded down, 100 where words_same.
 * Punctuation at the edges of a word is none of it, and alone no word. For
 * scripts written without spaces each character counts as a word. Symmetric.
 * Takes time n log n in the words. */
uint32_t words_likeness(struct str x, struct str y, struct arena *a);

/* The words of one text, for where it is held against many. */
struct word_bag {
	uint64_t *hashes; /* sorted */
	uint32_t n;
};

struct word_bag words_bag(struct str text, struct arena *a);

/* The likeness of the two texts, except that 100 means the same words. Takes
 * time linear in them. */
uint32_t bags_likeness(const struct word_bag *x, const struct word_bag *y);

enum word_kind { WORDS_KEPT, WORDS_REMOVED, WORDS_ADDED };

struct word_run {
	enum word_kind kind;
	struct str text; /* of words_plain, of the old text where kept or
			    removed, of the new one where added; the space
			    between words goes with the run that it follows */
};

typedef VEC(struct word_run) word_runs;

/* What it takes to make `y` of `x`, word by word, removed before added; no
 * runs of one kind follow each other.
 *
 * Put together, kept and removed runs are words_plain(x), kept and added ones
 * words_plain(y), either of them perhaps with one space behind it: where a
 * kept run ends one of the texts and not the other, it has the space. The swap
 * of x and y swaps removed and added.
 *
 * The common head and tail are kept, and of what is between, where it is at
 * most a thousand words on each side, the longest common subsequence; else it
 * is replaced. What would be kept between two changes that are both no shorter
 * counts as changed, too: single words that stay tear a sentence apart.
 * Takes time linear in the texts, and at most some 16,000 steps for each
 * thousand words. */
word_runs words_diff(struct str x, struct str y, struct arena *a);

#endif
