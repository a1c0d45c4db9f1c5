/* What a command is: one row, from which dispatch, help and suggestions
 * follow. To add one: a file cmd_NAME.c with its row, a line in
 * commands.def. */
#ifndef CLI_COMMAND_H
#define CLI_COMMAND_H

#include "cli/options.h"

struct job;

enum format {
#define FORMAT(id, name, machine, help) FORMAT_##id,
#include "cli/formats.def"
#undef FORMAT
	N_FORMATS
};

struct format_info {
	const char *name;
	bool machine; /* its bytes depend on nothing but the result */
	const char *help;
};

extern const struct format_info format_table[N_FORMATS];

enum exit {
#define EXIT(id, code, when) EXIT_##id = (code),
#include "cli/exits.def"
#undef EXIT
};

struct exit_info {
	enum exit code;
	const char *when;
};

extern const struct exit_info exit_table[];
extern const unsigned n_exits;

enum { COMMAND_OPTIONS = 24, ANY_OPERANDS = 100000 };

/* What an option takes and says for one command, where that is not what its
 * row in the table has. Without an argument it is a FLAG here, and a FLAG with
 * one is a WORD. */
struct option_own {
	enum option id;
	const char *argument, *help;
};

/* Whom a command is for: the overview lists them so. */
enum audience {
	FOR_ENGINEERS,
	FOR_MANAGERS,
	FOR_AUTHORS,
	FOR_ALL,
	FOR_TOOLS, /* called by git, or once a year: not in the overview */
};

struct command {
	const char *name;
	const char *summary;  /* one line, no full stop */
	const char *operands; /* as usage shows them; NULL: takes none */
	unsigned most_operands;
	const char *about; /* paragraphs, separated by an empty line */
	/* command lines with what they do; a NULL ends them */
	struct {
		const char *line, *what;
	} examples[4];
	/* its own; the ones that everything takes (option_is_common) are not
	 * listed. Ends with OPT_HELP. */
	enum option options[COMMAND_OPTIONS];
	struct option_own own[4]; /* a NULL help ends them */
	/* the first is the default; ends with N_FORMATS, which stands first
	 * for a command that takes no --format */
	enum format formats[N_FORMATS + 1];
	const char *no; /* when its status is 1; NULL: never */
	enum audience audience;
	/* how many of the last words are operands, however they begin; NULL:
	 * none, as far as nobody wrote `--` */
	int (*last_words)(int argc, char **argv);
	enum exit (*run)(struct job *j);
};

#define COMMAND(name) extern const struct command cmd_##name;
#include "cli/commands.def"
#undef COMMAND

extern const struct command *const command_table[];
extern const unsigned n_commands;

/* NULL where there is none of that name. */
const struct command *command_find(struct str name);

/* --help, --color and the like, which every command takes. */
bool option_is_common(enum option id);

/* The rows of all options, as this command has them; in `a` where they are not
 * option_table. `c` may be NULL. */
const struct option_info *command_rows(const struct command *c,
				       struct arena *a);

bool command_takes(const struct command *c, enum option id);

bool command_writes(const struct command *c, enum format f);

#endif
