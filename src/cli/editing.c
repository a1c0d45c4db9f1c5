#include "cli/editing.h"

#include "cli/assessed.h"
#include "cli/crib.h"
#include "cli/discover.h"
#include "cli/output.h"

enum { MOST_COPIES = 99 };

/* What shells end with. */
enum { NOT_RUN = 126, NOT_FOUND = 127, INTERRUPTED = 130 };

struct editing {
	struct job *job;
	struct assessed file; /* its assessment is NULL where it has errors,
				 or is not there yet */
	bool there;
	const char *copy;  /* the path of what is edited */
	struct str begun;  /* what the copy began with */
	struct str edited; /* what it holds now */
	struct str now;	   /* that, as it would be saved */
	struct crib crib;  /* in the copy */
	bool left;	   /* some of it was changed, and stays */
};

/* --- what is edited ------------------------------------------------------- */

/* What is wrong with the assessment is told when it was edited. */
static enum exit load_ladder_of(struct editing *e, struct str id)
{
	struct job *j = e->job;
	struct loaded *file;
	enum exit status;

	j->diag = (struct diag){.arena = j->arena};
	status = discover_ladder(j, id, &file);
	if (status != EXIT_DONE)
		return status;
	e->file.ladder = load_ladder(&j->loader, file);
	if (e->file.ladder)
		job_keep(j, &e->file.ladder->doc);
	if (e->file.ladder && e->file.ladder->usable)
		return EXIT_DONE;
	show_findings(j, SEVERITY_ERROR);
	return EXIT_INPUT;
}

static enum exit begin_new(struct editing *e, const char *path)
{
	struct template_view view;
	struct buf out = {0};
	enum exit status;

	e->file.path = path;
	status = load_ladder_of(e, (struct str){0});
	if (status == EXIT_DONE)
		status = template_options(e->job, e->file.ladder, &view);
	if (status != EXIT_DONE)
		return status;
	template_write(e->job->arena, &view, &out);
	e->begun = arena_str(e->job->arena, buf_str(&out));
	e->crib.arena = e->job->arena;
	buf_release(&out);
	return EXIT_DONE;
}

/* One with mistakes is opened too: they are to be mended. */
static enum exit begin_there(struct editing *e, struct loaded *file)
{
	struct job *j = e->job;
	struct template_view view = {0};
	struct assessment *as;
	enum exit status;
	struct diag d;

	e->there = true;
	e->file.path = arena_str(j->arena, file->path).ptr;
	e->file.text = e->begun = file->source->text;
	e->crib.arena = j->arena;
	status = load_ladder_of(e, loaded_ladder_id(file));
	if (status != EXIT_DONE)
		return status;
	as = assessed_check(j, file->path, e->begun, e->file.ladder, &d);
	if (!as)
		return EXIT_DONE;
	view = (struct template_view){.ladder = e->file.ladder,
				      .role = as->role,
				      .target = as->target};
	e->begun = crib_put(&e->crib, &view, &as->doc, e->begun, j->arena);
	return EXIT_DONE;
}

static enum exit begin(struct editing *e)
{
	struct job *j = e->job;
	const char *path = assessed_new_path(j);
	struct loaded *file = NULL;
	enum exit status;

	if (path)
		return begin_new(e, path);
	status = discover_assessment(j, &file);
	if (status != EXIT_DONE)
		return status;
	if (!file)
		return begin_new(e, "assessment.yaml");
	if (job_has(j, OPT_ROLE) || job_has(j, OPT_TARGET) ||
	    job_has(j, OPT_PERSON))
		return usage(j,
			     "%.*s is there already; --role, --target and "
			     "--person begin a new one",
			     STR_ARG(file->path));
	return begin_there(e, file);
}

/* --- the copy ------------------------------------------------------------- */

/* Beside the file, under a name that nothing takes for an assessment (see
 * path_is_copy); those of earlier times stay. */
static enum exit make_copy(struct editing *e)
{
	struct job *j = e->job;
	struct str path = str_of(e->file.path), dir = str_dir(path);
	struct str name = str_from(path, dir.len);

	for (int i = 1; i <= MOST_COPIES; i++) {
		e->copy = arena_printf(j->arena, "%.*s.edit-%d-%.*s",
				       STR_ARG(dir), i, STR_ARG(name))
				  .ptr;
		if (j->host->stat(j->host, e->copy) != HOST_MISSING) {
			remark(j, "%s is left from an earlier edit", e->copy);
			continue;
		}
		if (j->host->create(j->host, e->copy, e->begun))
			return EXIT_DONE;
		break;
	}
	say_of(j, str_of(e->copy), str_of(j->host->why(j->host)));
	return EXIT_OUTPUT;
}

static void drop_copy(struct editing *e)
{
	struct host *h = e->job->host;

	if (!h->remove(h, e->copy))
		say_of(e->job, str_of(e->copy), str_of(h->why(h)));
}

/* What nobody changed need not be kept. */
static enum exit keep_copy(struct editing *e, enum exit status)
{
	if (str_eq(e->edited, e->begun))
		drop_copy(e);
	else
		say(e->job, "nothing was saved; what you wrote is in %s",
		    e->copy);
	return status;
}

static enum exit read_copy(struct editing *e)
{
	struct job *j = e->job;
	struct host *h = j->host;
	size_t limit = (size_t)j->loader.limits.at[LIMIT_FILE_SIZE];

	if (h->read(h, j->arena, e->copy, NULL, limit, &e->edited) != HOST_OK) {
		say_of(j, str_of(e->copy), str_of(h->why(h)));
		return EXIT_INPUT;
	}
	e->now = crib_take(&e->crib, e->edited, &e->left);
	return EXIT_DONE;
}

