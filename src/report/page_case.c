#include "report/case.h"

#include "base/date.h"
#include "base/decimal.h"
#include "report/page_evidence.h"
#include "report/page_stand.h"
#include "report/words.h"

/* --- one claim ----------------------------------------------------------- */

static enum mark strength_mark(enum strength s)
{
	switch (s) {
	case STRENGTH_NONE:
		return MARK_BAD;
	case STRENGTH_THIN:
		return MARK_WARN;
	case STRENGTH_STRONG:
		return MARK_GOOD;
	}
	return MARK_PLAIN;
}

const char *strength_name(enum strength s)
{
	switch (s) {
	case STRENGTH_NONE:
		return "none";
	case STRENGTH_THIN:
		return "thin";
	case STRENGTH_STRONG:
		return "strong";
	}
	return "";
}

/* "strong: 3 pieces, 2 of them recent"; "no evidence". */
static void add_strength(struct page *p, prose *to, const struct claim *c)
{
	enum mark mark = strength_mark(c->strength);

	if (!c->n_pieces) {
		prose_add(p->arena, to, mark, "no evidence");
		return;
	}
	prose_add(p->arena, to, mark, "%s", strength_name(c->strength));
	prose_add(p->arena, to, MARK_PLAIN, ": %u %s",
		  (unsigned)c->n_pieces,
		  words_plural(c->n_pieces, "piece", "pieces"));
	if (!c->recent)
		prose_add(p->arena, to, MARK_PLAIN, ", none recent");
	else if (c->recent < c->n_pieces)
		prose_add(p->arena, to, MARK_PLAIN, ", %u recent",
			  (unsigned)c->recent);
}

static void add_pieces(struct page *p, struct block *pairs,
		       const struct claim *c)
{
	struct block *pair, *list;

	if (!c->n_pieces)
		return;
	pair = page_pair(p, pairs, "evidence");
	if (c->again) {
		prose_add(p->arena, &pair->body, MARK_DIM, "as above");
		return;
	}
	list = page_add(p, pair, BLOCK_LIST);
	for (uint32_t i = 0; i < c->n_pieces; i++)
		page_evidence(p, list, c->pieces[i]);
}

static const struct rubric *claim_rubric(const struct case_view *v,
					 const struct claim *c)
{
	const struct stand *s = &v->of.query->stands[c->competency->index];

	if (s->partly && s->partly->stage == c->stage)
		return s->partly;
	return stage_rubric(c->stage, v->of.query->target->track);
}

/* Whether a behaviour of the claim's stage is shown. */
static bool is_shown(const struct case_view *v, const struct claim *c,
		     const struct rubric *r, uint32_t i)
{
	const struct stand *s = &v->of.query->stands[c->competency->index];

	return c->held || (s->partly == r && s->met[i]);
}

static void add_bar(struct page *p, struct block *pairs,
		    const struct case_view *v, const struct claim *c)
{
	const struct rubric *r = claim_rubric(v, c);
	struct block *list;

	if (!r->behaviours.n || c->again || words_say_it_all(r))
		return;
	list = page_add(p, page_pair(p, pairs, "asks"), BLOCK_LIST);
	for (uint32_t i = 0; i < r->behaviours.n; i++)
		prose_rich(p->arena,
			   page_item(p, list,
				     is_shown(v, c, r, i) ? MARKER_DONE
							  : MARKER_OPEN),
			   r->behaviours.at[i].text);
}

static void add_claim(struct page *p, struct block *list,
		      const struct case_view *v, const struct claim *c)
{
	const struct stand *s = &v->of.query->stands[c->competency->index];
	struct block *item = page_add(p, list, BLOCK_ITEM), *pairs;

	item->marker = c->held ? MARKER_DONE : MARKER_OPEN;
	words_stage(p->arena, &item->body, MARK_STRONG, c->stage);
	words_stage_name(p->arena, &item->body, MARK_PLAIN,
			 claim_rubric(v, c));
	if (!c->held)
		prose_add(p->arena, &item->aside, MARK_DIM, "have %u · ",
			  (unsigned)s->rank_have);
	add_strength(p, &item->aside, c);
	pairs = page_add(p, item, BLOCK_PAIRS);
	add_bar(p, pairs, v, c);
	add_pieces(p, pairs, c);
}

/* --- the requirements, by layer ------------------------------------------ */

static bool in_layer(const struct claim *c, int layer)
{
	return c->rule->kind == RULE_REQUIRES && c->competency->layer == layer;
}

static void add_layer(struct page *p, const struct case_view *v, int layer)
{
	struct block *section = NULL, *list = NULL;
	uint32_t backed = 0, n = 0;

	for_each(c, &v->promotion->claims) {
		if (!in_layer(c, layer))
			continue;
		if (!section) {
			section = page_section(p, &p->root,
					       words_layer(layer));
			list = page_add(p, section, BLOCK_LIST);
		}
		add_claim(p, list, v, c);
		backed += c->held && c->n_pieces;
		n++;
	}
	if (section)
		prose_add(p->arena, &section->aside, MARK_PLAIN,
			  "%u of %u with evidence", (unsigned)backed, (unsigned)n);
}

/* --- choices and scores -------------------------------------------------- */

static void add_rule_title(struct page *p, struct block *item,
			   const struct rule_state *rule)
{
	struct arena *a = p->arena;
	char have[25], need[25];

	item->marker = rule->met ? MARKER_DONE : MARKER_OPEN;
	if (rule->kind == RULE_SCORE) {
		words_score(a, &item->body, MARK_PLAIN, rule->goal->score);
		prose_add(a, &item->body, MARK_PLAIN, ": %s of %s",
			  decimal_write(rule->have, have),
			  decimal_write(rule->need, need));
		return;
	}
	prose_add(a, &item->body, MARK_PLAIN, "%lld of %lld held",
		  (long long)rule->have, (long long)rule->need);
	if (rule->choice->summary.len) {
		prose_add(a, &item->body, MARK_PLAIN, ": ");
		prose_rich(a, &item->body, rule->choice->summary);
	}
}

