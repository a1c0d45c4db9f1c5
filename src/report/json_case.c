#include "report/case.h"
#include "report/format_json.h"

static void add_claim(struct cJSON *list, const struct case_view *v,
		      const struct claim *c)
{
	const struct stand *s = &v->of.query->stands[c->competency->index];
	struct cJSON *object = json_item(list);

	json_text(object, "rule", str_of(rule_name(c->rule->kind)));
	json_text(object, "role", c->rule->role->path);
	json_text(object, "competency", c->competency->head.id);
	json_layer(object, c->competency);
	json_int(object, "have", s->rank_have);
	json_int(object, "need", c->stage->number);
	json_bool(object, "met", c->held);
	json_text(object, "strength", str_of(strength_name(c->strength)));
	json_int(object, "recent", c->recent);
	json_evidence(object, c->pieces, c->n_pieces);
}

void json_case(const struct case_view *v, struct buf *out)
{
	const struct plan_query *q = v->of.query;
	const struct promotion *m = v->promotion;
	struct cJSON *document = json_answer("case", q, v->of.assessment);
	struct cJSON *list;

	json_text(document, "target", q->target->path);
	if (m->dated)
		json_day(document, "date", m->day);
	json_gap_keys(document, &v->of);
	json_bool(document, "role_met", !v->of.gap->open);
	json_int(document, "strong", m->n[STRENGTH_STRONG]);
	json_int(document, "thin", m->n[STRENGTH_THIN]);
	json_int(document, "without", m->n[STRENGTH_NONE]);
	list = json_list_in(document, "claims");
	for_each(c, &m->claims)
		add_claim(list, v, c);
	json_texts(document, "gates", &q->target->gates);
	json_finish(document, JSON_PRETTY, out);
}
