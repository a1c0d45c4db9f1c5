#include "cli/program.h"

#include "base/typo.h"
#include "cli/cmd_help.h"
#include "cli/output.h"
#include "model/ahead.h"

/* The nearest option of the command, by typing error or by its beginning. */
static struct str nearest_option(struct job *j)
{
	struct str unknown = j->options.unknown;
	struct typo typo = {.word = unknown};
	struct str begun = {0};
	unsigned n = 0;

	for (enum option id = 0; id < N_OPTIONS; id++) {
		struct str name = str_of(option_table[id].name);

		if (j->command && !command_takes(j->command, id))
			continue;
		typo_offer(&typo, name);
		if (unknown.len && str_starts(name, unknown)) {
			begun = name;
			n++;
		}
	}
	typo.best = n == 1 ? begun : typo.best;
	if (!typo.best.ptr)
		return typo.best;
	return arena_printf(j->arena, "--%.*s", STR_ARG(typo.best));
}

static enum exit bad_option(struct job *j)
{
	return usage(j, "%.*s%s", STR_ARG(j->options.error),
		     suggestion(j, nearest_option(j)));
}

static enum exit unknown_command(struct job *j, struct str word)
{
	struct typo typo = {.word = word};

	for (unsigned i = 0; i < n_commands; i++)
		typo_offer(&typo, str_of(command_table[i]->name));
	return usage(j, "\"%.*s\" is no command%s", STR_ARG(word),
		     suggestion(j, typo.best));
}

/* --limit NAME=N */
static enum exit read_limits(struct job *j)
{
	for_each(word, &job_option(j, OPT_LIMIT)->all) {
		struct str name = str_head(*word, str_index(*word, '='));
		struct typo typo = {.word = name};
		enum limit id = 0;

		while (id < N_LIMITS && !str_is(name, limit_table[id].name))
			typo_offer(&typo, str_of(limit_table[id++].name));
		if (id == N_LIMITS)
			return usage(j, "--limit knows no \"%.*s\"%s",
				     STR_ARG(name), suggestion(j, typo.best));
		if (!read_count(str_from(*word, name.len + 1), INT64_MAX / 2000,
				&j->loader.limits.at[id]))
			return usage(j, "--limit %.*s needs a whole number "
					"above 0, as --limit %.*s=%lld",
				     STR_ARG(name), STR_ARG(name),
				     (long long)limits_default.at[id]);
	}
	return EXIT_DONE;
}

/* Everything about the command line that can be wrong before any work. */
static enum exit check_command_line(struct job *j)
{
	const struct command *c = j->command;

	if (j->options.error.len)
		return bad_option(j);
	for (enum option id = 0; id < N_OPTIONS; id++)
		if (j->options.seen[id] && !command_takes(c, id))
			return usage(j, "%s takes no --%s", c->name,
				     option_table[id].name);
	if (job_operands(j) > c->most_operands)
		return usage(j, "%s takes no \"%.*s\"%s", c->name,
			     STR_ARG(job_operand(j, c->most_operands)),
			     command_takes(c, OPT_TARGET)
				     ? "; name the role with --target"
				     : "");
	if (read_limits(j) != EXIT_DONE)
		return EXIT_USAGE;
	return output_prepare(j);
}

/* Before the command the value of an option that only it gives one looks like
 * an operand: the command is then a later one. */
static const struct command *named_command(const struct options *o)
{
	const struct command *c = NULL;

	for (uint32_t i = 0; i < o->operands.n && !c; i++)
		c = command_find(o->operands.at[i]);
	return c;
}

/* The words of a command line are read twice where its command has options of
 * its own: which it is shows only among them. */
static void read_words(struct job *j, int argc, char **argv)
{
	struct options *o = &j->options;
	const struct option_info *rows;
	int last = 0;

	options_read(o, j->arena, option_table, argc, argv);
	if (o->operands.n)
		j->command = command_find(o->operands.at[0]);
	rows = command_rows(named_command(o), j->arena);
	if (j->command && j->command->last_words)
		last = j->command->last_words(argc, argv);
	if (rows == option_table && !last)
		return;
	*o = (struct options){0};
	options_read(o, j->arena, rows, argc - last, argv);
	for (int i = argc - last; i < argc; i++)
		*vec_add(j->arena, &o->operands) = str_of(argv[i]);
	if (!j->command && o->operands.n)
		j->command = command_find(o->operands.at[0]);
}

static enum exit run_job(struct job *j)
{
	struct options *o = &j->options;
	struct str name = {0};
	enum exit status;

	if (o->operands.n)
		name = o->operands.at[0];
	if (job_has(j, OPT_HELP))
		return help_for(j, name);
	if (job_has(j, OPT_VERSION))
		return output_text(j, STR("ladder " LADDER_VERSION "\n"));
	if (!j->command && o->error.len)
		return bad_option(j);
	if (!j->command)
		return name.len ? unknown_command(j, name) : help_for(j, name);
	status = check_command_line(j);
	return status == EXIT_DONE ? j->command->run(j) : status;
}

int ladder_main(struct host *host, int argc, char **argv)
{
	struct arena arena = {0};
	struct job j = {
		.host = host,
		.arena = &arena,
		.diag.arena = &arena,
		.loader = {.arena = &arena,
			   .host = host,
			   .limits = limits_default},
	};
	enum exit status;

	j.loader.diag = &j.diag;
	read_words(&j, argc, argv);
	status = run_job(&j);
	if (!host->close(host, HOST_OUT)) {
		if (status != EXIT_OUTPUT)
			say(&j, "standard output: %s", host->why(host));
		status = EXIT_OUTPUT;
	}
	for_each(doc, &j.docs)
		doc_release(*doc);
	load_ahead_release(&j.loader);
	arena_release(&arena);
	return (int)status;
}
