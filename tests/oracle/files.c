#include "oracle/files.h"

#include "model/load.h"

static bool is_bad(struct files *f, const struct diag *diag, const char *why)
{
	f->why = arena_printf(&f->arena, "%s%s%.*s", why,
			      diag->findings.n ? ": " : "",
			      diag->findings.n
				      ? (int)diag->findings.at[0].message.len
				      : 0,
			      diag->findings.n ? diag->findings.at[0].message.ptr
					       : "");
	return false;
}

static bool load(struct loader *ld, const char *ladder, const char *assessment,
		 struct files *f)
{
	struct loaded file = load_file(ld, str_of(ladder));

	if (file.status != HOST_OK || file.kind != FILE_LADDER)
		return is_bad(f, ld->diag, "there is no ladder");
	f->ladder = load_ladder(ld, &file);
	if (!f->ladder || !f->ladder->usable)
		return is_bad(f, ld->diag, "the ladder has an error");
	file = load_file(ld, str_of(assessment));
	if (file.status != HOST_OK || file.kind != FILE_ASSESSMENT)
		return is_bad(f, ld->diag, "there is no assessment");
	f->assessment = load_assessment(ld, &file, f->ladder);
	if (!f->assessment || !f->assessment->usable)
		return is_bad(f, ld->diag, "the assessment has an error");
	return true;
}

bool files_load(struct host *host, const char *ladder, const char *assessment,
		const char *target, struct files *f)
{
	struct diag diag = {.arena = &f->arena};
	struct loader ld = {.arena = &f->arena,
			    .host = host,
			    .limits = limits_default,
			    .diag = &diag};
	struct role *role = NULL;

	if (!load(&ld, ladder, assessment, f))
		return false;
	if (target)
		role = ladder_lookup_role(f->ladder, &f->arena, str_of(target))
			       .role;
	if (!role && (target || !f->assessment->target))
		return is_bad(f, &diag, "there is no target");
	f->puzzle = puzzle_make(f->ladder, f->assessment, role, &f->arena);
	return true;
}

void files_release(struct files *f)
{
	if (f->ladder)
		doc_release(&f->ladder->doc);
	if (f->assessment)
		doc_release(&f->assessment->doc);
	arena_release(&f->arena);
	*f = (struct files){0};
}
