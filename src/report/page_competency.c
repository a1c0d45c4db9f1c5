/* One competency in full: its stages, how to reach them, who asks for them. */
#include "report/page_step.h"
#include "report/words.h"

/* --- who asks ------------------------------------------------------------ */

static bool asks(const struct role *role, const struct stage *stage)
{
	for_each(ref, &role->requires)
		if (ref->stage == stage)
			return true;
	for_each(cell, &role->expects)
		if (cell->stage == stage)
			return true;
	return false;
}

static bool in_choice(const struct role *role, const struct stage *stage)
{
	for_each(choice, &role->choose)
		for_each(ref, &choice->of)
			if (ref->stage == stage)
				return true;
	return false;
}

static bool is_optional(const struct role *role, const struct stage *stage)
{
	for_each(ref, &role->optional)
		if (ref->stage == stage)
			return true;
	return false;
}

static void add_role(struct page *p, prose *to, const struct role *role,
		     const char *how)
{
	if (to->n)
		prose_add(p->arena, to, MARK_PLAIN, ", ");
	prose_data(p->arena, to, MARK_PLAIN, role->path);
	prose_add(p->arena, to, MARK_DIM, "%s", how);
}

/* The roles in whose text the stage stands, not those that inherit it. */
static void add_askers(struct page *p, struct block *pairs,
		       const struct ladder *l, const struct stage *stage)
{
	prose to = {0};

	for (uint32_t i = 0; i < l->n_roles; i++) {
		const struct role *role = l->roles[i];

		if (asks(role, stage))
			add_role(p, &to, role, "");
		else if (in_choice(role, stage))
			add_role(p, &to, role, " (choice)");
		else if (is_optional(role, stage))
			add_role(p, &to, role, " (stretch)");
	}
	if (to.n)
		page_pair(p, pairs, "asked by")->body = to;
}

static void add_opens(struct page *p, struct block *pairs,
		      const struct ladder *l, const struct stage *stage)
{
	prose to = {0};

	for_each(c, &l->competencies)
		for (uint32_t i = 0; i < c->n_stages; i++)
			for_each(ref, &c->stages[i].needs) {
				if (ref->stage != stage)
					continue;
				if (to.n)
					prose_add(p->arena, &to, MARK_PLAIN,
						  ", ");
				words_stage(p->arena, &to, MARK_PLAIN,
					    &c->stages[i]);
			}
	if (to.n)
		page_pair(p, pairs, "opens")->body = to;
}

/* --- a stage ------------------------------------------------------------- */

static void add_needs(struct page *p, struct block *pairs,
		      const struct stage *stage)
{
	prose *to;

	if (!stage->needs.n)
		return;
	to = &page_pair(p, pairs, "needs")->body;
	for (uint32_t i = 0; i < stage->needs.n; i++) {
		if (i)
			prose_add(p->arena, to, MARK_PLAIN, ", ");
		words_stage(p->arena, to, MARK_PLAIN,
			    stage->needs.at[i].stage);
	}
}

static void add_examples(struct page *p, struct block *item,
			 const struct texts *examples)
{
	struct block *list;

	if (!examples->n)
		return;
	list = page_add(p, item, BLOCK_LIST);
	for (uint32_t i = 0; i < examples->n; i++) {
		prose *to = page_item(p, list, MARKER_BULLET);

		prose_add(p->arena, to, MARK_DIM, "for example: ");
		prose_rich(p->arena, to, examples->at[i]);
	}
}

static void add_behaviours(struct page *p, struct block *pairs,
			   const struct rubric *r)
{
	struct block *list;

	if (!r->behaviours.n)
		return;
	list = page_add(p, page_pair(p, pairs, "show"), BLOCK_LIST);
	for_each(b, &r->behaviours) {
		struct block *item = page_add(p, list, BLOCK_ITEM);

		if (b->optional)
			prose_add(p->arena, &item->body, MARK_DIM,
				  "(optional) ");
		prose_rich(p->arena, &item->body, b->text);
		add_examples(p, item, &b->examples);
	}
}

/* The text of one stage; of cells, of one level. */
static void add_rubric(struct page *p, struct block *parent,
		       const struct rubric *r)
{
	struct block *pairs;

	if (r->summary.len)
		prose_rich(p->arena, page_paragraph(p, parent), r->summary);
	pairs = page_add(p, parent, BLOCK_PAIRS);
	add_behaviours(p, pairs, r);
	page_rubric_help(p, pairs, r);
}

static void add_rubrics(struct page *p, struct block *step,
			const struct stage *stage)
{
	if (stage->n_rubrics == 1) {
		add_rubric(p, step, stage->rubrics[0]);
		return;
	}
	for (uint32_t i = 0; i < stage->n_rubrics; i++) {
		struct block *part = page_add(p, step, BLOCK_SECTION);

		part->tight = true;
		prose_add(p->arena, &part->title, MARK_PLAIN, "as ");
		prose_data(p->arena, &part->title, MARK_CODE,
			   stage->rubrics[i]->role->path);
		add_rubric(p, part, stage->rubrics[i]);
	}
}

static void add_when(struct page *p, struct block *step,
		     const struct ladder *l, const struct stage *stage)
{
	if (!l->timed)
		return;
	words_effort(p->arena, &step->aside, MARK_PLAIN, stage->effort);
	if (stage->effort_assumed)
		prose_add(p->arena, &step->aside, MARK_DIM, " (assumed)");
	if (!stage->elapsed)
		return;
	prose_add(p->arena, &step->aside, MARK_PLAIN, ", over at least ");
	words_time(p->arena, &step->aside, MARK_PLAIN, stage->elapsed);
}

static void add_stage(struct page *p, const struct ladder *l,
		      const struct stage *stage)
{
	struct block *step = page_add(p, &p->root, BLOCK_STEP), *pairs;
	const struct rubric *r = stage->rubrics[0];

	step->number = stage->number;
	if (r->name.len || (!r->role && r->head.id.len))
		prose_data(p->arena, &step->title, MARK_STRONG,
			   r->name.len ? r->name : r->head.id);
	else
		words_stage(p->arena, &step->title, MARK_STRONG, stage);
	add_when(p, step, l, stage);
	add_rubrics(p, step, stage);
	pairs = page_add(p, step, BLOCK_PAIRS);
	add_needs(p, pairs, stage);
	add_opens(p, pairs, l, stage);
	add_askers(p, pairs, l, stage);
}

struct page *page_show_competency(struct arena *a, const struct ladder *l,
				  const struct competency *c)
{
	struct page *p = page_new(a);
	prose *below;

	p->language = l->language;
	prose_data(a, &p->root.title, MARK_STRONG, c->name);
	prose_data(a, &p->root.aside, MARK_CODE, c->head.id);
	below = page_paragraph(p, &p->root);
	prose_add(a, below, MARK_DIM, "%s", words_layer(c->layer));
	if (c->category) {
		prose_add(a, below, MARK_DIM, " · ");
		prose_data(a, below, MARK_DIM,
			   c->category->name.len ? c->category->name
						 : c->category->head.id);
	}
	if (c->summary.len)
		prose_rich(a, page_paragraph(p, &p->root), c->summary);
	for (uint32_t i = 0; i < c->n_stages; i++)
		add_stage(p, l, &c->stages[i]);
	return p;
}
