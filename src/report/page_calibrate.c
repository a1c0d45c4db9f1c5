#include "report/calibrate.h"

#include "report/page_evidence.h"
#include "report/words.h"

/* --- what somebody said -------------------------------------------------- */

static const struct stand *said(const struct opinion *o, const struct topic *t)
{
	return &o->stands[t->competency->index];
}

static const struct stage *stage_at(const struct topic *t, uint32_t ordinal)
{
	return ordinal ? &t->competency->stages[ordinal - 1] : NULL;
}

static const struct track *track_of(const struct calibrate_view *v)
{
	return v->calibration->role ? v->calibration->role->track : NULL;
}

/* "2", "n/a", "–" for nothing said. */
static void add_figure(struct page *p, prose *to, const struct stand *s,
		       enum mark mark)
{
	if (s->na)
		prose_add(p->arena, to, mark, "n/a");
	else if (!s->rated)
		prose_add(p->arena, to, MARK_DIM, "–");
	else
		prose_add(p->arena, to, mark, "%u", (unsigned)s->rank_have);
}

/* --- the topics to talk about -------------------------------------------- */

static void add_said(struct page *p, prose *to, const struct calibrate_view *v,
		     const struct opinion *o, const struct topic *t)
{
	const struct stand *s = said(o, t);
	const struct stage *stage;

	if (s->na) {
		prose_add(p->arena, to, MARK_PLAIN, "not applicable: ");
		prose_rich(p->arena, to, s->reason);
		return;
	}
	if (!s->rated) {
		prose_add(p->arena, to, MARK_DIM, "not rated");
		return;
	}
	stage = stage_at(t, s->have);
	if (!stage) {
		prose_add(p->arena, to, MARK_PLAIN, "no stage yet");
		return;
	}
	words_stage(p->arena, to, MARK_PLAIN, stage);
	words_stage_name(p->arena, to, MARK_PLAIN,
			 stage_rubric(stage, track_of(v)));
}

static void add_opinion(struct page *p, struct block *pairs,
			const struct calibrate_view *v,
			const struct opinion *o, const struct topic *t)
{
	const struct rating *rating = said(o, t)->rating;
	struct block *pair = page_add(p, pairs, BLOCK_PAIR), *list;

	prose_data(p->arena, &pair->title, MARK_PLAIN, o->by);
	add_said(p, &pair->body, v, o, t);
	if (!rating)
		return;
	if (rating->note.len) {
		prose_add(p->arena, &pair->body, MARK_DIM, " – ");
		prose_rich(p->arena, &pair->body, rating->note);
	}
	if (!rating->evidence.n)
		return;
	list = page_add(p, pair, BLOCK_LIST);
	for_each(e, &rating->evidence)
		page_evidence(p, list, e);
}

/* The behaviours that the higher opinion claims and the lower one does not. */
static void add_between(struct page *p, struct block *pairs,
			const struct calibrate_view *v, const struct topic *t)
{
	struct block *list = NULL;

	if (t->accord != ACCORD_STAGE)
		return;
	for (uint32_t o = t->low + 1; o <= t->high; o++) {
		const struct rubric *r =
			stage_rubric(stage_at(t, o), track_of(v));

		for (uint32_t i = 0; i < r->behaviours.n; i++) {
			if (!list)
				list = page_add(p, page_pair(p, pairs, "look at"),
						BLOCK_LIST);
			prose_rich(p->arena, page_item(p, list, MARKER_OPEN),
				   r->behaviours.at[i].text);
		}
	}
}

static const char *accord_words(const struct topic *t)
{
	switch (t->accord) {
	case ACCORD_SAME:
	case ACCORD_NOBODY:
		return "agreed";
	case ACCORD_STAGE:
		return "differ";
	case ACCORD_NA:
		return "not applicable to all";
	case ACCORD_SOME:
		return "not rated by all";
	}
	return "";
}

