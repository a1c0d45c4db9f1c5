#include "cli/accepting.h"

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

/* NULL where the file may be one of acceptances. */
static const char *other_kind(const struct loaded *file)
{
	switch (file->kind) {
	case FILE_LADDER:
		return "a ladder";
	case FILE_ASSESSMENT:
		return "an assessment";
	case FILE_OTHER:
		break;
	}
	return NULL;
}

enum exit accepting_read(struct job *j, struct str path, const char *within,
			 const struct accepted_kind *kind,
			 struct accepting *out)
{
	struct loaded *file = ARENA_NEW(j->arena, struct loaded);

	*file = load_within(&j->loader, path, within);
	job_keep(j, &file->doc);
	if (file->status != HOST_OK && file->status != HOST_TOO_LARGE) {
		say(j, "%.*s: %.*s", STR_ARG(file->name),
		    STR_ARG(file->why));
		return EXIT_INPUT;
	}
	if (other_kind(file)) {
		say(j, "%.*s is %s, not a file of accepted %ss",
		    STR_ARG(file->name), other_kind(file), kind->what);
		return EXIT_INPUT;
	}
	out->accepted = accepted_read(&file->doc, kind, j->arena,
				      &j->loader.limits, &j->diag);
	if (j->diag.errors) {
		show_findings(j, SEVERITY_ERROR);
		return EXIT_INPUT;
	}
	if (may_expire(&out->accepted))
		out->today = find_today(j);
	return EXIT_DONE;
}
