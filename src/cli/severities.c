#include "cli/severities.h"

static void set(struct severities *s, struct setting_scope scope,
		enum level level)
{
	if (scope.code != N_CODES)
		s->of[scope.code] = level;
	else
		s->of_family[scope.family] = level;
}

void severities_take(struct severities *s, const struct config *config)
{
	for_each(one, &config->severity)
		if (one->level != LEVEL_UNSET)
			set(s, setting_scope(one->head.id),
			    (enum level)one->level);
}

/* A family holds codes that keep their severity and others. */
enum level severities_level(const struct severities *s, enum code code)
{
	enum level level = s->of_family[code_table[code].id[1] - '0'];

	if (s->of[code] != LEVEL_UNSET)
		return s->of[code];
	return config_may_set(code, level) ? level : LEVEL_UNSET;
}

/* --- the command line --------------------------------------------------- */

static enum exit unknown_code(struct job *j, struct str word)
{
	struct typo typo = {.word = word};

	setting_offer(&typo);
	return usage(j, "--severity knows no finding \"%.*s\"%s", STR_ARG(word),
		     typo.best.ptr ? suggestion(j, typo.best)
				   : "; 'ladder explain' names them all");
}

static enum exit unknown_level(struct job *j, struct str word)
{
	struct typo typo = {.word = word};

	for (unsigned i = 0; level_names[i]; i++)
		typo_offer(&typo, str_of(level_names[i]));
	return usage(j, "--severity CODE=LEVEL takes error, warning, note or "
			"off, not \"%.*s\"%s",
		     STR_ARG(word), suggestion(j, typo.best));
}

static enum level find_level(struct str word)
{
	for (unsigned i = 0; level_names[i]; i++)
		if (str_is(word, level_names[i]))
			return (enum level)(LEVEL_OFF + i);
	return LEVEL_UNSET;
}

static enum exit take_option(struct job *j, struct severities *s,
			     struct str text)
{
	size_t sign = str_index(text, '=');
	struct str word = str_head(text, sign);
	struct str level = str_from(text, sign + 1);
	struct setting_scope scope = setting_scope(word);

	if (sign == text.len)
		return usage(j, "--severity takes CODE=LEVEL, not \"%.*s\"",
			     STR_ARG(text));
	if (setting_is_unknown(scope))
		return unknown_code(j, word);
	if (find_level(level) == LEVEL_UNSET)
		return unknown_level(j, level);
	if (setting_is_refused(scope, find_level(level)))
		return usage(j, "the findings of %.*s stay errors: nothing can "
				"be made of a file that has one",
			     STR_ARG(word));
	set(s, scope, find_level(level));
	return EXIT_DONE;
}

/* The command line wins: what is said there of a family holds for all of its
 * codes but those that it names itself. */
static void forget_family(struct severities *s, struct str text)
{
	struct str word = str_head(text, str_index(text, '='));
	struct setting_scope scope = setting_scope(word);

	if (setting_is_unknown(scope) || scope.code != N_CODES)
		return;
	for (int code = 0; code < N_CODES; code++)
		if (code_table[code].id[1] - '0' == scope.family)
			s->of[code] = LEVEL_UNSET;
}

enum exit severities_options(struct job *j, struct severities *s)
{
	for_each(text, &job_option(j, OPT_SEVERITY)->all)
		forget_family(s, *text);
	for_each(text, &job_option(j, OPT_SEVERITY)->all) {
		enum exit status = take_option(j, s, *text);

		if (status != EXIT_DONE)
			return status;
	}
	return EXIT_DONE;
}

/* --- findings ------------------------------------------------------------ */

static enum severity severity_of(const struct severities *s,
				 const struct finding *f)
{
	switch (severities_level(s, f->code)) {
	case LEVEL_NOTE:
		return SEVERITY_NOTE;
	case LEVEL_WARNING:
		return SEVERITY_WARNING;
	case LEVEL_ERROR:
		return SEVERITY_ERROR;
	case LEVEL_UNSET:
	case LEVEL_OFF:
		break;
	}
	return f->severity;
}

/* Adds to `errors` as many as there are more, or fewer. */
static void weigh(const struct severities *s, finding_list *list,
		  uint32_t *errors)
{
	uint32_t kept = 0;

	for (uint32_t i = 0; i < list->n; i++) {
		struct finding *f = &list->at[i];

		*errors -= f->severity == SEVERITY_ERROR;
		if (severities_level(s, f->code) == LEVEL_OFF)
			continue;
		f->severity = severity_of(s, f);
		*errors += f->severity == SEVERITY_ERROR;
		list->at[kept++] = *f;
	}
	list->n = kept;
}

void severities_apply(const struct severities *s, struct diag *d)
{
	uint32_t of_those_aside = 0;

	weigh(s, &d->findings, &d->errors);
	weigh(s, &d->aside, &of_those_aside);
}
