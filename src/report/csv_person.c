#include "report/csv.h"
#include "report/format_json.h"
#include "report/tables.h"

static void add_competency(struct csv *c, const struct competency *about)
{
	csv_text(c, about->head.id);
	csv_layer(c, about);
}

/* --- case ----------------------------------------------------------------- */

static void add_claim(struct csv *c, const struct case_view *v,
		      const struct claim *claim)
{
	csv_text(c, str_of(rule_name(claim->rule->kind)));
	csv_text(c, claim->rule->role->path);
	add_competency(c, claim->competency);
	csv_number(c, v->of.query->stands[claim->competency->index].rank_have);
	csv_number(c, claim->stage->number);
	csv_bool(c, claim->held);
	csv_text(c, str_of(strength_name(claim->strength)));
}

static void add_piece(struct csv *c, const struct evidence *e)
{
	if (e && e->date_node)
		csv_day(c, e->date);
	else
		csv_empty(c);
	csv_text(c, e ? e->text : (struct str){0});
	csv_text(c, e ? e->url : (struct str){0});
	csv_end(c);
}

void csv_case(const struct case_view *v, struct buf *out)
{
	static const char *const titles[] = {
		"rule", "role", "competency", "layer", "have", "need",
		"met",	"strength", "date", "text", "url", NULL};
	struct csv c = csv_begin(out);

	csv_words(&c, titles);
	csv_end(&c);
	for_each(claim, &v->promotion->claims) {
		uint32_t i = 0;

		do {
			add_claim(&c, v, claim);
			add_piece(&c, claim->n_pieces ? claim->pieces[i]
						      : NULL);
		} while (++i < claim->n_pieces);
	}
}

/* --- progress ------------------------------------------------------------- */

static void add_stand(struct csv *c, const struct competency *about,
		      const struct stand *s)
{
	if (s->na)
		csv_text(c, STR("n/a"));
	else
		csv_number(c, competency_number(about, s->have));
}

void csv_progress(const struct progress *v, struct buf *out)
{
	static const char *const titles[] = {"competency", "layer", NULL};
	struct csv c = csv_begin(out);

	csv_words(&c, titles);
	for (uint32_t i = 0; i < v->n_snapshots; i++)
		csv_day(&c, v->snapshots[i].day);
	csv_end(&c);
	for_each(about, &v->ladder->competencies) {
		add_competency(&c, about);
		for (uint32_t i = 0; i < v->n_snapshots; i++)
			add_stand(&c, about,
				  &v->snapshots[i].stands[about->index]);
		csv_end(&c);
	}
}

/* --- calibrate ------------------------------------------------------------ */

static void add_topic(struct csv *c, const struct calibration *of,
		      const struct topic *t)
{
	add_competency(c, t->competency);
	csv_number(c, competency_number(t->competency, t->need));
	csv_text(c, str_of(accord_name(t->accord)));
	csv_bool(c, t->decides);
	for (uint32_t i = 0; i < of->n_opinions; i++) {
		const struct stand *s =
			&of->opinions[i].stands[t->competency->index];

		if (s->na || s->rated)
			add_stand(c, t->competency, s);
		else
			csv_empty(c);
	}
	csv_end(c);
}

void csv_calibrate(const struct calibrate_view *v, struct buf *out)
{
	static const char *const titles[] = {"competency", "layer", "need",
					     "accord", "decides", NULL};
	const struct calibration *of = v->calibration;
	struct csv c = csv_begin(out);

	csv_words(&c, titles);
	for (uint32_t i = 0; i < of->n_opinions; i++)
		csv_text(&c, of->opinions[i].by);
	csv_end(&c);
	for (uint32_t i = 0; i < of->n_topics; i++)
		add_topic(&c, of, &of->topics[i]);
}
