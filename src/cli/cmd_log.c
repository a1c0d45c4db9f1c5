#include "base/typo.h"
#include "cli/input.h"
#include "cli/logging.h"
#include "cli/output.h"
#include "report/log.h"

/* --- COMPETENCY[@STAGE] --------------------------------------------------- */

static enum exit no_competency(struct job *j, const struct ladder *l,
			       struct str word)
{
	struct typo typo = {.word = word};

	input_offer_competencies(&typo, l);
	say(j,
	    "the ladder \"%.*s\" has no competency \"%.*s\"%s ('ladder "
	    "list' names them)",
	    STR_ARG(l->head.id), STR_ARG(word), suggestion(j, typo.best));
	return EXIT_USAGE;
}

/* A name may hold an `@`, which an id never does. */
static struct str cut_stage(struct str word, struct str *stage)
{
	size_t at = word.len;

	while (at && word.ptr[at - 1] != '@')
		at--;
	if (!at)
		return word;
	*stage = str_from(word, at);
	return str_head(word, at - 1);
}

static enum exit take_competency(struct job *j, struct logging *g)
{
	const struct ladder *l = g->file.ladder;
	struct str word = job_operand(j, 0), cut = {0};

	g->stage = job_option(j, OPT_STAGE)->text;
	g->competency = input_competency(j, l, word);
	if (g->competency)
		return EXIT_DONE;
	word = cut_stage(word, &cut);
	g->competency = input_competency(j, l, word);
	if (!g->competency)
		return no_competency(j, l, word);
	if (cut.ptr && !cut.len)
		return usage(j, "which stage? Say it behind the @");
	if (cut.len && g->stage.len)
		return usage(j, "two stages were named: %.*s and --stage %.*s",
			     STR_ARG(cut), STR_ARG(g->stage));
	if (cut.len && job_has(j, OPT_NA))
		return usage(j, "what does not apply is not rated: leave out "
				"--na or the stage");
	if (cut.len)
		g->stage = cut;
	return EXIT_DONE;
}

/* --- the list ------------------------------------------------------------- */

static void render_log(struct job *j, enum format f,
		       const struct report_style *style, const void *what,
		       struct buf *out)
{
	if (f == FORMAT_JSON)
		json_log(what, out);
	else
		render_page(page_log(j->arena, what), f, style, out);
}

static enum exit list(struct job *j, const struct logging *g)
{
	const struct assessed *f = &g->file;
	struct logbook book = logbook_of(f->assessment, g->competency,
					 j->arena);
	struct log_view view = {
		.ladder = f->ladder,
		.assessment = f->assessment,
		.stands = assessment_stands(f->ladder, f->assessment, j->arena),
		.book = &book,
		.only = g->competency,
	};

	if (job_has(j, OPT_DRY_RUN))
		return usage(j, "there is nothing to record: say --stage, "
				"--met, --evidence, --note or --na");
	return output_result(j, render_log, &view);
}

/* --- the command ---------------------------------------------------------- */

static enum exit run_log(struct job *j)
{
	struct logging g = {0};
	bool records = logging_asked(j);
	enum exit status = logging_check(j);

	if (status == EXIT_DONE && records && !job_operands(j))
		return usage(j, "which competency? Name it first");
	if (status == EXIT_DONE)
		status = assessed_open(j, &g.file);
	if (status == EXIT_DONE && job_operands(j))
		status = take_competency(j, &g);
	if (status != EXIT_DONE)
		return status;
	if (!records && !g.stage.len)
		return list(j, &g);
	if (job_has(j, OPT_FORMAT))
		return usage(j, "--format is for the list; here something is "
				"recorded");
	return logging_save(j, &g);
}

const struct command cmd_log = {
	.name = "log",
	.summary = "record evidence, or a stage that was reached",
	.operands = "[COMPETENCY[@STAGE]]",
	.most_operands = 1,
	.about = "Puts what you did into your assessment, under one "
		 "competency; comments, order and everything else in the file "
		 "stay as they are. Without anything to record it lists what "
		 "is recorded, the newest first.\n\n"
		 "Evidence gets today's date unless --date says another. "
		 "Where that is later than the assessment's own date, which "
		 "nothing in it may be, that moves along.\n\n"
		 "--met ticks behaviours of the next stage; with --stage those "
		 "of the one above that. --na stands alone beside a note: "
		 "stage and behaviours go, evidence stays as comments.",
	.examples = {{"ladder log mentoring --evidence \"Two mentees run "
		      "their own services.\"",
		      "a thing that you did"},
		     {"ladder log mentoring@coaches --evidence \"...\" --url "
		      "https://...",
		      "a stage, and what shows it"},
		     {"ladder log mentoring --met 2",
		      "a behaviour of the next stage"},
		     {"ladder log", "all that is recorded"}},
	.options = {OPT_STAGE, OPT_MET, OPT_UNMET, OPT_EVIDENCE, OPT_URL,
		    OPT_DATE, OPT_NOTE, OPT_NA, OPT_DRY_RUN, OPT_ASSESSMENT,
		    OPT_LADDER, OPT_LIMIT, OPT_HELP},
	.formats = {FORMAT_TEXT, FORMAT_MARKDOWN, FORMAT_HTML, FORMAT_JSON,
		    N_FORMATS},
	.run = run_log,
};
