#include "cli/git_words.h"
#include "cli/output.h"
#include "report/diff.h"
#include "report/findings.h"
#include "report/flow.h"
#include "report/hunks.h"
#include "text/safe.h"

#include <stdlib.h>

enum { SHORT_HEX = 7 };

/* One side: its file, read and made a ladder as far as that goes. */
struct driven {
	struct loader loader;
	struct loaded file;
	struct diag diag;
	struct ladder *ladder; /* usable; else NULL */
	bool is_ladder;        /* it means to be one */
	struct str text;
};

struct driver {
	struct job *j;
	struct git_words words;
	struct driven of[2];
	bool same; /* bytes on both sides */
	struct report_style style;
	struct buf out;
};

/* --- reading ------------------------------------------------------------- */

/* What a ladder extends is looked for beside its path, in the working tree:
 * git does not tell from which commit the two sides are, and gives both under
 * names of the moment. */
static void load(struct job *j, const struct git_file *side,
		 const char *prefix, struct driven *d)
{
	d->diag.arena = j->arena;
	d->loader = loader_like(&j->loader);
	d->loader.prefix = str_of(prefix);
	d->loader.diag = &d->diag;
	d->file.status = j->host->read(
		j->host, j->arena, arena_str(j->arena, side->file).ptr, NULL,
		(size_t)j->loader.limits.at[LIMIT_FILE_SIZE], &d->text);
	if (d->file.status != HOST_OK) {
		d->file.why = str_of(j->host->why(j->host));
		return;
	}
	d->file = load_text(&d->loader, side->path, d->text);
	job_keep(j, &d->file.doc);
	d->is_ladder = d->file.kind == FILE_LADDER;
}

static void make(struct job *j, struct driven *d)
{
	d->ladder = load_ladder(&d->loader, &d->file);
	if (d->ladder)
		job_keep(j, &d->ladder->doc);
	if (d->ladder && !d->ladder->usable)
		d->ladder = NULL;
}

/* Where one side is a ladder, the other was or is to be one, too. */
static void make_both(struct driver *d)
{
	for (int i = OLD_FILE; i <= NEW_FILE; i++) {
		struct driven *side = &d->of[i];

		if (!side->text.ptr)
			continue;
		if (!side->is_ladder && d->of[NEW_FILE - i].is_ladder) {
			load_check_format(&side->loader, &side->file);
			side->is_ladder = true;
		} else if (side->is_ladder) {
			make(d->j, side);
		}
	}
}

static void load_both(struct driver *d)
{
	static const char *const prefixes[] = {"a/", "b/"};
	const struct driven *old = &d->of[OLD_FILE], *new = &d->of[NEW_FILE];

	for (int i = OLD_FILE; i <= NEW_FILE; i++)
		if (!d->words.of[i].absent)
			load(d->j, &d->words.of[i], prefixes[i], &d->of[i]);
	d->same = old->text.ptr && new->text.ptr &&
		  str_eq(old->text, new->text);
	make_both(d);
}

/* --- the header, as git has it ------------------------------------------- */

static void add_line(struct driver *d, const char *fmt, ...)
	__attribute__((format(printf, 2, 3)));

static void add_line(struct driver *d, const char *fmt, ...)
{
	struct buf line = {0};
	va_list ap;

	va_start(ap, fmt);
	safe_line(&line, arena_vprintf(d->j->arena, fmt, ap));
	va_end(ap);
	mark_print(MARK_STRONG, buf_str(&line), &d->style, &d->out);
	buf_char(&d->out, '\n');
	buf_release(&line);
}

static struct str short_hex(const struct git_file *f)
{
	return f->absent ? STR("0000000") : str_head(f->hex, SHORT_HEX);
}

static void add_modes(struct driver *d)
{
	const struct git_file *old = &d->words.of[OLD_FILE];
	const struct git_file *new = &d->words.of[NEW_FILE];

	if (old->absent)
		add_line(d, "new file mode %.*s", STR_ARG(new->mode));
	else if (new->absent)
		add_line(d, "deleted file mode %.*s", STR_ARG(old->mode));
	else if (!str_eq(old->mode, new->mode)) {
		add_line(d, "old mode %.*s", STR_ARG(old->mode));
		add_line(d, "new mode %.*s", STR_ARG(new->mode));
	}
}

/* Git's own words on a rename hold the line of the index, too. */
static void add_header(struct driver *d)
{
	const struct git_file *old = &d->words.of[OLD_FILE];
	const struct git_file *new = &d->words.of[NEW_FILE];
	struct str about = d->words.about, line;

	add_line(d, "diff --ladder a/%.*s b/%.*s", STR_ARG(old->path),
		 STR_ARG(new->path));
	add_modes(d);
	while (next_word(&about, '\n', &line))
		if (line.len && !str_starts(line, STR("old mode ")) &&
		    !str_starts(line, STR("new mode ")))
			add_line(d, "%.*s", STR_ARG(line));
	if (d->words.about.len)
		return;
	if (!str_eq(old->path, new->path)) {
		add_line(d, "rename from %.*s", STR_ARG(old->path));
		add_line(d, "rename to %.*s", STR_ARG(new->path));
	}
	if (!d->same)
		add_line(d, "index %.*s..%.*s", STR_ARG(short_hex(old)),
			 STR_ARG(short_hex(new)));
}

/* --- what changed -------------------------------------------------------- */

