#include "report/role_diff.h"

#include "report/change_words.h"
#include "report/page_role_rules.h"
#include "report/step_words.h"
#include "report/words.h"

enum { NAMES_MOST = 320 }; /* bytes of names that stay, to be told */

/* --- the title ------------------------------------------------------------ */

static bool one_ladder(const struct role_diff *d)
{
	return d->old_ladder == d->new_ladder;
}

static void add_ladder(struct page *p, prose *to, const struct ladder *l,
		       struct str file)
{
	words_ladder(p->arena, to, MARK_DIM, l);
	if (file.len) {
		prose_add(p->arena, to, MARK_DIM, ", ");
		prose_data(p->arena, to, MARK_DIM, file);
	}
}

static void add_title(struct page *p, const struct role_diff_view *v)
{
	const struct role_diff *d = v->diff;
	struct arena *a = p->arena;
	prose *title = &p->root.title, *below;

	words_role(a, title, MARK_STRONG, d->old_ladder, d->old);
	prose_add(a, title, MARK_STRONG, " → ");
	words_role(a, title, MARK_STRONG, d->new_ladder, d->new);
	below = page_paragraph(p, &p->root);
	if (one_ladder(d)) {
		add_ladder(p, below, d->new_ladder, (struct str){0});
		prose_add(a, below, MARK_DIM, " · ");
	} else {
		add_ladder(p, below, d->old_ladder, v->old_name);
		prose_add(a, below, MARK_DIM, " → ");
		add_ladder(p, below, d->new_ladder, v->new_name);
		prose_add(a, below, MARK_DIM, " · ");
	}
	prose_data(a, below, MARK_DIM, d->old->path);
	prose_add(a, below, MARK_DIM, " → ");
	prose_data(a, below, MARK_DIM, d->new->path);
}

/* --- the verdict ---------------------------------------------------------- */

static uint32_t n_differing(const uint32_t *n_of)
{
	uint32_t n = 0;

	for (int kind = 0; kind < STEP_SAME; kind++)
		n += n_of[kind];
	return n;
}

static bool same_name(const struct role_diff *d)
{
	return str_eq(d->old->title, d->new->title) &&
	       str_eq(d->old->path, d->new->path);
}

/* In two versions of a ladder a role has the same name twice. */
static void add_other(struct page *p, prose *to, const struct role_diff *d,
		      const char *verb)
{
	if (same_name(d)) {
		prose_add(p->arena, to, MARK_STRONG, "%s",
			  d->old == d->new ? "itself" : "before");
		return;
	}
	words_role(p->arena, to, MARK_STRONG, d->old_ladder, d->old);
	prose_add(p->arena, to, MARK_STRONG, "%s", verb);
}

/* What is said in other words may ask more or less: only a reader can tell. */
static bool is_clear(const struct role_diff *d)
{
	return !d->n_of[STEP_CHANGED] && !d->n_of[STEP_REWORDED];
}

static void add_how_much(struct page *p, prose *to, const struct role_diff *d)
{
	uint32_t more = d->n_of[STEP_NEW] + d->n_of[STEP_RAISED];
	struct arena *a = p->arena;

	if (!more && (!n_differing(d->n_of) || !is_clear(d))) {
		prose_add(a, to, MARK_STRONG, "%s",
			  is_clear(d) ? " asks for the same as "
				      : " differs from ");
		add_other(p, to, d, "");
		return;
	}
	if (more)
		prose_add(a, to, MARK_STRONG, " asks %u %s that ",
			  (unsigned)more,
			  words_plural(more, "thing", "things"));
	else
		prose_add(a, to, MARK_STRONG, " asks nothing that ");
	prose_add(a, to, MARK_STRONG, same_name(d) ? "it did not " : "");
	add_other(p, to, d, " does not");
}

/* "The 13 stages that come in take about 262–458 h." */
static void add_effort(struct page *p, prose *to, const struct role_diff *d)
{
	struct arena *a = p->arena;

	if (!d->stages || !d->new_ladder->timed)
		return;
	if (d->stages == 1)
		prose_add(a, to, MARK_PLAIN, " The stage that comes in takes ");
	else
		prose_add(a, to, MARK_PLAIN, " The %u stages that come in take ",
			  (unsigned)d->stages);
	words_effort(a, to, MARK_PLAIN, d->effort);
	prose_add(a, to, MARK_PLAIN, ".");
}

