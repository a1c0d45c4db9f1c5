#include "report/page_role_rules.h"

#include "base/map.h"
#include "report/change_words.h"
#include "report/step_words.h"
#include "report/words.h"

/* --- choices, scores, gates ----------------------------------------------- */

static struct map options_of(const struct choice *choice, struct arena *a)
{
	struct map by_id = {0};

	for_each(ref, &choice->of)
		map_add(&by_id, a, ref->competency->head.id, ref);
	return by_id;
}

/* In one piece, so that its signs are around all of it. */
static void add_marked(struct page *p, prose *to, enum mark mark,
		       const struct stage *s)
{
	struct str name = s->competency->name;

	if (s->competency->n_stages > 1)
		name = arena_printf(p->arena, "%.*s %u", STR_ARG(name),
				    (unsigned)s->number);
	prose_piece(p->arena, to, mark, name);
}

/* An option as it is now; `old` is what it was, or NULL. */
static void add_option(struct page *p, prose *to, const struct stage_ref *ref,
		       const struct stage_ref *old)
{
	if (!old) {
		add_marked(p, to, MARK_ADDED, ref->stage);
		return;
	}
	if (old->stage->number == ref->stage->number) {
		words_stage(p->arena, to, MARK_PLAIN, ref->stage);
		return;
	}
	words_stage(p->arena, to, MARK_PLAIN, old->stage);
	prose_add(p->arena, to, MARK_PLAIN, "\u00a0→\u00a0%u",
		  (unsigned)ref->stage->number);
}

/* The options of a choice that has changed from another one, marked as they
 * differ; `old` may be the same. */
static void add_options(struct page *p, prose *to, const struct choice *old,
			const struct choice *new)
{
	struct map before = options_of(old, p->arena);
	struct map now = options_of(new, p->arena);
	uint32_t i = 0;

	for_each(ref, &new->of) {
		prose_add(p->arena, to, MARK_PLAIN, i++ ? ", " : "");
		add_option(p, to, ref,
			   map_find(&before, ref->competency->head.id));
	}
	for_each(ref, &old->of) {
		if (map_find(&now, ref->competency->head.id))
			continue;
		prose_add(p->arena, to, MARK_PLAIN, ", ");
		add_marked(p, to, MARK_REMOVED, ref->stage);
	}
}

static prose *rule_item(struct page *p, struct block *list, enum step_kind kind,
			const char *what)
{
	prose *to = page_item(p, list, MARKER_BULLET);

	prose_add(p->arena, to, step_mark(kind), "%s", step_kind_name(kind));
	prose_add(p->arena, to, MARK_PLAIN, " %s", what);
	return to;
}

static void add_choice(struct page *p, struct block *list,
		       const struct choice_step *step)
{
	const struct choice *one = step->new ? step->new : step->old;
	struct arena *a = p->arena;
	prose *to;

	if (step->kind == STEP_SAME)
		return;
	to = rule_item(p, list, step->kind, "choice: ");
	if (step->old && step->new && step->old->at_least != one->at_least)
		prose_add(a, to, MARK_PLAIN, "%lld\u00a0→\u00a0",
			  (long long)step->old->at_least);
	prose_add(a, to, MARK_PLAIN, "%lld of ", (long long)one->at_least);
	add_options(p, to, step->old && step->new ? step->old : one, one);
	if (!one->summary.len)
		return;
	prose_add(a, to, MARK_PLAIN, ". ");
	if (step->kind == STEP_REWORDED)
		change_texts(a, to, step->old->summary, step->new->summary);
	else
		prose_rich(a, to, one->summary);
}

