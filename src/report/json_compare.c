#include "report/compare.h"
#include "report/format_json.h"

/* {"steps": 3, "hours": {…}} under a key. */
static void add_outlay(struct cJSON *object, const char *key,
		       const struct compare_view *v, struct outlay o)
{
	struct cJSON *in = json_object_in(object, key);

	json_int(in, "steps", o.steps);
	if (v->ladder->timed)
		json_hours(in, "hours", o.effort);
}

static void add_detour(struct cJSON *object, const struct compare_view *v,
		       struct detour d)
{
	struct cJSON *in = json_object_in(object, "detour");

	json_int(in, "steps", d.steps);
	if (v->ladder->timed)
		json_hours(in, "hours", (struct effort){NULL, d.min, d.max});
}

static void add_way(struct cJSON *object, const struct compare_view *v,
		    const struct alternative *alt)
{
	const struct plan *plan = &alt->result.plan;
	struct cJSON *route = json_list_in(object, "route");

	for_each(role, &plan->route)
		json_text_item(route, (*role)->path);
	add_outlay(object, "cost", v,
		   (struct outlay){plan->steps.n, plan->cost});
	json_bool(object, "optimal", plan->optimal);
	add_outlay(object, "own", v, alt->own);
	if (v->ladder->timed)
		json_int(object, "finish_week", week_up(plan->finish));
	if (!alt->leads_on)
		return;
	add_outlay(object, "carried", v, alt->carried);
	add_outlay(object, "rest", v, alt->rest);
	add_outlay(object, "through", v, alt->through);
	add_detour(object, v,
		   outlay_minus(alt->through, v->comparison->direct));
}

static void add_role(struct cJSON *list, const struct compare_view *v,
		     const struct alternative *alt)
{
	bool reachable = alt->result.status == PLAN_OK;
	struct cJSON *object = json_item(list);

	json_text(object, "role", alt->role->path);
	json_text(object, "title", alt->role->title);
	json_int(object, "rank", alt->role->rank);
	json_int(object, "required", alt->gap.required);
	json_int(object, "met", alt->gap.met);
	json_int(object, "waived", alt->gap.waived);
	json_bool(object, "reachable", reachable);
	if (reachable)
		add_way(object, v, alt);
}

void json_compare(const struct compare_view *v, enum json_layout layout,
		  struct buf *out)
{
	const struct comparison *c = v->comparison;
	struct cJSON *document =
		json_answer("compare", v->query, v->assessment);
	struct cJSON *list;

	if (c->target)
		json_text(document, "target", c->target->path);
	if (c->target && c->reachable)
		add_outlay(document, "direct", v, c->direct);
	add_outlay(document, "shared", v, c->shared);
	list = json_list_in(document, "roles");
	for_each(alt, &c->roles)
		add_role(list, v, alt);
	json_finish(document, layout, out);
}
