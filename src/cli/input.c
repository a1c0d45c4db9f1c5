#include "cli/input.h"

#include "base/typo.h"
#include "cli/discover.h"
#include "report/findings.h"

/* Lines for the warnings about one file, as compilers write them. */
static void tell_warnings(struct job *j, const struct source *source)
{
	struct diag own = {.arena = j->arena};
	struct buf out = {0};

	if (job_has(j, OPT_QUIET))
		return;
	for_each(f, &j->diag.findings)
		if (f->span.source == source && f->severity == SEVERITY_WARNING)
			*vec_add(j->arena, &own.findings) = *f;
	diag_sort(&own);
	findings_gcc(&own, &out);
	if (out.len)
		j->host->write(j->host, HOST_ERR, buf_str(&out));
	buf_release(&out);
}

static bool any_errors(struct job *j)
{
	if (j->diag.errors)
		show_findings(j, SEVERITY_ERROR);
	return j->diag.errors > 0;
}

/* Whether a file is what it is used as; says so where it is not. */
static bool is_kind(struct job *j, struct loaded *file, enum file_kind kind)
{
	bool is_ladder = kind == FILE_LADDER;

	load_check_format(&j->loader, file);
	if (file->kind == kind)
		return true;
	if (file->kind != FILE_OTHER)
		say(j, "%.*s is %s, not %s", STR_ARG(file->path),
		    is_ladder ? "an assessment" : "a ladder",
		    is_ladder ? "a ladder" : "an assessment");
	any_errors(j);
	return false;
}

/* With --from somebody may try another ladder than the one that the assessment
 * of this place was made for; one that was named must fit. */
static bool is_aside(struct job *j, const struct loaded *assessment,
		     const struct ladder *l)
{
	struct str id = loaded_ladder_id(assessment);

	if (!job_has(j, OPT_FROM) || job_has(j, OPT_ASSESSMENT) || !l ||
	    str_eq(id, l->head.id))
		return false;
	for_each(base, &l->bases)
		if (str_eq(id, *base))
			return false;
	return true;
}

static enum exit load_both(struct job *j, struct loaded *ladder,
			   struct loaded *assessment, struct input *in)
{
	if (!is_kind(j, ladder, FILE_LADDER) ||
	    (assessment && !is_kind(j, assessment, FILE_ASSESSMENT)))
		return EXIT_INPUT;
	in->ladder_file = ladder;
	in->ladder = load_ladder(&j->loader, ladder);
	if (in->ladder)
		job_keep(j, &in->ladder->doc);
	if (assessment && is_aside(j, assessment, in->ladder))
		assessment = NULL;
	if (assessment && in->ladder && in->ladder->usable) {
		in->assessment = load_assessment(&j->loader, assessment,
						 in->ladder);
		if (in->assessment)
			job_keep(j, &in->assessment->doc);
	}
	if (any_errors(j) || !in->ladder || (assessment && !in->assessment))
		return EXIT_INPUT;
	in->assessment_file = assessment;
	if (assessment)
		tell_warnings(j, assessment->source);
	return EXIT_DONE;
}

/* One stream cannot be two files. */
static bool reads_twice(struct job *j)
{
	return str_is(job_option(j, OPT_LADDER)->text, "-") &&
	       str_is(job_option(j, OPT_ASSESSMENT)->text, "-");
}

enum exit input_load(struct job *j, struct input *in)
{
	struct loaded *assessment, *ladder;
	struct str id = {0};
	enum exit status;

	if (reads_twice(j))
		return usage(j, "--ladder and --assessment cannot both be "
				"standard input");
	status = discover_assessment(j, &assessment);
	if (status != EXIT_DONE)
		return status;
	if (assessment)
		id = loaded_ladder_id(assessment);
	status = discover_ladder(j, id, &ladder);
	if (status != EXIT_DONE)
		return status;
	return load_both(j, ladder, assessment, in);
}

enum exit input_load_ladder_of(struct job *j, struct str id, struct input *in)
{
	struct loaded *ladder;
	enum exit status;

	if (!id.len)
		id = discover_assessed_id(j);
	status = discover_ladder(j, id, &ladder);
	if (status != EXIT_DONE)
		return status;
	return load_both(j, ladder, NULL, in);
}

