#include "cli/verdict.h"

/* No other format has a place for them. */
static enum exit check_formats(struct job *j)
{
	if (!job_has(j, OPT_WITH_SUPPRESSED))
		return EXIT_DONE;
	for_each(target, &j->targets)
		if (target->format == FORMAT_SARIF)
			return EXIT_DONE;
	return usage(j, "--with-suppressed belongs to --format sarif");
}

enum exit verdict_read(struct job *j, struct verdict *v)
{
	enum exit status = check_formats(j);

	if (status == EXIT_DONE)
		status = settings_read(j, &v->settings);
	if (status == EXIT_DONE)
		status = severities_options(j, &v->settings.severities);
	if (status == EXIT_DONE)
		status = baseline_read(j, &v->settings, &v->baseline);
	return status;
}

void verdict_checked(struct job *j, struct verdict *v,
		     const struct loaded *file, bool partly)
{
	*vec_add(j->arena, &v->files) =
		(struct suppress_file){file->source, partly};
}

/* What is suppressed or accepted is so whatever it counts: setting a code to
 * `off` makes no suppression useless. */
enum exit verdict_apply(struct job *j, struct verdict *v)
{
	diag_sort(&j->diag);
	suppress_findings(&j->diag, &v->files, &j->loader.limits);
	diag_sort(&j->diag);
	baseline_apply(j, &v->baseline, &v->settings.severities, &v->files);
	severities_apply(&v->settings.severities, &j->diag);
	diag_sort(&j->diag);
	return baseline_write(j, &v->baseline, &v->files);
}

/* --- the status ----------------------------------------------------------- */

static enum fail_on fail_on(struct job *j, const struct verdict *v)
{
	const struct option_value *given = job_option(j, OPT_FAIL_ON);

	if (given->given)
		return (enum fail_on)(FAIL_ON_ERROR + given->number);
	return v->settings.fail_on ? v->settings.fail_on : FAIL_ON_ERROR;
}

static bool has_some(const struct diag *d, enum severity least)
{
	if (d->errors || least == SEVERITY_ERROR)
		return d->errors > 0;
	for_each(f, &d->findings)
		if (f->severity >= least)
			return true;
	return d->dropped > 0;
}

bool verdict_fails(struct job *j, const struct verdict *v)
{
	switch (fail_on(j, v)) {
	case FAIL_ON_DEFAULT:
	case FAIL_ON_ERROR:
		return has_some(&j->diag, SEVERITY_ERROR);
	case FAIL_ON_WARNING:
		return has_some(&j->diag, SEVERITY_WARNING);
	case FAIL_ON_NOTE:
		return has_some(&j->diag, SEVERITY_NOTE);
	case FAIL_ON_NEVER:
		break;
	}
	return false;
}
