/* The small language of answers: what a person types at the plain questions
 * of an assessment, and what a file of answers holds (docs/assessing.md). */
#ifndef PEOPLE_ANSWER_H
#define PEOPLE_ANSWER_H

#include "base/vec.h"

enum answer_kind {
	ANSWER_STAGE,	 /* `word`, perhaps with `met` */
	ANSWER_MET,	 /* `met` alone */
	ANSWER_NA,	 /* for the reason `text` */
	ANSWER_NOTE,	 /* `text`; empty: takes it out */
	ANSWER_EVIDENCE, /* `text`, perhaps with `url` and `date` */
	ANSWER_CLEAR,	 /* unrated again */
	/* what moves the dialogue and records nothing */
	ANSWER_SKIP,
	ANSWER_BACK,
	ANSWER_EXPECTED,
	ANSWER_HELP,
	ANSWER_QUIT,
};

struct answer {
	enum answer_kind kind;
	struct str word;      /* a stage: number or id, 0 for none */
	bool ticks;	      /* STAGE: `met` is given; MET: always */
	VEC(struct str) met;  /* numbers or ids of behaviours; empty: none */
	struct str text, url; /* url: empty without one */
	bool dated;
	int32_t date; /* days */
};

/* Reads one line that is not empty. False where it is no answer: `why` then
 * tells what was expected, in one line. Texts point into `line`. */
bool answer_read(struct str line, struct arena *a, struct answer *answer,
		 struct str *why);

/* What may be answered, a line for each kind: how it is written, then what it
 * does. A NULL ends them. */
struct answer_form {
	const char *form, *what;
};

extern const struct answer_form answer_forms[];

#endif
