#include "base/typo.h"
#include "cli/output.h"
#include "report/json_schema.h"

static void render_schema(struct job *j, enum format f,
			  const struct report_style *style, const void *what,
			  struct buf *out)
{
	(void)f;
	(void)style;
	json_schema(what, (enum schema_draft)job_option(j, OPT_DRAFT)->number,
		    out);
}

static enum exit run_schema(struct job *j)
{
	struct str word = job_operand(j, 0);
	const struct schema_root *root = schema_roots;
	struct typo typo = {.word = word};

	if (!word.len)
		return usage(j, "the schema of what? Name ladder, assessment "
				"or config");
	for (; root->name && !str_is(word, root->name); root++)
		typo_offer(&typo, str_of(root->name));
	if (!root->name)
		return usage(j, "there is no schema of \"%.*s\", only of ladder, "
				"assessment and config%s",
			     STR_ARG(word), suggestion(j, typo.best));
	return output_result(j, render_schema, root);
}

const struct command cmd_schema = {
	.name = "schema",
	.summary = "JSON Schemas of the files, for editors",
	.operands = "ladder|assessment|config",
	.most_operands = 1,
	.about = "Writes a JSON Schema, made from the same tables by which the "
		 "files are read: which keys there are, what they hold, and a "
		 "word about each. Editors complete and check by it while you "
		 "write; `ladder validate` tells what no schema can: whether "
		 "names lead somewhere and the ladder makes sense.\n\n"
		 "The YAML language server, which most editors use, finds it "
		 "by a first line `# yaml-language-server: "
		 "$schema=ladder.schema.json`.",
	.examples = {{"ladder schema ladder > ladder.schema.json",
		      "for the modeline above"},
		     {"ladder schema assessment --draft draft-07",
		      "for older tools"}},
	.options = {OPT_DRAFT, OPT_HELP},
	.formats = {FORMAT_JSON, N_FORMATS},
	.audience = FOR_TOOLS,
	.run = run_schema,
};
