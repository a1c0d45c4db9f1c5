#include "report/page_stand.h"
#include "report/words.h"

#include "base/decimal.h"

/* --- stages -------------------------------------------------------------- */

static bool is_open(const struct rule_state *rule)
{
	return !rule->met && !rule->waived;
}

static bool in_layer(const struct rule_state *rule, enum layer layer)
{
	return rule->kind == RULE_REQUIRES &&
	       rule->competency->layer == (int)layer;
}

/* Whether a lower level than the target asks for something that is open. */
static bool asked_below(const struct plan_view *v, enum layer layer)
{
	for_each(rule, &v->gap->rules)
		if (in_layer(rule, layer) && is_open(rule) &&
		    rule->role != v->query->target)
			return true;
	return false;
}

static struct table *new_table(struct page *p, struct block *section,
			       bool asker)
{
	struct table *t = &page_add(p, section, BLOCK_TABLE)->table;

	t->keys = 1;
	table_head(p, t, ALIGN_LEFT, "competency");
	table_head(p, t, ALIGN_RIGHT, "have");
	table_head(p, t, ALIGN_RIGHT, "need");
	table_head(p, t, ALIGN_LEFT, "what it asks for");
	if (asker)
		table_head(p, t, ALIGN_LEFT, "asked by");
	return t;
}

/* How much of the next stage is shown already. */
static void add_partly(struct page *p, prose *to, const struct stand *stand)
{
	const struct rubric *r = stand->partly;

	prose_add(p->arena, to, MARK_DIM, " (%u of %u shown for %u)",
		  (unsigned)(r->counted - stand->left), (unsigned)r->counted,
		  (unsigned)r->stage->number);
}

static void add_row(struct page *p, struct table *t, const struct plan_view *v,
		    const struct rule_state *rule)
{
	prose *cells = table_row(p, t);
	struct arena *a = p->arena;
	const struct stand *stand = &v->query->stands[rule->competency->index];
	const struct rubric *r = stage_rubric(rule->stage,
					      v->query->target->track);

	prose_data(a, &cells[0], MARK_PLAIN, rule->competency->name);
	prose_add(a, &cells[1], rule->have ? MARK_PLAIN : MARK_DIM, "%lld",
		  (long long)rule->have);
	prose_add(a, &cells[2], MARK_WARN, "%lld", (long long)rule->need);
	prose_data(a, &cells[3], MARK_PLAIN, rubric_name(r));
	if (stand->partly)
		add_partly(p, &cells[3], stand);
	if (t->columns.n > 4)
		words_role(a, &cells[4], MARK_PLAIN, v->ladder, rule->role);
}

enum { NAMES_MOST = 320 }; /* bytes of names that are met, to be told */

static size_t names_met(const struct plan_view *v, enum layer layer)
{
	size_t sum = 0;

	for_each(rule, &v->gap->rules)
		if (in_layer(rule, layer) && rule->met)
			sum += rule->competency->name.len;
	return sum;
}

static void add_met(struct page *p, struct block *section,
		    const struct plan_view *v, enum layer layer, uint32_t n)
{
	prose *to = page_paragraph(p, section);
	uint32_t i = 0;

	prose_add(p->arena, to, MARK_GOOD, "%u met", (unsigned)n);
	if (names_met(v, layer) > NAMES_MOST)
		return;
	prose_add(p->arena, to, MARK_DIM, ": ");
	for_each(rule, &v->gap->rules) {
		if (!in_layer(rule, layer) || !rule->met)
			continue;
		words_comma(p->arena, to, i++, n);
		words_stage(p->arena, to, MARK_DIM, rule->stage);
	}
}

static void add_layer(struct page *p, const struct plan_view *v,
		      enum layer layer)
{
	struct block *section = NULL;
	struct table *t = NULL;
	uint32_t open = 0, met = 0;

	for_each(rule, &v->gap->rules) {
		open += in_layer(rule, layer) && is_open(rule);
		met += in_layer(rule, layer) && rule->met;
	}
	if (!open && !met)
		return;
	section = page_section(p, &p->root, words_layer((int)layer));
	prose_add(p->arena, &section->aside, MARK_PLAIN, "%u of %u open",
		  (unsigned)open, (unsigned)(open + met));
	for_each(rule, &v->gap->rules) {
		if (!in_layer(rule, layer) || !is_open(rule))
			continue;
		if (!t)
			t = new_table(p, section, asked_below(v, layer));
		add_row(p, t, v, rule);
	}
	if (met)
		add_met(p, section, v, layer, met);
}

/* --- choices and scores -------------------------------------------------- */

static enum marker marker_of(const struct rule_state *rule)
{
	return rule->met      ? MARKER_DONE
	       : rule->waived ? MARKER_BULLET
			      : MARKER_OPEN;
}

