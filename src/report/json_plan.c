#include "report/format_json.h"
#include "report/page_step.h"

/* --- the gap ------------------------------------------------------------- */

const char *rule_name(enum rule_kind kind)
{
	switch (kind) {
	case RULE_REQUIRES:
		return "requires";
	case RULE_CHOOSE:
		return "choose";
	case RULE_SCORE:
		return "score";
	}
	return "";
}

static void add_choice(struct cJSON *entry, const struct stand *stands,
		       const struct choice *choice)
{
	stage_refs left = {0};
	struct arena a = {0};

	for_each(ref, &choice->of)
		if (!stands[ref->competency->index].na)
			*vec_add(&a, &left) = *ref;
	json_stages(entry, "of", &left);
	arena_release(&a);
}

void json_rule(struct cJSON *list, const struct stand *stands,
	       const struct rule_state *rule)
{
	struct cJSON *entry = json_item(list);

	json_text(entry, "rule", str_of(rule_name(rule->kind)));
	json_text(entry, "role", rule->role->path);
	switch (rule->kind) {
	case RULE_REQUIRES:
		json_text(entry, "competency", rule->competency->head.id);
		json_layer(entry, rule->competency);
		break;
	case RULE_CHOOSE:
		json_int(entry, "index", rule->choice->index);
		break;
	case RULE_SCORE:
		json_text(entry, "score", rule->goal->score->head.id);
		json_figure(entry, "have", rule->have);
		json_figure(entry, "need", rule->need);
		return;
	}
	json_int(entry, "have", rule->have);
	json_int(entry, "need", rule->need);
	if (rule->kind == RULE_CHOOSE)
		add_choice(entry, stands, rule->choice);
}

void json_gap_keys(struct cJSON *document, const struct plan_view *v)
{
	struct cJSON *list;

	json_int(document, "required", v->gap->required);
	json_int(document, "met", v->gap->met);
	list = json_list_in(document, "waived");
	for_each(c, &v->gap->na) {
		struct cJSON *entry = json_item(list);

		json_text(entry, "competency", (*c)->head.id);
		json_text(entry, "reason",
			  v->query->stands[(*c)->index].reason);
	}
	list = json_list_in(document, "gap");
	for_each(rule, &v->gap->rules)
		if (!rule->met && !rule->waived)
			json_rule(list, v->query->stands, rule);
}

/* --- steps and milestones ------------------------------------------------ */

const char *reason_name(enum reason reason)
{
	switch (reason) {
	case REASON_REQUIRES:
		return "requires";
	case REASON_CHOOSE:
		return "choose";
	case REASON_SCORE:
		return "score";
	case REASON_OPTIONAL:
		return "optional";
	case REASON_NEEDS:
		return "needs";
	}
	return "";
}

const char *horizon_name(enum horizon horizon)
{
	switch (horizon) {
	case HORIZON_NOW:
		return "now";
	case HORIZON_NEXT:
		return "next";
	case HORIZON_LATER:
		return "later";
	}
	return "";
}

static void add_ids(struct cJSON *object, const char *key, struct arena *a,
		    const struct plan *plan, const uint32_t *at, uint32_t n)
{
	struct cJSON *list = json_list_in(object, key);

	for (uint32_t i = 0; i < n; i++)
		json_text_item(list,
			       stage_key(plan->steps.at[at[i]].stage, a));
}

static void add_times(struct cJSON *object, const struct step *step)
{
	struct cJSON *hours = json_hours(object, "hours", step->effort);

	json_bool(hours, "assumed", step->assumed);
	json_int(object, "start_week", step->start / 1000);
	json_int(object, "end_week", week_up(step->end));
	json_text(object, "horizon", str_of(horizon_name(step->horizon)));
}

static void add_step(struct cJSON *list, struct arena *a,
		     const struct plan_view *v, const struct step *step)
{
	const struct competency *c = step->stage->competency;
	struct cJSON *object = json_item(list);

	json_text(object, "id", stage_key(step->stage, a));
	json_text(object, "competency", c->head.id);
	json_text(object, "name", c->name);
	json_layer(object, c);
	json_int(object, "stage", step->stage->number);
	json_text(object, "role", step->role->path);
	json_text(object, "reason", str_of(reason_name(step->reason)));
	add_ids(object, "after", a, v->plan, step->after.at, step->after.n);
	add_ids(object, "unlocks", a, v->plan, step->unlocks.at,
		step->unlocks.n);
	if (v->ladder->timed)
		add_times(object, step);
	json_rubric(object, step_rubric(v, step), step_met(v, step), false);
	if (v->mentors)
		json_texts(object, "mentors",
			   &v->mentors[step - v->plan->steps.at]);
}