static void add_verdict(struct page *p, const struct role_diff *d)
{
	prose *to = page_paragraph(p, &p->root);

	words_role(p->arena, to, MARK_STRONG, d->new_ladder, d->new);
	add_how_much(p, to, d);
	if (n_differing(d->n_of) || d->n_of[STEP_SAME]) {
		prose_add(p->arena, to, MARK_PLAIN, ": ");
		step_counts(p->arena, to, d->n_of);
	}
	prose_add(p->arena, to, MARK_PLAIN, ".");
	add_effort(p, to, d);
}

/* --- one competency ------------------------------------------------------- */

/* "Delivery 3 → 4" */
static void add_stages(struct page *p, prose *to, enum mark mark,
		       const struct competency_step *step)
{
	if (!step->old || !step->new || step->old->number == step->new->number) {
		words_stage(p->arena, to, mark,
			    step->new ? step->new : step->old);
		return;
	}
	words_stage(p->arena, to, mark, step->old);
	prose_add(p->arena, to, mark, "\u00a0→\u00a0%u",
		  (unsigned)step->new->number);
}

static void add_text(struct page *p, struct block *list,
		     const struct text_step *text, bool marked)
{
	prose *to = page_item(p, list, MARKER_BULLET);

	if (text->optional)
		prose_add(p->arena, to, MARK_DIM, "(optional) ");
	if (text->kind == STEP_NEW && !marked)
		prose_rich(p->arena, to, text->new);
	else
		change_texts(p->arena, to, text->old, text->new);
}

/* Of a checklist the name of the competency says all. */
static bool is_its_name(const struct competency_step *step,
			const struct text_step *text)
{
	return text->kind == STEP_NEW &&
	       str_eq(str_trim(text->new), str_trim(step->competency->name));
}

static bool several_stages(const text_steps *texts)
{
	return texts->n && texts->at[0].stage != texts->at[texts->n - 1].stage;
}

/* "2: Teaches"; of a table the level whose text it is. */
static struct block *add_stage_part(struct page *p, struct block *part,
				    const struct stage *stage,
				    const struct role_diff *d)
{
	const struct rubric *r = stage_rubric(stage, d->new->track);
	struct block *inner = page_add(p, part, BLOCK_SECTION);

	inner->tight = true;
	prose_add(p->arena, &inner->title, MARK_DIM, "%u",
		  (unsigned)stage->number);
	words_stage_name(p->arena, &inner->title, MARK_DIM, r);
	if (r->role && !r->name.len) {
		prose_add(p->arena, &inner->title, MARK_DIM, ": ");
		words_role(p->arena, &inner->title, MARK_DIM, d->new_ladder,
			   r->role);
	}
	return inner;
}

static void add_texts(struct page *p, struct block *part,
		      const struct role_diff *d,
		      const struct competency_step *step)
{
	bool several = several_stages(&step->texts);
	/* where all is new there is no need to say so */
	bool marked = step->kind == STEP_REWORDED;
	const struct stage *at = NULL;
	struct block *list = NULL;

	for_each(text, &step->texts) {
		struct block *under = part;

		if (is_its_name(step, text))
			continue;
		if (several && text->stage != at)
			under = add_stage_part(p, part, text->stage, d);
		if (!list || text->stage != at)
			list = page_add(p, under, BLOCK_LIST);
		at = text->stage;
		add_text(p, list, text, marked);
	}
	if (step->same_texts && step->texts.n)
		prose_add(p->arena, page_paragraph(p, part), MARK_DIM,
			  "%u more as before", (unsigned)step->same_texts);
	else if (step->same_texts)
		prose_add(p->arena, page_paragraph(p, part), MARK_DIM,
			  "in the same words as before");
}

static void add_step_effort(struct page *p, prose *to,
			    const struct competency_step *step)
{
	prose_add(p->arena, to, MARK_PLAIN, " · ");
	words_effort(p->arena, to, MARK_PLAIN, step->effort);
	if (step->effort_assumed)
		prose_add(p->arena, to, MARK_DIM, " (assumed)");
}

