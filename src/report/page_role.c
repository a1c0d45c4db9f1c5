/* One role in full. */
#include "report/page_step.h"
#include "report/pictures.h"
#include "report/words.h"

#include "base/decimal.h"

/* --- what it is ---------------------------------------------------------- */

static void add_range(struct page *p, struct block *pairs, const char *key,
		      const struct span_of_figures *range, const char *unit)
{
	struct arena *a = p->arena;
	prose *to;

	if (!range->min && !range->max)
		return;
	to = &page_pair(p, pairs, key)->body;
	if (!range->min)
		prose_add(a, to, MARK_PLAIN, "up to ");
	else
		words_figure(a, to, MARK_PLAIN, range->min);
	if (range->min && range->max)
		prose_add(a, to, MARK_PLAIN, "–");
	if (range->max)
		words_figure(a, to, MARK_PLAIN, range->max);
	else
		prose_add(a, to, MARK_PLAIN, " or more");
	prose_add(a, to, MARK_PLAIN, "%s", unit);
	if (range->currency.len) {
		prose_add(a, to, MARK_PLAIN, " ");
		prose_data(a, to, MARK_PLAIN, range->currency);
	}
}

static void add_titles(struct page *p, struct block *pairs,
		       const struct role *role)
{
	prose *to;

	if (!role->titles.n)
		return;
	to = &page_pair(p, pairs, "also called")->body;
	for (uint32_t i = 0; i < role->titles.n; i++) {
		if (i)
			prose_add(p->arena, to, MARK_PLAIN, ", ");
		prose_data(p->arena, to, MARK_PLAIN, role->titles.at[i]);
	}
}

static void add_facts(struct page *p, const struct role *role)
{
	struct block *pairs = page_add(p, &p->root, BLOCK_PAIRS), *pair;
	struct arena *a = p->arena;

	prose_data(a, &page_pair(p, pairs, "track")->body, MARK_PLAIN,
		   role->track->name);
	prose_add(a, &page_pair(p, pairs, "rank")->body, MARK_PLAIN, "%lld",
		  (long long)role->rank);
	add_titles(p, pairs, role);
	for_each(attribute, &role->attributes) {
		pair = page_add(p, pairs, BLOCK_PAIR);
		prose_data(a, &pair->title, MARK_DIM, attribute->head.id);
		prose_rich(a, &pair->body, attribute->text);
	}
	if (role->min_time) {
		prose *to = &page_pair(p, pairs, "time in it")->body;

		prose_add(a, to, MARK_PLAIN, "at least ");
		words_time(a, to, MARK_PLAIN, role->min_time);
	}
	add_range(p, pairs, "experience", &role->experience, " years");
	add_range(p, pairs, "salary", &role->salary, "");
	if (role->terminal)
		prose_add(a, &page_pair(p, pairs, "terminal")->body,
			  MARK_PLAIN,
			  "nobody is expected to go further");
}

/* --- what it asks -------------------------------------------------------- */

static void add_behaviours(struct page *p, struct block *item,
			   const struct rubric *r)
{
	struct block *list = page_add(p, item, BLOCK_LIST);

	for_each(b, &r->behaviours) {
		prose *to = page_item(p, list, MARKER_BULLET);

		if (b->optional)
			prose_add(p->arena, to, MARK_DIM, "(optional) ");
		prose_rich(p->arena, to, b->text);
	}
}

static void add_stage(struct page *p, struct block *section,
		      const struct stage *stage, const struct role *role)
{
	const struct rubric *r = stage_rubric(stage, role->track);
	struct block *part = page_add(p, section, BLOCK_SECTION);

	part->tight = true;
	words_stage(p->arena, &part->title, MARK_STRONG, stage);
	words_stage_name(p->arena, &part->title, MARK_PLAIN, r);
	if (r->summary.len)
		prose_rich(p->arena, page_paragraph(p, part), r->summary);
	if (!words_say_it_all(r))
		add_behaviours(p, part, r);
}

static void add_inherited(struct page *p, struct block *section,
			  const struct ladder *l, const struct asked *asked,
			  const struct role *role, enum layer layer)
{
	prose *to = NULL;
	uint32_t i = 0;

	for_each(c, &l->competencies) {
		const struct asked *it = &asked[c->index];

		if (!it->stage || it->role == role || c->layer != (int)layer)
			continue;
		if (!to) {
			to = page_paragraph(p, section);
			prose_add(p->arena, to, MARK_DIM,
				  "from the levels below: ");
		}
		if (i++)
			prose_add(p->arena, to, MARK_DIM, ", ");
		words_stage(p->arena, to, MARK_DIM, it->stage);
	}
}

static void add_layer(struct page *p, const struct ladder *l,
		      const struct role *role, const struct asked *asked,
		      enum layer layer)
{
	struct block *section = page_section(p, &p->root,
					     words_layer((int)layer));
	uint32_t added = 0, all = 0;

	for_each(c, &l->competencies) {
		const struct asked *it = &asked[c->index];

		if (!it->stage || c->layer != (int)layer)
			continue;
		all++;
		if (it->role != role)
			continue;
		added++;
		add_stage(p, section, it->stage, role);
	}
	if (all)
		prose_add(p->arena, &section->aside, MARK_PLAIN,
			  "%u asked, %u new here", (unsigned)all,
			  (unsigned)added);
	else
		prose_add(p->arena, &section->aside, MARK_DIM,
			  "nothing asked");
	add_inherited(p, section, l, asked, role, layer);
}

