#include "cli/diff_hide.h"
#include "cli/diff_sides.h"
#include "cli/git_overlays.h"
#include "cli/impact_files.h"
#include "cli/output.h"
#include "report/accepted.h"
#include "report/role_diff.h"

/* A comment on a pull request holds 65,536 characters at GitHub. */
enum { COMMENT_BYTES = 60000 };

/* One run: ladders, or two roles. */
struct comparing {
	struct hiding hiding;
	diff_views views;
	struct role_diff_view roles; /* its diff is NULL for ladders */
	bool failed; /* something could not be read; it has been said */
};

/* --- writing --------------------------------------------------------- */

static void render_roles(struct job *j, enum format f,
			 const struct report_style *style, const void *what,
			 struct buf *out)
{
	if (f == FORMAT_JSON)
		json_role_diff(what, out);
	else
		render_page(page_role_diff(j->arena, what), f, style, out);
}

static void render_ladders(struct job *j, enum format f,
			   const struct report_style *style, const void *what,
			   struct buf *out)
{
	static void (*const writers[N_FORMATS])(const diff_views *views,
						struct buf *out) = {
		[FORMAT_JSON] = json_diff,
		[FORMAT_SUMMARY] = diff_summary,
		[FORMAT_GITHUB] = diff_github,
		[FORMAT_JUNIT] = diff_junit,
	};
	const struct comparing *c = what;

	if (writers[f])
		writers[f](&c->views, out);
	else if (f == FORMAT_ACCEPTED)
		yaml_accepted(&c->hiding.accepting.accepted, &c->views, out);
	else if (f == FORMAT_MARKDOWN)
		diff_markdown(j->arena, &c->views, COMMENT_BYTES, out);
	else
		render_page(page_diff(j->arena, &c->views), f, style, out);
}

/* --- the answer ------------------------------------------------------ */

static bool is_at_least(const struct diff_view *v, enum change_class least)
{
	for (uint32_t i = 0; v->diff && i < v->diff->changes.n; i++)
		if (!v->hidden[i] && v->diff->changes.at[i].class >= least)
			return true;
	return false;
}

/* A ladder that is gone breaks whatever names it. */
static bool view_fails(const struct diff_view *v, enum change_class least)
{
	if (v->diff)
		return is_at_least(v, least);
	return !v->new_name.len || least == CLASS_INFO;
}

static enum exit answer(struct job *j, const struct comparing *c)
{
	enum change_class least = CLASS_INFO;

	if (c->failed)
		return EXIT_INPUT;
	if (!job_has(j, OPT_EXIT_CODE) && !job_has(j, OPT_FAIL_ON))
		return EXIT_DONE;
	if (!job_has(j, OPT_EXIT_CODE))
		class_find(job_option(j, OPT_FAIL_ON)->text, &least);
	for_each(view, &c->views)
		if (view_fails(view, least))
			return EXIT_NO;
	return EXIT_DONE;
}

/* --- two roles ------------------------------------------------------- */

/* Roles have no classes of changes, and nobody is measured by a step. */
static enum exit check_for_roles(struct job *j)
{
	static const enum option others[] = {
		OPT_FAIL_ON, OPT_IGNORE, OPT_ACCEPT, OPT_ASSESSMENT,
		OPT_TEAM,    OPT_NAMES,	 OPT_ALL};

	for (size_t i = 0; i < sizeof others / sizeof *others; i++)
		if (job_has(j, others[i]))
			return usage(j, "--%s is for two ladders, not for two "
					"roles",
				     option_table[others[i]].name);
	for_each(target, &j->targets)
		if (target->format != FORMAT_TEXT &&
		    target->format != FORMAT_MARKDOWN &&
		    target->format != FORMAT_HTML &&
		    target->format != FORMAT_JSON)
			return usage(j, "%s is for two ladders; two roles are "
					"written as text, markdown, html or "
					"json",
				     format_table[target->format].name);
	return EXIT_DONE;
}

static enum exit compare_roles(struct job *j, const struct diff_side sides[2])
{
	struct role_diff *d;
	struct role_diff_view view;
	enum exit status = check_for_roles(j);

	if (status != EXIT_DONE)
		return status;
	d = diff_roles(sides[0].ladder, sides[0].role, sides[1].ladder,
		       sides[1].role, j->arena);
	view = (struct role_diff_view){d, sides[0].name, sides[1].name};
	status = output_result(j, render_roles, &view);
	if (status != EXIT_DONE)
		return status;
	return job_has(j, OPT_EXIT_CODE) && role_diff_any(d) ? EXIT_NO
							      : EXIT_DONE;
}

/* --- ladders --------------------------------------------------------- */

static void add_view(struct job *j, struct comparing *c,
		     const struct ladder *old, struct str old_name,
		     const struct ladder *new, struct str new_name)
{
	struct diff_options options = {.dressing = job_has(j, OPT_ALL)};
	struct diff_view *v = vec_add(j->arena, &c->views);
	struct impact *impact;

	*v = (struct diff_view){.old_name = old_name,
				.new_name = new_name,
				.names = job_has(j, OPT_NAMES)};
	if (!old || !new)
		return;
	v->diff = diff_ladders(old, new, &options, j->arena);
	hiding_apply(j, &c->hiding, v);
	if (!impact_is_asked(j))
		return;
	impact = ARENA_NEW(j->arena, struct impact);
	if (impact_read(j, v->diff, impact) != EXIT_DONE)
		c->failed = true;
	v->impact = impact;
}