static void add_competency(struct page *p, struct block *section,
			   const struct role_diff *d,
			   const struct competency_step *step)
{
	struct block *part = page_add(p, section, BLOCK_SECTION);
	const struct rubric *r = stage_rubric(step->new, d->new->track);
	struct arena *a = p->arena;

	part->tight = true;
	add_stages(p, &part->title, MARK_STRONG, step);
	if (!words_say_it_all(r))
		words_stage_name(a, &part->title, MARK_PLAIN, r);
	prose_add(a, &part->aside, step_mark(step->kind), "%s",
		  step_kind_name(step->kind));
	if (step->stages && d->new_ladder->timed)
		add_step_effort(p, &part->aside, step);
	add_texts(p, part, d, step);
}

/* --- a layer -------------------------------------------------------------- */

static bool is_in(const struct competency_step *step, int layer,
		  enum step_kind kind)
{
	return step->competency->layer == layer && step->kind == kind;
}

static size_t names_len(const struct role_diff *d, int layer,
			enum step_kind kind)
{
	size_t sum = 0;

	for_each(step, &d->competencies)
		if (is_in(step, layer, kind))
			sum += step->competency->name.len;
	return sum;
}

/* "2 unchanged: Data 1 and Security 1": what needs no more than its name. */
static void add_names(struct page *p, struct block *section,
		      const struct role_diff *d, int layer,
		      enum step_kind kind, uint32_t n)
{
	prose *to;
	uint32_t i = 0;

	if (!n)
		return;
	to = page_paragraph(p, section);
	prose_add(p->arena, to, step_mark(kind), "%u %s", (unsigned)n,
		  step_kind_name(kind));
	if (kind == STEP_SAME && names_len(d, layer, kind) > NAMES_MOST)
		return;
	prose_add(p->arena, to, MARK_DIM, ": ");
	for_each(step, &d->competencies) {
		if (!is_in(step, layer, kind))
			continue;
		words_comma(p->arena, to, i++, n);
		add_stages(p, to, MARK_DIM, step);
	}
}

static void add_layer(struct page *p, const struct role_diff *d, int layer)
{
	uint32_t n_of[N_STEP_KINDS] = {0}, n = 0;
	struct block *section;

	for_each(step, &d->competencies)
		if (step->competency->layer == layer) {
			n_of[step->kind]++;
			n++;
		}
	if (!n)
		return;
	section = page_section(p, &p->root, words_layer(layer));
	step_counts(p->arena, &section->aside, n_of);
	for (int kind = 0; kind < STEP_DROPPED; kind++)
		for_each(step, &d->competencies)
			if (is_in(step, layer, (enum step_kind)kind))
				add_competency(p, section, d, step);
	add_names(p, section, d, layer, STEP_DROPPED, n_of[STEP_DROPPED]);
	add_names(p, section, d, layer, STEP_SAME, n_of[STEP_SAME]);
}

/* --- the last line -------------------------------------------------------- */

static void add_last(struct page *p, const struct role_diff *d)
{
	struct arena *a = p->arena;
	prose *to;

	if (!one_ladder(d) || !(d->n_of[STEP_NEW] + d->n_of[STEP_RAISED]))
		return;
	page_add(p, &p->root, BLOCK_RULE);
	to = page_paragraph(p, &p->root);
	prose_add(a, to, MARK_PLAIN, "`ladder plan --from ");
	prose_data(a, to, MARK_PLAIN, d->old->path);
	prose_add(a, to, MARK_PLAIN, " --target ");
	prose_data(a, to, MARK_PLAIN, d->new->path);
	prose_add(a, to, MARK_PLAIN, "` puts it in order.");
}

struct page *page_role_diff(struct arena *a, const struct role_diff_view *v)
{
	struct page *p = page_new(a);

	add_title(p, v);
	add_verdict(p, v->diff);
	for (int layer = LAYER_EXECUTION; layer <= N_LAYERS; layer++)
		add_layer(p, v->diff, layer);
	role_rules_section(p, v->diff);
	role_itself_section(p, v->diff);
	add_last(p, v->diff);
	return p;
}
