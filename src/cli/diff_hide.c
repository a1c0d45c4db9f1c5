#include "cli/diff_hide.h"

#include "base/date.h"
#include "base/typo.h"

static bool knows_change(struct str code, struct typo *near)
{
	if (change_find(code) != N_CHANGES)
		return true;
	for (enum change_code c = 0; c < N_CHANGES; c++) {
		typo_offer(near, str_of(change_table[c].id));
		typo_offer(near, str_of(change_table[c].name));
	}
	return false;
}

/* --- --ignore -------------------------------------------------------- */

static enum exit unknown_change(struct job *j, struct typo near)
{
	return usage(j, "--ignore knows no change \"%.*s\"%s ('ladder help "
			"changes' names them)",
		     STR_ARG(near.word), suggestion(j, near.best));
}

static enum exit read_ignored(struct job *j, struct hiding *h)
{
	for_each(word, &job_option(j, OPT_IGNORE)->all) {
		struct typo near = {.word = *word};

		if (!knows_change(*word, &near))
			return unknown_change(j, near);
		h->ignored[change_find(*word)] = true;
	}
	return EXIT_DONE;
}

/* --- --accept -------------------------------------------------------- */

static const struct accepted_kind changes = {
	"change", "ladder diff --format accepted", knows_change, CODE_L109};

enum exit hiding_read(struct job *j, struct hiding *h)
{
	enum exit status = read_ignored(j, h);

	if (status == EXIT_DONE && job_has(j, OPT_ACCEPT))
		status = accepting_read(j, job_option(j, OPT_ACCEPT)->text, NULL,
					&changes, &h->accepting);
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
			    accepted_covers(&h->accepting.accepted,
					    c->fingerprint,
					    h->accepting.today);
		view->n_hidden += hidden[i];
	}
	view->hidden = hidden;
}

static void tell(struct job *j, const struct hiding *h,
		 const struct acceptance *one, const char *what)
{
	const struct accepted *all = &h->accepting.accepted;
	struct str file = all->doc->files.at->source->name;

	remark(j, "%.*s:%u: %s: %.*s%s%.*s", STR_ARG(file),
	       acceptance_line(all, one), what,
	       STR_ARG(one->code.len ? one->code : one->fingerprint),
	       one->path.len ? " " : "", STR_ARG(one->path));
}

void hiding_tell(struct job *j, const struct hiding *h)
{
	char day[11];

	for_each(one, &h->accepting.accepted.list) {
		if (acceptance_is_over(one, h->accepting.today))
			tell(j, h, one,
			     arena_printf(j->arena,
					  "this was accepted until %s",
					  date_write(one->until, day))
				     .ptr);
		else if (!one->used)
			tell(j, h, one, "nothing asks for this acceptance");
	}
}
