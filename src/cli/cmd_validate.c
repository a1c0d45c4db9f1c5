#include "base/map.h"
#include "cli/checking.h"
#include "cli/fixing.h"
#include "cli/output.h"
#include "cli/validate_files.h"
#include "model/ahead.h"
#include "report/findings.h"
#include "report/json.h"

/* The files of a run that are ours. */
struct batch {
	struct checking checking;
	VEC(struct str) files; /* that were told about, ours or named */
	struct found_files paths;
	bool listed;  /* they are; the list may have been a stream */
	bool missing; /* something could not be read; it has been said */
	struct verdict verdict;
};

/* --- reading ------------------------------------------------------------ */

static struct loaded load_path(struct job *j, const char *path)
{
	struct str name = job_option(j, OPT_STDIN_FILENAME)->text;

	if (name.len && !strcmp(path, "-"))
		return load_input_as(&j->loader, name);
	return load_file(&j->loader, str_of(path));
}

/* To those of its kind; of any other kind all that is wrong is told here. */
static void sort_in(struct job *j, struct batch *b, struct checked *own)
{
	struct loaded *file = &own->file;
	bool config = settings_is_config(file);

	if (config) {
		config_read(&file->doc, j->arena, &j->loader.limits,
			    &own->found);
	} else {
		j->loader.diag = &own->found;
		load_check_format(&j->loader, file);
		j->loader.diag = &j->diag;
	}
	if (file->kind == FILE_ASSESSMENT && !config)
		*vec_add(j->arena, &b->checking.assessments) = own;
	else if (file->kind == FILE_LADDER && !config)
		*vec_add(j->arena, &b->checking.ladders) = own;
	else
		diag_take(&j->diag, &own->found);
}

/* Reads a file with its findings apart: a file that is not ours has none. */
static void read_file(struct job *j, struct batch *b,
		      const struct found_file *path)
{
	struct checked *own = ARENA_NEW(j->arena, struct checked);
	struct loaded *file = &own->file;

	own->found = diag_share(j->arena, b->paths.files.n);
	j->loader.diag = &own->found;
	*file = load_path(j, path->path);
	j->loader.diag = &j->diag;
	job_keep(j, &file->doc);
	if (file->status != HOST_OK && file->status != HOST_TOO_LARGE) {
		say_of(j, str_of(path->path), file->why);
		b->missing = true;
		return;
	}
	if (file->kind == FILE_OTHER && !path->named && !loaded_is_meant(file))
		return;
	*vec_add(j->arena, &b->files) =
		file->name.len ? file->name : str_of(path->path);
	sort_in(j, b, own);
}

/* --- telling ------------------------------------------------------------ */

static void render_text(const struct findings_view *v,
			const struct report_style *style, struct buf *out)
{
	if (v->diag->findings.n || !style->terminal) {
		findings_text(v->diag, style, out);
	} else if (v->n_files) {
		/* who sits before the screen wants to know it was done */
		findings_none(v, out);
		buf_char(out, '\n');
	}
}

static void render_findings(struct job *j, enum format f,
			    const struct report_style *style,
			    const void *what, struct buf *out)
{
	static void (*const of_diag[N_FORMATS])(const struct diag *d,
						struct buf *out) = {
		[FORMAT_JSON] = json_findings,
		[FORMAT_JSONL] = json_findings_lines,
		[FORMAT_GCC] = findings_gcc,
	};
	static void (*const of_view[N_FORMATS])(const struct findings_view *v,
						struct buf *out) = {
		[FORMAT_SARIF] = findings_sarif,
		[FORMAT_GITHUB] = findings_github,
		[FORMAT_GITLAB] = findings_gitlab,
		[FORMAT_JUNIT] = findings_junit,
		[FORMAT_CHECKSTYLE] = findings_checkstyle,
	};

	if (of_diag[f])
		of_diag[f](&j->diag, out);
	else if (of_view[f])
		of_view[f](what, out);
	else if (f == FORMAT_TEXT)
		render_text(what, style, out);
	else
		render_page(page_findings(j->arena, what), f, style, out);
}

static enum exit status_of(struct job *j, const struct batch *b)
{
	if (b->missing)
		return EXIT_INPUT;
	if (!b->files.n && !job_has(j, OPT_ALLOW_EMPTY)) {
		say(j, "there is nothing to check: no ladder and no assessment "
		       "was found (--allow-empty says that is fine)");
		return EXIT_INPUT;
	}
	return verdict_fails(j, &b->verdict) ? EXIT_NO : EXIT_DONE;
}

/* All of them are parsed before the first is looked at. */
static void parse_ahead(struct job *j, const struct found_files *paths)
{
	VEC(struct str) names = {0};

	for_each(path, &paths->files)
		*vec_add(j->arena, &names) = str_of(path->path);
	load_ahead(&j->loader, names.at, names.n);
}

