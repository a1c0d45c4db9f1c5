#include "report/calibrate.h"
#include "report/format_json.h"

const char *accord_name(enum accord accord)
{
	switch (accord) {
	case ACCORD_SAME:
		return "same";
	case ACCORD_STAGE:
		return "stage";
	case ACCORD_NA:
		return "applicable";
	case ACCORD_SOME:
		return "some";
	case ACCORD_NOBODY:
		return "nobody";
	}
	return "";
}

static void add_opinion(struct cJSON *list, const struct opinion *o)
{
	struct cJSON *object = json_item(list);

	json_text(object, "assessor", o->by);
	json_int(object, "alike", o->alike);
	json_int(object, "lower", o->lower);
	json_int(object, "higher", o->higher);
}

static void add_said(struct cJSON *list, const struct opinion *o,
		     const struct topic *t)
{
	const struct stand *s = &o->stands[t->competency->index];
	struct cJSON *object;

	if (!s->na && !s->rated)
		return;
	object = json_item(list);
	json_text(object, "assessor", o->by);
	if (s->na)
		json_text(object, "na", s->reason);
	else
		json_int(object, "stage", s->rank_have);
	json_int(object, "evidence",
		 s->rating ? (int64_t)s->rating->evidence.n : 0);
}

static void add_topic(struct cJSON *list, const struct calibration *c,
		      const struct topic *t)
{
	struct cJSON *object = json_item(list), *said;

	json_text(object, "competency", t->competency->head.id);
	json_layer(object, t->competency);
	json_text(object, "accord", str_of(accord_name(t->accord)));
	json_int(object, "apart", t->high - t->low);
	if (t->need)
		json_int(object, "need",
			 competency_number(t->competency, t->need));
	json_bool(object, "decides", t->decides);
	said = json_list_in(object, "ratings");
	for (uint32_t i = 0; i < c->n_opinions; i++)
		add_said(said, &c->opinions[i], t);
}

void json_calibrate(const struct calibrate_view *v, struct buf *out)
{
	const struct calibration *c = v->calibration;
	struct cJSON *document = json_document("calibrate"), *list;

	json_ladder_key(document, v->ladder);
	json_text(document, "person", c->opinions[0].as->person);
	if (c->role)
		json_text(document, "target", c->role->path);
	list = json_list_in(document, "assessors");
	for (uint32_t i = 0; i < c->n_opinions; i++)
		add_opinion(list, &c->opinions[i]);
	list = json_list_in(document, "first");
	for (uint32_t i = 0; i < c->n_first; i++)
		json_text_item(list, c->first[i]->competency->head.id);
	list = json_list_in(document, "competencies");
	for (uint32_t i = 0; i < c->n_topics; i++)
		add_topic(list, c, &c->topics[i]);
	json_finish(document, JSON_PRETTY, out);
}
