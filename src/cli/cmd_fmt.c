#include "cli/output.h"
#include "cli/validate_files.h"
#include "doc/tidy.h"
#include "model/canon.h"
#include "model/fields.h"
#include "report/unified.h"
#include "text/safe.h"

/* What becomes of all files. */
struct formatting {
	uint32_t files;	 /* that are ours, or were named */
	uint32_t others; /* laid out in another way */
	bool bad;	 /* something could not be read or understood */
	bool unwritten;
	struct buf out; /* for standard output */
};

static enum exit show_diff(struct job *j, struct formatting *f,
			   const struct loaded *file, struct str now)
{
	struct report_style style = job_style(j, HOST_OUT);
	struct unified u = {.old_name = file->name,
			    .new_name = file->name,
			    .old = file->source->text,
			    .new = now};

	unified_write(&u, &style, &f->out);
	return EXIT_DONE;
}

static void show_name(struct formatting *f, const struct loaded *file)
{
	safe_line(&f->out, file->name);
	buf_char(&f->out, '\n');
}

static enum exit write_file(struct job *j, struct formatting *f,
			    const struct loaded *file, struct str now)
{
	const char *path = arena_str(j->arena, file->path).ptr;
	bool same = str_eq(file->source->text, now);
	enum exit status;

	f->others += !same;
	if (job_has(j, OPT_DIFF))
		return show_diff(j, f, file, now);
	if (job_has(j, OPT_CHECK)) {
		if (!same)
			show_name(f, file);
		return EXIT_DONE;
	}
	if (job_has(j, OPT_OUTPUT) || !strcmp(path, "-")) {
		buf_add(&f->out, now);
		return EXIT_DONE;
	}
	if (same)
		return EXIT_DONE;
	status = output_replace(j, path, &file->source->text, now);
	if (status == EXIT_DONE)
		remark(j, "%s: laid out", path);
	return status;
}

/* A mistake in the YAML may hide what belongs where: such a file stays. */
static bool is_sound(struct job *j, const struct loaded *file)
{
	if (file->status != HOST_OK && file->status != HOST_TOO_LARGE) {
		say_of(j, file->name, file->why);
		return false;
	}
	load_check_format(&j->loader, (struct loaded *)file);
	return file->status == HOST_OK && file->kind != FILE_OTHER &&
	       !file->errors && file->doc.n;
}

static void lay_out(struct job *j, struct formatting *f, struct loaded *file)
{
	const struct shape *shape = file->kind == FILE_LADDER
					    ? &ladder_shape
					    : &assessment_shape;
	struct arena scratch = {0};
	struct buf now = {0};
	uint32_t *order = canon_order(&file->doc, shape, &scratch);

	if (!tidy_text(&file->doc, order, &scratch, &now))
		remark(j,
		       "%.*s: left as it is; it is written in a way that "
		       "cannot be laid out without changing what it says",
		       STR_ARG(file->name));
	if (write_file(j, f, file, buf_str(&now)) != EXIT_DONE)
		f->unwritten = true;
	buf_release(&now);
	arena_release(&scratch);
}

static void format_file(struct job *j, struct formatting *f,
			const struct found_file *path)
{
	struct diag apart = {.arena = j->arena};
	struct loaded *file = ARENA_NEW(j->arena, struct loaded);

	*file = load_apart(&j->loader, str_of(path->path), NULL, &apart);
	if (file->kind != FILE_OTHER || path->named ||
	    (file->status != HOST_OK && file->status != HOST_TOO_LARGE)) {
		f->files++;
		diag_take(&j->diag, &apart);
		if (is_sound(j, file))
			lay_out(j, f, file);
		else
			f->bad = true;
	}
	job_keep(j, &file->doc);
}

static enum exit status_of(struct job *j, const struct formatting *f)
{
	if (f->unwritten)
		return EXIT_OUTPUT;
	if (f->bad)
		return EXIT_INPUT;
	if (!f->files && !job_has(j, OPT_ALLOW_EMPTY)) {
		say(j, "there is nothing to lay out: no ladder and no "
		       "assessment was found (--allow-empty says that is "
		       "fine)");
		return EXIT_INPUT;
	}
	return f->others && job_has(j, OPT_CHECK) ? EXIT_NO : EXIT_DONE;
}

static enum exit run_fmt(struct job *j)
{
	struct found_files paths = validate_files(j);
	struct formatting f = {.bad = paths.missing};
	enum exit status = EXIT_DONE;

	if (job_has(j, OPT_OUTPUT) && paths.files.n > 1 &&
	    !job_has(j, OPT_DIFF) && !job_has(j, OPT_CHECK))
		return usage(j, "--output takes one file, and here are %u",
			     paths.files.n);
	for_each(path, &paths.files)
		format_file(j, &f, path);
	diag_sort(&j->diag);
	show_findings(j, SEVERITY_ERROR);
	if (f.out.len)
		status = output_text(j, buf_str(&f.out));
	buf_release(&f.out);
	return status == EXIT_DONE ? status_of(j, &f) : status;
}

const struct command cmd_fmt = {
	.name = "fmt",
	.summary = "lay out ladder and assessment files in one way",
	.operands = "[PATH...]",
	.most_operands = ANY_OPERANDS,
	.about = "Puts keys in the order of the format's tables, indents by "
		 "two columns, and takes out blanks at the end of lines and "
		 "all but one of several empty lines. Comments go with what "
		 "they stand above or behind; ids, lists, quotes, brackets, "
		 "line ends and the lines of long texts stay as they are. What "
		 "a file says never changes, and doing it again changes "
		 "nothing.\n\n"
		 "Files are found as 'ladder validate' finds them, and written "
		 "in place; - reads standard input and writes standard output. "
		 "A file with mistakes in its YAML is left alone.",
	.examples = {{"ladder fmt", "lay out what is here"},
		     {"ladder fmt --check ladders/",
		      "for CI: name the files that it would change"},
		     {"ladder fmt --diff ladder.yaml",
		      "see what it would change"}},
	.options = {OPT_CHECK, OPT_DIFF, OPT_FOLLOW, OPT_ALLOW_EMPTY, OPT_LIMIT,
		    OPT_HELP},
	.own = {{OPT_CHECK, NULL,
		 "name the files that it would change, and exit with 1"}},
	.formats = {N_FORMATS},
	.no = "--check: a file is laid out in another way",
	.audience = FOR_AUTHORS,
	.run = run_fmt,
};
