/* What somebody records of one assessment: a stage, behaviours that are shown,
 * evidence. Collected first, then written into the file, every other byte of
 * which stays. */
#ifndef PEOPLE_RECORD_H
#define PEOPLE_RECORD_H

#include "base/buf.h"
#include "model/assessment.h"

enum record_rate {
	RECORD_KEEP,  /* as it stands in the file */
	RECORD_STAGE, /* at `word` */
	RECORD_NA,    /* does not apply, for the reason `word` */
	RECORD_CLEAR, /* unrated again */
};

struct record_proof {
	struct str text, url; /* url: empty without one */
	bool dated;
	int32_t date; /* days */
};

/* What is recorded of one competency. */
struct record {
	enum record_rate rate;
	struct str word;
	const struct rubric *next; /* what `met` ticks; NULL: nothing yet */
	signed char *met; /* by behaviour of `next`: 1 shown, -1 not, 0 as it
			     stands in the file */
	bool noted;
	struct str note;		   /* empty: takes it out */
	VEC(struct record_proof) evidence; /* to be added */
};

/* Keys at the top of the file. */
enum record_key {
	RECORD_DATE,
	RECORD_VERSION,
	RECORD_ROLE,
	RECORD_TARGET,
	N_RECORD_KEYS
};

struct recording {
	const struct assessment *as;
	const struct ladder *ladder;
	struct arena *arena;
	struct record *of;	       /* by competency index */
	struct asked *baseline;	       /* NULL without one */
	struct str top[N_RECORD_KEYS]; /* empty: as it is */
	/* where something stands in the way: why, in one line, and where */
	struct str why;
	struct span span;
};

/* `as` was checked against `l` and has no errors; both outlive the recording.
 * All of it, and the texts that are handed to it, live in `a` or longer. */
void record_init(struct recording *r, const struct assessment *as,
		 const struct ladder *l, struct arena *a);

/* --- what to record: of one thing the last word counts -------------------- */

/* `word` names a stage of `c`, or 0, as competency_stage takes it; it is
 * written as it is, unless the file has that stage already. What the file says
 * of `na` goes. What it says of `met` stays where it is about the same stage
 * as before, and goes otherwise; so does what was recorded of it. */
void record_stage(struct recording *r, const struct competency *c,
		  struct str word);

/* The stage that the ticks of `met` are about, in the words of the person's
 * track, with what was recorded up to now; NULL: there is none above. */
const struct rubric *record_next(const struct recording *r,
				 const struct competency *c);

/* Whether behaviour `i` of record_next is shown; the others stay as they are
 * in the file. What it says of `na` goes. */
void record_met(struct recording *r, const struct competency *c, uint32_t i,
		bool met);

/* The reason is not empty. Stage and `met` go, the note stays; evidence that
 * the file has becomes a comment. */
void record_na(struct recording *r, const struct competency *c,
	       struct str reason);

/* Takes stage, `met` and `na` out; note and evidence stay. */
void record_clear(struct recording *r, const struct competency *c);

/* An empty text takes the note out. */
void record_note(struct recording *r, const struct competency *c,
		 struct str text);

/* One more piece, behind those that are there; one that the file has already,
 * word for word, is not recorded again. Its text is not empty. What the file
 * says of `na` goes. */
void record_evidence(struct recording *r, const struct competency *c,
		     const struct record_proof *proof);

/* A value that is not empty: a date as YYYY-MM-DD, a version, a role. */
void record_top(struct recording *r, enum record_key key, struct str word);

/* --- writing -------------------------------------------------------------- */

/* Adds the new text of the file to `out`; the file's own bytes where nothing
 * is recorded that it does not say already. A competency that has no rating
 * yet gets one in the order of the ladder. False, with nothing added, where
 * something stands in the way (see `why`). */
bool record_text(struct recording *r, struct buf *out);

#endif