static void add_refs(struct page *p, prose *to, const stage_refs *refs)
{
	for (uint32_t i = 0; i < refs->n; i++) {
		if (i)
			prose_add(p->arena, to, MARK_PLAIN, ", ");
		words_stage(p->arena, to, MARK_PLAIN, refs->at[i].stage);
	}
}

static void add_choices(struct page *p, struct block *list,
			const struct ladder *l, const struct role *role)
{
	for_each_in_force(r, role)
		for_each(choice, &r->choose) {
			struct block *item = page_add(p, list, BLOCK_ITEM);
			struct arena *a = p->arena;

			prose_add(a, &item->body, MARK_PLAIN, "%lld of: ",
				  (long long)choice->at_least);
			add_refs(p, &item->body, &choice->of);
			if (choice->summary.len)
				prose_rich(a, page_paragraph(p, item),
					   choice->summary);
			if (r != role)
				words_role(a, &item->aside, MARK_DIM, l, r);
		}
}

static void add_scores(struct page *p, struct block *list,
		       const struct ladder *l, const struct role *role)
{
	const struct score_goal **goals = role_score_goals(l, role, p->arena);

	for_each(score, &l->scores) {
		prose *to;

		if (!goals[score->index])
			continue;
		to = page_item(p, list, MARKER_BULLET);
		words_score(p->arena, to, MARK_PLAIN, score);
		prose_add(p->arena, to, MARK_PLAIN, " of at least ");
		words_figure(p->arena, to, MARK_STRONG,
			     goals[score->index]->figure);
		if (score->summary.len) {
			prose_add(p->arena, to, MARK_PLAIN, ": ");
			prose_rich(p->arena, to, score->summary);
		}
	}
}

static void add_rules(struct page *p, const struct ladder *l,
		      const struct role *role)
{
	struct block *section = page_section(p, &p->root, "Also");
	struct block *list = page_add(p, section, BLOCK_LIST);

	add_choices(p, list, l, role);
	add_scores(p, list, l, role);
	for (uint32_t i = 0; i < role->gates.n; i++) {
		prose *to = page_item(p, list, MARKER_BULLET);

		prose_add(p->arena, to, MARK_PLAIN, "gate: ");
		prose_rich(p->arena, to, role->gates.at[i]);
	}
	if (role->optional.n) {
		prose *to = page_item(p, list, MARKER_BULLET);

		prose_add(p->arena, to, MARK_PLAIN, "as a stretch: ");
		add_refs(p, to, &role->optional);
	}
	if (!list->first)
		prose_add(p->arena, page_item(p, list, MARKER_BULLET),
			  MARK_DIM, "no choice, no score, no gate");
}

/* --- where it leads ------------------------------------------------------ */

static void add_moves(struct page *p, const struct ladder *l,
		      const struct role *role)
{
	edges moves = role_edges(l, role, p->arena);
	struct block *section, *list;

	if (!moves.n)
		return;
	section = page_section(p, &p->root, "From here to");
	list = page_add(p, section, BLOCK_LIST);
	for_each(edge, &moves) {
		struct block *item = page_add(p, list, BLOCK_ITEM);

		prose_data(p->arena, &item->body, MARK_PLAIN, edge->to->title);
		prose_add(p->arena, &item->body, MARK_PLAIN, " ");
		prose_data(p->arena, &item->body, MARK_CODE, edge->to->path);
		if (edge->kind == EDGE_NEXT)
			prose_add(p->arena, &item->body, MARK_DIM,
				  ", the next level");
		if (edge->move && edge->move->summary.len)
			prose_rich(p->arena, page_paragraph(p, item),
				   edge->move->summary);
	}
}

/* Beside the level below, so that the eye finds what it adds. */
static void add_picture(struct page *p, const struct ladder *l,
			const struct role *role)
{
	struct asks_view v = {.ladder = l, .roles = {role}, .n_roles = 1};

	if (role->level)
		v.roles[v.n_roles++] = role - 1;
	picture_asks(p, &p->root, &v);
}

struct page *page_show_role(struct arena *a, const struct ladder *l,
			    const struct role *role)
{
	struct page *p = page_new(a);
	struct asked *asked = role_asks(l, role, a);

	p->language = l->language;
	prose_data(a, &p->root.title, MARK_STRONG, role->title);
	if (role->code.len) {
		prose_add(a, &p->root.title, MARK_STRONG, ", ");
		prose_data(a, &p->root.title, MARK_STRONG, role->code);
	}
	prose_data(a, &p->root.aside, MARK_CODE, role->path);
	if (role->summary.len)
		prose_rich(a, page_paragraph(p, &p->root), role->summary);
	add_facts(p, role);
	add_picture(p, l, role);
	for (int layer = LAYER_EXECUTION; layer <= N_LAYERS; layer++)
		add_layer(p, l, role, asked, (enum layer)layer);
	add_rules(p, l, role);
	add_moves(p, l, role);
	return p;
}
