#include "report/page_stand.h"
#include "report/page_step.h"
#include "report/page_ways.h"
#include "report/pictures.h"
#include "report/view.h"
#include "report/words.h"

/* --- sections of steps --------------------------------------------------- */

static const char *const horizon_titles[] = {
	[HORIZON_NOW] = "Now: the next three months",
	[HORIZON_NEXT] = "Next: up to a year",
	[HORIZON_LATER] = "Later",
};

static struct block *horizon_section(struct page *p, const struct plan_view *v,
				     enum horizon horizon)
{
	struct block *section =
		page_section(p, &p->root, horizon_titles[horizon]);

	if (v->dated && horizon == HORIZON_NOW) {
		prose_add(p->arena, &section->aside, MARK_PLAIN, "from ");
		page_week(p, &section->aside, MARK_PLAIN, v, 0);
	}
	return section;
}

static void add_horizon(struct page *p, const struct plan_view *v,
			enum horizon horizon)
{
	struct block *section = NULL;

	for (uint32_t i = 0; i < v->plan->steps.n; i++) {
		const struct step *step = &v->plan->steps.at[i];

		if (step->horizon != horizon || view_folds(v, i) ||
		    !view_wants(v, step))
			continue;
		if (!section)
			section = horizon_section(p, v, horizon);
		page_step(p, section, v, i, view_detail(v, i));
	}
}

/* Without weeks: the roles in order are all the time there is. */
static void add_group(struct page *p, const struct plan_view *v, uint32_t m)
{
	const struct milestone *milestone = &v->plan->milestones.at[m];
	struct block *section;

	if (!milestone->n_steps || view_folds(v, milestone->first_step))
		return;
	section = page_section(p, &p->root,
			       m ? "Then, towards " : "First, towards ");
	words_role(p->arena, &section->title, MARK_STRONG, v->ladder,
		   milestone->role);
	prose_add(p->arena, &section->aside, MARK_PLAIN, "%u %s",
		  (unsigned)milestone->n_steps,
		  words_plural(milestone->n_steps, "step", "steps"));
	for (uint32_t i = 0; i < milestone->n_steps; i++)
		page_step(p, section, v, milestone->first_step + i,
			  view_detail(v, milestone->first_step + i));
}

static void add_unwanted(struct page *p, const struct plan_view *v)
{
	uint32_t n = 0;

	for_each(step, &v->plan->steps)
		n += !view_wants(v, step);
	if (!n)
		return;
	prose_add(p->arena, page_paragraph(p, &p->root), MARK_DIM,
		  "%u more %s later: `--horizon later` shows %s.",
		  (unsigned)n, words_plural(n, "step begins", "steps begin"),
		  words_plural(n, "it", "them"));
}

static void add_steps(struct page *p, const struct plan_view *v)
{
	if (v->ladder->timed) {
		for (int h = HORIZON_NOW; h <= HORIZON_LATER; h++)
			add_horizon(p, v, (enum horizon)h);
		add_unwanted(p, v);
		return;
	}
	for (uint32_t m = 0; m < v->plan->milestones.n; m++)
		add_group(p, v, m);
}

/* --- milestones ---------------------------------------------------------- */

/* The steps of a milestone that have no lines of their own. */
struct folded {
	uint32_t n;
	struct effort effort;
};

static struct folded sum_folded(const struct plan_view *v,
				const struct milestone *m)
{
	struct folded sum = {0};

	for (uint32_t i = m->first_step; i < m->first_step + m->n_steps; i++) {
		const struct step *step = &v->plan->steps.at[i];

		if (!view_folds(v, i))
			continue;
		sum.n++;
		sum.effort.min += step->effort.min;
		sum.effort.max += step->effort.max;
	}
	return sum;
}

