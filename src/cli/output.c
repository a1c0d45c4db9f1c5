#include "cli/output.h"

#include "base/typo.h"
#include "report/unified.h"

static const char *real_path(struct job *j, struct str path)
{
	return j->host->real_path(j->host, j->arena,
				  arena_str(j->arena, path).ptr);
}

/* --- which formats, and where to ---------------------------------------- */

/* "text, markdown, json" */
static const char *format_names(struct job *j)
{
	struct str names = {0};

	for (const enum format *f = j->command->formats; *f != N_FORMATS; f++)
		names = arena_printf(j->arena, "%.*s%s%s", STR_ARG(names),
				     names.len ? ", " : "",
				     format_table[*f].name);
	return names.ptr;
}

static enum exit read_format(struct job *j, struct str word)
{
	struct str name = str_head(word, str_index(word, '='));
	struct target target = {.format = N_FORMATS};
	struct typo typo = {.word = name};

	if (name.len < word.len) {
		target.file = str_from(word, name.len + 1);
		if (!target.file.len)
			return usage(j, "--format %.*s= names no file",
				     STR_ARG(name));
	}
	for (const enum format *f = j->command->formats; *f != N_FORMATS; f++) {
		if (str_is(name, format_table[*f].name))
			target.format = *f;
		typo_offer(&typo, str_of(format_table[*f].name));
	}
	if (target.format == N_FORMATS)
		return usage(j, "%s has no format \"%.*s\", but %s%s",
			     j->command->name, STR_ARG(name), format_names(j),
			     suggestion(j, typo.best));
	*vec_add(j->arena, &j->targets) = target;
	return EXIT_DONE;
}

/* Two results in one place would be none. */
static enum exit check_places(struct job *j)
{
	for_each(a, &j->targets)
		for (struct target *b = j->targets.at; b < a; b++)
			if (str_eq(a->file, b->file))
				return usage(j, "two formats for one place; "
						"name another file for one of "
						"them, as --format %s=FILE",
					     format_table[a->format].name);
	return EXIT_DONE;
}

enum exit output_prepare(struct job *j)
{
	const struct option_value *formats = job_option(j, OPT_FORMAT);
	const struct option_value *file = job_option(j, OPT_OUTPUT);
	bool used = false;

	for_each(word, &formats->all) {
		enum exit status = read_format(j, *word);

		if (status != EXIT_DONE)
			return status;
	}
	if (!j->targets.n)
		*vec_add(j->arena, &j->targets) =
			(struct target){.format = j->command->formats[0]};
	for_each(target, &j->targets) {
		if (!target->file.len && file->given) {
			target->file = file->text;
			used = true;
		}
		if (str_is(target->file, "-"))
			target->file = (struct str){0};
		if (target->file.len)
			target->real = real_path(j, target->file);
	}
	if (file->given && !used)
		return usage(j, "--output has nothing to write: each format "
				"has a file of its own");
	return check_places(j);
}

/* --- what is not to be lost --------------------------------------------- */

void output_found(struct job *j, const char *real)
{
	for_each(target, &j->targets)
		target->found |= target->real && !strcmp(real, target->real);
}

/* Whether a document was read from it. */
static bool was_read(struct job *j, const struct target *t)
{
	for_each(doc, &j->docs)
		for_each(file, &(*doc)->files) {
			const char *real = real_path(j, file->source->name);

			if (real && !strcmp(real, t->real))
				return true;
		}
	return false;
}

/* A slip of the pen would leave a report where a ladder was; acceptances are
 * read to be written anew. */
static enum exit check_input(struct job *j, const struct target *t)
{
	if (!t->real || t->format == FORMAT_ACCEPTED ||
	    (!t->found && !was_read(j, t)))
		return EXIT_DONE;
	return usage(j, "%.*s was read for this; name another file for what "
			"is written",
		     STR_ARG(t->file));
}

static enum exit check_inputs(struct job *j)
{
	for_each(target, &j->targets)
		if (check_input(j, target) != EXIT_DONE)
			return EXIT_USAGE;
	return EXIT_DONE;
}

/* --- writing ------------------------------------------------------------ */

static size_t count_lines(struct str s)
{
	size_t n = 0;

	for (size_t at; (at = str_index(s, '\n')) < s.len;) {
		s = str_from(s, at + 1);
		n++;
	}
	return n;
}

/* The pager to show long text with, NULL for none. */
static const char *pager(struct job *j)
{
	struct host *h = j->host;
	const char *term = h->env(h, "TERM"), *own;

	if (job_has(j, OPT_NO_PAGER) || job_has(j, OPT_OUTPUT) ||
	    !h->is_terminal(h, HOST_OUT) || !term || !strcmp(term, "dumb"))
		return NULL;
	if (!(own = h->env(h, "LADDER_PAGER")) && !(own = h->env(h, "PAGER")))
		own = "less -FRX";
	return strcmp(own, "cat") ? own : NULL;
}

