#include "base/map.h"
#include "cli/discover.h"
#include "cli/output.h"
#include "cli/validate_files.h"
#include "lint/lint.h"
#include "report/findings.h"
#include "report/json.h"

/* The files of a run that are ours. */
struct batch {
	VEC(struct loaded *) ladders, assessments;
	VEC(struct ladder *) models; /* of the ladders; an entry may be NULL */
	uint32_t n;   /* files that were told about, ours or named */
	bool missing; /* something could not be read; it has been said */
};

/* --- reading ------------------------------------------------------------ */

/* Reads a file with its findings apart: a file that is not ours has none. */
static void read_file(struct job *j, struct batch *b,
		      const struct checked_path *path)
{
	struct loaded *file = ARENA_NEW(j->arena, struct loaded);
	struct diag apart = {.arena = j->arena};

	j->loader.diag = &apart;
	*file = load_file(&j->loader, str_of(path->path));
	j->loader.diag = &j->diag;
	job_keep(j, &file->doc);
	if (file->status != HOST_OK && file->status != HOST_TOO_LARGE) {
		say(j, "%s: %.*s", path->path, STR_ARG(file->why));
		b->missing = true;
		return;
	}
	if (file->kind == FILE_OTHER && !path->named)
		return;
	b->n++;
	diag_take(&j->diag, &apart);
	load_check_format(&j->loader, file);
	if (file->kind == FILE_ASSESSMENT)
		*vec_add(j->arena, &b->assessments) = file;
	else if (file->kind == FILE_LADDER)
		*vec_add(j->arena, &b->ladders) = file;
}

/* --- checking ----------------------------------------------------------- */

static void check_ladders(struct job *j, struct batch *b)
{
	for_each(file, &b->ladders) {
		struct ladder *l = load_ladder(&j->loader, *file);

		if (l) {
			job_keep(j, &l->doc);
			lint_ladder(l, &j->diag, j->arena);
		}
		*vec_add(j->arena, &b->models) = l;
	}
}

/* The ladder of that id among the files of the run, else the one that
 * discovery finds; that one's own findings are not told. */
static struct ladder *ladder_of(struct job *j, struct batch *b, struct str id)
{
	struct diag before = j->diag;
	struct ladder *found = NULL;
	struct loaded *file;

	for_each(l, &b->models)
		if (*l && str_eq((*l)->head.id, id))
			return *l;
	if (!id.len)
		return NULL;
	if (discover_ladder_of(j, id, &file) != EXIT_DONE)
		b->missing = true;
	if (file)
		found = load_ladder(&j->loader, file);
	j->diag = before;
	if (found) {
		job_keep(j, &found->doc);
		*vec_add(j->arena, &b->models) = found;
	}
	return found;
}

static void say_no_ladder(struct job *j, const struct assessment *as)
{
	struct finding *f;

	if (!as || !as->ladder_id.len)
		return;
	f = doc_add(&j->diag, CODE_L511, &as->doc, as->ladder_node,
		    "there is no ladder %s here: only the shape is checked",
		    diag_quote(&j->diag, as->ladder_id));
	finding_help(&j->diag, f, "name its file too, or use --ladder");
	doc_paths(&as->doc, &j->diag);
}

static void check_assessments(struct job *j, struct batch *b)
{
	for_each(file, &b->assessments) {
		struct ladder *l = ladder_of(j, b, loaded_ladder_id(*file));
		struct assessment *as;

		as = load_assessment(&j->loader, *file,
				     l && l->usable ? l : NULL);
		if (as)
			job_keep(j, &as->doc);
		if (!l)
			say_no_ladder(j, as);
	}
}

/* --- telling ------------------------------------------------------------ */

static void render_findings(struct job *j, enum format f,
			    const struct report_style *style,
			    const void *what, struct buf *out)
{
	(void)j;
	if (f == FORMAT_JSON)
		json_findings(what, out);
	else if (f == FORMAT_GCC)
		findings_gcc(what, out);
	else
		findings_text(what, style, out);
}

static bool fails(struct job *j)
{
	static const enum severity least[] = {SEVERITY_ERROR, SEVERITY_WARNING,
					      SEVERITY_NOTE};
	const struct option_value *on = job_option(j, OPT_FAIL_ON);

	if (on->number >= (int64_t)(sizeof least / sizeof *least))
		return false;
	for_each(f, &j->diag.findings)
		if (f->severity >= least[on->number])
			return true;
	return j->diag.dropped > 0;
}

static enum exit status_of(struct job *j, const struct batch *b)
{
	if (b->missing)
		return EXIT_INPUT;
	if (!b->n && !job_has(j, OPT_ALLOW_EMPTY)) {
		say(j, "there is nothing to check: no ladder and no assessment "
		       "was found (--allow-empty says that is fine)");
		return EXIT_INPUT;
	}
	return fails(j) ? EXIT_NO : EXIT_DONE;
}

static enum exit run_validate(struct job *j)
{
	struct checked_paths paths = validate_files(j);
	struct batch b = {.missing = paths.missing};
	enum exit status;

	for_each(path, &paths.files)
		read_file(j, &b, path);
	check_ladders(j, &b);
	check_assessments(j, &b);
	diag_sort(&j->diag);
	status = output_result(j, render_findings, &j->diag);
	return status == EXIT_DONE ? status_of(j, &b) : status;
}

const struct command cmd_validate = {
	.name = "validate",
	.summary = "every problem in ladder and assessment files",
	.operands = "[PATH...]",
	.most_operands = ANY_OPERANDS,
	.about = "Reads files, and below directories every *.yaml and *.yml "
		 "that is a ladder or an assessment (hidden directories and "
		 "what git ignores left out), and tells everything that is "
		 "wrong with them, with its place. Without a PATH it takes "
		 "ladder.yaml, ladders/ and assessment.yaml of the working "
		 "directory.\n\n"
		 "An assessment is checked against the ladder that it names, "
		 "which is looked for among the files and then as always "
		 "('ladder help files').",
	.examples = {{"ladder validate", "what is here"},
		     {"ladder validate --format gcc ladders/",
		      "lines that editors understand"},
		     {"ladder validate --fail-on warning --format text "
		      "--format json=out.json",
		      "for CI: strict, told twice"}},
	.options = {OPT_LADDER, OPT_FAIL_ON, OPT_FOLLOW, OPT_ALLOW_EMPTY,
		    OPT_LIMIT, OPT_HELP},
	.formats = {FORMAT_TEXT, FORMAT_GCC, FORMAT_JSON, N_FORMATS},
	.no = "something at or above --fail-on was found",
	.run = run_validate,
};
