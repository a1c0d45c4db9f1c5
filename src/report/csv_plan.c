#include "report/csv.h"
#include "report/format_json.h"
#include "report/tables.h"

/* --- plan ----------------------------------------------------------------- */

static void add_step(struct csv *c, struct arena *a, const struct plan_view *v,
		     const struct step *step, uint32_t number)
{
	const struct competency *about = step->stage->competency;

	csv_number(c, number);
	csv_text(c, about->head.id);
	csv_text(c, about->name);
	csv_layer(c, about);
	csv_number(c, step->stage->number);
	csv_text(c, stage_name(step->stage, step->role->track, a));
	csv_text(c, step->role->path);
	csv_text(c, str_of(reason_name(step->reason)));
	if (v->ladder->timed) {
		csv_hours(c, step->effort.min);
		csv_hours(c, step->effort.max);
		csv_number(c, step->start / 1000);
		csv_number(c, week_up(step->end));
		csv_text(c, str_of(horizon_name(step->horizon)));
	}
	csv_end(c);
}

void csv_plan(const struct plan_view *v, struct buf *out)
{
	static const char *const titles[] = {"step",	  "competency", "name",
					     "layer",	  "stage",	"title",
					     "role",	  "reason",	NULL};
	static const char *const times[] = {"hours_min", "hours_max",
					    "start_week", "end_week",
					    "horizon", NULL};
	struct csv c = csv_begin(out);
	struct arena a = {0};

	csv_words(&c, titles);
	if (v->ladder->timed)
		csv_words(&c, times);
	csv_end(&c);
	for (uint32_t i = 0; i < v->plan->steps.n; i++)
		add_step(&c, &a, v, &v->plan->steps.at[i], i + 1);
	arena_release(&a);
}

/* --- gap ------------------------------------------------------------------ */

/* What a rule is about: a competency, a score, or the number of a choice. */
static void add_subject(struct csv *c, const struct rule_state *rule)
{
	switch (rule->kind) {
	case RULE_REQUIRES:
		csv_text(c, rule->competency->head.id);
		csv_layer(c, rule->competency);
		return;
	case RULE_CHOOSE:
		csv_number(c, rule->choice->index);
		break;
	case RULE_SCORE:
		csv_text(c, rule->goal->score->head.id);
		break;
	}
	csv_empty(c);
}

static void add_rule(struct csv *c, const struct rule_state *rule)
{
	bool score = rule->kind == RULE_SCORE;

	csv_text(c, str_of(rule_name(rule->kind)));
	csv_text(c, rule->role->path);
	add_subject(c, rule);
	csv_figure(c, score ? rule->have : rule->have * 1000);
	csv_figure(c, score ? rule->need : rule->need * 1000);
	csv_bool(c, rule->met);
	csv_bool(c, rule->waived);
	csv_end(c);
}

void csv_gap(const struct plan_view *v, struct buf *out)
{
	static const char *const titles[] = {"rule", "role", "of",  "layer",
					     "have", "need", "met", "waived",
					     NULL};
	struct csv c = csv_begin(out);

	csv_words(&c, titles);
	csv_end(&c);
	for_each(rule, &v->gap->rules)
		add_rule(&c, rule);
}

/* --- compare -------------------------------------------------------------- */

static void add_way(struct csv *c, const struct compare_view *v,
		    const struct plan *plan)
{
	csv_number(c, plan->steps.n);
	if (!v->ladder->timed)
		return;
	csv_hours(c, plan->cost.min);
	csv_hours(c, plan->cost.max);
	csv_number(c, week_up(plan->finish));
}

static void add_no_way(struct csv *c, const struct compare_view *v)
{
	for (int n = v->ladder->timed ? 4 : 1; n; n--)
		csv_empty(c);
}

static void add_role(struct csv *c, const struct compare_view *v,
		     const struct alternative *alt)
{
	bool reachable = alt->result.status == PLAN_OK;

	csv_text(c, alt->role->path);
	csv_text(c, alt->role->title);
	csv_number(c, alt->role->rank);
	csv_number(c, alt->gap.required);
	csv_number(c, alt->gap.met);
	csv_number(c, alt->gap.waived);
	csv_bool(c, reachable);
	if (reachable)
		add_way(c, v, &alt->result.plan);
	else
		add_no_way(c, v);
	csv_end(c);
}

void csv_compare(const struct compare_view *v, struct buf *out)
{
	static const char *const titles[] = {
		"role",	  "title",     "rank",	"required", "met",
		"waived", "reachable", "steps", NULL};
	static const char *const times[] = {"hours_min", "hours_max",
					    "finish_week", NULL};
	struct csv c = csv_begin(out);

	csv_words(&c, titles);
	if (v->ladder->timed)
		csv_words(&c, times);
	csv_end(&c);
	for_each(alt, &v->comparison->roles)
		add_role(&c, v, alt);
}
