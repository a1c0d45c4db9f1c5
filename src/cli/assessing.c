#include "cli/assessing.h"

#include "cli/output.h"
#include "report/dialogue_plain.h"

/* --- the file ----------------------------------------------------------- */

static bool take(struct assessing *s, struct str text)
{
	struct diag d;
	struct assessment *as = assessed_check(s->job, str_of(s->file.path),
					       text, s->file.ladder, &d);

	if (!as)
		return false;
	s->file.text = text;
	s->file.assessment = as;
	return true;
}

/* Somebody else may have written to it since; then it is theirs that counts,
 * and the answer is asked for again. */
static bool read_again(struct assessing *s, struct str *why)
{
	struct job *j = s->job;
	struct str text;

	if (j->host->read(j->host, j->arena, s->file.path, NULL,
			  (size_t)j->loader.limits.at[LIMIT_FILE_SIZE],
			  &text) != HOST_OK ||
	    str_eq(text, s->file.text) || !take(s, text))
		return false;
	dialogue_renew(&s->dialogue, s->file.assessment);
	*why = STR("somebody else changed the file; it was read again, please "
		   "answer once more");
	return true;
}

bool assessing_save(struct assessing *s, struct recording *r, struct str *why)
{
	struct job *j = s->job;
	struct buf out = {0};
	struct str text;
	struct assessment *as;
	struct diag d;

	if (!record_text(r, &out)) {
		*why = arena_printf(j->arena, "this cannot be saved: %.*s",
				    STR_ARG(r->why));
		return false;
	}
	text = arena_str(j->arena, buf_str(&out));
	buf_release(&out);
	as = assessed_check(j, str_of(s->file.path), text, s->file.ladder, &d);
	if (!as) {
		*why = d.findings.n ? d.findings.at[0].message
				    : STR("the file would not be whole");
		return false;
	}
	if (s->there && str_eq(text, s->file.text))
		return true;
	s->unsaved = !j->host->replace(j->host, s->file.path,
				       s->there ? &s->file.text : NULL, text);
	if (s->unsaved) {
		*why = arena_printf(j->arena, "not saved: %s: %s", s->file.path,
				    j->host->why(j->host));
		read_again(s, why);
		return false;
	}
	s->there = true;
	s->file.text = text;
	s->file.assessment = as;
	s->dialogue.saved++;
	dialogue_renew(&s->dialogue, as);
	return true;
}

bool assessing_answer(struct assessing *s, const struct answer *x,
		      struct str *why)
{
	const struct competency *c =
		dialogue_question(&s->dialogue)->competency;
	struct recording r;

	record_init(&r, s->file.assessment, s->file.ladder, s->job->arena);
	return dialogue_record(&s->dialogue, c, x, &r, why) &&
	       assessing_save(s, &r, why);
}

/* --- the end ------------------------------------------------------------ */

/* With what it takes to find the same files again. */
static struct str next_command(struct assessing *s)
{
	struct job *j = s->job;
	const struct option_value *ladder = job_option(j, OPT_LADDER);
	const struct option_value *file = job_option(j, OPT_ASSESSMENT);
	struct str command = STR("ladder plan");

	if (ladder->given)
		command = arena_printf(j->arena, "%.*s --ladder %.*s",
				       STR_ARG(command), STR_ARG(ladder->text));
	if (file->given)
		command = arena_printf(j->arena, "%.*s --assessment %.*s",
				       STR_ARG(command), STR_ARG(file->text));
	if (s->dialogue.target || s->file.assessment->target)
		return command;
	return arena_printf(j->arena, "%.*s --target ROLE", STR_ARG(command));
}

enum exit assessing_end(struct assessing *s)
{
	struct report_style style = job_style(s->job, HOST_OUT);
	struct buf out = {0};
	enum exit status;

	plain_summary(&s->dialogue, str_of(s->file.path), next_command(s),
		      &style, &out);
	status = output_line(s->job, buf_str(&out));
	buf_release(&out);
	if (s->unsaved)
		say(s->job, "the last answer could not be saved");
	return s->unsaved ? EXIT_OUTPUT : status;
}

enum exit assessing_stopped(struct assessing *s)
{
	if (s->there)
		remark(s->job, "interrupted; what was answered is saved in %s",
		       s->file.path);
	return EXIT_INTERRUPTED;
}

/* --- the beginning ------------------------------------------------------ */

/* The words of --only and --layer stand in options.def in the order of the
 * enums, which begin with all and none. */
static enum exit read_filter(struct assessing *s, struct dialogue_filter *f)
{
	struct job *j = s->job;

	*f = (struct dialogue_filter){0};
	if (job_has(j, OPT_ONLY))
		f->only = (enum dialogue_only)job_option(j, OPT_ONLY)->number +
			  1;
	if (job_has(j, OPT_LAYER))
		f->layer = (enum layer)job_option(j, OPT_LAYER)->number + 1;
	if (job_has(j, OPT_ROLE))
		f->role = input_role(j, s->file.ladder,
				     job_option(j, OPT_ROLE)->text);
	return job_has(j, OPT_ROLE) && !f->role ? EXIT_USAGE : EXIT_DONE;
}

