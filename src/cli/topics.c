#include "cli/topics.h"

#include "model/config.h"
#include "people/answer.h"
#include "report/change.h"

static void write_files(struct layout *l, struct job *j)
{
	(void)j;
	layout_line(l, "Where files come from");
	layout_heading(l, "The ladder, the first of:");
	layout_pair(l, "--ladder FILE|ID", "a file, or the id of a ladder at "
					   "hand or shipped");
	layout_pair(l, "LADDER_FILE", "the environment names a file");
	layout_pair(l, "ladder.yaml", "in the working directory, then in those "
				      "above it up to the repository's root");
	layout_pair(l, "ladders/*.yaml",
		    "beside each of these: the one that no other file there "
		    "extends");
	layout_pair(l, ".ladder.yaml", "found in the same way, then "
				       "$XDG_CONFIG_HOME/ladder/config.yaml: "
				       "its `ladder: FILE|ID` ('ladder help "
				       "configuration')");
	layout_pair(l, "shipped", "software-engineering, where nothing says "
				  "another");
	layout_paragraphs(l, "Outside a repository only the working directory "
			     "is looked at. Where the assessment names a "
			     "ladder, files that were not named by you count "
			     "only when they have that id.");
	layout_heading(l, "The assessment, the first of:");
	layout_pair(l, "--assessment FILE", "- is standard input");
	layout_pair(l, "LADDER_ASSESSMENT", "the environment names a file");
	layout_pair(l, "assessment.yaml", "in the working directory and above, "
					  "as before");
	layout_pair(l, "$XDG_DATA_HOME", "ladder/assessment.yaml in it; "
					 "~/.local/share where it is not set");
}

static void write_exits(struct layout *l, struct job *j)
{
	layout_line(l, "Exit status");
	layout_heading(l, "Of every command:");
	for (unsigned i = 0; i < n_exits; i++) {
		const struct exit_info *e = &exit_table[i];

		layout_pair(l, arena_printf(j->arena, "%d", e->code).ptr,
			    e->when);
	}
	layout_heading(l, "When it is 1:");
	for (unsigned i = 0; i < n_commands; i++)
		if (command_table[i]->no)
			layout_pair(l, command_table[i]->name,
				    command_table[i]->no);
}

/* "plan, gap": the commands that write a format. */
static struct str writers(struct job *j, enum format f)
{
	struct str names = {0};

	for (unsigned i = 0; i < n_commands; i++)
		if (command_writes(command_table[i], f))
			names = arena_printf(j->arena, "%.*s%s%s",
					     STR_ARG(names),
					     names.len ? ", " : "",
					     command_table[i]->name);
	return names;
}

static void write_formats(struct layout *l, struct job *j)
{
	struct str machine = {0};

	layout_line(l, "Output formats");
	layout_heading(l, "--format NAME[=FILE], which may be given again:");
	for (enum format f = 0; f < N_FORMATS; f++) {
		const struct format_info *info = &format_table[f];

		layout_pair(l, info->name,
			    arena_printf(j->arena, "%s (%.*s)", info->help,
					 STR_ARG(writers(j, f)))
				    .ptr);
		if (info->machine)
			machine = arena_printf(j->arena, "%.*s%s%s",
					       STR_ARG(machine),
					       machine.len ? ", " : "",
					       info->name);
	}
	layout_paragraphs(l, arena_printf(j->arena,
					  "For programs are %.*s: their bytes "
					  "depend on nothing but the result, "
					  "not on the width, colours, the "
					  "locale or the time.",
					  STR_ARG(machine))
				     .ptr);
}

static void write_limits(struct layout *l, struct job *j)
{
	layout_line(l, "Limits of reading");
	layout_paragraphs(l, "They keep a hostile file from taking all memory "
			     "or time. --limit NAME=N raises or lowers one.");
	layout_heading(l, "Limits:");
	for (enum limit id = 0; id < N_LIMITS; id++)
		layout_pair(l, limit_table[id].name,
			    arena_printf(j->arena, "%s (%lld)",
					 limit_table[id].what,
					 (long long)limits_default.at[id])
				    .ptr);
}

