#include "report/progress.h"

#include "base/date.h"
#include "report/picture.h"
#include "report/words.h"

static const struct snapshot *first_of(const struct progress *v)
{
	return &v->snapshots[0];
}

static const struct snapshot *last_of(const struct progress *v)
{
	return &v->snapshots[v->n_snapshots - 1];
}

static void add_day(struct page *p, prose *to, enum mark mark, int32_t day)
{
	char text[11];

	prose_add(p->arena, to, mark, "%s", date_write(day, text));
}

/* --- where you were and are ---------------------------------------------- */

/* "4 → 6 of 9 stages" */
static void add_share_words(struct page *p, prose *to, const struct share *was,
			    const struct share *is)
{
	enum mark mark = is->have > was->have   ? MARK_GOOD
			 : is->have < was->have ? MARK_WARN
						: MARK_PLAIN;

	if (!is->need) {
		prose_add(p->arena, to, MARK_DIM, "nothing asked");
		return;
	}
	prose_add(p->arena, to, mark, "%lld → %lld", (long long)was->have,
		  (long long)is->have);
	prose_add(p->arena, to, MARK_PLAIN, " of %lld %s",
		  (long long)is->need,
		  words_plural((uint64_t)is->need, "stage", "stages"));
}

/* In thousandths of what is asked, as what is n/a may change that. */
static int64_t per_mille(const struct share *s)
{
	return s->need ? s->have * 1000 / s->need : 0;
}

static void add_spark(struct page *p, struct block *sparks,
		      const struct progress *v, enum layer layer)
{
	struct block *spark = page_spark(p, sparks);

	prose_add(p->arena, &spark->title, MARK_PLAIN, "%s",
		  layer == LAYER_NONE ? "All" : words_layer(layer));
	spark->spark->most = 1000;
	for (uint32_t i = 0; i < v->n_snapshots; i++)
		spark_point(p, spark, v->snapshots[i].day,
			    per_mille(progress_share(v, i, layer)));
	add_share_words(p, &spark->aside, progress_share(v, 0, layer),
			progress_share(v, v->n_snapshots - 1, layer));
}

static void add_shares(struct page *p, const struct progress *v)
{
	struct block *section =
		page_section(p, &p->root, "Where you were and are");
	struct block *sparks = page_add(p, section, BLOCK_SPARKS);

	prose_add(p->arena, &section->aside, MARK_PLAIN, "%u %s",
		  (unsigned)v->n_snapshots,
		  words_plural(v->n_snapshots, "assessment", "assessments"));
	for (int layer = LAYER_EXECUTION; layer <= N_LAYERS; layer++)
		add_spark(p, sparks, v, (enum layer)layer);
	add_spark(p, sparks, v, LAYER_NONE);
}

/* --- what changed -------------------------------------------------------- */

/* The first snapshot from which on the stage has been what it is now. */
static const struct snapshot *reached(const struct progress *v,
				      const struct moved *m)
{
	uint32_t i = v->n_snapshots - 1;

	while (i && v->snapshots[i - 1].stands[m->competency->index].have ==
			    m->to)
		i--;
	return &v->snapshots[i];
}

static void add_moved(struct page *p, struct table *t,
		      const struct progress *v, const struct moved *m)
{
	const struct competency *c = m->competency;
	prose *cells = table_row(p, t);
	struct arena *a = p->arena;

	prose_data(a, &cells[0], MARK_PLAIN, c->name);
	prose_add(a, &cells[1], MARK_PLAIN, "%u",
		  (unsigned)competency_number(c, m->from));
	prose_add(a, &cells[2], m->to < m->from ? MARK_WARN : MARK_GOOD, "%u",
		  (unsigned)competency_number(c, m->to));
	add_day(p, &cells[3], MARK_PLAIN, reached(v, m)->day);
	if (!m->to)
		return;
	prose_data(a, &cells[4], MARK_PLAIN,
		   rubric_name(stage_rubric(&c->stages[m->to - 1],
					    v->target ? v->target->track
						      : NULL)));
}

static void add_changes(struct page *p, const struct progress *v)
{
	struct block *section = page_section(p, &p->root, "What changed");
	struct table *t;

	if (!v->moved.n) {
		prose_add(p->arena, page_paragraph(p, section), MARK_DIM,
			  "No stage is another one than before.");
		return;
	}
	t = &page_add(p, section, BLOCK_TABLE)->table;
	t->keys = 1;
	table_head(p, t, ALIGN_LEFT, "competency");
	table_head(p, t, ALIGN_RIGHT, "was");
	table_head(p, t, ALIGN_RIGHT, "is");
	table_head(p, t, ALIGN_LEFT, "since");
	table_head(p, t, ALIGN_LEFT, "stage");
	for_each(m, &v->moved)
		add_moved(p, t, v, m);
}

/* --- the plan ------------------------------------------------------------ */

static void add_step(struct page *p, struct block *list,
		     const struct progress *v, const struct step *step)
{
	struct block *item = page_add(p, list, BLOCK_ITEM);
	bool done = progress_is_done(v, step);

	item->marker = done ? MARKER_DONE : MARKER_OPEN;
	words_stage(p->arena, &item->body, MARK_PLAIN, step->stage);
	words_stage_name(p->arena, &item->body, MARK_PLAIN,
			 stage_rubric(step->stage, step->role->track));
	if (!v->ladder->timed || done)
		return;
	if (progress_is_due(v, step))
		prose_add(p->arena, &item->aside, MARK_WARN, "was due ");
	else
		prose_add(p->arena, &item->aside, MARK_DIM, "due ");
	add_day(p, &item->aside, MARK_PLAIN,
		v->since->day + (int32_t)((step->end * 7 + 999) / 1000));
}