static enum exit check_files(struct job *j, struct batch *b)
{
	if (!b->listed)
		b->paths = validate_files(j);
	b->listed = true;
	settings_leave_out(j, &b->verdict.settings, &b->paths);
	b->missing = b->paths.missing;
	parse_ahead(j, &b->paths);
	for_each(path, &b->paths.files)
		read_file(j, b, path);
	b->checking.j = j;
	b->checking.verdict = &b->verdict;
	checking_run(&b->checking);
	b->missing |= b->checking.missing;
	return verdict_apply(j, &b->verdict);
}

/* --- all of it ------------------------------------------------------------ */

static enum exit check_anew(struct job *j, struct batch *b)
{
	enum exit status;

	*b = (struct batch){.paths = b->paths, .listed = b->listed};
	j->diag = (struct diag){.arena = j->arena};
	j->loader.sources = (struct map){0};
	status = verdict_read(j, &b->verdict);
	return status == EXIT_DONE ? check_files(j, b) : status;
}

/* What was mended may show what it hid. */
static enum exit fix_files(struct job *j, struct batch *b)
{
	enum { MOST_ROUNDS = 5 };
	struct fixing_result r = {0};
	enum exit status = EXIT_DONE;
	bool more = true;

	for (int i = 0; i < MOST_ROUNDS && more && status == EXIT_DONE; i++) {
		status = fixing_write(j, &b->verdict, &r, &more);
		if (status == EXIT_DONE && more)
			status = check_anew(j, b);
	}
	if (status == EXIT_DONE)
		fixing_tell(j, &r);
	return status;
}

static enum exit tell(struct job *j, const struct batch *b)
{
	struct findings_view view = {.diag = &j->diag,
				     .files = b->files.at,
				     .n_files = b->files.n,
				     .with_suppressed = job_has(
					     j, OPT_WITH_SUPPRESSED)};

	if (job_has(j, OPT_DIFF))
		return fixing_diff(j, &b->verdict);
	return output_result(j, render_findings, &view);
}

static enum exit run_validate(struct job *j)
{
	struct batch b = {0};
	enum exit status = fixing_check(j);

	if (status == EXIT_DONE)
		status = validate_files_check(j);
	if (status == EXIT_DONE)
		status = check_anew(j, &b);
	if (status == EXIT_DONE && job_has(j, OPT_FIX) &&
	    !job_has(j, OPT_DIFF))
		status = fix_files(j, &b);
	if (status == EXIT_DONE)
		status = tell(j, &b);
	return status == EXIT_DONE ? status_of(j, &b) : status;
}

const struct command cmd_validate = {
	.name = "validate",
	.summary = "every problem in ladder and assessment files",
	.operands = "[PATH...]",
	.most_operands = ANY_OPERANDS,
	.about = "Reads files, and below directories every *.yaml and *.yml "
		 "that is a ladder or an assessment (hidden directories and "
		 "what git ignores left out), and tells everything that is "
		 "wrong with them, with its place. Without a PATH it takes "
		 "ladder.yaml, ladders/ and assessment.yaml of the working "
		 "directory. A quoted PATH with * or ? is a pattern.\n\n"
		 "An assessment is checked against the ladder that it names, "
		 "which is looked for among the files and then as always "
		 "('ladder help files'). Severities, suppressions and "
		 "baselines: 'ladder help configuration'.",
	.examples = {{"ladder validate", "what is here"},
		     {"ladder validate --format gcc ladders/",
		      "lines that editors understand"},
		     {"ladder validate --fail-on warning --format github "
		      "--format sarif=out.sarif",
		      "for CI: strict, told twice"}},
	.options = {OPT_FILES_FROM, OPT_STDIN_FILENAME, OPT_CHANGED, OPT_LADDER,
		    OPT_FAIL_ON, OPT_SEVERITY, OPT_BASELINE,
		    OPT_WRITE_BASELINE, OPT_WITH_SUPPRESSED, OPT_FORCE, OPT_FIX,
		    OPT_DIFF,
		    OPT_FOLLOW, OPT_ALLOW_EMPTY, OPT_LIMIT, OPT_HELP},
	.own = {{OPT_FORCE, NULL,
		 "--write-baseline takes in what is found now, too"},
		{OPT_DIFF, NULL,
		 "show what --fix would change as a diff, and write nothing"}},
	.formats = {FORMAT_TEXT, FORMAT_GCC, FORMAT_JSON, FORMAT_JSONL,
		    FORMAT_SARIF, FORMAT_GITHUB, FORMAT_GITLAB, FORMAT_JUNIT,
		    FORMAT_CHECKSTYLE, FORMAT_MARKDOWN, FORMAT_HTML,
		    N_FORMATS},
	.no = "something at or above --fail-on was found",
	.audience = FOR_AUTHORS,
	.run = run_validate,
};