static void write_roles(struct layout *l, struct job *j)
{
	(void)j;
	layout_line(l, "Naming roles and stages");
	layout_paragraphs(
		l,
		"A role is one level of one track, written track/level, as "
		"ic/staff. Alone, a level's id (staff), code (IC5) or title "
		"(\"Staff Engineer\", in any case) serves where it names one "
		"role only; otherwise the candidates are listed.\n\n"
		"A stage is a competency and a number, as mentoring@3: the "
		"step that reaches stage 3 from the stage below it. In files "
		"a stage's id serves too.\n\n"
		"'ladder list' names roles and competencies, 'ladder show "
		"WORD' shows one in full.");
}

static void write_ladder(struct layout *l, struct job *j)
{
	(void)j;
	layout_line(l, "What a ladder file holds");
	layout_paragraphs(
		l,
		"`format: ladder/1`, `id` and `name`, then competencies and "
		"tracks. A competency belongs to a layer (execution, technical "
		"or leadership) and has stages, lowest first; a stage has "
		"behaviours that show it, what it needs of other competencies, "
		"effort, ways to practise, evidence and resources.\n\n"
		"A track has levels, lowest first; a level requires stages of "
		"competencies, and includes what the levels below it ask. "
		"`choose` asks for k of n, `scores` for points, `gates` are "
		"conditions that are no competency. Instead of stages a ladder "
		"may give each level its own text of a competency (`expects`). "
		"`extends` builds on another ladder.\n\n"
		"'ladder init' writes a small one to start from, 'ladder "
		"validate' checks it, docs/format.md tells everything.");
}

static void write_assessment(struct layout *l, struct job *j)
{
	(void)j;
	layout_line(l, "What an assessment file holds");
	layout_paragraphs(
		l,
		"`format: assessment/1`, `ladder` (the ladder's id) and "
		"`person`; then `role` and `since`, `baseline` (a role that is "
		"taken as met where nothing is rated), `target`, "
		"`hours-per-week`, `focus`, and `ratings`.\n\n"
		"A rating is the stage that was shown, by number or id "
		"(mentoring: 2), or more: `stage`, `met` (behaviours of the "
		"next stage that are shown already, by their numbers), `note`, "
		"`evidence`. `na: reason` waives a competency that does not "
		"apply.");
	layout_heading(l, "ratings:");
	layout_line(l, "  mentoring: 2");
	layout_line(l, "  delivery:");
	layout_line(l, "    stage: 3");
	layout_line(l, "    met: [1, 3]");
	layout_line(l, "    note: The next project crosses two teams.");
	layout_line(l, "    evidence:");
	layout_line(l, "      - {text: Released the new search, "
		       "date: 2026-08-14}");
	layout_line(l, "  hiring:");
	layout_line(l, "    na: Nobody is hired this year.");
	layout_paragraphs(
		l,
		"In `evidence`, `text` is needed; `date` and `url` may stand "
		"beside it. A baseline fills in stages only: of a choice, rate "
		"what was chosen.\n\n"
		"'ladder assess --template' writes one with every competency "
		"of the ladder to fill in.");
}

static void write_configuration(struct layout *l, struct job *j)
{
	(void)j;
	layout_line(l, "Configuration, suppressions, baselines");
	layout_paragraphs(
		l,
		"A configuration is .ladder.yaml, in the working directory and "
		"in those above it up to the repository's root, and "
		"$XDG_CONFIG_HOME/ladder/config.yaml. Of what they say the "
		"nearest counts, and the command line before them all.");
	layout_heading(l, "Keys of a configuration:");
	for (uint32_t i = 0; i < config_shape.n; i++)
		layout_pair(l, config_shape.fields[i].name,
			    config_shape.fields[i].summary);
	layout_heading(l, "In a file, comments set its findings aside:");
	layout_pair(l, "# ladder: ignore[L303] why",
		    "behind something: on this line; alone on a line: in the "
		    "pair or item that follows");
	layout_pair(l, "# ladder: ignore-file[L303] why",
		    "before everything else: in the whole file");
	layout_paragraphs(
		l,
		"Several codes or names are separated by commas. What "
		"suppresses nothing is told, and so is what gives no "
		"reason.\n\n"
		"A baseline accepts what is found when it is written "
		"('ladder validate --write-baseline FILE'); with --baseline "
		"FILE, or the key, only what is new is told. It only "
		"shrinks.\n\n"
		"Errors of the codes L0 to L2 leave nothing to work with: they "
		"are never set aside. docs/configuration.md tells "
		"everything.");
}