/* "12 steps, about 300–500 h: Delivery 4, Influence 3 …" */
static void add_folded(struct page *p, struct block *item,
		       const struct plan_view *v, const struct milestone *m)
{
	struct folded sum = sum_folded(v, m);
	struct arena *a = p->arena;
	uint32_t at = 0;
	prose *to;

	if (!sum.n)
		return;
	to = page_paragraph(p, item);
	prose_add(a, to, MARK_PLAIN, "%u %s", (unsigned)sum.n,
		  words_plural(sum.n, "step", "steps"));
	if (v->ladder->timed) {
		prose_add(a, to, MARK_PLAIN, ", ");
		words_effort(a, to, MARK_PLAIN, sum.effort);
	}
	prose_add(a, to, MARK_PLAIN, ": ");
	for (uint32_t i = m->first_step; i < m->first_step + m->n_steps; i++) {
		if (!view_folds(v, i))
			continue;
		words_comma(a, to, at++, sum.n);
		words_stage(a, to, MARK_PLAIN, v->plan->steps.at[i].stage);
	}
}

static int64_t last_end(const struct plan *plan, const struct milestone *m)
{
	int64_t end = 0;

	for (uint32_t i = 0; i < m->first_step + m->n_steps; i++)
		if (plan->steps.at[i].end > end)
			end = plan->steps.at[i].end;
	return end;
}

/* A milestone that stands later than its steps waits for its time. */
static void add_waiting(struct page *p, struct block *item,
			const struct plan_view *v, uint32_t index)
{
	const struct milestone *m = &v->plan->milestones.at[index];
	const struct role *before =
		index		 ? v->plan->milestones.at[index - 1].role
		: v->query->from ? v->query->from
				 : NULL;
	prose *to;

	if (!before || !before->min_time || m->week <= last_end(v->plan, m))
		return;
	to = page_paragraph(p, item);
	prose_add(p->arena, to, MARK_DIM, "waits for ");
	words_time(p->arena, to, MARK_DIM, before->min_time);
	prose_add(p->arena, to, MARK_DIM, " as ");
	words_role(p->arena, to, MARK_DIM, v->ladder, before);
}

static void add_gates(struct page *p, struct block *item,
		      const struct role *role)
{
	for (uint32_t i = 0; i < role->gates.n; i++) {
		prose *to = page_paragraph(p, item);

		prose_add(p->arena, to, MARK_PLAIN, "gate: ");
		prose_rich(p->arena, to, role->gates.at[i]);
	}
}

/* One milestone without week and gate is the end of the steps and no more. */
static bool tells_more(const struct plan_view *v)
{
	const struct plan *plan = v->plan;

	return plan->milestones.n > 1 ||
	       (plan->milestones.n &&
		(v->ladder->timed || plan->milestones.at[0].role->gates.n));
}

static void add_milestones(struct page *p, const struct plan_view *v)
{
	struct block *section, *list;

	if (!tells_more(v))
		return;
	section = page_section(p, &p->root, "Milestones");
	list = page_add(p, section, BLOCK_LIST);
	for (uint32_t i = 0; i < v->plan->milestones.n; i++) {
		const struct milestone *m = &v->plan->milestones.at[i];
		struct block *item = page_add(p, list, BLOCK_ITEM);

		item->marker = MARKER_MILESTONE;
		words_role(p->arena, &item->body, MARK_STRONG, v->ladder,
			   m->role);
		if (v->ladder->timed)
			page_week(p, &item->aside, MARK_PLAIN, v, m->week);
		add_gates(p, item, m->role);
		add_waiting(p, item, v, i);
		add_folded(p, item, v, m);
	}
}

/* --- the last lines ------------------------------------------------------ */

/* "9 steps, about 169–299 h" */
static void add_size(struct page *p, prose *to, const struct plan_view *v)
{
	const struct plan *plan = v->plan;
	struct arena *a = p->arena;

	prose_add(a, to, MARK_PLAIN, "%u %s", (unsigned)plan->steps.n,
		  words_plural(plan->steps.n, "step", "steps"));
	if (!v->ladder->timed)
		return;
	prose_add(a, to, MARK_PLAIN, ", ");
	words_effort(a, to, MARK_PLAIN, plan->cost);
}

