#include "report/format_json.h"
#include "report/progress.h"

#include "base/date.h"

/* --- snapshots ----------------------------------------------------------- */

static void add_share(struct cJSON *object, const struct share *s)
{
	json_int(object, "have", s->have);
	json_int(object, "need", s->need);
}

static void add_snapshot(struct cJSON *list, const struct progress *v,
			 uint32_t i)
{
	const struct snapshot *s = &v->snapshots[i];
	struct cJSON *object = json_item(list), *layers;

	json_day(object, "date", s->day);
	if (s->as->role)
		json_text(object, "role", s->as->role->path);
	add_share(object, progress_share(v, i, LAYER_NONE));
	layers = json_object_in(object, "layers");
	for (int layer = LAYER_EXECUTION; layer <= N_LAYERS; layer++)
		add_share(json_object_in(layers, layer_name((enum layer)layer)),
			  progress_share(v, i, (enum layer)layer));
}

static void add_moved(struct cJSON *list, const struct moved *m)
{
	const struct competency *c = m->competency;
	struct cJSON *object = json_item(list);

	json_text(object, "competency", c->head.id);
	json_layer(object, c);
	json_int(object, "from", competency_number(c, m->from));
	json_int(object, "to", competency_number(c, m->to));
}

/* --- the plan ------------------------------------------------------------ */

static void add_step(struct cJSON *list, const struct progress *v,
		     const struct step *step)
{
	struct cJSON *object = json_item(list);

	json_text(object, "competency", step->stage->competency->head.id);
	json_int(object, "stage", step->stage->number);
	json_bool(object, "done", progress_is_done(v, step));
	if (v->ladder->timed)
		json_bool(object, "due", progress_is_due(v, step));
}

static void add_plan(struct cJSON *document, const struct progress *v)
{
	struct cJSON *object, *list;

	if (!v->planned)
		return;
	object = json_object_in(document, "plan");
	json_day(object, "date", v->since->day);
	json_int(object, "done", v->done);
	if (v->ladder->timed)
		json_int(object, "due", v->due);
	list = json_list_in(object, "steps");
	for_each(step, &v->plan.steps)
		add_step(list, v, step);
}

/* --- evidence ------------------------------------------------------------ */

static void add_month(struct cJSON *list, const struct month *m)
{
	struct cJSON *object = json_item(list);
	char text[11];

	json_text(object, "month",
		  str_head(str_of(date_write(m->first, text)), 7));
	json_int(object, "pieces", m->pieces);
}

void json_progress(const struct progress *v, struct buf *out)
{
	struct cJSON *document = json_document("progress"), *list;

	json_ladder_key(document, v->ladder);
	json_text(document, "person",
		  v->snapshots[v->n_snapshots - 1].as->person);
	if (v->target)
		json_text(document, "target", v->target->path);
	list = json_list_in(document, "snapshots");
	for (uint32_t i = 0; i < v->n_snapshots; i++)
		add_snapshot(list, v, i);
	list = json_list_in(document, "moved");
	for_each(m, &v->moved)
		add_moved(list, m);
	add_plan(document, v);
	list = json_list_in(document, "evidence");
	for_each(m, &v->months)
		add_month(list, m);
	list = json_list_in(document, "stale");
	for_each(rating, &v->stale)
		json_text_item(list, (*rating)->competency->head.id);
	json_finish(document, JSON_PRETTY, out);
}
