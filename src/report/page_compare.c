#include "report/compare.h"
#include "report/pictures.h"
#include "report/words.h"

/* --- the title ----------------------------------------------------------- */

static void add_title(struct page *p, const struct compare_view *v)
{
	struct arena *a = p->arena;
	prose *title = &p->root.title, *below;

	if (v->assessment)
		prose_data(a, title, MARK_STRONG, v->assessment->person);
	else
		prose_add(a, title, MARK_STRONG, "Compare");
	prose_add(a, title, MARK_STRONG, ": ");
	for (uint32_t i = 0; i < v->comparison->roles.n; i++) {
		words_comma(a, title, i, v->comparison->roles.n);
		words_role(a, title, MARK_STRONG, v->ladder,
			   v->comparison->roles.at[i].role);
	}
	below = page_paragraph(p, &p->root);
	prose_data(a, below, MARK_DIM, v->ladder->name);
	prose_add(a, below, MARK_DIM, " · from ");
	if (v->query->from)
		prose_data(a, below, MARK_DIM, v->query->from->path);
	else
		prose_add(a, below, MARK_DIM, "no role yet");
}

/* --- what each costs ----------------------------------------------------- */

static void add_outlay(struct page *p, prose *to, const struct compare_view *v,
		       struct outlay o)
{
	prose_add(p->arena, to, MARK_PLAIN, "%u %s", (unsigned)o.steps,
		  words_plural(o.steps, "step", "steps"));
	if (!v->ladder->timed || !o.steps)
		return;
	prose_add(p->arena, to, MARK_PLAIN, ", ");
	words_effort(p->arena, to, MARK_PLAIN, o.effort);
}

static void add_way_row(struct page *p, struct table *t,
			const struct compare_view *v,
			const struct alternative *alt)
{
	const struct plan *plan = &alt->result.plan;
	prose *cells = table_row(p, t);
	struct arena *a = p->arena;

	words_role(a, &cells[0], MARK_PLAIN, v->ladder, alt->role);
	prose_add(a, &cells[1], MARK_PLAIN, "%u\u00a0of\u00a0%u",
		  (unsigned)alt->gap.met,
		  (unsigned)(alt->gap.required - alt->gap.waived));
	if (!alt->gap.open) {
		prose_add(a, &cells[2], MARK_GOOD, "met");
		return;
	}
	if (alt->result.status != PLAN_OK) {
		prose_add(a, &cells[2], MARK_WARN, "no way");
		return;
	}
	prose_add(a, &cells[2], MARK_PLAIN, "%u", (unsigned)plan->steps.n);
	if (v->ladder->timed) {
		words_effort(a, &cells[3], MARK_PLAIN, plan->cost);
		prose_add(a, &cells[4], MARK_PLAIN, "%lld",
			  (long long)week_up(plan->finish));
	}
	add_outlay(p, &cells[v->ladder->timed ? 5 : 3], v, alt->own);
}

static void add_ways(struct page *p, const struct compare_view *v)
{
	struct block *section =
		page_section(p, &p->root, "From here to each");
	struct table *t = &page_add(p, section, BLOCK_TABLE)->table;

	t->keys = 1;
	table_head(p, t, ALIGN_LEFT, "role");
	table_head(p, t, ALIGN_RIGHT, "met");
	table_head(p, t, ALIGN_RIGHT, "steps");
	if (v->ladder->timed) {
		table_head(p, t, ALIGN_LEFT, "effort");
		table_head(p, t, ALIGN_RIGHT, "weeks");
	}
	table_head(p, t, ALIGN_LEFT, "its own");
	for_each(alt, &v->comparison->roles)
		add_way_row(p, t, v, alt);
	if (v->comparison->shared.steps) {
		prose *to = page_paragraph(p, section);

		prose_add(p->arena, to, MARK_PLAIN, "%s ways share ",
			  v->comparison->roles.n == 2 ? "Both" : "All");
		add_outlay(p, to, v, v->comparison->shared);
		prose_add(p->arena, to, MARK_PLAIN, ".");
	}
}

/* --- what it means for the target ---------------------------------------- */

static void add_detour(struct page *p, prose *to, const struct compare_view *v,
		       const struct alternative *alt)
{
	struct detour d = outlay_minus(alt->through, v->comparison->direct);
	struct outlay more = {(uint32_t)d.steps, {NULL, d.min, d.max}};
	struct detour left = outlay_minus(v->comparison->direct, alt->rest);

	if (d.steps <= 0 && d.min <= 0 && d.max <= 0)
		prose_add(p->arena, to, MARK_GOOD, "on the way");
	else if (d.steps > 0 && d.min >= 0)
		add_outlay(p, to, v, more);
	else
		prose_add(p->arena, to, MARK_PLAIN, "%+lld steps",
			  (long long)d.steps);
	if (left.steps <= 0 && left.max <= 0)
		prose_add(p->arena, to, MARK_WARN, ", no nearer");
}