/* Where nothing else is shown, what was hidden would look like no change. */
static void tell_all_hidden(struct job *j, const struct comparing *c)
{
	uint32_t hidden = 0, changes = 0;

	for_each(view, &c->views) {
		hidden += view->n_hidden;
		changes += view->diff ? view->diff->changes.n : 1;
	}
	if (hidden && hidden == changes)
		remark(j, "nothing else changed: %u %s ignored or accepted",
		       hidden, hidden == 1 ? "change is" : "changes are");
}

static enum exit finish(struct job *j, struct comparing *c)
{
	enum exit status = output_result(j, render_ladders, c);

	tell_all_hidden(j, c);
	hiding_tell(j, &c->hiding);
	return status == EXIT_DONE ? answer(j, c) : status;
}

static enum exit compare_sides(struct job *j)
{
	struct diff_side sides[2] = {0};
	struct comparing c = {0};
	enum exit status = diff_sides(j, sides);

	if (status != EXIT_DONE)
		return status;
	if (sides[0].role)
		return compare_roles(j, sides);
	status = hiding_read(j, &c.hiding);
	if (status != EXIT_DONE)
		return status;
	add_view(j, &c, sides[0].ladder, sides[0].name, sides[1].ladder,
		 sides[1].name);
	return finish(j, &c);
}

/* --- everything since a revision ------------------------------------- */

/* False where one of the two is not valid. */
static bool add_pair(struct job *j, struct comparing *c, struct loader *at,
		     const struct ladder_pair *pair)
{
	struct ladder *old = NULL, *new = NULL;

	if (pair->old)
		old = diff_ladder(j, at, pair->old);
	if (pair->new)
		new = diff_ladder(j, &j->loader, pair->new);
	if ((pair->old && !old) || (pair->new && !new))
		return false;
	add_view(j, c, old, old ? pair->old->name : (struct str){0}, new,
		 new ? pair->new->name : (struct str){0});
	return true;
}

static enum exit compare_since(struct job *j, struct str rev)
{
	struct comparing c = {0};
	struct loader *at;
	ladder_pairs pairs;
	enum exit status;

	if (job_operands(j))
		return usage(j, "--git takes every ladder that changed; leave "
				"out \"%.*s\"",
			     STR_ARG(job_operand(j, 0)));
	status = hiding_read(j, &c.hiding);
	if (status != EXIT_DONE)
		return status;
	at = git_loader(j, rev);
	if (!at || git_ladders(j, at, &pairs) != EXIT_DONE ||
	    git_overlays(j, at, &pairs) != EXIT_DONE)
		return EXIT_INPUT;
	for_each(pair, &pairs)
		c.failed |= !add_pair(j, &c, at, pair);
	if (j->diag.errors)
		show_findings(j, SEVERITY_ERROR);
	return finish(j, &c);
}

static enum exit run_diff(struct job *j)
{
	if (job_has(j, OPT_NAMES) && !impact_is_asked(j))
		return usage(j, "--names names the people of --team and "
				"--assessment; neither is there");
	if (job_has(j, OPT_GIT))
		return compare_since(j, job_option(j, OPT_GIT)->text);
	return compare_sides(j);
}

const struct command cmd_diff = {
	.name = "diff",
	.summary = "what a new version of a ladder changes, and for whom",
	.operands = "OLD NEW",
	.most_operands = 2,
	.about = "Compares two ladders by their meaning: which bars rose, for "
		 "which roles, what became easier, what is only wording. "
		 "Everything is matched by its id, so that sorting, quoting "
		 "and comments are no change. Nothing changed: no output.\n\n"
		 "OLD and NEW are files, - for standard input, REV:PATH for a "
		 "file as it is in a revision of git, ids of ladders here or "
		 "shipped. REV:PATH alone is compared with the file as it is "
		 "now.\n\n"
		 "With LADDER:ROLE on both sides, or two roles of the ladder "
		 "in use, it tells what the step from one role to the other "
		 "is made of.",
	.examples = {{"ladder diff HEAD:ladder.yaml",
		      "what is not committed yet"},
		     {"ladder diff --git main --fail-on breaking --format "
		      "markdown",
		      "for a pull request: all ladders that it touches"},
		     {"ladder diff old.yaml new.yaml --team people/",
		      "who falls below the role they hold"},
		     {"ladder diff senior staff",
		      "two roles of the ladder in use"}},
	.options = {OPT_GIT, OPT_ALL, OPT_EXIT_CODE, OPT_FAIL_ON, OPT_IGNORE,
		    OPT_ACCEPT, OPT_ASSESSMENT, OPT_TEAM, OPT_NAMES,
		    OPT_FOLLOW, OPT_LADDER, OPT_LIMIT, OPT_HELP},
	.own = {{OPT_ALL, NULL,
		 "texts that only look different, too: white space, dressing"},
		{OPT_FAIL_ON, "breaking|review|easing|info",
		 "exit with 1 where a change has this class or a higher one"},
		{OPT_ASSESSMENT, "FILE",
		 "whom it touches: this person; may be given several times"}},
	.formats = {FORMAT_TEXT, FORMAT_SUMMARY, FORMAT_JSON, FORMAT_MARKDOWN,
		    FORMAT_HTML, FORMAT_GITHUB, FORMAT_JUNIT, FORMAT_ACCEPTED,
		    N_FORMATS},
	.no = "something changed (--exit-code), or by --fail-on",
	.audience = FOR_MANAGERS,
	.run = run_diff,
};
