/* What a stage or a cell says of people, word by word: each behaviour is read
 * once, by bytes, and the rules look at its words. */
#ifndef LINT_SAID_H
#define LINT_SAID_H

#include "model/ladder.h"

struct lint;

struct said_word {
	uint32_t at, len; /* bytes of the behaviour's text */
	uint64_t hash;    /* ASCII case ignored; where the ladder is English
			     without a plural's s */
	bool small;       /* an English one that carries no meaning: "the" */
	bool ends;        /* the last of a sentence */
};

/* One behaviour. */
struct said {
	const struct behaviour *behaviour;
	const struct node *node; /* of its text */
	const struct said_word *words;
	uint32_t n;       /* of words: runs of letters and digits */
	uint32_t content; /* of them, those that are not small */
	uint64_t sum;     /* of the hashes of these, whatever their order */
	uint64_t bits;    /* one set for each of these, by its hash */
	bool wide;        /* has signs of East or South Asia: words may be
			     anything there */
};

enum { SMALL_WORDS = 24 };

struct said_list {
	VEC(struct said) list;       /* the behaviours of the rubric at hand */
	VEC(struct said_word) words; /* of all of them */
	unsigned char letters[256];  /* by byte: what counts for it, 0 between
					words */
	uint64_t small[SMALL_WORDS]; /* hashes; 0: none */
	uint64_t small_bits;         /* a bit set for each of them */
};

void said_init(struct lint *lint);

/* Reads the behaviours of a rubric into lint->said. */
void said_read(struct lint *lint, const struct rubric *r);

static inline struct str said_text(const struct said *s,
				   const struct said_word *w)
{
	return (struct str){s->behaviour->text.ptr + w->at, w->len};
}

/* Whether a word is one of a list that ends with NULL; ASCII case ignored. */
bool said_among(const struct said *s, const struct said_word *w,
		const char *const *list);

#endif
