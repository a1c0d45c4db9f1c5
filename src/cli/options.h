/* The words of a command line, read by one table of options. */
#ifndef CLI_OPTIONS_H
#define CLI_OPTIONS_H

#include "base/vec.h"

enum option {
#define OPTION(id, name, letter, kind, argument, help) OPT_##id,
#include "cli/options.def"
#undef OPTION
	N_OPTIONS
};

enum option_kind {
	OPTION_FLAG,
	OPTION_TEXT,
	OPTION_LIST,   /* may be given several times */
	OPTION_WORD,   /* one of the words in `argument`, separated by | */
	OPTION_COUNT,  /* whole, from 1 to 1,000,000 */
	OPTION_FIGURE, /* decimal, above 0, up to 1,000,000 */
	OPTION_DATE,
};

struct option_info {
	const char *name;
	char letter; /* 0: none */
	enum option_kind kind;
	const char *argument; /* as help shows it; NULL for a FLAG */
	const char *help;
};

extern const struct option_info option_table[N_OPTIONS];

/* What was given for one option; of several the last one. */
struct option_value {
	bool given; /* for a FLAG: and not taken back by --no-NAME */
	struct str text;
	/* WORD: place in the list; COUNT: it; FIGURE: thousandths; DATE: days
	 * since 1970-01-01 */
	int64_t number;
	VEC(struct str) all; /* LIST, TEXT: every one that was given */
};

struct options {
	struct option_value of[N_OPTIONS];
	bool seen[N_OPTIONS]; /* given in any way */
	VEC(struct str) operands;
	/* the first thing that could not be understood, as one line; its
	 * unknown option, if it was one, for a suggestion */
	struct str error;
	struct str unknown;
};

/* Reads the words after the program's name. Options and operands stand in any
 * order; `--` ends options. Reading goes on after an error, so that the
 * command is known whose help to name. `rows` is option_table, or what a
 * command makes of it. Texts point into `argv`. */
void options_read(struct options *o, struct arena *a,
		  const struct option_info *rows, int argc, char **argv);

/* "--target ROLE" */
struct str option_spelling(const struct option_info *row, struct arena *a);

/* Walks over words separated by `by`: cuts the first off `*rest`; false when
 * nothing is left. */
bool next_word(struct str *rest, char by, struct str *word);

/* A whole figure from 1 to `most`. */
bool read_count(struct str text, int64_t most, int64_t *count);

#endif
