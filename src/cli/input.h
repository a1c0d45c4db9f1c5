/* What a command works on: the ladder and the assessment in use, and the
 * roles that words on the command line name. */
#ifndef CLI_INPUT_H
#define CLI_INPUT_H

#include "cli/job.h"

struct typo;

struct input {
	const struct loaded *ladder_file;
	struct ladder *ladder;
	const struct loaded *assessment_file; /* NULL: none was found */
	struct assessment *assessment;	      /* the same */
};

/* Finds, reads and checks both. EXIT_DONE when they can be worked with;
 * otherwise what is wrong has been said. Warnings about the person's own file
 * are told in a line each. */
enum exit input_load(struct job *j, struct input *in);

/* The same for the ladder alone; an assessment only says which one. */
enum exit input_load_ladder(struct job *j, struct input *in);

/* The same for the ladder of an id; empty: as above. */
enum exit input_load_ladder_of(struct job *j, struct str id,
			       struct input *in);

/* The role that a word names; NULL where that is none or several, which has
 * then been said. */
struct role *input_role(struct job *j, const struct ladder *l,
			struct str word);

/* The competency that a word names, by id, old id (with a warning) or name;
 * NULL where there is none, which is not said. */
struct competency *input_competency(struct job *j, const struct ladder *l,
				    struct str word);

/* Offers the ids and the names of all competencies to somebody who mistyped
 * one. */
void input_offer_competencies(struct typo *typo, const struct ladder *l);

/* A role or a competency, whichever the word names. */
struct entity {
	struct role *role;
	struct competency *competency;
};

/* False where the word names neither, or several things; said. */
bool input_entity(struct job *j, const struct ladder *l, struct str word,
		  struct entity *e);

#endif