static bool holds(const struct plan_view *v, const struct stage_ref *ref)
{
	return v->query->stands[ref->competency->index].have >=
	       ref->stage->ordinal;
}

static void add_options(struct page *p, struct block *item,
			const struct plan_view *v, const struct choice *choice)
{
	struct block *list = page_add(p, item, BLOCK_LIST);

	for_each(ref, &choice->of) {
		const struct stand *s =
			&v->query->stands[ref->competency->index];
		bool held = holds(v, ref);
		prose *to;

		if (s->na)
			continue;
		to = page_item(p, list, held ? MARKER_DONE : MARKER_OPEN);
		words_stage(p->arena, to, MARK_PLAIN, ref->stage);
		if (!held)
			prose_add(p->arena, to, MARK_DIM, " (have %u)",
				  (unsigned)s->rank_have);
	}
}

/* Of a choice that is met, what meets it is enough. */
static void add_held(struct page *p, prose *to, const struct plan_view *v,
		     const struct rule_state *rule)
{
	uint32_t i = 0;

	for_each(ref, &rule->choice->of) {
		if (!holds(v, ref))
			continue;
		prose_add(p->arena, to, MARK_DIM, i++ ? ", " : " (");
		words_stage(p->arena, to, MARK_DIM, ref->stage);
	}
	prose_add(p->arena, to, MARK_DIM, i ? ")" : "");
}

static void add_choice(struct page *p, struct block *list,
		       const struct plan_view *v, const struct rule_state *rule)
{
	struct block *item = page_add(p, list, BLOCK_ITEM);
	struct arena *a = p->arena;

	item->marker = marker_of(rule);
	words_role(a, &item->aside, MARK_DIM, v->ladder, rule->role);
	prose_add(a, &item->body, MARK_PLAIN, "%lld of %lld held",
		  (long long)rule->have, (long long)rule->need);
	if (rule->waived)
		prose_add(a, &item->body, MARK_DIM, ", waived");
	if (rule->met)
		add_held(p, &item->body, v, rule);
	if (rule->choice->summary.len) {
		prose_add(a, &item->body, MARK_PLAIN, ": ");
		prose_rich(a, &item->body, rule->choice->summary);
	}
	if (is_open(rule))
		add_options(p, item, v, rule->choice);
}

static void add_score(struct page *p, struct block *list,
		      const struct plan_view *v, const struct rule_state *rule)
{
	struct block *item = page_add(p, list, BLOCK_ITEM);
	const struct score *score = rule->goal->score;
	struct arena *a = p->arena;
	char have[25], need[25], left[25];

	item->marker = marker_of(rule);
	words_score(a, &item->body, MARK_PLAIN, score);
	prose_add(a, &item->body, MARK_PLAIN, ": %s of %s",
		  decimal_write(rule->have, have),
		  decimal_write(rule->need, need));
	if (is_open(rule))
		prose_add(a, &item->body, MARK_WARN, ", %s short",
			  decimal_write(rule->need - rule->have, left));
	if (rule->waived)
		prose_add(a, &item->body, MARK_DIM, ", waived");
	words_role(a, &item->aside, MARK_DIM, v->ladder, rule->role);
}

static void add_rules(struct page *p, const struct plan_view *v,
		      enum rule_kind kind, const char *title)
{
	struct block *list = NULL;

	for_each(rule, &v->gap->rules) {
		if (rule->kind != kind)
			continue;
		if (!list)
			list = page_add(p, page_section(p, &p->root, title),
					BLOCK_LIST);
		if (kind == RULE_CHOOSE)
			add_choice(p, list, v, rule);
		else
			add_score(p, list, v, rule);
	}
}

/* --- the page ------------------------------------------------------------ */

static void add_last(struct page *p, const struct plan_view *v)
{
	struct block *last = page_add(p, &p->root, BLOCK_SUMMARY);
	prose *to;

	to = page_paragraph(p, last);
	words_role(p->arena, to, MARK_STRONG, v->ladder, v->query->target);
	if (v->gap->open)
		prose_add(p->arena, to, MARK_STRONG,
			  ": %u of %u still open; `ladder plan` shows the way.",
			  (unsigned)v->gap->open, (unsigned)v->gap->required);
	else
		prose_add(p->arena, to, MARK_GOOD, " is met.");
}

struct page *page_gap(struct arena *a, const struct plan_view *v)
{
	struct page *p = page_new(a);

	p->language = v->ladder->language;
	stand_title(p, v);
	stand_section(p, v);
	for (int layer = LAYER_EXECUTION; layer <= N_LAYERS; layer++)
		add_layer(p, v, (enum layer)layer);
	add_rules(p, v, RULE_CHOOSE, "Choices");
	add_rules(p, v, RULE_SCORE, "Scores");
	stand_waived(p, v);
	add_last(p, v);
	return p;
}
