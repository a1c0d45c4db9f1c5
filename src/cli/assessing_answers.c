/* --answers FILE: the same answers from a file, a line each. All of them are
 * looked at before any is saved. */
#include "cli/assessing.h"

#include "base/typo.h"
#include "doc/scalar.h"
#include "text/utf8.h"

/* One file of answers. */
struct script {
	struct assessing *s;
	struct fresh *fresh;
	struct recording r;
	const char *name; /* of the file */
	uint32_t line;	  /* from 1 */
	uint32_t errors;
	bool begun; /* the assessment is there, and `r` about it */
};

static void complain(struct script *f, const char *fmt, ...)
	__attribute__((format(printf, 2, 3)));

static void complain(struct script *f, const char *fmt, ...)
{
	struct job *j = f->s->job;
	struct str what;
	va_list ap;

	va_start(ap, fmt);
	what = arena_vprintf(j->arena, fmt, ap);
	va_end(ap);
	say(j, "%s:%u: %.*s", f->name, f->line, STR_ARG(what));
	f->errors++;
}

/* --- about the person --------------------------------------------------- */

static void take_person(struct script *f, struct str value)
{
	const struct assessment *as = f->s->file.assessment;

	if (!as)
		f->fresh->person = value;
	else if (!str_eq(as->person, value))
		complain(f,
			 "the assessment %s is of \"%.*s\", not of "
			 "\"%.*s\"",
			 f->s->file.path, STR_ARG(as->person), STR_ARG(value));
}

static void take_role(struct script *f, struct str word, enum record_key key)
{
	struct str why;
	const struct role *role = assessing_role(f->s, word, &why);

	if (!role)
		complain(f, "%.*s", STR_ARG(why));
	else if (f->s->file.assessment)
		record_top(&f->r, key, role->path);
	else if (key == RECORD_ROLE)
		f->fresh->role = role;
	else
		f->fresh->target = role;
}

/* --- about a competency ------------------------------------------------- */

static const struct competency *competency_of(struct script *f, struct str word)
{
	const struct ladder *l = f->s->file.ladder;
	const struct competency *c = input_competency(f->s->job, l, word);
	struct typo typo = {.word = word};

	if (c)
		return c;
	input_offer_competencies(&typo, l);
	complain(f, "\"%.*s\" is no competency of the ladder \"%.*s\"%s",
		 STR_ARG(word), STR_ARG(l->head.id),
		 suggestion(f->s->job, typo.best));
	return NULL;
}

static void take_answer(struct script *f, struct str key, struct str value)
{
	const struct competency *c = competency_of(f, key);
	struct answer answer;
	struct str why;

	if (!c)
		return;
	if (!value.len) {
		complain(f,
			 "\"%.*s\" has no answer; expected a stage, or "
			 "another answer ('ladder help answers')",
			 STR_ARG(key));
		return;
	}
	if (!answer_read(value, f->s->job->arena, &answer, &why)) {
		complain(f, "%.*s", STR_ARG(why));
		return;
	}
	if (answer.kind == ANSWER_SKIP)
		return;
	if (!dialogue_record(&f->s->dialogue, c, &answer, &f->r, &why))
		complain(f, "%.*s", STR_ARG(why));
}

/* --- lines -------------------------------------------------------------- */

static bool is_top(struct str key)
{
	return str_is(key, "person") || str_is(key, "role") ||
	       str_is(key, "target");
}

static void take_top(struct script *f, struct str key, struct str value)
{
	if (!value.len)
		complain(f, "\"%.*s\" has no value", STR_ARG(key));
	else if (str_is(key, "person"))
		take_person(f, value);
	else
		take_role(f, value,
			  str_is(key, "role") ? RECORD_ROLE : RECORD_TARGET);
}

/* Whether a line says anything that could be taken. */
static bool is_answer(struct script *f, struct str line, bool top)
{
	if (!line.len || *line.ptr == '#')
		return false;
	if (scalar_may_stand(line))
		return true;
	if (top)
		complain(f,
			 "this holds characters that no file may hold: "
			 "\"%.*s\"",
			 STR_ARG(line));
	return false;
}

/* Takes every line that is of the kind: what is wrong with a line of any kind
 * is told with those of the top. */
static void each_line(struct script *f, struct str text, bool top)
{
	f->line = 0;
	while (text.len) {
		struct str line = str_head(text, str_index(text, '\n'));
		size_t colon;
		struct str key;

		text = str_from(text, line.len + 1);
		f->line++;
		line = str_trim(line);
		if (!is_answer(f, line, top))
			continue;
		colon = str_index(line, ':');
		key = str_trim(str_head(line, colon));
		if (colon == line.len) {
			if (top)
				complain(f, "expected COMPETENCY: ANSWER");
		} else if (is_top(key) && top) {
			take_top(f, key, str_trim(str_from(line, colon + 1)));
		} else if (!is_top(key) && !top) {
			take_answer(f, key,
				    str_trim(str_from(line, colon + 1)));
		}
	}
}

static enum exit read_script(struct script *f, struct str *text)
{
	struct job *j = f->s->job;
	enum host_status status;

	status = j->host->read(j->host, j->arena, f->name, NULL,
			       (size_t)j->loader.limits.at[LIMIT_FILE_SIZE],
			       text);
	if (status != HOST_OK) {
		say(j, "%s: %s", f->name, j->host->why(j->host));
		return EXIT_INPUT;
	}
	if (str_starts(*text, STR("\xef\xbb\xbf")))
		*text = str_from(*text, 3);
	return EXIT_DONE;
}

/* Nobody's assessment is made by chance. */
static enum exit begin(struct script *f)
{
	struct assessing *s = f->s;
	enum exit status;

	if (!s->file.assessment && !f->fresh->person.len) {
		say(s->job,
		    "%s is not there yet: whose is it? Say person: "
		    "NAME in %s, or --person NAME",
		    s->file.path, f->name);
		return EXIT_INPUT;
	}
	if (!s->file.assessment) {
		status = assessing_draft(s, f->fresh);
		if (status != EXIT_DONE)
			return status;
		record_init(&f->r, s->file.assessment, s->file.ladder,
			    s->job->arena);
	}
	return assessing_begin(s);
}

static enum exit finish(struct script *f)
{
	struct assessing *s = f->s;
	struct str why;

	if (f->errors) {
		say(s->job, "%u %s could not be taken; nothing was saved",
		    f->errors, f->errors == 1 ? "answer" : "answers");
		return EXIT_INPUT;
	}
	if (!assessing_save(s, &f->r, &why)) {
		say(s->job, "%s: %.*s", s->file.path, STR_ARG(why));
		return s->unsaved ? EXIT_OUTPUT : EXIT_INPUT;
	}
	s->dialogue.at = s->dialogue.questions.n;
	return assessing_end(s);
}

enum exit assessing_answers(struct assessing *s, struct fresh *fresh)
{
	struct script f = {
		.s = s,
		.fresh = fresh,
		.name = job_option(s->job, OPT_ANSWERS)->text.ptr,
	};
	struct str text;
	enum exit status = read_script(&f, &text);

	if (status != EXIT_DONE)
		return status;
	if (s->file.assessment)
		record_init(&f.r, s->file.assessment, s->file.ladder,
			    s->job->arena);
	each_line(&f, text, true);
	status = begin(&f);
	if (status != EXIT_DONE)
		return status;
	each_line(&f, text, false);
	return finish(&f);
}