static void add_plan(struct page *p, const struct progress *v)
{
	struct block *section, *list;

	if (!v->planned || !v->plan.steps.n)
		return;
	section = page_add(p, &p->root, BLOCK_SECTION);
	prose_add(p->arena, &section->title, MARK_PLAIN, "The plan of ");
	add_day(p, &section->title, MARK_PLAIN, v->since->day);
	prose_add(p->arena, &section->aside, MARK_PLAIN, "%u of %u %s done",
		  (unsigned)v->done, (unsigned)v->plan.steps.n,
		  words_plural(v->plan.steps.n, "step", "steps"));
	if (v->ladder->timed)
		prose_add(p->arena, &section->aside, MARK_DIM,
			  ", %u were due by now", (unsigned)v->due);
	list = page_add(p, section, BLOCK_LIST);
	for_each(step, &v->plan.steps)
		add_step(p, list, v, step);
}

/* --- evidence ------------------------------------------------------------ */

static uint32_t all_pieces(const struct progress *v)
{
	uint32_t sum = 0;

	for_each(m, &v->months)
		sum += m->pieces;
	return sum;
}

static void add_evidence(struct page *p, const struct progress *v)
{
	struct block *section = page_section(p, &p->root, "Evidence a month");
	struct block *spark =
		page_spark(p, page_add(p, section, BLOCK_SPARKS));
	char month[11];

	for_each(m, &v->months)
		spark_point(p, spark, m->first, m->pieces);
	date_write(v->months.at[0].first, month);
	prose_add(p->arena, &spark->title, MARK_PLAIN, "from %.7s", month);
	prose_add(p->arena, &spark->aside, MARK_PLAIN, "%u %s in %u %s",
		  (unsigned)all_pieces(v),
		  words_plural(all_pieces(v), "piece", "pieces"),
		  (unsigned)v->months.n,
		  words_plural(v->months.n, "month", "months"));
}

static void add_stale(struct page *p, const struct progress *v)
{
	struct block *list;

	if (!v->stale.n)
		return;
	list = page_add(p, page_section(p, &p->root, "Went stale"),
			BLOCK_LIST);
	for_each(rating, &v->stale) {
		prose *item = page_item(p, list, MARKER_OPEN);

		prose_data(p->arena, item, MARK_PLAIN,
			   (*rating)->competency->name);
		prose_add(p->arena, item, MARK_PLAIN,
			  ": the newest evidence is of ");
		add_day(p, item, MARK_PLAIN, rating_newest(*rating)->date);
	}
}

/* --- the page ------------------------------------------------------------ */

static void add_title(struct page *p, const struct progress *v)
{
	struct arena *a = p->arena;
	prose *title = &p->root.title, *below;

	prose_data(a, title, MARK_STRONG, last_of(v)->as->person);
	prose_add(a, title, MARK_STRONG, ": ");
	add_day(p, title, MARK_STRONG, first_of(v)->day);
	prose_add(a, title, MARK_STRONG, " to ");
	add_day(p, title, MARK_STRONG, last_of(v)->day);
	below = page_paragraph(p, &p->root);
	words_ladder(a, below, MARK_DIM, v->ladder);
	if (!v->target)
		return;
	prose_add(a, below, MARK_DIM, " · measured by ");
	words_role(a, below, MARK_DIM, v->ladder, v->target);
}

/* The first step of the plan that is not done. */
static const struct step *next_step(const struct progress *v)
{
	for_each(step, &v->plan.steps)
		if (!progress_is_done(v, step))
			return step;
	return NULL;
}

static void add_last(struct page *p, const struct progress *v)
{
	const struct share *now =
		progress_share(v, v->n_snapshots - 1, LAYER_NONE);
	const struct step *next = v->planned ? next_step(v) : NULL;
	prose *to;

	to = page_paragraph(p, page_add(p, &p->root, BLOCK_SUMMARY));
	prose_add(p->arena, to, MARK_STRONG, "%lld of %lld stages",
		  (long long)now->have, (long long)now->need);
	if (v->target) {
		prose_add(p->arena, to, MARK_STRONG, " that ");
		words_role(p->arena, to, MARK_STRONG, v->ladder, v->target);
		prose_add(p->arena, to, MARK_STRONG, " asks");
	}
	prose_add(p->arena, to, MARK_STRONG, ".");
	if (!next)
		return;
	prose_add(p->arena, to, MARK_PLAIN, " Next of the plan: ");
	words_stage(p->arena, to, MARK_PLAIN, next->stage);
	prose_add(p->arena, to, MARK_PLAIN, ".");
}

struct page *page_progress(struct arena *a, const struct progress *v)
{
	struct page *p = page_new(a);

	p->language = v->ladder->language;
	add_title(p, v);
	add_shares(p, v);
	add_changes(p, v);
	add_plan(p, v);
	add_evidence(p, v);
	add_stale(p, v);
	add_last(p, v);
	return p;
}