/* A rule with the claims that it turns on below it. */
static void add_rule(struct page *p, struct block *rules,
		     const struct case_view *v, const struct rule_state *rule)
{
	struct block *item = page_add(p, rules, BLOCK_ITEM), *list = NULL;

	add_rule_title(p, item, rule);
	for_each(c, &v->promotion->claims) {
		if (c->rule != rule)
			continue;
		if (!list)
			list = page_add(p, item, BLOCK_LIST);
		add_claim(p, list, v, c);
	}
}

static void add_rules(struct page *p, const struct case_view *v,
		      enum rule_kind kind, const char *title)
{
	struct block *list = NULL;

	for_each(rule, &v->of.gap->rules) {
		if (rule->kind != kind || rule->waived)
			continue;
		if (!list)
			list = page_add(p, page_section(p, &p->root, title),
					BLOCK_LIST);
		add_rule(p, list, v, rule);
	}
}

/* --- what is left -------------------------------------------------------- */

static void add_gates(struct page *p, const struct case_view *v)
{
	const struct texts *gates = &v->of.query->target->gates;
	struct block *list;

	if (!gates->n)
		return;
	list = page_add(p, page_section(p, &p->root, "Gates"), BLOCK_LIST);
	for (uint32_t i = 0; i < gates->n; i++)
		prose_rich(p->arena, page_item(p, list, MARKER_OPEN),
			   gates->at[i]);
}

/* What the ladder says would show it. */
static void add_wanted(struct page *p, struct block *item,
		       const struct rubric *r)
{
	struct block *list;

	if (!r->evidence.n)
		return;
	list = page_add(p, item, BLOCK_LIST);
	for (uint32_t i = 0; i < r->evidence.n; i++)
		prose_rich(p->arena, page_item(p, list, MARKER_BULLET),
			   r->evidence.at[i]);
}

static void add_without(struct page *p, const struct case_view *v)
{
	struct block *list = NULL, *section;

	for_each(c, &v->promotion->claims) {
		struct block *item;

		if (!c->held || c->again || c->strength != STRENGTH_NONE)
			continue;
		if (!list) {
			section = page_section(p, &p->root,
					       "Still without evidence");
			list = page_add(p, section, BLOCK_LIST);
		}
		item = page_add(p, list, BLOCK_ITEM);
		item->marker = MARKER_OPEN;
		words_stage(p->arena, &item->body, MARK_PLAIN, c->stage);
		add_wanted(p, item, claim_rubric(v, c));
	}
}

/* --- the page ------------------------------------------------------------ */

static uint32_t held(const struct promotion *m)
{
	return m->n[STRENGTH_NONE] + m->n[STRENGTH_THIN] +
	       m->n[STRENGTH_STRONG];
}

/* "Of 5 claims 2 are strong, 1 is thin and 2 have no evidence." */
static void add_sum(struct page *p, const struct case_view *v)
{
	const struct promotion *m = v->promotion;
	prose *to;
	char date[11];

	if (!held(m))
		return;
	to = page_paragraph(p, &p->root);
	prose_add(p->arena, to, MARK_PLAIN,
		  "Evidence: %u strong, %u thin, %u without, of %u %s that "
		  "you hold.",
		  (unsigned)m->n[STRENGTH_STRONG],
		  (unsigned)m->n[STRENGTH_THIN],
		  (unsigned)m->n[STRENGTH_NONE], (unsigned)held(m),
		  words_plural(held(m), "stage", "stages"));
	if (m->dated)
		prose_add(p->arena, to, MARK_DIM,
			  " Strong is more than one piece, one of them within "
			  "the year to %s.",
			  date_write(m->day, date));
}

/* The first competency that is held and has nothing to show for it. */
static const struct claim *first_bare(const struct case_view *v)
{
	for_each(c, &v->promotion->claims)
		if (c->held && !c->again && c->strength == STRENGTH_NONE)
			return c;
	return NULL;
}

static void add_last(struct page *p, const struct case_view *v)
{
	const struct gap *gap = v->of.gap;
	const struct claim *bare = first_bare(v);
	prose *to;

	to = page_paragraph(p, page_add(p, &p->root, BLOCK_SUMMARY));
	words_role(p->arena, to, MARK_STRONG, v->of.ladder,
		   v->of.query->target);
	if (gap->open)
		prose_add(p->arena, to, MARK_STRONG,
			  ": %u of %u still open; `ladder plan` shows the way.",
			  (unsigned)gap->open, (unsigned)gap->required);
	else
		prose_add(p->arena, to, MARK_GOOD, " is met.");
	if (!bare)
		return;
	prose_add(p->arena, to, MARK_PLAIN, " Next: `ladder log ");
	prose_data(p->arena, to, MARK_PLAIN, bare->competency->head.id);
	prose_add(p->arena, to, MARK_PLAIN, " --evidence \"…\"`.");
}

struct page *page_case(struct arena *a, const struct case_view *v)
{
	struct page *p = page_new(a);

	p->language = v->of.ladder->language;
	stand_title(p, &v->of);
	stand_section(p, &v->of);
	add_sum(p, v);
	for (int layer = LAYER_EXECUTION; layer <= N_LAYERS; layer++)
		add_layer(p, v, layer);
	add_rules(p, v, RULE_CHOOSE, "Choices");
	add_rules(p, v, RULE_SCORE, "Scores");
	add_gates(p, v);
	stand_waived(p, &v->of);
	add_without(p, v);
	add_last(p, v);
	return p;
}