static void add_milestones(struct cJSON *document, const struct plan_view *v)
{
	struct cJSON *list = json_list_in(document, "milestones");

	for_each(milestone, &v->plan->milestones) {
		struct cJSON *object = json_item(list);

		json_text(object, "role", milestone->role->path);
		if (v->ladder->timed)
			json_int(object, "week", week_up(milestone->week));
		json_texts(object, "gates", &milestone->role->gates);
	}
}

static void add_steps(struct cJSON *document, const struct plan_view *v)
{
	struct cJSON *list = json_list_in(document, "steps");
	struct arena a = {0};

	for_each(step, &v->plan->steps)
		add_step(list, &a, v, step);
	arena_release(&a);
}

static void add_cost(struct cJSON *document, const struct plan_view *v)
{
	struct cJSON *cost = json_object_in(document, "cost");

	json_int(cost, "steps", v->plan->steps.n);
	if (v->ladder->timed)
		json_hours(cost, "hours", v->plan->cost);
	json_bool(document, "optimal", v->plan->optimal);
	/* eighths of an hour, or steps */
	if (v->ladder->timed)
		json_figure(document, "lower_bound",
			    v->plan->lower_bound * 125);
	else
		json_int(document, "lower_bound", v->plan->lower_bound);
}

/* --- other ways ---------------------------------------------------------- */

static void add_other(struct cJSON *list, const struct plan_view *v,
		      const struct other_way *way)
{
	struct cJSON *object = json_item(list), *in;

	in = json_list_in(object, "route");
	for_each(role, &way->plan.route)
		json_text_item(in, (*role)->path);
	in = json_object_in(object, "cost");
	json_int(in, "steps", way->plan.steps.n);
	if (v->ladder->timed)
		json_hours(in, "hours", way->plan.cost);
	in = json_object_in(object, "more");
	json_int(in, "steps",
		 (int64_t)way->plan.steps.n - (int64_t)v->plan->steps.n);
	if (v->ladder->timed)
		json_hours(in, "hours",
			   (struct effort){
				   NULL,
				   way->plan.cost.min - v->plan->cost.min,
				   way->plan.cost.max - v->plan->cost.max});
	json_bool(object, "optimal", way->plan.optimal);
	in = json_list_in(object, "gives");
	for_each(role, &way->gives)
		json_text_item(in, (*role)->path);
	if (v->ladder->timed)
		json_int(object, "finish_week", week_up(way->plan.finish));
}

static void add_others(struct cJSON *document, const struct plan_view *v)
{
	struct cJSON *list = json_list_in(document, "alternatives");

	for_each(way, v->others)
		add_other(list, v, way);
}

/* --- the documents ------------------------------------------------------- */

static struct cJSON *begin(const struct plan_view *v, const char *kind)
{
	struct cJSON *document = json_answer(kind, v->query, v->assessment);

	json_text(document, "target", v->query->target->path);
	return document;
}

void json_plan(const struct plan_view *v, enum json_layout layout,
	       struct buf *out)
{
	struct cJSON *document = begin(v, "plan");
	struct cJSON *route = json_list_in(document, "route");

	for_each(role, &v->plan->route)
		json_text_item(route, (*role)->path);
	json_gap_keys(document, v);
	add_cost(document, v);
	add_steps(document, v);
	add_milestones(document, v);
	if (v->ladder->timed)
		json_int(document, "finish_week", week_up(v->plan->finish));
	if (v->others)
		add_others(document, v);
	json_finish(document, layout, out);
}

void json_gap(const struct plan_view *v, enum json_layout layout,
	      struct buf *out)
{
	struct cJSON *document = begin(v, "gap");

	json_gap_keys(document, v);
	json_bool(document, "role_met", !v->gap->open);
	json_finish(document, layout, out);
}