enum exit input_load_ladder(struct job *j, struct input *in)
{
	return input_load_ladder_of(j, (struct str){0}, in);
}

/* --- words -------------------------------------------------------------- */

static void say_candidates(struct job *j, struct str word,
			   const struct role_lookup *found)
{
	struct str names = {0};

	for_each(role, &found->candidates)
		names = arena_printf(j->arena, "%.*s%s%.*s", STR_ARG(names),
				     names.len ? ", " : "",
				     STR_ARG((*role)->path));
	say(j, "\"%.*s\" names several roles: %.*s%s", STR_ARG(word),
	    STR_ARG(names), found->more ? " …" : "");
}

/* Tells the roles of the track that a word names, if it names one. */
static bool say_track(struct job *j, const struct ladder *l, struct str word)
{
	struct str names = {0};

	for (uint32_t i = 0; i < l->n_roles; i++)
		if (str_eq(l->roles[i]->track->head.id, word))
			names = arena_printf(j->arena, "%.*s%s%.*s",
					     STR_ARG(names),
					     names.len ? ", " : "",
					     STR_ARG(l->roles[i]->path));
	if (names.len)
		say(j, "\"%.*s\" is a track; its roles are %.*s",
		    STR_ARG(word), STR_ARG(names));
	return names.len != 0;
}

static void say_no_role(struct job *j, const struct ladder *l, struct str word,
			struct str nearest)
{
	if (!say_track(j, l, word))
		say(j, "\"%.*s\" is no role of the ladder \"%.*s\"%s "
		       "('ladder list' names them)",
		    STR_ARG(word), STR_ARG(l->head.id), suggestion(j, nearest));
}

struct role *input_role(struct job *j, const struct ladder *l,
			struct str word)
{
	struct role_lookup found = ladder_find_role(l, j->arena, word);

	if (!found.role && found.candidates.n)
		say_candidates(j, word, &found);
	else if (!found.role)
		say_no_role(j, l, word, found.nearest);
	else if (found.by_old_id)
		remark(j, "\"%.*s\" is an old id; today it is \"%.*s\"",
		       STR_ARG(word), STR_ARG(found.role->path));
	return found.role;
}

struct competency *input_competency(struct job *j, const struct ladder *l,
				    struct str word)
{
	struct competency *c = ladder_competency(l, word);

	if (c)
		return c;
	for_each(named, &l->competencies)
		if (str_eq_nocase(named->name, word))
			return named;
	c = ladder_renamed_competency(l, word);
	if (c)
		remark(j, "\"%.*s\" is an old id; today it is \"%.*s\"",
		       STR_ARG(word), STR_ARG(c->head.id));
	return c;
}

void input_offer_competencies(struct typo *typo, const struct ladder *l)
{
	for_each(c, &l->competencies) {
		typo_offer(typo, c->head.id);
		typo_offer(typo, c->name);
	}
}

static bool say_nothing_near(struct job *j, const struct ladder *l,
			     struct str word, struct str nearest_role)
{
	struct typo typo = {.word = word};

	if (say_track(j, l, word))
		return false;
	input_offer_competencies(&typo, l);
	if (nearest_role.ptr)
		typo_offer(&typo, nearest_role);
	say(j, "\"%.*s\" is neither a role nor a competency of the ladder "
	       "\"%.*s\"%s ('ladder list' names them)",
	    STR_ARG(word), STR_ARG(l->head.id), suggestion(j, typo.best));
	return false;
}

bool input_entity(struct job *j, const struct ladder *l, struct str word,
		  struct entity *e)
{
	struct role_lookup found = ladder_find_role(l, j->arena, word);
	bool is_role = found.role || found.candidates.n;

	if (!(found.role && !found.by_old_id))
		e->competency = input_competency(j, l, word);
	else
		e->competency = ladder_competency(l, word);
	if (e->competency && is_role && !found.by_old_id) {
		say(j, "\"%.*s\" names a competency and a role; for the role "
		       "say %.*s",
		    STR_ARG(word),
		    STR_ARG((found.role ? found.role
					: found.candidates.at[0])->path));
		return false;
	}
	if (e->competency)
		return true;
	if (!is_role)
		return say_nothing_near(j, l, word, found.nearest);
	e->role = input_role(j, l, word);
	return e->role != NULL;
}
