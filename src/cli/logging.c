#include "cli/logging.h"

#include "base/date.h"
#include "base/typo.h"
#include "cli/output.h"
#include "doc/scalar.h"
#include "report/prose.h"

/* --- the options by themselves -------------------------------------------- */

static const struct {
	enum option id;
	const char *what; /* it takes, for one without words */
} told[] = {
	{OPT_STAGE, "--stage takes a number or an id"},
	{OPT_MET, "--met takes the number or the id of a behaviour"},
	{OPT_UNMET, "--unmet takes the number or the id of a behaviour"},
	{OPT_EVIDENCE, "--evidence takes what was done, in words"},
	{OPT_NA, "--na takes the reason why it does not apply"},
	{OPT_NOTE, "--note takes some words"},
};

enum { N_TOLD = sizeof told / sizeof *told };

bool logging_asked(const struct job *j)
{
	for (int i = 0; i < N_TOLD; i++)
		if (job_has(j, told[i].id))
			return true;
	return job_has(j, OPT_URL) || job_has(j, OPT_DATE);
}

static enum exit check_text(struct job *j, enum option id, const char *what)
{
	for_each(text, &job_option(j, id)->all) {
		if (!str_trim(*text).len)
			return usage(j, "%s", what);
		if (!scalar_may_stand(*text))
			return usage(j,
				     "--%s holds characters that no file "
				     "may hold: \"%.*s\"",
				     option_table[id].name, STR_ARG(*text));
	}
	return EXIT_DONE;
}

static enum exit check_na(struct job *j)
{
	static const enum option others[] = {OPT_STAGE, OPT_MET, OPT_UNMET,
					     OPT_EVIDENCE};

	if (!job_has(j, OPT_NA))
		return EXIT_DONE;
	for (size_t i = 0; i < sizeof others / sizeof *others; i++)
		if (job_has(j, others[i]))
			return usage(j,
				     "what does not apply is not rated: "
				     "leave out --na or --%s",
				     option_table[others[i]].name);
	return EXIT_DONE;
}

static enum exit check_url(struct job *j)
{
	const struct option_value *url = job_option(j, OPT_URL);

	if (!url->given || prose_is_web(url->text))
		return check_text(j, OPT_URL, "--url takes an address");
	return usage(j,
		     "--url takes an address that begins with https://, "
		     "http:// or mailto:, not \"%.*s\"",
		     STR_ARG(url->text));
}

/* Where the day is already tomorrow somebody may have done it tomorrow. */
static enum exit check_date(struct job *j)
{
	const struct option_value *date = job_option(j, OPT_DATE);
	int32_t today = job_today(j);
	char day[11];

	if (!date->given || date->number <= today + 1)
		return EXIT_DONE;
	return usage(j, "--date %.*s is still to come: today is %s%s",
		     STR_ARG(date->text), date_write(today, day),
		     j->host->env(j->host, "SOURCE_DATE_EPOCH")
			     ? ", as SOURCE_DATE_EPOCH has it"
			     : "");
}

static enum exit check_evidence(struct job *j)
{
	const struct option_value *text = job_option(j, OPT_EVIDENCE);

	if (text->all.n > 1)
		return usage(j,
			     "one piece of evidence at a time: --evidence "
			     "was given %u times",
			     text->all.n);
	if (!text->given && (job_has(j, OPT_URL) || job_has(j, OPT_DATE)))
		return usage(j,
			     "--%s belongs to --evidence, which says what "
			     "was done",
			     job_has(j, OPT_URL) ? "url" : "date");
	return EXIT_DONE;
}

enum exit logging_check(struct job *j)
{
	enum exit status = EXIT_DONE;

	for (int i = 0; i < N_TOLD && status == EXIT_DONE; i++)
		status = check_text(j, told[i].id, told[i].what);
	if (status == EXIT_DONE)
		status = check_evidence(j);
	if (status == EXIT_DONE)
		status = check_na(j);
	if (status == EXIT_DONE)
		status = check_url(j);
	return status == EXIT_DONE ? check_date(j) : status;
}

/* --- against the ladder --------------------------------------------------- */

/* What the stages of a competency are called, for whom they have no word
 * near. */
static const char *stages_of(struct job *j, const struct logging *g)
{
	const struct competency *c = g->competency;

	if (!c->n_stages)
		return "; it has none";
	return arena_printf(j->arena, "; they go from 0 (none) to %u",
			    competency_number(c, c->n_stages))
		.ptr;
}

static enum exit no_stage(struct job *j, const struct logging *g,
			  const struct stage_lookup *found)
{
	const struct competency *c = g->competency;
	struct str near = competency_nearest_stage(g->file.ladder, c, g->stage);
	struct str id = c->head.id;

	if (found->ambiguous)
		return usage(j,
			     "tracks have \"%.*s\" at different ranks: say "
			     "track/level",
			     STR_ARG(g->stage));
	if (str_is_digits(g->stage))
		near = (struct str){0};
	return usage(j, "%.*s has no stage \"%.*s\"%s", STR_ARG(id),
		     STR_ARG(g->stage),
		     near.len ? suggestion(j, near) : stages_of(j, g));
}

static enum exit take_stage(struct job *j, struct logging *g)
{
	struct stage_lookup found;