static void add_lead_row(struct page *p, struct table *t,
			 const struct compare_view *v,
			 const struct alternative *alt)
{
	prose *cells = table_row(p, t);

	words_role(p->arena, &cells[0], MARK_PLAIN, v->ladder, alt->role);
	if (!alt->leads_on) {
		prose_add(p->arena, &cells[1], MARK_WARN, "no way on");
		return;
	}
	add_outlay(p, &cells[1], v, alt->carried);
	add_outlay(p, &cells[2], v, alt->rest);
	add_detour(p, &cells[3], v, alt);
}

/* Neither the target nor where one stands already. */
static bool is_elsewhere(const struct compare_view *v,
			 const struct alternative *alt)
{
	return alt->role != v->comparison->target &&
	       alt->role != v->query->from;
}

static bool any_elsewhere(const struct compare_view *v)
{
	for_each(alt, &v->comparison->roles)
		if (is_elsewhere(v, alt))
			return true;
	return false;
}

static bool any_leads_on(const struct compare_view *v)
{
	for_each(alt, &v->comparison->roles)
		if (is_elsewhere(v, alt) && alt->leads_on)
			return true;
	return false;
}

static void add_lead_table(struct page *p, struct block *section,
			   const struct compare_view *v)
{
	struct table *t = &page_add(p, section, BLOCK_TABLE)->table;

	t->keys = 1;
	table_head(p, t, ALIGN_LEFT, "through");
	table_head(p, t, ALIGN_LEFT, "carries over");
	table_head(p, t, ALIGN_LEFT, "left after it");
	table_head(p, t, ALIGN_LEFT, "detour");
	for_each(alt, &v->comparison->roles)
		if (is_elsewhere(v, alt))
			add_lead_row(p, t, v, alt);
}

static void add_leads(struct page *p, const struct compare_view *v)
{
	const struct comparison *c = v->comparison;
	struct block *section;
	prose *to;

	if (!c->target || !c->reachable || !any_elsewhere(v))
		return;
	section = page_section(p, &p->root, "And on to ");
	words_role(p->arena, &section->title, MARK_STRONG, v->ladder,
		   c->target);
	to = page_paragraph(p, section);
	prose_add(p->arena, to, MARK_PLAIN, "Without a detour: ");
	add_outlay(p, to, v, c->direct);
	prose_add(p->arena, to, MARK_PLAIN, ".");
	if (any_leads_on(v))
		add_lead_table(p, section, v);
	else
		prose_add(p->arena, to, MARK_PLAIN,
			  " There is no way on to it from the roles above.");
}

/* --- pictures ------------------------------------------------------------ */

static void add_asks(struct page *p, const struct compare_view *v)
{
	struct asks_view asks = {.ladder = v->ladder,
				 .stands = v->query->stands,
				 .by_most = true};

	for_each(alt, &v->comparison->roles)
		if (asks.n_roles < PICTURE_ROLES)
			asks.roles[asks.n_roles++] = alt->role;
	picture_asks(p, &p->root, &asks);
}

static void add_map(struct page *p, const struct compare_view *v)
{
	struct map_view map = {.ladder = v->ladder, .here = v->query->from,
			       .known = v->assessment};

	for_each(alt, &v->comparison->roles) {
		const struct plan *plan = &alt->result.plan;

		if (map.n_ways == PICTURE_ROLES ||
		    alt->result.status != PLAN_OK)
			continue;
		map.ways[map.n_ways++] = (struct map_way){
			(const struct role *const *)plan->route.at,
			plan->route.n};
	}
	picture_map(p, &p->root, &map);
}

/* --- the last line ------------------------------------------------------- */

static void add_last(struct page *p, const struct compare_view *v)
{
	const struct alternative *nearest = NULL;
	struct block *last = page_add(p, &p->root, BLOCK_SUMMARY);
	prose *to;

	for_each(alt, &v->comparison->roles)
		if (alt->result.status == PLAN_OK && alt->gap.open &&
		    (!nearest || plan_price(v->ladder, &alt->result.plan) <
			     plan_price(v->ladder, &nearest->result.plan)))
			nearest = alt;
	to = page_paragraph(p, last);
	if (!nearest) {
		prose_add(p->arena, to, MARK_STRONG,
			  "Nothing to reach: each is met, or no move leads "
			  "there.");
		return;
	}
	words_role(p->arena, to, MARK_STRONG, v->ladder, nearest->role);
	prose_add(p->arena, to, MARK_STRONG, "%s",
		  v->comparison->roles.n == 1   ? ": "
		  : v->comparison->roles.n == 2 ? " is nearer: "
						: " is nearest: ");
	add_outlay(p, to, v,
		   (struct outlay){nearest->result.plan.steps.n,
				   nearest->result.plan.cost});
	prose_add(p->arena, to, MARK_PLAIN, ". `ladder plan --target ");
	prose_data(p->arena, to, MARK_PLAIN, nearest->role->path);
	prose_add(p->arena, to, MARK_PLAIN, "` shows the way.");
}

struct page *page_compare(struct arena *a, const struct compare_view *v)
{
	struct page *p = page_new(a);

	p->language = v->ladder->language;
	add_title(p, v);
	add_ways(p, v);
	add_leads(p, v);
	add_asks(p, v);
	add_map(p, v);
	add_last(p, v);
	return p;
}
