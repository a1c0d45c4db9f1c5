/* What the files of people/migrate share. */
#ifndef PEOPLE_MIGRATE_PARTS_H
#define PEOPLE_MIGRATE_PARTS_H

#include "diff/match.h"
#include "doc/edit.h"
#include "people/migrate.h"

struct migrating {
	const struct assessment *as;
	const struct ladder *old, *new;
	struct matches matches;
	struct edit edit;
	struct arena *arena;
	struct migration *out;
	bool apart; /* the file tells by its version whose numbers it holds, so
		       that a number may become another one */
	const struct role *role; /* of the person, in the new ladder, or NULL */
	struct asked *baseline;	 /* in the new ladder; NULL without one */
	struct stand *stands;	 /* in the old ladder */
};

/* --- what something of the old ladder is in the new one ------------------ */

/* NULL where nothing is left; `replaced` tells that it was retired for
 * another. */
struct competency *now_competency(const struct migrating *c,
				  const struct competency *old, bool *replaced);
struct role *now_role(const struct migrating *c, const struct role *old,
		      bool *replaced);
struct track *now_track(const struct migrating *c, const struct track *old,
			bool *replaced);
/* `word` is how the file names it; of a competency that replaces another the
 * stage of that name, or number. */
struct stage *now_stage(const struct migrating *c, const struct stage *old,
			const struct competency *in, struct str word,
			bool replaced);

/* How to write it: the word as it stands where that still means the thing,
 * else a word of the same kind. Of a stage empty where only a number would do
 * that the next run would take for an old one. */
struct str role_word(const struct migrating *c, const struct role *role,
		     struct str word);
struct str stage_word(const struct migrating *c, const struct stage *stage,
		      struct str word);

/* --- writing and asking -------------------------------------------------- */

/* Each false where something stands in the way. */
bool migrate_set(struct migrating *c, const struct node *n, struct str word);
/* Turns a pair into comments below a line that says why. */
bool migrate_aside(struct migrating *c, const struct node *key, struct str why);

void migrate_say(struct migrating *c, struct str about, const char *fmt, ...)
	__attribute__((format(printf, 3, 4)));

/* A text of a ladder for a comment, which keeps to its line. */
struct str migrate_line(const struct migrating *c, struct str text);

/* "acme 2", "acme": the new ladder with its version. */
struct str new_name(const struct migrating *c);

bool migrate_ratings(struct migrating *c);
/* The behaviours under `met` of a rating that stays; `stage` is the new one
 * or NULL. */
bool migrate_met(struct migrating *c, const struct rating *r,
		 const struct competency *now, const struct stage *stage);

#endif
