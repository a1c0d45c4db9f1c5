#include "cli/planning.h"

#include "base/typo.h"
#include "model/values.h"

/* --effort 8h,40h-60h,80h: stands in for the ladder's own. */
enum exit planning_effort(struct job *j)
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

/* --- where the way begins ----------------------------------------------- */

/* Nobody was assessed: someone who meets the level below. */
static void from_nobody(struct job *j, struct planning *p)
{
	struct role *target = p->query.target;
	const struct option_value *ladder = job_option(j, OPT_LADDER);
	struct str named = {0};

	if (ladder->given)
		named = arena_printf(j->arena, " --ladder %.*s",
				     STR_ARG(ladder->text));
	if (target->level > 0) {
		query_from_role(&p->query, target - 1, j->arena);
		remark(j, "no assessment found, so this is for someone who "
			  "meets %.*s; 'ladder assess%.*s --target %.*s' makes "
			  "it your own",
		       STR_ARG(p->query.from->path), STR_ARG(named),
		       STR_ARG(target->path));
		return;
	}
	query_from_nothing(&p->query, j->arena);
	remark(j, "no assessment found, so this is for someone who begins "
		  "(--from ROLE says where else); 'ladder assess%.*s --target "
		  "%.*s' makes it your own",
	       STR_ARG(named), STR_ARG(target->path));
}

/* Roles are compared by what they ask of someone who has nothing yet. */
static void from_nothing(struct job *j, struct planning *p)
{
	query_from_nothing(&p->query, j->arena);
	remark(j, "no assessment found, so this is role against role, from no "
		  "role; --from ROLE says where to begin");
}

static enum exit set_from(struct job *j, struct planning *p)
{
	struct role *role;

	if (job_has(j, OPT_FROM)) {
		role = input_role(j, p->in.ladder,
				  job_option(j, OPT_FROM)->text);
		if (!role)
			return EXIT_USAGE;
		query_from_role(&p->query, role, j->arena);
	} else if (p->in.assessment) {
		query_from_assessment(&p->query, p->in.assessment, j->arena);
		p->view.assessment = p->in.assessment;
	} else if (p->query.target && !p->compares) {
		from_nobody(j, p);
	} else {
		from_nothing(j, p);
	}
	return EXIT_DONE;
}

/* --- where it leads ----------------------------------------------------- */

static enum exit set_target(struct job *j, struct planning *p)
{
	const struct option_value *target = job_option(j, OPT_TARGET);

	for_each(word, &target->all) {
		struct role *role = input_role(j, p->in.ladder, *word);

		if (!role)
			return EXIT_USAGE;
		*vec_add(j->arena, &p->targets) = role;
	}
	if (!p->targets.n && p->in.assessment && p->in.assessment->target)
		*vec_add(j->arena, &p->targets) = p->in.assessment->target;
	if (p->targets.n)
		p->query.target = p->targets.at[p->targets.n - 1];
	else if (!p->compares)
		return usage(j, "which role? Give --target ROLE%s; 'ladder "
				"list' names the roles",
			     p->in.assessment
				     ? ", or `target` in the assessment"
				     : ", or an assessment that has a target "
				       "('ladder assess' makes one)");
	return EXIT_DONE;
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

static enum exit set_prefer(struct job *j, struct planning *p)
{
	const struct option_value *words = job_option(j, OPT_PREFER);
	const struct ladder *l = p->in.ladder;
	bool *prefer;

	if (!words->all.n)
		return EXIT_DONE;
	prefer = ARENA_ARRAY(j->arena, l->competencies.n, bool);
	for_each(word, &words->all) {
		struct competency *c = input_competency(j, l, *word);
		struct typo typo = {.word = *word};

		for (uint32_t i = 0; !c && i < l->competencies.n; i++)
			typo_offer(&typo, l->competencies.at[i].head.id);
		if (!c)
			return usage(j, "\"%.*s\" is no competency of the "
					"ladder%s",
				     STR_ARG(*word),
				     suggestion(j, typo.best));
		prefer[c->index] = true;
	}
	p->query.prefer = prefer;
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
	uint32_t n = p->in.ladder->n_roles;
	bool *avoided = ARENA_ARRAY(j->arena, n + 1, bool);

	for (uint32_t i = 0; p->query.avoid && i < n; i++)
		avoided[i] = p->query.avoid[i];
	p->query.avoid = avoided;
	for_each(word, &job_option(j, OPT_AVOID)->all)
		if (!avoid(j, p, *word))
			return EXIT_USAGE;
	return EXIT_DONE;
}

/* --- how fast ----------------------------------------------------------- */

static void set_pace(struct job *j, struct planning *p)
{
	const struct assessment *as = p->in.assessment;
	const struct option_value *hours = job_option(j, OPT_HOURS_PER_WEEK);
	const struct option_value *focus = job_option(j, OPT_FOCUS);
	const struct option_value *start = job_option(j, OPT_START);

	if (hours->given)
		p->query.hours_per_week = hours->number;
	if (focus->given)
		p->query.focus = (uint32_t)focus->number;
	p->query.effort_limit =
		(uint64_t)job_option(j, OPT_EFFORT_LIMIT)->number;
	p->query.with_optional = job_has(j, OPT_WITH_OPTIONAL);
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
	enum exit status = planning_effort(j);

	if (status == EXIT_DONE)
		status = input_load(j, &p->in);
	return status == EXIT_DONE ? planning_ask(j, p) : status;
}

enum exit planning_ask(struct job *j, struct planning *p)
{
	enum exit (*const sets[])(struct job *, struct planning *) = {
		set_target, set_from, set_via, set_avoid, set_prefer};
	enum exit status = EXIT_DONE;

	query_init(&p->query, p->in.ladder, p->in.assessment);
	for (size_t i = 0; i < 5 && status == EXIT_DONE; i++)
		status = sets[i](j, p);
	if (status != EXIT_DONE)
		return status;
	set_pace(j, p);
	set_view(j, p);
	return EXIT_DONE;
}
