#include "cli/input.h"
#include "cli/output.h"
#include "cli/people_files.h"
#include "report/calibrate.h"
#include "report/tables.h"

typedef VEC(struct opinion) opinions;

static void render_calibrate(struct job *j, enum format f,
			     const struct report_style *style,
			     const void *what, struct buf *out)
{
	if (f == FORMAT_JSON)
		json_calibrate(what, out);
	else if (f == FORMAT_CSV)
		csv_calibrate(what, out);
	else
		render_page(page_calibrate(j->arena, what), f, style, out);
}

/* --- whose opinions ------------------------------------------------------ */

static bool is_taken(const opinions *all, struct str by)
{
	for_each(o, all)
		if (str_eq(o->by, by))
			return true;
	return false;
}

static enum exit read_opinions(struct people_files *p, opinions *all)
{
	const struct assessment *as;

	while ((as = people_next_usable(p))) {
		struct opinion *o;
		bool taken = is_taken(all, as->assessor);

		if (all->n && !people_is_same(p, all->at[0].as, as,
					      "calibrate holds assessments of "
					      "one person side by side"))
			return EXIT_USAGE;
		o = vec_add(p->lasting, all);
		*o = (struct opinion){
			.as = as,
			.by = taken ? str_of(p->path) : as->assessor,
			.stands = assessment_stands(p->ladders[0], as,
						    p->lasting),
		};
	}
	return EXIT_DONE;
}

/* --- by what they are measured ------------------------------------------- */

static enum exit measure(struct job *j, const struct ladder *l,
			 const opinions *all, const struct role **role)
{
	const struct option_value *target = job_option(j, OPT_TARGET);

	if (target->given) {
		*role = input_role(j, l, target->text);
		return *role ? EXIT_DONE : EXIT_USAGE;
	}
	for_each(o, all)
		if (!*role)
			*role = o->as->target;
	for_each(o, all)
		if (!*role)
			*role = o->as->role;
	return EXIT_DONE;
}

static enum exit show(struct job *j, const struct ladder *l, opinions *all)
{
	const struct role *role = NULL;
	struct calibration c;
	struct calibrate_view view = {l, &c};
	enum exit status = measure(j, l, all, &role);

	if (status != EXIT_DONE)
		return status;
	c = calibrate(l, role, all->at, all->n, j->arena);
	return output_result(j, render_calibrate, &view);
}

static enum exit run(struct job *j, const struct found_files *found,
		     const struct ladder *l)
{
	struct people_files p;
	opinions all = {0};
	enum exit status, read;

	people_start(&p, j, found, l, NULL);
	p.keep = true;
	status = read_opinions(&p, &all);
	j->arena = p.lasting;
	if (status == EXIT_DONE && all.n > 1)
		status = show(j, l, &all);
	read = people_finish(&p);
	if (status != EXIT_DONE || all.n > 1)
		return status == EXIT_DONE ? read : status;
	say(j, "there is but one assessment that can be used; nothing to hold "
	       "it against");
	return EXIT_INPUT;
}

static enum exit run_calibrate(struct job *j)
{
	struct found_files found = {0};
	struct input in = {0};
	enum exit status;

	if (job_operands(j) < 2)
		return usage(j, "which assessments? Name two or more of the "
				"same person, as in 'ladder calibrate "
				"self.yaml manager.yaml'");
	people_named(j, &found);
	status = people_ladder(j, &found, &in);
	return status == EXIT_DONE ? run(j, &found, in.ladder) : status;
}

const struct command cmd_calibrate = {
	.name = "calibrate",
	.summary = "what several say of one person, side by side",
	.operands = "SELF OTHER...",
	.most_operands = ANY_OPERANDS,
	.about = "Holds what several people say of one person side by side: "
		 "where they agree, where they differ and by how much, what "
		 "evidence each of them has, and what to talk about first.\n\n"
		 "First comes what decides whether a requirement of the "
		 "target is met, then where stages are furthest apart, then "
		 "what is not applicable to one of them, then what only some "
		 "have rated.",
	.examples = {{"ladder calibrate self.yaml manager.yaml",
		      "before the talk"},
		     {"ladder calibrate self.yaml peer-1.yaml peer-2.yaml "
		      "--target staff",
		      "measured by the role `staff`"}},
	.options = {OPT_LADDER, OPT_TARGET, OPT_LIMIT, OPT_HELP},
	.formats = {FORMAT_TEXT, FORMAT_MARKDOWN, FORMAT_HTML, FORMAT_JSON,
		    FORMAT_CSV, N_FORMATS},
	.audience = FOR_MANAGERS,
	.run = run_calibrate,
};