static void write_environment(struct layout *l, struct job *j)
{
	(void)j;
	layout_line(l, "Environment variables");
	layout_heading(l, "Read:");
	layout_pair(l, "LADDER_FILE", "the ladder to use");
	layout_pair(l, "LADDER_ASSESSMENT", "the assessment to use");
	layout_pair(l, "LADDER_PAGER, PAGER",
		    "shows long output on a terminal; `cat` for none; without "
		    "either, less");
	layout_pair(l, "NO_COLOR", "set to anything: no colours unless --color "
				   "always");
	layout_pair(l, "TERM", "`dumb`: no colours, no pager");
	layout_pair(l, "LC_ALL, LC_CTYPE, LANG",
		    "where they are not UTF-8, bars and marks are ASCII");
	layout_pair(l, "XDG_CONFIG_HOME, XDG_DATA_HOME, HOME",
		    "where the configuration and the assessment are looked "
		    "for ('ladder help files')");
}

static void write_changes(struct layout *l, struct job *j)
{
	layout_line(l, "Changes between two ladders");
	layout_heading(l, "Classes:");
	for (unsigned c = N_CLASSES; c-- > 0;)
		layout_pair(l, class_name((enum change_class)c),
			    class_meaning((enum change_class)c));
	layout_heading(l, "All that 'ladder diff' can report:");
	for (enum change_code c = 0; c < N_CHANGES; c++) {
		const struct change_info *info = &change_table[c];

		layout_pair(l, info->id,
			    arena_printf(j->arena, "%s (%s)", info->name,
					 class_name(change_code_class(c)))
				    .ptr);
	}
	layout_paragraphs(l, "A change that reaches no role has no effect on "
			     "people, and so may be of a lower class. 'ladder "
			     "explain CODE' tells why it has its class, with "
			     "an example.");
}

static void write_answers(struct layout *l, struct job *j)
{
	(void)j;
	layout_line(l, "The answers that 'ladder assess' takes");
	layout_heading(l, "At a question of --plain:");
	for (const struct answer_form *f = answer_forms; f->form; f++)
		layout_pair(l, f->form, f->what);
	layout_heading(l, "In a file of --answers FILE, a line each:");
	layout_pair(l, "COMPETENCY: ANSWER",
		    "one of these about a competency, by its id or name");
	layout_pair(l, "role: ROLE", "where you stand today");
	layout_pair(l, "target: ROLE", "where you want to go");
	layout_pair(l, "person: NAME", "whose it is: for a new assessment");
	layout_pair(l, "# TEXT", "a comment; empty lines are passed over");
	layout_paragraphs(l, "Of several answers about one competency all "
			     "count, such as a stage, then a note; of two "
			     "stages the last one. All lines are looked at "
			     "first: where one cannot be taken, nothing is "
			     "saved, and every one of them is told by its "
			     "number.");
}

const struct topic topic_table[] = {
	{"ladder", "what a ladder file holds", write_ladder},
	{"assessment", "what an assessment file holds", write_assessment},
	{"answers", "what 'ladder assess' can be answered", write_answers},
	{"roles", "how roles and stages are named", write_roles},
	{"files", "where files come from", write_files},
	{"configuration", "severities, suppressions, baselines",
	 write_configuration},
	{"formats", "what can be written, and by which command",
	 write_formats},
	{"changes", "what diff can report, and its classes", write_changes},
	{"exit-codes", "what the exit status says", write_exits},
	{"limits", "how much of anything a file may hold", write_limits},
	{"environment", "the variables that are read", write_environment},
};

const unsigned n_topics = sizeof topic_table / sizeof *topic_table;

const struct topic *topic_find(struct str name)
{
	for (unsigned i = 0; i < n_topics; i++)
		if (str_is(name, topic_table[i].name))
			return &topic_table[i];
	return NULL;
}
