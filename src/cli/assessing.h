/* ladder assess as a dialogue: the file that it is about, saved after every
 * answer, and the three ways to be asked: a screen, plain lines, a file. */
#ifndef CLI_ASSESSING_H
#define CLI_ASSESSING_H

#include "cli/assessed.h"
#include "cli/input.h"
#include "people/dialogue.h"

struct assessing {
	struct job *job;
	struct assessed file; /* as it was read, or saved last; its assessment
				 is NULL where there is none yet */
	struct dialogue dialogue;
	bool plain; /* nothing moves the cursor */
	bool there;   /* the file is; otherwise the first save makes it */
	bool unsaved; /* the last answer could not be saved */
};

/* The command, without --template and --edit. */
enum exit assessing_run(struct job *j);

/* --- between its files -------------------------------------------------- */

/* Begins the dialogue about the assessment that is there. */
enum exit assessing_begin(struct assessing *s);

/* Records an answer to the question that the dialogue is at, and saves it.
 * False where that is not possible: `why` tells in one line. */
bool assessing_answer(struct assessing *s, const struct answer *x,
		      struct str *why);

/* Saves what was recorded. */
bool assessing_save(struct assessing *s, struct recording *r, struct str *why);

/* How much is done, where it is, what comes next. */
enum exit assessing_end(struct assessing *s);

/* What is said where somebody ended the program. */
enum exit assessing_stopped(struct assessing *s);

/* A new assessment: what it begins with. */
struct fresh {
	struct str person;		  /* empty: not known yet */
	const struct role *role, *target; /* NULL: not known, or none */
	bool role_said, target_said;	  /* so that it is not asked for */
};

/* Asks on the terminal for what is not known; HOST_TYPED when all is. */
enum host_typed assessing_ask(struct assessing *s, struct fresh *f);

/* Makes what the file begins with; or the file itself, too. */
enum exit assessing_draft(struct assessing *s, const struct fresh *f);
enum exit assessing_create(struct assessing *s, const struct fresh *f);

/* The role that a word names; NULL where it names none, and `why` tells. */
const struct role *assessing_role(const struct assessing *s, struct str word,
				  struct str *why);

/* The dialogue, each until its end. */
enum exit assessing_screen(struct assessing *s);
enum exit assessing_plain(struct assessing *s);

/* --answers FILE; makes the assessment where there is none. */
enum exit assessing_answers(struct assessing *s, struct fresh *f);

#endif
