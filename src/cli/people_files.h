/* The people whom a command is about: assessment files, read one at a time in
 * memory that the next one uses again. */
#ifndef CLI_PEOPLE_FILES_H
#define CLI_PEOPLE_FILES_H

#include "cli/input.h"
#include "cli/walk.h"

/* A walk over them: people_start, people_next until there is none, then
 * people_finish. A file that cannot be used is told about on standard error
 * and passed over, one for another ladder is left out with a remark. */
struct people_files {
	struct job *job;
	/* which ladders the files may be for: the first as it was, the second
	 * (or NULL) as it is now */
	const struct ladder *ladders[2];
	struct found_files found;
	bool keep; /* set after people_start: all that is read stays until
		      people_finish, for commands about one person */
	uint32_t next;        /* of `found` */
	const char *path;     /* of the file whose turn it is */
	struct loaded file;   /* it, until it is read */
	struct diag diag;     /* what reading its bytes found */
	VEC(struct assessment *) read; /* made of it, to be released */

	struct loader loader;
	struct arena ahead;    /* files that are parsed already */
	uint32_t ahead_end;    /* of `found`: the first that is not */
	struct arena item;     /* what one file takes */
	struct arena *lasting; /* the job's own arena */
	uint32_t unread;       /* files that could not be used */
	uint32_t assessments;  /* usable or not */
	uint32_t elsewhere;    /* of those below directories, for others */
	struct str examples;   /* the first few of these */
	bool failed;
};

/* Adds the files that the operands and --team name: files, and directories as
 * `validate DIR` takes them. */
void people_named(struct job *j, struct found_files *out);

/* Loads the ladder by which people are measured when no option names one: of
 * the id that the first assessment among the files has, else as for one person.
 * Says what is wrong where the status is not EXIT_DONE. */
enum exit people_ladder(struct job *j, const struct found_files *found,
			struct input *in);

/* Begins a walk over files for `l`, or for `l` and its successor `now` (NULL:
 * there is none). The ladders outlive it. */
void people_start(struct people_files *p, struct job *j,
		  const struct found_files *found, const struct ladder *l,
		  const struct ladder *now);

/* The next file that is an assessment for these ladders; false after the last.
 * From here to the next call the job's arena is one that then is cleared; what
 * is to be kept goes to p->lasting. */
bool people_next(struct people_files *p);

/* Makes the assessment of the file whose turn it is, against a ladder; may be
 * asked again for another one. NULL, or not usable, where there are errors;
 * these, and all else that is found, are added to `d`. It lives until the next
 * people_next. */
struct assessment *people_read(struct people_files *p, const struct ladder *l,
			       struct diag *d);

/* Tells the errors of a file that cannot be used and counts it. */
void people_refuse(struct people_files *p, const struct diag *d);

/* people_next and people_read in one, for a walk over files of one ladder:
 * the next person, usable; NULL after the last. */
struct assessment *people_next_usable(struct people_files *p);

/* Whether the file whose turn it is, `as`, is about the same person as the
 * first one; says so, and why that must be, where it is not. */
bool people_is_same(struct people_files *p, const struct assessment *first,
		    const struct assessment *as, const char *why);

/* Ends the walk: gives the memory back, tells what was left out.
 * EXIT_INPUT where a file could not be used or there was no assessment. */
enum exit people_finish(struct people_files *p);

#endif