static void add_weight(struct page *p, prose *to,
		       const struct calibrate_view *v, const struct topic *t)
{
	unsigned apart = (unsigned)(t->high - t->low);

	if (t->decides) {
		prose_add(p->arena, to, MARK_WARN, "decides ");
		words_role(p->arena, to, MARK_WARN, v->ladder,
			   v->calibration->role);
		prose_add(p->arena, to, MARK_WARN, " (asks %u)",
			  (unsigned)competency_number(t->competency, t->need));
	}
	if (t->accord == ACCORD_STAGE)
		prose_add(p->arena, to, MARK_PLAIN, "%s%u %s apart",
			  t->decides ? " · " : "", apart,
			  words_plural(apart, "stage", "stages"));
	if (t->accord == ACCORD_NA || t->accord == ACCORD_SOME)
		prose_add(p->arena, to, MARK_PLAIN, "%s%s",
			  t->decides ? " · " : "", accord_words(t));
}

static void add_topic(struct page *p, struct block *section,
		      const struct calibrate_view *v, const struct topic *t,
		      uint32_t number)
{
	struct block *step = page_add(p, section, BLOCK_STEP), *pairs;

	step->number = number;
	prose_data(p->arena, &step->title, MARK_STRONG, t->competency->name);
	add_weight(p, &step->aside, v, t);
	pairs = page_add(p, step, BLOCK_PAIRS);
	for (uint32_t i = 0; i < v->calibration->n_opinions; i++)
		add_opinion(p, pairs, v, &v->calibration->opinions[i], t);
	add_between(p, pairs, v, t);
}

static void add_topics(struct page *p, const struct calibrate_view *v)
{
	const struct calibration *c = v->calibration;
	struct block *section;

	if (!c->n_first)
		return;
	section = page_section(p, &p->root, "Talk about first");
	for (uint32_t i = 0; i < c->n_first; i++)
		add_topic(p, section, v, c->first[i], i + 1);
}

/* --- side by side -------------------------------------------------------- */

static struct table *new_table(struct page *p, struct block *section,
			       const struct calibration *c)
{
	struct table *t = &page_add(p, section, BLOCK_TABLE)->table;

	t->keys = 1;
	table_head(p, t, ALIGN_LEFT, "competency");
	for (uint32_t i = 0; i < c->n_opinions; i++)
		prose_data(p->arena, &table_column(p, t, ALIGN_RIGHT)->title,
			   MARK_PLAIN, c->opinions[i].by);
	if (c->role)
		table_head(p, t, ALIGN_RIGHT, "asked");
	table_head(p, t, ALIGN_LEFT, "agreement");
	return t;
}

static void add_row(struct page *p, struct table *table,
		    const struct calibration *c, const struct topic *t)
{
	prose *cells = table_row(p, table);
	bool differ = t->accord == ACCORD_STAGE || t->accord == ACCORD_NA;
	uint32_t at = 1;

	prose_data(p->arena, &cells[0], MARK_PLAIN, t->competency->name);
	for (uint32_t i = 0; i < c->n_opinions; i++)
		add_figure(p, &cells[at++], said(&c->opinions[i], t),
			   differ ? MARK_WARN : MARK_PLAIN);
	if (c->role && t->need)
		prose_add(p->arena, &cells[at], MARK_DIM, "%u",
			  (unsigned)competency_number(t->competency, t->need));
	at += c->role != NULL;
	prose_add(p->arena, &cells[at], t->decides ? MARK_WARN : MARK_DIM,
		  "%s%s", accord_words(t), t->decides ? ", decides" : "");
}

static void add_layer(struct page *p, struct table *table,
		      const struct calibration *c, int layer)
{
	bool titled = false;

	for (uint32_t i = 0; i < c->n_topics; i++) {
		const struct topic *t = &c->topics[i];

		if (t->competency->layer != layer ||
		    t->accord == ACCORD_NOBODY)
			continue;
		if (!titled)
			table_group(p, table, words_layer(layer));
		titled = true;
		add_row(p, table, c, t);
	}
}

