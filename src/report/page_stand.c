#include "report/page_stand.h"

#include "base/decimal.h"
#include "plan/share.h"
#include "report/pictures.h"
#include "report/words.h"

/* --- the title ----------------------------------------------------------- */

static void add_route(struct arena *a, prose *to, const struct plan_view *v)
{
	if (!v->plan || v->plan->route.n < 2) {
		if (v->query->from && v->query->from != v->query->target) {
			prose_data(a, to, MARK_DIM, v->query->from->path);
			prose_add(a, to, MARK_DIM, " → ");
		}
		prose_data(a, to, MARK_DIM, v->query->target->path);
		return;
	}
	for (uint32_t i = 0; i < v->plan->route.n; i++) {
		if (i)
			prose_add(a, to, MARK_DIM, " → ");
		prose_data(a, to, MARK_DIM, v->plan->route.at[i]->path);
	}
}

void stand_name(struct arena *a, prose *to, const struct plan_view *v)
{
	const struct ladder *l = v->ladder;

	if (v->assessment && v->assessment->person.len)
		prose_data(a, to, MARK_STRONG, v->assessment->person);
	else
		prose_add(a, to, MARK_STRONG, "%s", v->plan ? "Plan" : "Gap");
	prose_add(a, to, MARK_STRONG, ": ");
	if (!v->query->from)
		prose_add(a, to, MARK_STRONG, "no role yet → ");
	else if (v->query->from != v->query->target) {
		words_role(a, to, MARK_STRONG, l, v->query->from);
		prose_add(a, to, MARK_STRONG, " → ");
	}
	words_role(a, to, MARK_STRONG, l, v->query->target);
}

void stand_title(struct page *p, const struct plan_view *v)
{
	struct arena *a = p->arena;
	prose *below;

	stand_name(a, &p->root.title, v);
	below = page_paragraph(p, &p->root);
	words_ladder(a, below, MARK_DIM, v->ladder);
	prose_add(a, below, MARK_DIM, " · ");
	add_route(a, below, v);
}

/* --- bars ---------------------------------------------------------------- */

static void add_layer_bar(struct page *p, struct block *bars,
			  const struct plan_view *v,
			  const struct asked *asked, enum layer layer)
{
	struct share s = share_of(v->ladder, asked, v->query->stands, layer);
	struct block *bar = page_add(p, bars, BLOCK_BAR);

	bar->have = s.have;
	bar->need = s.need;
	prose_add(p->arena, &bar->title, MARK_PLAIN, "%s", words_layer(layer));
	if (!s.need)
		prose_add(p->arena, &bar->aside, MARK_DIM,
			  s.waived ? "waived" : "nothing asked");
	else
		prose_add(p->arena, &bar->aside, MARK_PLAIN, "%lld of %lld %s",
			  (long long)s.have, (long long)s.need,
			  asked ? words_plural((uint64_t)s.need, "stage",
					       "stages")
				: "in the ladder");
}

static void add_score_bar(struct page *p, struct block *bars,
			  const struct rule_state *rule)
{
	struct block *bar = page_add(p, bars, BLOCK_BAR);
	char have[25], need[25];

	bar->have = rule->have;
	bar->need = rule->need;
	words_score(p->arena, &bar->title, MARK_PLAIN, rule->goal->score);
	prose_add(p->arena, &bar->aside, MARK_PLAIN, "%s of %s",
		  decimal_write(rule->have, have),
		  decimal_write(rule->need, need));
}

/* One bar for all choices: options held of those that must be. */
static void add_choice_bar(struct page *p, struct block *bars,
			   const struct plan_view *v)
{
	int64_t have = 0, need = 0;
	struct block *bar;

	for_each(rule, &v->gap->rules) {
		if (rule->kind != RULE_CHOOSE || rule->waived)
			continue;
		need += rule->need;
		have += rule->have < rule->need ? rule->have : rule->need;
	}
	if (!need)
		return;
	bar = page_add(p, bars, BLOCK_BAR);
	bar->have = have;
	bar->need = need;
	prose_add(p->arena, &bar->title, MARK_PLAIN, "Choices");
	prose_add(p->arena, &bar->aside, MARK_PLAIN, "%lld of %lld held",
		  (long long)have, (long long)need);
}

static void add_bars(struct page *p, struct block *section,
		     const struct plan_view *v)
{
	struct block *bars = page_add(p, section, BLOCK_BARS);
	const struct asked *asked =
		share_asked(v->ladder, v->query->target, p->arena);

	for (int layer = LAYER_EXECUTION; layer <= N_LAYERS; layer++)
		add_layer_bar(p, bars, v, asked, (enum layer)layer);
	add_choice_bar(p, bars, v);
	for_each(rule, &v->gap->rules)
		if (rule->kind == RULE_SCORE && !rule->waived && rule->need)
			add_score_bar(p, bars, rule);
}

/* --- the sections -------------------------------------------------------- */

static void add_counts(struct page *p, prose *to, const struct gap *gap)
{
	struct arena *a = p->arena;

	if (!gap->required) {
		prose_add(a, to, MARK_DIM, "it asks nothing");
		return;
	}
	prose_add(a, to, gap->open ? MARK_PLAIN : MARK_GOOD,
		  "%u of %u met", (unsigned)gap->met,
		  (unsigned)gap->required);
	if (gap->open)
		prose_add(a, to, MARK_PLAIN, ", %u open", (unsigned)gap->open);
	if (gap->waived)
		prose_add(a, to, MARK_PLAIN, ", %u waived",
			  (unsigned)gap->waived);
}

/* What nobody has said is taken from the baseline, or for nothing; whoever
 * reads the figures must know. */
static void add_unrated(struct page *p, struct block *section,
			const struct plan_view *v)
{
	const struct role *baseline = v->assessment->baseline;
	uint32_t unrated = 0, asked = 0;
	prose *to;

	for_each(rule, &v->gap->rules) {
		if (rule->kind != RULE_REQUIRES || rule->waived)
			continue;
		asked++;
		unrated += !v->query->stands[rule->competency->index].rating;
	}
	if (!unrated)
		return;
	to = page_paragraph(p, section);
	prose_add(p->arena, to, MARK_DIM, "Not rated: %u of %u %s, taken as ",
		  (unsigned)unrated, (unsigned)asked,
		  words_plural(asked, "competency", "competencies"));
	if (!baseline) {
		prose_add(p->arena, to, MARK_DIM, "stage 0.");
		return;
	}
	words_role(p->arena, to, MARK_DIM, v->ladder, baseline);
	prose_add(p->arena, to, MARK_DIM, " asks.");
}

void stand_section(struct page *p, const struct plan_view *v)
{
	struct block *section = page_section(p, &p->root, "Where you stand");

	add_counts(p, &section->aside, v->gap);
	add_bars(p, section, v);
	if (v->assessment)
		add_unrated(p, section, v);
	picture_stand(p, section, v);
}

void stand_waived(struct page *p, const struct plan_view *v)
{
	struct block *section, *list;

	if (!v->gap->na.n)
		return;
	section = page_section(p, &p->root, "Waived");
	list = page_add(p, section, BLOCK_LIST);
	for_each(c, &v->gap->na) {
		prose *item = page_item(p, list, MARKER_BULLET);

		prose_data(p->arena, item, MARK_PLAIN, (*c)->name);
		prose_add(p->arena, item, MARK_PLAIN, ": ");
		prose_rich(p->arena, item,
			   v->query->stands[(*c)->index].reason);
	}
}
