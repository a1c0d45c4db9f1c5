#include "cli/diff_hide.h"

#include "base/date.h"
#include "base/typo.h"

/* --- --ignore -------------------------------------------------------- */

static enum exit unknown_change(struct job *j, struct str word)
{
	struct typo typo = {.word = word};

	for (enum change_code c = 0; c < N_CHANGES; c++) {
		typo_offer(&typo, str_of(change_table[c].id));
		typo_offer(&typo, str_of(change_table[c].name));
	}
	return usage(j, "--ignore knows no change \"%.*s\"%s ('ladder help "
			"changes' names them)",
		     STR_ARG(word), suggestion(j, typo.best));
}

static enum exit read_ignored(struct job *j, struct hiding *h)
{
	for_each(word, &job_option(j, OPT_IGNORE)->all) {
		enum change_code code = change_find(*word);

		if (code == N_CHANGES)
			return unknown_change(j, *word);
		h->ignored[code] = true;
	}
	return EXIT_DONE;
}

/* --- --accept -------------------------------------------------------- */

/* Today in UTC. Who wants the same result every time sets SOURCE_DATE_EPOCH
 * (reproducible-builds.org), which stands in for the clock. */
static int32_t find_today(struct job *j)
{
	enum { DAY = 24 * 60 * 60 };
	struct str set = str_of(j->host->env(j->host, "SOURCE_DATE_EPOCH"));
	int64_t seconds = 0;

	if (!read_count(set, (int64_t)1 << 40, &seconds))
		seconds = j->host->clock(j->host);
	return (int32_t)(seconds / DAY);
}

static bool may_expire(const struct accepted *accepted)
{
	for_each(one, &accepted->list)
		if (one->until_node)
			return true;
	return false;
}

static enum exit read_accepted(struct job *j, struct hiding *h)
{
	struct loaded *file = ARENA_NEW(j->arena, struct loaded);

	*file = load_file(&j->loader, job_option(j, OPT_ACCEPT)->text);
	job_keep(j, &file->doc);
	if (file->status != HOST_OK && file->status != HOST_TOO_LARGE) {
		say(j, "%.*s: %.*s", STR_ARG(file->name),
		    STR_ARG(file->why));
		return EXIT_INPUT;
	}
	if (file->kind != FILE_OTHER) {
		say(j, "%.*s is %s, not a file of accepted changes",
		    STR_ARG(file->name),
		    file->kind == FILE_LADDER ? "a ladder" : "an assessment");
		return EXIT_INPUT;
	}
	h->accepted = accepted_read(&file->doc, j->arena, &j->loader.limits,
				    &j->diag);
	if (j->diag.errors) {
		show_findings(j, SEVERITY_ERROR);
		return EXIT_INPUT;
	}
	if (may_expire(&h->accepted))
		h->today = find_today(j);
	return EXIT_DONE;
}

enum exit hiding_read(struct job *j, struct hiding *h)
{
	enum exit status = read_ignored(j, h);

	if (status == EXIT_DONE && job_has(j, OPT_ACCEPT))
		status = read_accepted(j, h);
	return status;
}

/* --- what it comes to ------------------------------------------------ */

void hiding_apply(struct job *j, struct hiding *h, struct diff_view *view)
{
	const struct diff *d = view->diff;
	bool *hidden = ARENA_ARRAY(j->arena, d->changes.n, bool);

	for (uint32_t i = 0; i < d->changes.n; i++) {
		const struct change *c = &d->changes.at[i];

		hidden[i] = h->ignored[c->code] ||
			    accepted_covers(&h->accepted, c, h->today);
		view->n_hidden += hidden[i];
	}
	view->hidden = hidden;
}

static void tell(struct job *j, const struct hiding *h,
		 const struct acceptance *one, const char *what)
{
	struct str file = h->accepted.doc->files.at->source->name;

	remark(j, "%.*s:%u: %s: %.*s%s%.*s", STR_ARG(file),
	       acceptance_line(&h->accepted, one), what,
	       STR_ARG(one->code.len ? one->code : one->fingerprint),
	       one->path.len ? " " : "", STR_ARG(one->path));
}

void hiding_tell(struct job *j, const struct hiding *h)
{
	char day[11];

	for_each(one, &h->accepted.list) {
		if (acceptance_is_over(one, h->today))
			tell(j, h, one,
			     arena_printf(j->arena,
					  "this was accepted until %s",
					  date_write(one->until, day))
				     .ptr);
		else if (!one->used)
			tell(j, h, one, "nothing asks for this acceptance");
	}
}
