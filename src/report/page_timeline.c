#include "report/pictures.h"
#include "report/view.h"
#include "report/words.h"

static void add_step(struct page *p, struct block *b,
		     const struct plan_view *v, uint32_t index)
{
	const struct step *step = &v->plan->steps.at[index];
	struct timeline_row *row = timeline_row(p, b);

	row->start = step->start;
	row->end = step->end;
	prose_add(p->arena, &row->name, MARK_PLAIN, "%u. ",
		  (unsigned)index + 1);
	words_stage(p->arena, &row->name, MARK_PLAIN, step->stage);
	page_when(p, &row->when, v, step->start, step->end);
}

/* The steps that the page leaves to their milestone are one row. */
static void add_folded(struct page *p, struct block *b,
		       const struct plan_view *v, const struct milestone *m)
{
	int64_t start = INT64_MAX, end = 0;
	struct timeline_row *row;
	uint32_t n = 0;

	for (uint32_t i = m->first_step; i < m->first_step + m->n_steps; i++) {
		const struct step *step = &v->plan->steps.at[i];

		if (!view_folds(v, i))
			continue;
		n++;
		start = step->start < start ? step->start : start;
		end = step->end > end ? step->end : end;
	}
	if (!n)
		return;
	row = timeline_row(p, b);
	row->start = start;
	row->end = end;
	prose_add(p->arena, &row->name, MARK_PLAIN, "%u %s", (unsigned)n,
		  words_plural(n, "more step", "more steps"));
	page_when(p, &row->when, v, start, end);
}

static void add_milestone(struct page *p, struct block *b,
			  const struct plan_view *v, const struct milestone *m)
{
	struct timeline_row *row;

	for (uint32_t i = m->first_step; i < m->first_step + m->n_steps; i++)
		if (!view_folds(v, i) &&
		    view_wants(v, &v->plan->steps.at[i]))
			add_step(p, b, v, i);
	add_folded(p, b, v, m);
	row = timeline_row(p, b);
	row->milestone = true;
	row->start = row->end = m->week;
	words_role(p->arena, &row->name, MARK_PLAIN, v->ladder, m->role);
	page_week(p, &row->when, MARK_PLAIN, v, m->week);
}

void picture_timeline(struct page *p, struct block *parent,
		      const struct plan_view *v)
{
	struct block *b;

	if (!v->ladder->timed || !v->plan->steps.n)
		return;
	b = page_timeline(p, parent, "When");
	b->beside = true;
	b->timeline->dated = v->dated;
	b->timeline->start_day = v->start_day;
	prose_add(p->arena, &b->body, MARK_PLAIN, "An estimate at ");
	words_figure(p->arena, &b->body, MARK_PLAIN, v->query->hours_per_week);
	prose_add(p->arena, &b->body, MARK_PLAIN, "\u00a0h a week.");
	for_each(m, &v->plan->milestones)
		add_milestone(p, b, v, m);
}
