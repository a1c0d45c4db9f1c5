/* Where ladders and assessments come from when nobody names them
 * (docs/interface.md, "Where files come from"). */
#ifndef CLI_DISCOVER_H
#define CLI_DISCOVER_H

#include "cli/job.h"
#include "report/pages.h"

/* The ladder that is used where nothing says another. */
#define DEFAULT_LADDER "software-engineering"

/* Finds the ladder in use, reads and parses it. `id`, if not empty, is what
 * the assessment names: files that nobody named on the command line or in the
 * environment then count only with that id. Says what is wrong where the
 * status is not EXIT_DONE; findings go to the job's. */
enum exit discover_ladder(struct job *j, struct str id, struct loaded **file);

/* The same, but *file is NULL where no ladder has the id, which is not
 * said. */
enum exit discover_ladder_of(struct job *j, struct str id,
			     struct loaded **file);

/* The ladder that a word of the command line names: a file, `-`, `builtin:ID`,
 * else the id of a ladder at hand or shipped; a directory is never meant where
 * there is such an id. *file is NULL where the word is none of these, which is
 * not said. */
enum exit discover_named(struct job *j, struct str word,
			 struct loaded **file);

/* Finds the assessment; *file is NULL where there is none, which is no
 * error. */
enum exit discover_assessment(struct job *j, struct loaded **file);

/* The id of the ladder that the assessment of this place names, for commands
 * that need nothing else of it; empty where there is none. */
struct str discover_assessed_id(struct job *j);

/* What 'ladder list' shows: the ladders of this place and the shipped ones.
 * `in_use` is the one that discover_ladder gave. */
typedef VEC(struct list_entry) ladder_entries_list;
ladder_entries_list discover_list(struct job *j, const struct loaded *in_use);

#endif
