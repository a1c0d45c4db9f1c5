#include "cli/cmd_help.h"

#include "base/typo.h"
#include "cli/layout.h"
#include "cli/output.h"
#include "cli/topics.h"

/* --- one command -------------------------------------------------------- */

static void option_line(struct layout *l, struct job *j,
			const struct option_info *info)
{
	char letter[] = {'-', info->letter, ',', 0};
	struct str left;

	left = arena_printf(j->arena, "%3s %.*s", info->letter ? letter : "",
			    STR_ARG(option_spelling(info, j->arena)));
	layout_pair(l, left.ptr, info->help);
}

static void options_of(struct layout *l, struct job *j,
		       const struct command *c, bool common)
{
	const struct option_info *rows = command_rows(c, j->arena);

	for (enum option id = 0; id < N_OPTIONS; id++) {
		bool is_common = option_is_common(id) || id == OPT_FORMAT;

		if (command_takes(c, id) && is_common == common)
			option_line(l, j, &rows[id]);
	}
}

static const char *number(struct job *j, int n)
{
	return arena_printf(j->arena, "%d", n).ptr;
}

static void exits_of(struct layout *l, struct job *j, const struct command *c)
{
	layout_heading(l, "Exit status:");
	for (unsigned i = 0; i < n_exits; i++) {
		const struct exit_info *e = &exit_table[i];
		const char *when = e->code == EXIT_NO ? c->no : e->when;

		if (when && e->code <= EXIT_OUTPUT)
			layout_pair(l, number(j, e->code), when);
	}
}

static void help_command(struct layout *l, struct job *j,
			 const struct command *c)
{
	struct str line;

	line = arena_printf(j->arena, "Usage: ladder %s%s%s [OPTION...]",
			    c->name, c->operands ? " " : "",
			    c->operands ? c->operands : "");
	layout_line(l, line.ptr);
	layout_paragraphs(l, c->about);
	if (c->options[0] != OPT_HELP)
		layout_heading(l, "Options:");
	options_of(l, j, c, false);
	layout_heading(l, "Options of every command:");
	options_of(l, j, c, true);
	if (c->formats[0] != N_FORMATS)
		layout_heading(l, "Formats:");
	for (const enum format *f = c->formats; *f != N_FORMATS; f++)
		layout_pair(l, format_table[*f].name, format_table[*f].help);
	if (c->examples[0].line)
		layout_heading(l, "Examples:");
	for (size_t i = 0; i < 4 && c->examples[i].line; i++)
		layout_example(l, c->examples[i].line, c->examples[i].what);
	exits_of(l, j, c);
}

/* --- all of them -------------------------------------------------------- */

static const char *audience_title(enum audience who)
{
	switch (who) {
	case FOR_ENGINEERS:
		return "For an engineer:";
	case FOR_MANAGERS:
		return "For a manager:";
	case FOR_AUTHORS:
		return "For a ladder's authors, and CI:";
	case FOR_ALL:
		return "For everybody:";
	case FOR_TOOLS:
		break;
	}
	return "For tools:";
}

static void commands_for(struct layout *l, enum audience who)
{
	layout_heading(l, audience_title(who));
	for (unsigned i = 0; i < n_commands; i++)
		if (command_table[i]->audience == who)
			layout_pair(l, command_table[i]->name,
				    command_table[i]->summary);
}

static void help_overview(struct layout *l, struct job *j)
{
	struct str topics = {0};

	for (unsigned i = 0; i < n_topics; i++)
		topics = arena_printf(j->arena, "%.*s%s%s", STR_ARG(topics),
				      i ? ", " : "", topic_table[i].name);
	layout_line(l, "Usage: ladder COMMAND [OPTION...]");
	layout_line(l, "Plans the way from one role to another on a career "
		       "ladder.");
	layout_heading(l, "Begin with:");
	layout_line(l, "  ladder plan --target staff  "
		       "a plan on the shipped ladder");
	layout_line(l, "  ladder assess               "
		       "questions that make it your own");
	for (enum audience who = FOR_ENGINEERS; who < FOR_TOOLS; who++)
		commands_for(l, who);
	layout_paragraphs(l, arena_printf(j->arena,
					  "'ladder help WORD' tells about a "
					  "command or a topic: %.*s.",
					  STR_ARG(topics))
				     .ptr);
}

static enum exit no_help(struct job *j, struct str word)
{
	struct typo typo = {.word = word};

	for (unsigned i = 0; i < n_commands; i++)
		typo_offer(&typo, str_of(command_table[i]->name));
	for (unsigned i = 0; i < n_topics; i++)
		typo_offer(&typo, str_of(topic_table[i].name));
	return usage(j, "\"%.*s\" is neither a command nor a topic%s",
		     STR_ARG(word), suggestion(j, typo.best));
}

enum exit help_for(struct job *j, struct str word)
{
	struct layout l = layout_start(j);
	const struct command *c = command_find(word);
	const struct topic *t = topic_find(word);
	enum exit status;

	if (word.len && !c && !t)
		return no_help(j, word);
	if (c)
		help_command(&l, j, c);
	else if (t)
		t->write(&l, j);
	else
		help_overview(&l, j);
	status = output_text(j, buf_str(&l.out));
	buf_release(&l.out);
	return status;
}

static enum exit run_help(struct job *j)
{
	return help_for(j, job_operand(j, 0));
}

const struct command cmd_help = {
	.name = "help",
	.summary = "tell about a command or a topic",
	.operands = "[COMMAND|TOPIC]",
	.most_operands = 1,
	.about = "Tells how a command is used or what there is to know about "
		 "a topic; without a word it lists both.",
	.examples = {{"ladder help plan", "the same as 'ladder plan --help'"},
		     {"ladder help files", "where files are looked for"}},
	.options = {OPT_HELP},
	.formats = {N_FORMATS},
	.audience = FOR_ALL,
	.run = run_help,
};
