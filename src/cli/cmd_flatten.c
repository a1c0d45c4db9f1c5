#include "cli/discover.h"
#include "cli/output.h"
#include "report/flat.h"
#include "text/safe.h"

/* --- what is wrong ------------------------------------------------------- */

/* Git hands over copies under names of the moment: a place in the file itself
 * is told without one, so that it is the same line from run to run. */
static void add_finding(const struct finding *f, const struct source *own,
			struct buf *out)
{
	struct source *s = f->span.source;
	struct place at = {0};

	buf_z(out, "? ");
	if (s)
		at = source_place(s, f->span.at);
	if (s && s != own) {
		safe_line(out, s->name);
		buf_char(out, ':');
	}
	if (s)
		buf_printf(out, "%u:%u: ", (unsigned)at.line,
			   (unsigned)at.column);
	buf_printf(out, "%s: ", severity_name(f->severity));
	safe_line(out, f->message);
	buf_printf(out, " [%s %s]\n", code_table[f->code].id,
		   code_table[f->code].name);
}

static void add_findings(struct job *j, const struct source *own,
			 struct buf *out)
{
	diag_sort(&j->diag);
	for_each(f, &j->diag.findings)
		if (f->severity == SEVERITY_ERROR)
			add_finding(f, own, out);
}

/* --- the file ------------------------------------------------------------ */

static enum exit read_file(struct job *j, struct loaded **file)
{
	struct str word = job_operand(j, 0);

	*file = NULL;
	if (!word.len)
		return discover_ladder(j, discover_assessed_id(j), file);
	if (!str_is(word, "-") && j->host->stat(j->host, word.ptr) != HOST_OK)
		return discover_named(j, word, file);
	*file = ARENA_NEW(j->arena, struct loaded);
	**file = load_file(&j->loader, word);
	job_keep(j, &(*file)->doc);
	return EXIT_DONE;
}

/* The document whose facts are told. What extends another ladder is checked
 * only together with that one. */
static const struct doc *facts_of(struct job *j, struct loaded *file)
{
	struct assessment *as;
	struct ladder *l;

	if (file->kind == FILE_ASSESSMENT) {
		as = load_assessment(&j->loader, file, NULL);
		if (as)
			job_keep(j, &as->doc);
		return as ? &as->doc : NULL;
	}
	if (job_has(j, OPT_OWN) && loaded_extends(file).len)
		return &file->doc;
	l = load_ladder(&j->loader, file);
	if (l)
		job_keep(j, &l->doc);
	return l ? &l->doc : NULL;
}

static void flatten(struct job *j, struct loaded *file, struct buf *out)
{
	const struct doc *doc = NULL;

	if (file->status == HOST_OK)
		doc = facts_of(j, file);
	add_findings(j, file->source, out);
	if (doc)
		flat_facts(doc,
			   file->kind == FILE_LADDER ? &ladder_shape
						     : &assessment_shape,
			   j->arena, out);
}

static enum exit run_flatten(struct job *j)
{
	struct buf out = {0};
	struct loaded *file;
	enum exit status = read_file(j, &file);

	if (status != EXIT_DONE)
		return status;
	if (!file) {
		say(j, "%.*s: there is no such file, and no ladder of this id",
		    STR_ARG(job_operand(j, 0)));
		return EXIT_INPUT;
	}
	if (file->status != HOST_OK && file->status != HOST_TOO_LARGE) {
		say_of(j, file->name, file->why);
		return EXIT_INPUT;
	}
	if (file->status == HOST_OK && file->kind == FILE_OTHER)
		safe_text(&out, file->source->text);
	else
		flatten(j, file, &out);
	status = output_text(j, buf_str(&out));
	buf_release(&out);
	return status;
}

const struct command cmd_flatten = {
	.name = "flatten",
	.summary = "a file as facts, one sorted line each, for git",
	.operands = "[FILE]",
	.most_operands = 1,
	.about = "Writes what a ladder or an assessment says as lines of the "
		 "form PATH = VALUE, sorted, with all that a ladder extends "
		 "merged in. Order, quotes and comments that mean nothing show "
		 "nowhere, so tools that compare lines compare facts. Mistakes "
		 "in the file are lines that begin with a question mark, and "
		 "a file of another kind comes out as it is: as a textconv it "
		 "never stops git. Without FILE: the ladder in use.",
	.examples = {{"git config diff.ladder.textconv 'ladder flatten --own "
		      "--'",
		      "for files that .gitattributes marks *.yaml "
		      "diff=ladder"},
		     {"ladder flatten ladder.yaml | grep requires",
		      "all that the roles ask"}},
	.options = {OPT_OWN, OPT_LIMIT, OPT_HELP},
	.formats = {N_FORMATS},
	.audience = FOR_TOOLS,
	.run = run_flatten,
};
