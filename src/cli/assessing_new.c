/* An assessment that is not there yet: whose it is, and from where to where. */
#include "cli/assessing.h"

#include "base/date.h"
#include "base/typo.h"
#include "cli/output.h"
#include "doc/scalar.h"
#include "text/safe.h"
#include "text/width.h"

static void show(struct assessing *s, struct buf *out)
{
	struct host *h = s->job->host;

	h->write(h, HOST_OUT, buf_str(out));
	buf_clear(out);
}

/* A line of answer, without the blanks around it. */
static enum host_typed ask(struct assessing *s, const char *prompt,
			   struct str *line)
{
	struct host *h = s->job->host;
	struct buf typed = {0};
	enum host_typed what = h->ask(h, prompt, s->plain ? NULL : "", &typed);

	*line = arena_str(s->job->arena, str_trim(buf_str(&typed)));
	buf_release(&typed);
	return what;
}

/* --- roles -------------------------------------------------------------- */

static void list_roles(struct assessing *s)
{
	const struct ladder *l = s->file.ladder;
	struct buf out = {0};

	buf_z(&out, "The roles of ");
	safe_line(&out, l->name);
	buf_z(&out, ":\n");
	for (uint32_t i = 0; i < l->n_roles; i++) {
		size_t from, cells;

		buf_printf(&out, "%4u  ", i + 1);
		from = out.len;
		safe_line(&out, l->roles[i]->title);
		cells = text_width(str_from(buf_str(&out), from));
		buf_fill(&out, ' ', cells < 32 ? 34 - cells : 2);
		safe_line(&out, l->roles[i]->path);
		buf_char(&out, '\n');
	}
	show(s, &out);
	buf_release(&out);
}

const struct role *assessing_role(const struct assessing *s, struct str word,
				  struct str *why)
{
	struct arena *a = s->job->arena;
	struct role_lookup found = ladder_find_role(s->file.ladder, a, word);

	if (found.candidates.n)
		*why = arena_printf(a,
				    "\"%.*s\" names several roles; say it as "
				    "track/level",
				    STR_ARG(word));
	else if (!found.role)
		*why = arena_printf(a, "\"%.*s\" is no role of this ladder%s",
				    STR_ARG(word),
				    suggestion(s->job, found.nearest));
	return found.role;
}

/* By its number in the list, or by its name. */
static const struct role *role_of(struct assessing *s, struct str word,
				  struct str *why)
{
	int64_t n;

	if (read_count(word, s->file.ladder->n_roles, &n))
		return s->file.ladder->roles[n - 1];
	return assessing_role(s, word, why);
}

static void complain(struct assessing *s, struct str why)
{
	struct buf out = {0};

	safe_line(&out, why);
	buf_char(&out, '\n');
	show(s, &out);
	buf_release(&out);
}

static enum host_typed ask_role(struct assessing *s, const char *prompt,
				const struct role **role)
{
	struct str line, why;
	enum host_typed typed;

	while ((typed = ask(s, prompt, &line)) == HOST_TYPED) {
		if (!line.len)
			return HOST_TYPED;
		*role = role_of(s, line, &why);
		if (*role)
			return HOST_TYPED;
		complain(s, why);
	}
	return typed;
}

/* --- asking ------------------------------------------------------------- */

static void welcome(struct assessing *s)
{
	struct buf out = {0};

	buf_z(&out, "There is no assessment yet; this makes ");
	safe_line(&out, str_of(s->file.path));
	buf_z(&out, ",\nfor the ladder ");
	safe_line(&out, s->file.ladder->name);
	buf_z(&out, ". Three questions first.\n\n");
	show(s, &out);
	buf_release(&out);
}

static enum host_typed ask_person(struct assessing *s, struct fresh *f)
{
	enum host_typed typed = HOST_TYPED;

	while (typed == HOST_TYPED && !f->person.len) {
		typed = ask(s, "Your name: ", &f->person);
		if (scalar_may_stand(f->person))
			continue;
		complain(s, STR("that holds characters that no file may hold"));
		f->person = (struct str){0};
	}
	return typed;
}

enum host_typed assessing_ask(struct assessing *s, struct fresh *f)
{
	enum host_typed typed;

	welcome(s);
	typed = ask_person(s, f);
	if (typed == HOST_TYPED && !(f->role_said && f->target_said))
		list_roles(s);
	if (typed == HOST_TYPED && !f->role_said)
		typed = ask_role(s,
				 "Where do you stand today? (number or "
				 "name; Enter: none of them) ",
				 &f->role);
	if (typed == HOST_TYPED && !f->target_said)
		typed = ask_role(s,
				 "Where do you want to go? (number or "
				 "name; Enter: not known yet) ",
				 &f->target);
	return typed;
}

/* --- the file ----------------------------------------------------------- */

static void write_key(struct buf *out, const char *key, struct str value,
		      bool text)
{
	if (!value.len)
		return;
	buf_printf(out, "%s: ", key);
	if (text || str_eq_nocase(value, STR("null")))
		scalar_write_quoted(out, value);
	else
		buf_add(out, value);
	buf_char(out, '\n');
}

static struct str first_text(struct assessing *s, const struct fresh *f)
{
	const struct ladder *l = s->file.ladder;
	struct buf out = {0};
	struct str text;
	char date[11];

	buf_z(&out, "# Where I stand. 'ladder assess' asks and writes here, "
		    "'ladder help assessment'\n# tells what else may stand "
		    "here, 'ladder plan' plans from it.\n"
		    "format: assessment/1\n");
	write_key(&out, "ladder", l->head.id, false);
	write_key(&out, "ladder-version", l->version, true);
	write_key(&out, "person", f->person, true);
	write_key(&out, "date", str_of(date_write(job_today(s->job), date)),
		  false);
	if (f->role) {
		write_key(&out, "role", f->role->path, false);
		/* until it is asked about */
		write_key(&out, "baseline", f->role->path, false);
	}
	if (f->target)
		write_key(&out, "target", f->target->path, false);
	text = arena_str(s->job->arena, buf_str(&out));
	buf_release(&out);
	return text;
}

enum exit assessing_draft(struct assessing *s, const struct fresh *f)
{
	struct job *j = s->job;
	struct str text = first_text(s, f);
	struct loaded file = load_text(&j->loader, str_of(s->file.path), text);
	struct assessment *as = load_assessment(&j->loader, &file,
						s->file.ladder);

	if (as)
		job_keep(j, &as->doc);
	if (!as || !as->usable) {
		show_findings(j, SEVERITY_ERROR);
		return EXIT_USAGE;
	}
	s->file.assessment = as;
	s->file.text = text;
	return EXIT_DONE;
}

enum exit assessing_create(struct assessing *s, const struct fresh *f)
{
	enum exit status = assessing_draft(s, f);

	if (status == EXIT_DONE)
		status = output_replace(s->job, s->file.path, NULL,
					s->file.text);
	if (status != EXIT_DONE)
		return status;
	s->there = true;
	return EXIT_DONE;
}