static enum exit output_failed(struct job *j, const char *where)
{
	say_of(j, str_of(where), str_of(j->host->why(j->host)));
	return EXIT_OUTPUT;
}

static enum exit write_out(struct job *j, struct str text, bool page)
{
	struct host *h = j->host;
	const char *command = page ? pager(j) : NULL;

	if (command && count_lines(text) >= (size_t)h->rows(h, HOST_OUT) &&
	    h->page(h, command, text))
		return EXIT_DONE;
	if (h->write(h, HOST_OUT, text))
		return EXIT_DONE;
	return output_failed(j, "standard output");
}

enum exit output_save(struct job *j, const char *path, struct str text)
{
	if (j->host->save(j->host, path, text))
		return EXIT_DONE;
	return output_failed(j, path);
}

enum exit output_replace(struct job *j, const char *path,
			 const struct str *was, struct str text)
{
	if (j->host->replace(j->host, path, was, text))
		return EXIT_DONE;
	return output_failed(j, path);
}

static enum exit write_target(struct job *j, const struct target *t,
			      struct str text)
{
	if (!t->file.len)
		return write_out(j, text, !format_table[t->format].machine);
	return output_save(j, arena_str(j->arena, t->file).ptr, text);
}

/* A file has no width and no colours unless they were asked for. */
static struct report_style style_of(struct job *j, const struct target *t)
{
	struct report_style style = job_style(j, HOST_OUT);

	if (t->file.len) {
		style.terminal = false;
		style.width = (int)job_option(j, OPT_WIDTH)->number;
		if (!job_option(j, OPT_COLOR)->number)
			style.color = false;
	}
	return style;
}

void render_page(const struct page *page, enum format f,
		 const struct report_style *style, struct buf *out)
{
	if (f == FORMAT_MARKDOWN)
		page_markdown(page, out);
	else if (f == FORMAT_HTML)
		page_html(page, out);
	else
		page_term(page, style, out);
}

enum exit output_result(struct job *j, render_fn *render, const void *what)
{
	enum exit status = check_inputs(j);

	if (status != EXIT_DONE)
		return status;
	for_each(target, &j->targets) {
		struct report_style style = style_of(j, target);
		struct buf out = {0};

		render(j, target->format, &style, what, &out);
		if (write_target(j, target, buf_str(&out)) != EXIT_DONE)
			status = EXIT_OUTPUT;
		buf_release(&out);
	}
	return status;
}

enum exit output_text(struct job *j, struct str text)
{
	const struct option_value *file = job_option(j, OPT_OUTPUT);
	struct target target = {.format = FORMAT_TEXT};

	if (file->given && !str_is(file->text, "-"))
		target.file = file->text;
	if (target.file.len)
		target.real = real_path(j, target.file);
	if (!job_has(j, OPT_FORCE) && check_input(j, &target) != EXIT_DONE)
		return EXIT_USAGE;
	return write_target(j, &target, text);
}

enum exit output_line(struct job *j, struct str text)
{
	return write_out(j, text, false);
}

static enum exit show_change(struct job *j, const char *path, struct str was,
			     struct str now)
{
	struct report_style style = job_style(j, HOST_OUT);
	struct unified u = {.old_name = str_of(path),
			    .new_name = str_of(path),
			    .old = was,
			    .new = now};
	struct buf out = {0};
	enum exit status;

	unified_write(&u, &style, &out);
	status = out.len ? output_text(j, buf_str(&out)) : EXIT_DONE;
	buf_release(&out);
	return status;
}

enum exit output_change(struct job *j, const char *path, struct str was,
			struct str now)
{
	if (job_has(j, OPT_DRY_RUN))
		return show_change(j, path, was, now);
	if (job_has(j, OPT_OUTPUT) || !strcmp(path, "-"))
		return output_text(j, now);
	if (str_eq(was, now))
		return EXIT_DONE;
	return output_replace(j, path, &was, now);
}

enum exit output_spare_path(struct job *j, const char *path)
{
	if (job_has(j, OPT_FORCE) || j->host->stat(j->host, path) != HOST_OK)
		return EXIT_DONE;
	say(j, "%s is there already (--force writes over it)", path);
	return EXIT_OUTPUT;
}

enum exit output_spare(struct job *j)
{
	const struct option_value *file = job_option(j, OPT_OUTPUT);

	return file->given ? output_spare_path(j, file->text.ptr) : EXIT_DONE;
}