static void add_goal(struct page *p, struct block *list,
		     const struct goal_step *step)
{
	const struct score_goal *one = step->new ? step->new : step->old;
	struct arena *a = p->arena;
	prose *to;

	if (step->kind == STEP_SAME)
		return;
	to = rule_item(p, list, step->kind, "score: ");
	words_score(a, to, MARK_STRONG, step->score);
	prose_add(a, to, MARK_PLAIN, " of at least ");
	if (step->old && step->new &&
	    step->old->figure != step->new->figure) {
		words_figure(a, to, MARK_PLAIN, step->old->figure);
		prose_add(a, to, MARK_PLAIN, "\u00a0→\u00a0");
	}
	words_figure(a, to, MARK_STRONG, one->figure);
	if (step->kind == STEP_CHANGED)
		prose_add(a, to, MARK_PLAIN,
			  ", and the two tracks count it differently");
	if (step->score->summary.len && step->kind == STEP_NEW) {
		prose_add(a, to, MARK_PLAIN, ": ");
		prose_rich(a, to, step->score->summary);
	}
}

static void add_gate(struct page *p, struct block *list,
		     const struct text_step *step)
{
	prose *to = rule_item(p, list, step->kind, "gate: ");

	if (step->kind == STEP_REWORDED)
		change_texts(p->arena, to, step->old, step->new);
	else
		prose_rich(p->arena, to,
			   step->kind == STEP_NEW ? step->new : step->old);
}

static bool rules_differ(const struct role_diff *d)
{
	for_each(step, &d->choices)
		if (step->kind != STEP_SAME)
			return true;
	for_each(step, &d->goals)
		if (step->kind != STEP_SAME)
			return true;
	return d->gates.n > 0;
}

void role_rules_section(struct page *p, const struct role_diff *d)
{
	struct block *section, *list;
	uint32_t n_of[N_STEP_KINDS] = {0};

	if (!rules_differ(d))
		return;
	section = page_section(p, &p->root, "Also");
	list = page_add(p, section, BLOCK_LIST);
	for_each(step, &d->choices) {
		add_choice(p, list, step);
		n_of[step->kind]++;
	}
	for_each(step, &d->goals) {
		add_goal(p, list, step);
		n_of[step->kind]++;
	}
	for_each(step, &d->gates) {
		add_gate(p, list, step);
		n_of[step->kind]++;
	}
	n_of[STEP_SAME] += d->same_gates;
	step_counts(p->arena, &section->aside, n_of);
}

/* --- the role itself ------------------------------------------------------ */

/* A text that differs: its words where they are alike, else both. */
static void add_both(struct page *p, prose *to, const struct text_step *step)
{
	if (step->kind == STEP_REWORDED && step->likeness < TEXTS_ALIKE) {
		prose_rich(p->arena, to, step->old);
		prose_add(p->arena, to, MARK_DIM, " → ");
		prose_rich(p->arena, to, step->new);
		return;
	}
	change_texts(p->arena, to, step->old, step->new);
}

static void add_least_time(struct page *p, prose *to, milliday time)
{
	if (!time) {
		prose_add(p->arena, to, MARK_PLAIN, "any");
		return;
	}
	prose_add(p->arena, to, MARK_PLAIN, "at least ");
	words_time(p->arena, to, MARK_PLAIN, time);
}

static void add_time(struct page *p, struct block *pairs,
		     const struct role_diff *d)
{
	prose *to;

	if (d->old->min_time == d->new->min_time)
		return;
	to = &page_pair(p, pairs, "time in it")->body;
	add_least_time(p, to, d->old->min_time);
	prose_add(p->arena, to, MARK_DIM, " → ");
	add_least_time(p, to, d->new->min_time);
}

void role_itself_section(struct page *p, const struct role_diff *d)
{
	struct block *section, *pairs;

	if (!d->summary.n && !d->attributes.n &&
	    d->old->min_time == d->new->min_time)
		return;
	section = page_section(p, &p->root, "The role itself");
	pairs = page_add(p, section, BLOCK_PAIRS);
	for_each(step, &d->summary)
		add_both(p, &page_pair(p, pairs, "summary")->body, step);
	for_each(step, &d->attributes) {
		struct block *pair = page_add(p, pairs, BLOCK_PAIR);

		prose_data(p->arena, &pair->title, MARK_DIM, step->name);
		add_both(p, &pair->body, step);
	}
	add_time(p, pairs, d);
}
