#include "cli/command.h"

const struct format_info format_table[N_FORMATS] = {
#define FORMAT(id, name, machine, help) {name, machine, help},
#include "cli/formats.def"
#undef FORMAT
};

const struct exit_info exit_table[] = {
#define EXIT(id, code, when) {EXIT_##id, when},
#include "cli/exits.def"
#undef EXIT
};

const unsigned n_exits = sizeof exit_table / sizeof *exit_table;

const struct command *const command_table[] = {
#define COMMAND(name) &cmd_##name,
#include "cli/commands.def"
#undef COMMAND
};

const unsigned n_commands = sizeof command_table / sizeof *command_table;

const struct command *command_find(struct str name)
{
	for (unsigned i = 0; i < n_commands; i++)
		if (str_is(name, command_table[i]->name))
			return command_table[i];
	return NULL;
}

bool option_is_common(enum option id)
{
	switch (id) {
	case OPT_OUTPUT:
	case OPT_COLOR:
	case OPT_WIDTH:
	case OPT_NO_PAGER:
	case OPT_QUIET:
	case OPT_HELP:
	case OPT_VERSION:
		return true;
	default:
		return false;
	}
}

bool command_writes(const struct command *c, enum format f)
{
	for (const enum format *own = c->formats; *own != N_FORMATS; own++)
		if (*own == f)
			return true;
	return false;
}

static enum option_kind own_kind(const struct option_info *info,
				 const struct option_own *own)
{
	if (!own->argument)
		return OPTION_FLAG;
	return info->kind == OPTION_FLAG ? OPTION_WORD : info->kind;
}

const struct option_info *command_rows(const struct command *c,
				       struct arena *a)
{
	struct option_info *rows;

	if (!c || !c->own[0].help)
		return option_table;
	rows = ARENA_ARRAY(a, N_OPTIONS, struct option_info);
	memcpy(rows, option_table, sizeof option_table);
	for (const struct option_own *own = c->own; own->help; own++) {
		rows[own->id].kind = own_kind(&rows[own->id], own);
		rows[own->id].argument = own->argument;
		rows[own->id].help = own->help;
	}
	return rows;
}

bool command_takes(const struct command *c, enum option id)
{
	if (option_is_common(id))
		return true;
	if (id == OPT_FORMAT)
		return c->formats[0] != N_FORMATS;
	for (const enum option *own = c->options; *own != OPT_HELP; own++)
		if (*own == id)
			return true;
	return false;
}
