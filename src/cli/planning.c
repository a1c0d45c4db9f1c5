#include "cli/planning.h"

#include "base/typo.h"
#include "model/read.h"

/* --effort 8h,40h-60h,80h: stands in for the ladder's own. */
static enum exit read_effort(struct job *j)
{
	struct str rest = job_option(j, OPT_EFFORT)->text, word;
	int64_t limit = j->loader.limits.at[LIMIT_FIGURE];
	VEC(struct effort) list = {0};

	while (next_word(&rest, ',', &word)) {
		struct effort effort = {0};
		const char *expected = effort_read(str_trim(word), limit,
						   &effort);

		if (expected)
			return usage(j, "--effort is %s, not \"%.*s\"",
				     expected, STR_ARG(word));
		*vec_add(j->arena, &list) = effort;
	}
	j->loader.effort_override = (struct efforts){list.at, list.n};
	return EXIT_DONE;
}

/* --- where the way begins ----------------------------------------------------- */

static void from_role(struct job *j, struct planning *p, struct role *role)
{
	p->query.from = role;
	p->query.stands = stands_of_role(p->in.ladder, role, j->arena);
	p->query.in_role = -1;
}

/* Nobody was assessed: someone who meets the level below. */
static void from_nobody(struct job *j, struct planning *p)
{
	struct role *target = p->query.target;
	const struct option_value *ladder = job_option(j, OPT_LADDER);
	struct str role = {0}, named = {0};

	if (ladder->given)
		named = arena_printf(j->arena, " --ladder %.*s",
				     STR_ARG(ladder->text));
	if (target->level > 0) {
		from_role(j, p, target - 1);
		role = arena_printf(j->arena, " --role %.*s",
				    STR_ARG(p->query.from->path));
		remark(j, "no assessment found, so this is for someone who "
			  "meets %.*s; 'ladder assess --template%.*s%.*s "
			  "--target %.*s > assessment.yaml' makes it your own",
		       STR_ARG(p->query.from->path), STR_ARG(named),
		       STR_ARG(role), STR_ARG(target->path));
		return;
	}
	p->query.stands = empty_stands(p->in.ladder, j->arena);
	p->query.in_role = -1;
	remark(j, "no assessment found, so this is for someone who begins; "
		  "'ladder assess --template%.*s --target %.*s > "
		  "assessment.yaml' makes it your own",
	       STR_ARG(named), STR_ARG(target->path));
}

static void from_assessment(struct job *j, struct planning *p)
{
	const struct assessment *as = p->in.assessment;

	p->query.from = as->role;
	p->query.stands = assessment_stands(p->in.ladder, as, j->arena);
	p->query.in_role = -1;
	if (as->since_node && as->date_node &&
	    as->date >= as->since)
		p->query.in_role = ((milliday)as->date - as->since) * 1000;
	p->view.assessment = as;
}

static enum exit set_from(struct job *j, struct planning *p)
{
	struct role *role;

	if (job_has(j, OPT_FROM)) {
		role = input_role(j, p->in.ladder,
				  job_option(j, OPT_FROM)->text);
		if (!role)
			return EXIT_USAGE;
		from_role(j, p, role);
	} else if (p->in.assessment) {
		from_assessment(j, p);
	} else {
		from_nobody(j, p);
	}
	return EXIT_DONE;
}

/* --- where it leads ----------------------------------------------------------- */

static enum exit set_target(struct job *j, struct planning *p)
{
	const struct option_value *target = job_option(j, OPT_TARGET);

	if (target->given)
		p->query.target = input_role(j, p->in.ladder, target->text);
	else if (p->in.assessment && p->in.assessment->target)
		p->query.target = p->in.assessment->target;
	else
		return usage(j, "which role? Give --target ROLE%s; 'ladder "
				"list' names the roles",
			     p->in.assessment ? ", or `target` in the "
						"assessment"
					      : "");
	return p->query.target ? EXIT_DONE : EXIT_USAGE;
}

static enum exit set_via(struct job *j, struct planning *p)
{
	VEC(struct role *) via = {0};

	for_each(word, &job_option(j, OPT_VIA)->all) {
		struct role *role = input_role(j, p->in.ladder, *word);

		if (!role)
			return EXIT_USAGE;
		*vec_add(j->arena, &via) = role;
	}
	p->query.via = via.at;
	p->query.n_via = via.n;
	return EXIT_DONE;
}

/* A word is taken for a track before it is taken for a role. */
static bool avoid(struct job *j, struct planning *p, struct str word)
{
	struct track *track = ladder_track(p->in.ladder, word);
	struct role *role;

	if (track) {
		for_each(level, &track->levels)
			p->query.avoid[level->index] = true;
		return true;
	}
	role = input_role(j, p->in.ladder, word);
	if (role)
		p->query.avoid[role->index] = true;
	return role != NULL;
}

static enum exit set_avoid(struct job *j, struct planning *p)
{
	const struct ladder *l = p->in.ladder;
	const struct assessment *as = p->in.assessment;

	p->query.avoid = ARENA_ARRAY(j->arena, l->n_roles + 1, bool);
	for (uint32_t i = 0; as && as->avoid_roles && i < l->n_roles; i++)
		p->query.avoid[i] = as->avoid_roles[i];
	for_each(word, &job_option(j, OPT_AVOID)->all)
		if (!avoid(j, p, *word))
			return EXIT_USAGE;
	return EXIT_DONE;
}

/* --- how fast ------------------------------------------------------------------ */

enum { USUAL_HOURS = 4000, USUAL_FOCUS = 2 };

static void set_pace(struct job *j, struct planning *p)
{
	const struct assessment *as = p->in.assessment;
	const struct option_value *hours = job_option(j, OPT_HOURS_PER_WEEK);
	const struct option_value *focus = job_option(j, OPT_FOCUS);
	const struct option_value *start = job_option(j, OPT_START);

	p->query.hours_per_week = hours->given ? hours->number
				  : as	       ? as->hours_per_week
					       : USUAL_HOURS;
	p->query.focus = (uint32_t)(focus->given ? focus->number
				    : as	 ? as->focus
						 : USUAL_FOCUS);
	p->view.dated = start->given || (as && as->date_node);
	if (p->view.dated)
		p->view.start_day = start->given ? (int32_t)start->number
						 : as->date;
}

static void set_view(struct job *j, struct planning *p)
{
	static const enum view_horizon horizons[] = {VIEW_NOW, VIEW_NEXT,
						     VIEW_LATER};

	if (job_has(j, OPT_ALL))
		p->view.horizon = VIEW_LATER;
	else if (job_has(j, OPT_HORIZON))
		p->view.horizon = horizons[job_option(j, OPT_HORIZON)->number];
	p->view.ladder = p->in.ladder;
	p->view.query = &p->query;
}

enum exit planning_start(struct job *j, struct planning *p)
{
	enum exit (*const sets[])(struct job *, struct planning *) = {
		set_target, set_from, set_via, set_avoid};
	enum exit status = EXIT_DONE;

	if (job_has(j, OPT_EFFORT))
		status = read_effort(j);
	if (status == EXIT_DONE)
		status = input_load(j, &p->in);
	p->query.ladder = p->in.ladder;
	for (size_t i = 0; i < 4 && status == EXIT_DONE; i++)
		status = sets[i](j, p);
	if (status != EXIT_DONE)
		return status;
	p->query.with_optional = job_has(j, OPT_WITH_OPTIONAL);
	set_pace(j, p);
	set_view(j, p);
	return EXIT_DONE;
}