static void add_table(struct page *p, const struct calibrate_view *v)
{
	const struct calibration *c = v->calibration;
	struct block *section = page_section(p, &p->root, "Side by side");
	struct table *t = new_table(p, section, c);

	for (int layer = LAYER_EXECUTION; layer <= N_LAYERS; layer++)
		add_layer(p, t, c, layer);
	if (!c->n[ACCORD_NOBODY])
		return;
	prose_add(p->arena, page_paragraph(p, section), MARK_DIM,
		  "%u %s by nobody.", (unsigned)c->n[ACCORD_NOBODY],
		  words_plural(c->n[ACCORD_NOBODY], "competency is rated",
			       "competencies are rated"));
}

/* --- the page ------------------------------------------------------------ */

static void add_title(struct page *p, const struct calibrate_view *v)
{
	const struct calibration *c = v->calibration;
	struct arena *a = p->arena;
	prose *below;

	prose_data(a, &p->root.title, MARK_STRONG, c->opinions[0].as->person);
	prose_add(a, &p->root.title, MARK_STRONG, ": ");
	for (uint32_t i = 0; i < c->n_opinions; i++) {
		words_comma(a, &p->root.title, i, c->n_opinions);
		prose_data(a, &p->root.title, MARK_STRONG, c->opinions[i].by);
	}
	below = page_paragraph(p, &p->root);
	words_ladder(a, below, MARK_DIM, v->ladder);
	if (!c->role)
		return;
	prose_add(a, below, MARK_DIM, " · measured by ");
	words_role(a, below, MARK_DIM, v->ladder, c->role);
}

static void add_sum(struct page *p, const struct calibrate_view *v)
{
	const struct calibration *c = v->calibration;
	uint32_t both = c->n[ACCORD_SAME] + c->n[ACCORD_STAGE] +
			c->n[ACCORD_NA];
	prose *to = page_paragraph(p, &p->root);

	prose_add(p->arena, to, MARK_STRONG, "%u of %u",
		  (unsigned)c->n[ACCORD_SAME], (unsigned)both);
	prose_add(p->arena, to, MARK_PLAIN,
		  " %s agreed on.",
		  words_plural(both, "competency is", "competencies are"));
	for (uint32_t i = 1; i < c->n_opinions; i++) {
		const struct opinion *o = &c->opinions[i];

		prose_add(p->arena, to, MARK_PLAIN, " ");
		prose_data(p->arena, to, MARK_PLAIN, o->by);
		prose_add(p->arena, to, MARK_PLAIN,
			  " rates %u higher and %u lower than ",
			  (unsigned)o->higher, (unsigned)o->lower);
		prose_data(p->arena, to, MARK_PLAIN, c->opinions[0].by);
		prose_add(p->arena, to, MARK_PLAIN, ".");
	}
}

static void add_last(struct page *p, const struct calibrate_view *v)
{
	const struct calibration *c = v->calibration;
	prose *to;

	to = page_paragraph(p, page_add(p, &p->root, BLOCK_SUMMARY));
	if (!c->n_first) {
		prose_add(p->arena, to, MARK_GOOD,
			  "There is nothing to settle.");
		return;
	}
	prose_add(p->arena, to, MARK_STRONG, "%u to talk about; begin with ",
		  (unsigned)c->n_first);
	prose_data(p->arena, to, MARK_STRONG, c->first[0]->competency->name);
	prose_add(p->arena, to, MARK_STRONG, ".");
}

struct page *page_calibrate(struct arena *a, const struct calibrate_view *v)
{
	struct page *p = page_new(a);

	p->language = v->ladder->language;
	add_title(p, v);
	add_sum(p, v);
	add_topics(p, v);
	add_table(p, v);
	add_last(p, v);
	return p;
}