/* --- the editor ----------------------------------------------------------- */

/* As git chooses: $VISUAL where a screen can be drawn, else $EDITOR. */
static const char *editor(struct job *j)
{
	struct host *h = j->host;
	const char *term = h->env(h, "TERM"), *own = NULL;
	bool dumb = !term || !strcmp(term, "dumb");

	if (!dumb)
		own = h->env(h, "VISUAL");
	if (!own)
		own = h->env(h, "EDITOR");
	return own || dumb || !h->is_terminal(h, HOST_OUT) ? own : "vi";
}

static enum exit ended_badly(struct editing *e, const char *command, int status)
{
	struct job *j = e->job;

	if (status < 0)
		say_of(j, str_of(command), str_of(j->host->why(j->host)));
	else if (status == NOT_RUN || status == NOT_FOUND)
		say(j,
		    "the editor \"%s\" could not be run; VISUAL or EDITOR "
		    "names another",
		    command);
	else
		say(j, "the editor ended with status %d", status);
	if (read_copy(e) != EXIT_DONE)
		return EXIT_INPUT;
	return keep_copy(e,
			 status == INTERRUPTED ? EXIT_INTERRUPTED : EXIT_INPUT);
}

static enum exit open_editor(struct editing *e, const char *command)
{
	struct host *h = e->job->host;
	int status = h->edit(h, command, e->copy);

	return status ? ended_badly(e, command, status) : read_copy(e);
}

/* --- what was written ----------------------------------------------------- */

/* Shows the findings of a text alone. */
static void show(struct editing *e, const struct diag *d, enum severity least)
{
	struct diag before = e->job->diag;

	e->job->diag = *d;
	show_findings(e->job, least);
	e->job->diag = before;
}

static bool has_warnings(const struct diag *d)
{
	for_each(f, &d->findings)
		if (f->severity >= SEVERITY_WARNING)
			return true;
	return false;
}

/* The places of what is wrong are those of the copy, which is opened again;
 * what is saved is looked at by itself. */
static bool is_right(struct editing *e)
{
	struct job *j = e->job;
	struct diag d;

	if (!assessed_check(j, str_of(e->copy), e->edited, e->file.ladder,
			    &d)) {
		show(e, &d, SEVERITY_WARNING);
		return false;
	}
	e->file.assessment = assessed_check(j, str_of(e->file.path), e->now,
					    e->file.ladder, &d);
	if (has_warnings(&d))
		show(e, &d, SEVERITY_WARNING);
	return e->file.assessment;
}

static bool is_answer_no(struct str answer)
{
	answer = str_trim(answer);
	return answer.len && (*answer.ptr == 'n' || *answer.ptr == 'N');
}

/* The copy is named first: whoever ends us at the question knows where it
 * is. */
static enum exit again(struct editing *e)
{
	struct host *h = e->job->host;
	struct buf answer = {0};
	enum host_typed typed;
	bool no;

	if (!h->is_terminal(h, HOST_IN) || !h->is_terminal(h, HOST_OUT))
		return keep_copy(e, EXIT_INPUT);
	say(e->job, "what you wrote is in %s; it is not saved yet", e->copy);
	typed = h->ask(h, "Edit it again? [Y/n] ", "", &answer);
	no = is_answer_no(buf_str(&answer));
	buf_release(&answer);
	if (typed == HOST_STOPPED)
		return EXIT_INTERRUPTED;
	return typed != HOST_TYPED || no ? EXIT_INPUT : EXIT_DONE;
}

static enum exit save(struct editing *e)
{
	struct job *j = e->job;
	enum exit status = output_replace(
		j, e->file.path, e->there ? &e->file.text : NULL, e->now);

	if (status != EXIT_DONE)
		return keep_copy(e, status);
	drop_copy(e);
	if (e->left)
		remark(j, "lines that begin with #| were changed; those stay "
			  "as comments");
	if (job_has(j, OPT_QUIET))
		return EXIT_DONE;
	return output_line(
		j, arena_printf(j->arena, "saved in %s\n", e->file.path));
}

static bool is_unchanged(const struct editing *e)
{
	return str_eq(e->edited, e->begun) ||
	       (e->there && str_eq(e->now, e->file.text));
}

static enum exit edit(struct editing *e, const char *command)
{
	enum exit status;

	do {
		status = open_editor(e, command);
		if (status != EXIT_DONE)
			return status;
		if (is_unchanged(e)) {
			drop_copy(e);
			remark(e->job, "nothing was changed, and nothing "
				       "saved");
			return EXIT_DONE;
		}
		if (is_right(e))
			return save(e);
		status = again(e);
	} while (status == EXIT_DONE);
	return status;
}

static enum exit check_words(struct job *j)
{
	static const enum option others[] = {OPT_TEMPLATE, OPT_ANSWERS,
					     OPT_ONLY, OPT_LAYER, OPT_PLAIN};

	for (size_t i = 0; i < sizeof others / sizeof *others; i++)
		if (job_has(j, others[i]))
			return usage(j, "--edit goes without --%s",
				     option_table[others[i]].name);
	if (str_is(job_option(j, OPT_ASSESSMENT)->text, "-"))
		return usage(j, "an editor opens a file, not standard input");
	return EXIT_DONE;
}

enum exit editing_run(struct job *j)
{
	struct editing e = {.job = j};
	const char *command = editor(j);
	enum exit status = check_words(j);

	if (status != EXIT_DONE)
		return status;
	if (!command)
		return usage(j, "there is no editor to open it with: VISUAL or "
				"EDITOR names one");
	status = begin(&e);
	if (status == EXIT_DONE)
		status = make_copy(&e);
	return status == EXIT_DONE ? edit(&e, command) : status;
}
