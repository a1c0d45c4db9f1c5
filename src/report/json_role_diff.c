#include "report/role_diff.h"

#include "diff/words.h"
#include "report/format_json.h"

/* --- the two sides -------------------------------------------------------- */

static void add_side(struct cJSON *document, const char *key,
		     const struct ladder *l, const struct role *role)
{
	struct cJSON *side = json_object_in(document, key);

	json_ladder_key(side, l);
	json_text(side, "role", role->path);
	json_text(side, "title", role->title);
	json_int(side, "rank", role->rank);
}

static void add_counts(struct cJSON *document, const struct role_diff *d)
{
	struct cJSON *counts = json_object_in(document, "counts");

	for (int kind = 0; kind < N_STEP_KINDS; kind++)
		json_int(counts, step_kind_name((enum step_kind)kind),
			 d->n_of[kind]);
}

/* --- texts ---------------------------------------------------------------- */

static void add_words(struct cJSON *object, const struct text_step *text,
		      struct arena *a)
{
	static const char *const names[] = {
		[WORDS_KEPT] = "kept",
		[WORDS_REMOVED] = "removed",
		[WORDS_ADDED] = "added",
	};
	word_runs runs = words_diff(text->old, text->new, a);
	struct cJSON *list = json_list_in(object, "words");

	for_each(run, &runs)
		json_text(json_item(list), names[run->kind], run->text);
}

/* What is the same for every text that differs. */
static void fill_text(struct cJSON *object, const struct text_step *text,
		      struct arena *a)
{
	json_text(object, "change", str_of(step_kind_name(text->kind)));
	json_some(object, "old", text->old);
	json_some(object, "new", text->new);
	if (text->kind != STEP_REWORDED)
		return;
	json_int(object, "likeness", text->likeness);
	add_words(object, text, a);
}

static void add_texts(struct cJSON *object, const struct competency_step *step,
		      struct arena *a)
{
	struct cJSON *list = json_list_in(object, "texts");

	for_each(text, &step->texts) {
		struct cJSON *item = json_item(list);

		fill_text(item, text, a);
		json_int(item, "stage", text->stage->number);
		if (text->optional)
			json_bool(item, "optional", true);
	}
}

/* --- what is asked -------------------------------------------------------- */

static struct cJSON *add_change(struct cJSON *list, const char *rule,
				enum step_kind kind)
{
	struct cJSON *object = json_item(list);

	json_text(object, "rule", str_of(rule));
	json_text(object, "change", str_of(step_kind_name(kind)));
	return object;
}

static void add_competency(struct cJSON *list, const struct role_diff *d,
			   const struct competency_step *step, struct arena *a)
{
	struct cJSON *object = add_change(list, "requires", step->kind);

	json_text(object, "competency", step->competency->head.id);
	json_text(object, "name", step->competency->name);
	json_layer(object, step->competency);
	if (step->old)
		json_int(object, "old", step->old->number);
	if (step->new)
		json_int(object, "new", step->new->number);
	json_int(object, "steps", step->stages);
	if (step->stages && d->new_ladder->timed)
		json_bool(json_hours(object, "hours", step->effort), "assumed",
			  step->effort_assumed);
	add_texts(object, step, a);
}

static void add_side_of_choice(struct cJSON *object, const char *key,
			       const struct choice *choice)
{
	struct cJSON *in;

	if (!choice)
		return;
	in = json_object_in(object, key);
	json_int(in, "at_least", choice->at_least);
	json_stages(in, "of", &choice->of);
	json_some(in, "summary", choice->summary);
}

static void add_choice(struct cJSON *list, const struct choice_step *step)
{
	struct cJSON *object = add_change(list, "choose", step->kind);

	add_side_of_choice(object, "old", step->old);
	add_side_of_choice(object, "new", step->new);
}

static void add_goal(struct cJSON *list, const struct goal_step *step)
{
	struct cJSON *object = add_change(list, "score", step->kind);

	json_text(object, "score", step->score->head.id);
	if (step->old)
		json_figure(object, "old", step->old->figure);
	if (step->new)
		json_figure(object, "new", step->new->figure);
}

/* --- what roles say beside their rules ------------------------------------ */

static void add_role_texts(struct cJSON *list, const char *rule,
			   const text_steps *texts, struct arena *a)
{
	for_each(text, texts) {
		struct cJSON *object = json_item(list);

		json_text(object, "rule", str_of(rule));
		json_some(object, "name", text->name);
		fill_text(object, text, a);
	}
}

static void add_time(struct cJSON *list, const struct role_diff *d)
{
	int64_t old = d->old->min_time, new = d->new->min_time;
	struct cJSON *object;

	if (old == new)
		return;
	object = add_change(list, "min-time",
			    !old	? STEP_NEW
			    : !new	? STEP_DROPPED
			    : old < new ? STEP_RAISED
					: STEP_LOWERED);
	if (old)
		json_figure(object, "old", old);
	if (new)
		json_figure(object, "new", new);
}

static void add_changes(struct cJSON *document, const struct role_diff *d,
			struct arena *a)
{
	struct cJSON *list = json_list_in(document, "changes");

	for_each(step, &d->competencies)
		if (step->kind != STEP_SAME)
			add_competency(list, d, step, a);
	for_each(step, &d->choices)
		if (step->kind != STEP_SAME)
			add_choice(list, step);
	for_each(step, &d->goals)
		if (step->kind != STEP_SAME)
			add_goal(list, step);
	add_role_texts(list, "gate", &d->gates, a);
	add_role_texts(list, "summary", &d->summary, a);
	add_role_texts(list, "attribute", &d->attributes, a);
	add_time(list, d);
}

/* The competencies of which the same is asked. */
static void add_unchanged(struct cJSON *document, const struct role_diff *d)
{
	struct cJSON *list = json_list_in(document, "unchanged");

	for_each(step, &d->competencies) {
		struct cJSON *object;

		if (step->kind != STEP_SAME)
			continue;
		object = json_item(list);
		json_text(object, "competency", step->competency->head.id);
		json_int(object, "stage", step->new->number);
	}
}

void json_role_diff(const struct role_diff_view *v, struct buf *out)
{
	const struct role_diff *d = v->diff;
	struct cJSON *document = json_document("role-diff");
	struct arena scratch = {0};

	add_side(document, "old", d->old_ladder, d->old);
	add_side(document, "new", d->new_ladder, d->new);
	add_counts(document, d);
	json_int(document, "steps", d->stages);
	if (d->stages && d->new_ladder->timed)
		json_hours(document, "hours", d->effort);
	add_changes(document, d, &scratch);
	add_unchanged(document, d);
	json_finish(document, JSON_PRETTY, out);
	arena_release(&scratch);
}
