#include "report/format_json.h"
#include "report/log.h"

static void add_met(struct cJSON *object, const struct stand *s)
{
	struct cJSON *list;

	if (!s->partly)
		return;
	list = json_list_in(object, "met");
	for (uint32_t i = 0; i < s->partly->behaviours.n; i++)
		if (s->met[i])
			json_text_item(list, s->partly->behaviours.at[i].text);
}

static void add_logged(struct cJSON *list, const struct log_view *v,
		       const struct logged *it)
{
	const struct stand *s = &v->stands[it->competency->index];
	struct cJSON *object = json_item(list);

	json_text(object, "competency", it->competency->head.id);
	json_layer(object, it->competency);
	if (s->rated)
		json_int(object, "stage", s->rank_have);
	json_some(object, "na", it->rating->na);
	json_some(object, "note", it->rating->note);
	add_met(object, s);
	json_evidence(object, it->pieces, it->n_pieces);
}

void json_log(const struct log_view *v, struct buf *out)
{
	struct cJSON *document = json_document("log"), *list;
	const struct assessment *as = v->assessment;

	json_ladder_key(document, v->ladder);
	json_some(document, "person", as->person);
	if (as->date_node)
		json_day(document, "date", as->date);
	list = json_list_in(document, "ratings");
	for_each(it, &v->book->list)
		add_logged(list, v, it);
	json_finish(document, JSON_PRETTY, out);
}