static void add_counts(struct page *p, prose *to, const struct plan_view *v)
{
	const struct plan *plan = v->plan;
	struct arena *a = p->arena;

	add_size(p, to, v);
	if (!v->ladder->timed)
		return;
	prose_add(a, to, MARK_PLAIN, " at ");
	words_figure(a, to, MARK_PLAIN, v->query->hours_per_week);
	prose_add(a, to, MARK_PLAIN, "\u00a0h a week, done by ");
	page_week(p, to, MARK_PLAIN, v, plan->finish);
	prose_add(a, to, MARK_PLAIN, " (an estimate)");
}

static void add_bound(struct page *p, prose *to, const struct plan_view *v)
{
	if (v->plan->optimal)
		return;
	prose_add(p->arena, to, MARK_DIM, " No way takes less than %lld%s.",
		  (long long)(v->ladder->timed ? v->plan->lower_bound / 8
					       : v->plan->lower_bound),
		  v->ladder->timed ? "\u00a0h"
				   : words_plural(
					     (uint64_t)v->plan->lower_bound,
					     " step", " steps"));
}

/* A practice, else a behaviour that is still to show. */
static struct str first_thing(const struct plan_view *v,
			      const struct step *step)
{
	const struct rubric *r = step_rubric(v, step);
	const bool *met = step_met(v, step);

	if (r->practise.n)
		return r->practise.at[0];
	if (words_say_it_all(r))
		return (struct str){0};
	for (uint32_t i = 0; i < r->behaviours.n; i++)
		if (!(met && met[i]) && !r->behaviours.at[i].optional)
			return r->behaviours.at[i].text;
	return (struct str){0};
}

static void add_first_thing(struct page *p, prose *to,
			    const struct plan_view *v)
{
	const struct step *step = &v->plan->steps.at[0];
	struct str text = first_thing(v, step);

	prose_add(p->arena, to, MARK_STRONG, "Start with ");
	words_stage(p->arena, to, MARK_STRONG, step->stage);
	prose_add(p->arena, to, MARK_PLAIN, text.len ? ": " : ".");
	prose_rich(p->arena, to, text);
}

static void add_last(struct page *p, const struct plan_view *v)
{
	struct block *last = page_add(p, &p->root, BLOCK_SUMMARY);
	prose *to;

	to = page_paragraph(p, last);
	if (!v->plan->steps.n) {
		prose_add(p->arena, to, MARK_GOOD,
			  "Nothing is left to learn: ");
		words_role(p->arena, to, MARK_GOOD, v->ladder,
			   v->query->target);
		prose_add(p->arena, to, MARK_GOOD, " is met.");
		return;
	}
	add_counts(p, to, v);
	prose_add(p->arena, to, MARK_PLAIN, ".");
	add_bound(p, to, v);
	add_first_thing(p, page_paragraph(p, last), v);
}

static void add_map(struct page *p, struct block *parent,
		    const struct plan_view *v)
{
	const struct plan *plan = v->plan;
	struct map_view map = {.ladder = v->ladder, .here = v->query->from,
			       .known = v->assessment, .n_ways = 1};

	map.ways[0] = (struct map_way){(const struct role *const *)
					       plan->route.at, plan->route.n};
	picture_map(p, parent, &map);
}

struct page *page_plan(struct arena *a, const struct plan_view *v)
{
	struct page *p = page_new(a);

	p->language = v->ladder->language;
	stand_title(p, v);
	if (v->plan->steps.n)
		add_size(p, &p->root.aside, v);
	stand_section(p, v);
	picture_timeline(p, &p->root, v);
	add_steps(p, v);
	add_milestones(p, v);
	add_map(p, &p->root, v);
	ways_section(p, v);
	stand_waived(p, v);
	add_last(p, v);
	return p;
}