	if (!g->stage.len)
		return EXIT_DONE;
	found = competency_stage(g->file.ladder, g->competency, g->stage,
				 false);
	if (!found.found)
		return no_stage(j, g, &found);
	if (found.by_old_id)
		remark(j, "\"%.*s\" is an old id; today it is \"%.*s\"",
		       STR_ARG(g->stage), STR_ARG(found.now));
	record_stage(&g->recording, g->competency,
		     found.by_old_id ? found.now : g->stage);
	return EXIT_DONE;
}

static enum exit no_behaviour(struct job *j, const struct rubric *r,
			      struct str word)
{
	struct typo typo = {.word = word};
	struct str id = r->competency->head.id;

	for_each(b, &r->behaviours)
		typo_offer(&typo, b->head.id);
	if (str_is_digits(word))
		typo.best = (struct str){0};
	return usage(j,
		     "stage %u of %.*s, the next one, has %u %s, and none "
		     "is \"%.*s\"%s",
		     r->stage->number, STR_ARG(id), r->behaviours.n,
		     r->behaviours.n == 1 ? "behaviour" : "behaviours",
		     STR_ARG(word), suggestion(j, typo.best));
}

static enum exit tick(struct job *j, struct logging *g, enum option id,
		      struct str word)
{
	const struct rubric *next = record_next(&g->recording, g->competency);
	struct str name = g->competency->head.id;
	int64_t i;

	if (!next)
		return usage(j,
			     "there is no stage of %.*s above the one "
			     "recorded for --%s",
			     STR_ARG(name), option_table[id].name);
	i = rubric_find_behaviour(next, word);
	if (i < 0)
		return no_behaviour(j, next, word);
	record_met(&g->recording, g->competency, (uint32_t)i, id == OPT_MET);
	return EXIT_DONE;
}

/* `--met 1,2` is `--met 1 --met 2`. */
static enum exit take_met(struct job *j, struct logging *g, enum option id)
{
	for_each(words, &job_option(j, id)->all) {
		struct str rest = *words, word;

		while (next_word(&rest, ',', &word)) {
			enum exit status = tick(j, g, id, str_trim(word));

			if (status != EXIT_DONE)
				return status;
		}
	}
	return EXIT_DONE;
}

/* Nothing in an assessment is later than its date. */
static void renew_date(struct job *j, struct logging *g, int32_t day)
{
	const struct assessment *as = g->file.assessment;
	char date[11];

	if (as->date_node && day > as->date)
		record_top(&g->recording, RECORD_DATE,
			   arena_str(j->arena, str_of(date_write(day, date))));
}

static void take_evidence(struct job *j, struct logging *g)
{
	const struct option_value *date = job_option(j, OPT_DATE);
	struct record_proof proof = {
		.text = job_option(j, OPT_EVIDENCE)->text,
		.url = job_option(j, OPT_URL)->text,
		.dated = true,
	};

	if (!job_has(j, OPT_EVIDENCE))
		return;
	proof.date = date->given ? (int32_t)date->number : job_today(j);
	record_evidence(&g->recording, g->competency, &proof);
	renew_date(j, g, proof.date);
}

static void take_words(struct job *j, struct logging *g)
{
	if (job_has(j, OPT_NA))
		record_na(&g->recording, g->competency,
			  job_option(j, OPT_NA)->text);
	if (job_has(j, OPT_NOTE))
		record_note(&g->recording, g->competency,
			    job_option(j, OPT_NOTE)->text);
}

/* What does not apply is rated again by its stage, not by the way. */
static enum exit check_applies(struct job *j, const struct logging *g)
{
	const struct rating *rating =
		assessment_rating(g->file.assessment, g->competency);
	bool shows = job_has(j, OPT_MET) || job_has(j, OPT_UNMET) ||
		     job_has(j, OPT_EVIDENCE);
	struct str id = g->competency->head.id;

	if (!rating || !rating->na_node || g->stage.len || !shows)
		return EXIT_DONE;
	return usage(j,
		     "%.*s does not apply in %s (\"%.*s\"); say --stage, too, "
		     "to rate it",
		     STR_ARG(id), g->file.path, STR_ARG(rating->na));
}

static enum exit take_all(struct job *j, struct logging *g)
{
	enum exit status = check_applies(j, g);

	if (status == EXIT_DONE)
		status = take_stage(j, g);
	if (status == EXIT_DONE)
		status = take_met(j, g, OPT_MET);
	if (status == EXIT_DONE)
		status = take_met(j, g, OPT_UNMET);
	if (status != EXIT_DONE)
		return status;
	take_evidence(j, g);
	take_words(j, g);
	return EXIT_DONE;
}

/* --- saving --------------------------------------------------------------- */

enum exit logging_save(struct job *j, struct logging *g)
{
	struct assessed *f = &g->file;
	enum exit status;

	record_init(&g->recording, f->assessment, f->ladder, j->arena);
	status = take_all(j, g);
	if (status == EXIT_DONE)
		status = assessed_record(j, f, &g->recording, &g->now);
	if (status == EXIT_DONE)
		status = output_change(j, f->path, f->text, g->now.text);
	return status == EXIT_DONE ? logging_said(j, g) : status;
}