static enum exit read_target(struct assessing *s, struct role **target)
{
	const struct option_value *word = job_option(s->job, OPT_TARGET);

	*target = NULL;
	if (!word->given)
		return EXIT_DONE;
	*target = input_role(s->job, s->file.ladder, word->text);
	return *target ? EXIT_DONE : EXIT_USAGE;
}

enum exit assessing_begin(struct assessing *s)
{
	struct dialogue_filter filter;
	struct role *target;
	enum exit status = read_filter(s, &filter);

	if (status == EXIT_DONE)
		status = read_target(s, &target);
	if (status != EXIT_DONE)
		return status;
	if (filter.only == ONLY_GAP && !target && !s->file.assessment->target &&
	    !s->file.assessment->role)
		return usage(s->job, "--only gap needs a role to measure by: "
				     "give --target ROLE");
	dialogue_init(&s->dialogue, s->file.ladder, s->file.assessment, target,
		      &filter, job_today(s->job), s->job->arena);
	dialogue_resume(&s->dialogue);
	return EXIT_DONE;
}

/* What the command line says of a new assessment. */
static enum exit read_fresh(struct assessing *s, struct fresh *f)
{
	struct role *target;
	enum exit status = read_target(s, &target);

	*f = (struct fresh){.person = job_option(s->job, OPT_PERSON)->text,
			    .target = target,
			    .target_said = target};
	return status;
}

static enum exit nothing_to_ask(struct assessing *s)
{
	return output_line(s->job,
			   STR("Nothing to ask about: no competency fits what "
			       "--only, --layer and --role say.\n"));
}

static bool is_plain(struct job *j)
{
	const char *term = j->host->env(j->host, "TERM");

	return job_has(j, OPT_PLAIN) || !term || !strcmp(term, "dumb");
}

static enum exit hold(struct assessing *s, struct fresh *f)
{
	struct dialogue_filter filter;
	enum host_typed typed;
	enum exit status = read_filter(s, &filter); /* before any question */

	if (status != EXIT_DONE)
		return status;
	s->plain = is_plain(s->job);
	if (!s->file.assessment) {
		typed = assessing_ask(s, f);
		if (typed == HOST_STOPPED)
			return assessing_stopped(s);
		if (typed != HOST_TYPED)
			return EXIT_DONE;
		status = assessing_create(s, f);
		if (status != EXIT_DONE)
			return status;
	}
	status = assessing_begin(s);
	if (status != EXIT_DONE)
		return status;
	if (!s->dialogue.questions.n)
		return nothing_to_ask(s);
	return s->plain ? assessing_plain(s) : assessing_screen(s);
}

static enum exit load(struct assessing *s)
{
	struct job *j = s->job;
	struct input in = {0};
	enum exit status;

	s->file.path = assessed_new_path(j);
	status = s->file.path ? input_load_ladder(j, &in) : input_load(j, &in);
	s->file.ladder = in.ladder;
	if (status != EXIT_DONE || s->file.path)
		return status;
	s->file.path = "assessment.yaml";
	s->file.assessment = in.assessment;
	if (s->file.assessment) {
		s->there = true;
		s->file.path =
			arena_str(j->arena, in.assessment_file->path).ptr;
		s->file.text = in.assessment_file->source->text;
	}
	return EXIT_DONE;
}

static enum exit check_words(struct job *j)
{
	struct host *h = j->host;

	if (str_is(job_option(j, OPT_ASSESSMENT)->text, "-"))
		return usage(j, "assess writes the assessment: name a file, "
				"not standard input");
	if (job_has(j, OPT_ANSWERS)) {
		if (job_has(j, OPT_ONLY) || job_has(j, OPT_LAYER) ||
		    job_has(j, OPT_ROLE))
			return usage(j, "--answers answers what it names: it "
					"goes without --only, --layer and "
					"--role");
		return EXIT_DONE;
	}
	if (!h->is_terminal(h, HOST_IN) || !h->is_terminal(h, HOST_OUT))
		return usage(j, "assess asks on a terminal; without one say "
				"--answers FILE, --edit, or --template for a "
				"file to fill in");
	return EXIT_DONE;
}

enum exit assessing_run(struct job *j)
{
	struct assessing s = {.job = j};
	struct fresh fresh;
	enum exit status = check_words(j);

	if (status == EXIT_DONE)
		status = load(&s);
	if (status == EXIT_DONE)
		status = read_fresh(&s, &fresh);
	if (status != EXIT_DONE)
		return status;
	if (job_has(j, OPT_ANSWERS))
		return assessing_answers(&s, &fresh);
	return hold(&s, &fresh);
}
