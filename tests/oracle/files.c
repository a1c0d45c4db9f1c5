#include "oracle/files.h"

#include "model/load.h"

static bool is_bad(struct files *f, const struct diag *diag, const char *why)
{
	struct str first = diag->findings.n ? diag->findings.at[0].message
					    : STR("nothing was found");

	f->why = arena_printf(&f->arena, "%s: %.*s", why, STR_ARG(first));
	return false;
}

static struct loader loader_of(struct host *host, struct diag *diag)
{
	return (struct loader){.arena = diag->arena,
			       .host = host,
			       .limits = limits_default,
			       .diag = diag};
}

static bool load_one(struct loader *ld, const char *path, struct files *f)
{
	struct loaded file = load_file(ld, str_of(path));

	if (file.status != HOST_OK || file.kind != FILE_LADDER) {
		load_release(&file);
		return is_bad(f, ld->diag, "there is no ladder");
	}
	f->ladder = load_ladder(ld, &file);
	if (!f->ladder || !f->ladder->usable)
		return is_bad(f, ld->diag, "the ladder has an error");
	return true;
}

static bool load_person(struct loader *ld, const char *path, struct files *f)
{
	struct loaded file = load_file(ld, str_of(path));

	if (file.status != HOST_OK || file.kind != FILE_ASSESSMENT) {
		load_release(&file);
		return is_bad(f, ld->diag, "there is no assessment");
	}
	f->assessment = load_assessment(ld, &file, f->ladder);
	if (!f->assessment || !f->assessment->usable)
		return is_bad(f, ld->diag, "the assessment has an error");
	return true;
}

bool files_load_ladder(struct host *host, const char *ladder, struct files *f)
{
	struct diag diag = {.arena = &f->arena};
	struct loader ld = loader_of(host, &diag);

	return load_one(&ld, ladder, f);
}

bool files_load(struct host *host, const char *ladder, const char *assessment,
		const char *target, struct files *f)
{
	struct diag diag = {.arena = &f->arena};
	struct loader ld = loader_of(host, &diag);
	struct role *role = NULL;

	if (!load_one(&ld, ladder, f) || !load_person(&ld, assessment, f))
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
