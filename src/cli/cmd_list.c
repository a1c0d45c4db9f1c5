#include "cli/discover.h"
#include "cli/input.h"
#include "cli/output.h"
#include "report/json.h"

static void render_list(struct job *j, enum format f,
			const struct report_style *style, const void *what,
			struct buf *out)
{
	if (f == FORMAT_JSON)
		json_list(what, out);
	else
		render_page(page_list(j->arena, what), f, style, out);
}

static enum exit run_list(struct job *j)
{
	struct input in = {0};
	ladder_entries_list ladders;
	enum exit status = input_load_ladder(j, &in);

	if (status != EXIT_DONE)
		return status;
	ladders = discover_list(j, in.ladder_file);
	return output_result(j, render_list,
			     &(struct list_view){.ladder = in.ladder,
						 .ladders = ladders.at,
						 .n_ladders = ladders.n});
}

const struct command cmd_list = {
	.name = "list",
	.summary = "the names of roles, competencies and ladders",
	.about = "Lists what can be named on the command line: the roles and "
		 "competencies of the ladder in use, and the ladders at hand "
		 "and shipped.",
	.examples = {{"ladder list", "what --target and show take"},
		     {"ladder list --ladder data", "those of another ladder"}},
	.options = {OPT_LADDER, OPT_LIMIT, OPT_HELP},
	.formats = {FORMAT_TEXT, FORMAT_MARKDOWN, FORMAT_HTML, FORMAT_JSON,
		    N_FORMATS},
	.audience = FOR_ALL,
	.run = run_list,
};
