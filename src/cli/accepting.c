#include "cli/accepting.h"

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
		say_of(j, file->name, file->why);
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
		out->today = job_today(j);
	return EXIT_DONE;
}