/* The lines that changed, for what cannot be compared by its meaning. */
static void add_lines(struct driver *d)
{
	const struct git_file *of = d->words.of;
	struct job *j = d->j;
	const char *argv[] = {"git", "diff", "--no-index", "--no-ext-diff",
			      "--no-textconv", "--no-color", "--",
			      arena_str(j->arena, of[OLD_FILE].file).ptr,
			      arena_str(j->arena, of[NEW_FILE].file).ptr,
			      NULL};
	size_t before = d->out.len;
	struct str lines;
	int status = j->host->run(j->host, j->arena, argv, (struct str){0},
				  &lines);

	if (status == 0)
		return; /* the mode changed, or the name */
	hunks_text(lines, &d->style, &d->out);
	if (d->out.len > before)
		return;
	if (status == 1 && of[OLD_FILE].absent != of[NEW_FILE].absent &&
	    str_index(lines, 'B') == lines.len)
		return; /* an empty file came, or went */
	buf_z(&d->out, "The files differ.\n");
}

/* What is wrong with a side; false where nothing is. */
static bool add_findings(struct driver *d, struct driven *side)
{
	struct diag errors = {.arena = d->j->arena,
			      .errors = side->diag.errors,
			      .dropped = side->diag.dropped};

	if (side->file.status != HOST_OK) {
		safe_line(&d->out, side->file.why);
		buf_char(&d->out, '\n');
		return true;
	}
	if (!side->is_ladder || side->ladder)
		return false;
	for_each(f, &side->diag.findings)
		if (f->severity == SEVERITY_ERROR)
			*vec_add(d->j->arena, &errors.findings) = *f;
	diag_sort(&errors);
	findings_text(&errors, &d->style, &d->out);
	return true;
}

static void add_diff(struct driver *d)
{
	const struct ladder *old = d->of[OLD_FILE].ladder;
	const struct ladder *new = d->of[NEW_FILE].ladder;
	struct diff_options options = {0};
	struct diff_view view = {0};
	struct arena *a = d->j->arena;
	size_t before = d->out.len;
	diff_views views = {0};

	if (old)
		view.old_name = d->of[OLD_FILE].file.name;
	if (new)
		view.new_name = d->of[NEW_FILE].file.name;
	if (old && new)
		view.diff = diff_ladders(old, new, &options, a);
	*vec_add(a, &views) = view;
	page_term(page_diff(a, &views), &d->style, &d->out);
	if (d->out.len == before && !d->same)
		buf_z(&d->out, "Nothing changed in meaning.\n");
}

/* By meaning, where both sides that are there have one. */
static void add_changes(struct driver *d)
{
	bool wrong = false, comparable = true;

	for (int i = OLD_FILE; i <= NEW_FILE; i++) {
		if (d->words.of[i].absent)
			continue;
		wrong |= add_findings(d, &d->of[i]);
		comparable &= d->of[i].ladder != NULL;
	}
	if (comparable && !wrong)
		add_diff(d);
	else
		add_lines(d);
}

/* --- the command --------------------------------------------------------- */

/* Git's pager stands between us and the terminal, and shows colours. */
static struct report_style driver_style(struct job *j)
{
	struct report_style style = job_style(j, HOST_OUT);
	const char *columns = j->host->env(j->host, "COLUMNS");
	const char *term = j->host->env(j->host, "TERM");

	if (!j->host->env(j->host, "GIT_PAGER_IN_USE"))
		return style;
	if (!job_option(j, OPT_COLOR)->number &&
	    !j->host->env(j->host, "NO_COLOR"))
		style.color = !term || strcmp(term, "dumb") != 0;
	if (!style.width && columns && str_is_digits(str_of(columns)))
		style.width = atoi(columns);
	return style;
}

/* Paging is git's business, which shows other files before and after. */
static enum exit write_out(struct job *j, struct str text)
{
	return job_has(j, OPT_OUTPUT) ? output_text(j, text)
				      : output_line(j, text);
}

/* Git stops where a driver does not end well: whatever is wrong with the files
 * is part of what is shown. */
static enum exit run_git_diff_driver(struct job *j)
{
	/* its documents are released after this returns */
	struct driver *d = ARENA_NEW(j->arena, struct driver);
	enum exit status;

	d->j = j;
	d->style = driver_style(j);
	if (!job_operands(j) ||
	    !git_words_read(j->options.operands.at + 1, job_operands(j),
			    &d->words))
		return usage(j, "git calls this with 7 words about a path, 8 "
				"or 9 about a renamed one, or the path of a "
				"conflict alone");
	if (d->words.unmerged) {
		add_line(d, "* Unmerged path %.*s",
			 STR_ARG(d->words.of[NEW_FILE].path));
	} else {
		load_both(d);
		add_header(d);
		add_changes(d);
	}
	status = write_out(j, buf_str(&d->out));
	buf_release(&d->out);
	return status;
}

const struct command cmd_git_diff_driver = {
	.name = "git-diff-driver",
	.summary = "shows ladders in git diff, git log -p and git show",
	.operands = "PATH OLD-FILE OLD-HEX OLD-MODE NEW-FILE NEW-HEX NEW-MODE",
	.most_operands = 9,
	.about = "Git calls it for files that .gitattributes marks with "
		 "*.yaml diff=ladder, and shows its output in place of "
		 "changed lines: what changed in meaning, and for which "
		 "roles. What cannot be read as a ladder is shown with what "
		 "is wrong with it and line by line; other files are shown "
		 "line by line alone. It never stops git.\n\n"
		 "What a ladder extends is taken from the working tree, for "
		 "both sides.",
	.examples = {{"git config diff.ladder.command 'ladder git-diff-driver'",
		      "once a clone"},
		     {"git log -p --ext-diff -- ladder.yaml",
		      "the history of a ladder by its meaning"}},
	.options = {OPT_LIMIT, OPT_HELP},
	.formats = {N_FORMATS},
	.audience = FOR_TOOLS,
	.last_words = git_words_count,
	.run = run_git_diff_driver,
};
