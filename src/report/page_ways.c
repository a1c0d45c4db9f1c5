#include "report/page_ways.h"

#include "report/words.h"

static void add_roles(struct page *p, prose *to, const struct plan_view *v,
		      const struct plan *plan)
{
	uint32_t shown = 0;

	for (uint32_t i = 0; i < plan->route.n; i++) {
		const struct role *role = plan->route.at[i];

		if (role == v->query->from || role == v->query->target)
			continue;
		prose_add(p->arena, to, MARK_PLAIN, "%s",
			  shown++ ? " → " : "through ");
		words_role(p->arena, to, MARK_PLAIN, v->ladder, role);
	}
	if (!shown)
		prose_add(p->arena, to, MARK_PLAIN, "straight");
}

/* "3 steps more, about 34–58 h" */
static void add_more(struct page *p, prose *to, const struct plan_view *v,
		     const struct plan *plan)
{
	int64_t steps = (int64_t)plan->steps.n - (int64_t)v->plan->steps.n;
	struct effort more = {NULL, plan->cost.min - v->plan->cost.min,
			      plan->cost.max - v->plan->cost.max};

	if (steps >= 0)
		prose_add(p->arena, to, MARK_PLAIN, "%lld %s more",
			  (long long)steps,
			  words_plural((uint64_t)steps, "step", "steps"));
	else
		prose_add(p->arena, to, MARK_PLAIN, "%lld %s fewer",
			  (long long)-steps,
			  words_plural((uint64_t)-steps, "step", "steps"));
	if (!v->ladder->timed || more.max <= 0 || more.min < 0)
		return;
	prose_add(p->arena, to, MARK_PLAIN, ", ");
	words_effort(p->arena, to, MARK_PLAIN, more);
}

void ways_section(struct page *p, const struct plan_view *v)
{
	struct block *section, *list;

	if (!v->others)
		return;
	section = page_section(p, &p->root, "Other ways");
	if (!v->others->n) {
		prose_add(p->arena, page_paragraph(p, section), MARK_DIM,
			  "There is no other way.");
		return;
	}
	list = page_add(p, section, BLOCK_LIST);
	for_each(way, v->others) {
		struct block *item = page_add(p, list, BLOCK_ITEM);

		item->marker = MARKER_BULLET;
		add_roles(p, &item->body, v, &way->plan);
		add_more(p, &item->aside, v, &way->plan);
	}
}
