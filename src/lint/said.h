/* What a stage or a cell says of people, word by word: each behaviour is read
 * once, by bytes, and the rules look at its words. */
#ifndef LINT_SAID_H
#define LINT_SAID_H

#include "model/ladder.h"

struct lint;

/* What rules know English words as (english.def). */
enum word_kind {
	WORD_SMALL = 1,	   /* carries no meaning: "the" */
	WORD_OPENS = 2,	   /* may stand before what happens: "has", "deep" */
	WORD_VAGUE = 4,	   /* what nobody sees: "understands" */
	WORD_VAGUE_TO = 8, /* the same before "to" or "about": "tries" */
	WORD_HOW_WELL = 16,
	WORD_GOES_ON = 32, /* begins the second half of a sentence */
	WORD_YEARS = 64,
	WORD_FIGURE = 128,
	WORD_SERVICE = 256, /* behind years: "of experience" */
	WORD_SERVED = 512,  /* before them: "worked for" */
};

struct said_word {
	uint32_t at, len; /* bytes of the behaviour's text */
	uint64_t hash;	  /* ASCII case ignored; where the ladder is English
			     without a plural's s */
	uint16_t kinds;	  /* bits of enum word_kind; 0 in other languages */
	bool ends;	  /* the last of a sentence */
};

/* One behaviour. Most are never taken apart into words: what is told of the
 * text as a whole says whether it is worth it. */
struct said {
	const struct behaviour *behaviour;
	const struct node *node; /* of its text */
	struct str text;
	uint64_t key; /* equal where the letters are that small words lack,
			 whatever their order and case */
	uint64_t head, tail; /* its first and last letters; 0: too few */
	bool apart;	     /* the rest was found out */
	const struct said_word *words;
	uint32_t n;       /* of words: runs of letters and digits */
	uint32_t content; /* of them, those that are not small */
	uint64_t sum;     /* of the hashes of these, whatever their order */
	uint64_t bits;    /* one set for each of these, by its hash */
	bool wide;        /* has signs of East or South Asia: words may be
			     anything there */
};

struct known_word {
	uint64_t hash; /* 0: none here */
	uint16_t kinds;
};

enum { KNOWN_WORDS = 512 }; /* a power of two, some four times as many */

struct said_list {
	VEC(struct said) list;	    /* the behaviours of the rubric at hand */
	struct arena arena;	    /* their words */
	unsigned char letters[256]; /* by byte: what counts for it, 0 between
				       words */
	uint64_t weights[256];	    /* by byte, for struct said's key */
	struct known_word known[KNOWN_WORDS]; /* by the top of the hash, or
						 behind that */
};

void said_init(struct lint *lint);
void said_release(struct lint *lint);

/* Looks at the behaviours of a rubric: fills lint->said.list. */
void said_read(struct lint *lint, const struct rubric *r);

/* Where the text of a behaviour stands that has one. */
const struct node *said_node(const struct lint *lint,
			     const struct behaviour *b);

/* Takes a behaviour apart into words, which hold until the next rubric. */
void said_apart(struct lint *lint, struct said *s);

/* What is known of the first word of a text; 0: nothing. */
unsigned said_first(struct lint *lint, const struct said *s);

static inline struct str said_text(const struct said *s,
				   const struct said_word *w)
{
	return (struct str){s->text.ptr + w->at, w->len};
}

/* Whether a word is this one, in lower case. */
bool said_is(const struct said *s, const struct said_word *w, const char *word);

#endif
