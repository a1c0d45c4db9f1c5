/* What the tests of saving share: a directory with one file in it, which the
 * real program saves with one of two texts. */
#ifndef FAULT_SAVING_H
#define FAULT_SAVING_H

#include "base/arena.h"

#include <stdbool.h>
#include <sys/types.h>

enum saving_how {
	SAVING_ASSESS,  /* the file is written anew */
	SAVING_MIGRATE, /* in place, from one ladder to another and back */
	SAVING_LOG,     /* in place, another stage and back */
	SAVING_FMT,     /* in place, from the first text to the second alone */
	SAVING_FIX,     /* as SAVING_FMT */
};

struct saving_world {
	enum saving_how how;
	char root[64]; /* the ladders are here */
	char dir[80];
	char file[96];       /* in it, absolute */
	struct str texts[2]; /* what it is saved with */
	struct arena arena;
};

/* For cmocka; the file has the first of the texts. */
int saving_set_up_assess(void **state);
int saving_set_up_migrate(void **state);
int saving_set_up_log(void **state);
int saving_set_up_fmt(void **state);
int saving_set_up_fix(void **state);
int saving_tear_down(void **state);

/* Before each save: puts the first text there again where the command only
 * leads from it to the second. */
void saving_reset(struct saving_world *w);

/* Becomes `ladder`, which saves the file with one of the texts; for a process
 * of its own. Nothing it says is seen, unless `err` is a descriptor. */
_Noreturn void saving_exec(const struct saving_world *w, int text, int err);

/* Starts it; `err` as above. */
pid_t saving_start(const struct saving_world *w, int text, int err);

/* Which of the texts the file has; fails where it is neither. */
int saving_text(struct saving_world *w);

/* How many names the directory has beside the file. */
int saving_strangers(struct saving_world *w);

/* As if ten minutes had passed since anybody touched what lies there. */
void saving_age(struct saving_world *w);

/* Saves it undisturbed. */
void saving_done(struct saving_world *w, int text);

#endif
