#include "report/page_step.h"

#include "base/date.h"
#include "report/words.h"

enum {
	SHORT_MOST = 3,  /* behaviours of a step told shortly */
	UNLOCK_MOST = 3, /* steps named as opened by one */
};

const struct rubric *step_rubric(const struct plan_view *v,
				 const struct step *step)
{
	const struct stand *s =
		&v->query->stands[step->stage->competency->index];

	if (s->partly && s->partly->stage == step->stage)
		return s->partly;
	return stage_rubric(step->stage, step->role->track);
}

const bool *step_met(const struct plan_view *v, const struct step *step)
{
	const struct stand *s =
		&v->query->stands[step->stage->competency->index];

	return s->partly && s->partly->stage == step->stage ? s->met : NULL;
}

/* --- when ---------------------------------------------------------------- */

void page_week(struct page *p, prose *to, enum mark mark,
	       const struct plan_view *v, int64_t week)
{
	int64_t day = v->start_day + 7 * week_up(week);
	char text[11];

	if (!v->dated)
		prose_add(p->arena, to, mark, "week\u00a0%lld",
			  (long long)week_up(week));
	else if (day > DATE_LAST)
		prose_add(p->arena, to, mark, "the year 10000");
	else
		prose_add(p->arena, to, mark, "%s",
			  date_write((int32_t)day, text));
}

void page_when(struct page *p, prose *to, const struct plan_view *v,
	       int64_t start, int64_t end)
{
	if (v->dated) {
		prose_add(p->arena, to, MARK_PLAIN, "by ");
		page_week(p, to, MARK_PLAIN, v, end);
	} else {
		prose_add(p->arena, to, MARK_PLAIN, "weeks\u00a0%lld–%lld",
			  (long long)(start / 1000), (long long)week_up(end));
	}
}

/* "about 16 h · weeks 0–8" or "· by 2026-12-27"; nothing where the ladder
 * names no effort. */
static void add_when(struct page *p, prose *to, const struct plan_view *v,
		     const struct step *step)
{
	struct arena *a = p->arena;

	if (!v->ladder->timed)
		return;
	words_effort(a, to, MARK_PLAIN, step->effort);
	if (step->assumed)
		prose_add(a, to, MARK_DIM, " (assumed)");
	prose_add(a, to, MARK_PLAIN, " · ");
	page_when(p, to, v, step->start, step->end);
}

/* --- why ----------------------------------------------------------------- */

/* The choice with an option that the stage leads to. */
static const struct choice *choice_with(const struct role *role,
					const struct stage *stage)
{
	for_each_in_force(r, role)
		for_each(choice, &r->choose)
			for_each(ref, &choice->of)
				if (ref->competency == stage->competency &&
				    ref->stage->number >= stage->number)
					return choice;
	return NULL;
}

/* The goal of the role's first score that the competency counts in. */
static const struct score_goal *goal_with(const struct plan_view *v,
					  struct arena *a,
					  const struct role *role,
					  const struct competency *c)
{
	const struct score_goal **goals = role_score_goals(v->ladder, role, a);

	for_each(score, &v->ladder->scores) {
		const struct reading *r = track_reading(role->track, score);

		if (goals[score->index] && r->member[c->index])
			return goals[score->index];
	}
	return NULL;
}

/* What a stage adds to a sum over the stage below, in thousandths. */
static int64_t points_of(const struct reading *r, const struct stage *s)
{
	const struct competency *c = s->competency;
	const struct stage *below =
		s->ordinal > 1 ? &c->stages[s->ordinal - 2] : NULL;

	return (reading_points(r, s) - reading_points(r, below)) *
	       r->weights[c->index] / 1000;
}

/* Whether a step opens another one, beside the next stage of its own
 * competency, which goes without saying. */
static bool opens(const struct plan_view *v, const struct step *step,
		  uint32_t other)
{
	return v->plan->steps.at[other].stage->competency !=
	       step->stage->competency;
}

static void add_unlocks(struct page *p, prose *to, const struct plan_view *v,
			const struct step *step)
{
	uint32_t n = 0, named, at = 0;

	for_each(other, &step->unlocks)
		n += opens(v, step, *other);
	named = n > UNLOCK_MOST ? UNLOCK_MOST : n;
	if (n)
		prose_add(p->arena, to, MARK_PLAIN, "; opens ");
	for_each(other, &step->unlocks) {
		if (!opens(v, step, *other) || at == named)
			continue;
		words_comma(p->arena, to, at++, n > named ? n + 1 : n);
		words_stage(p->arena, to, MARK_PLAIN,
			    v->plan->steps.at[*other].stage);
	}
	if (n > named)
		prose_add(p->arena, to, MARK_PLAIN, " and %u more",
			  (unsigned)(n - named));
}

static void add_choice(struct page *p, prose *to, const struct plan_view *v,
		       const struct step *step)
{
	const struct choice *choice = choice_with(step->role, step->stage);
	struct arena *a = p->arena;

	prose_add(a, to, MARK_PLAIN, "one of ");
	if (choice)
		prose_add(a, to, MARK_PLAIN, "%u ", (unsigned)choice->of.n);
	prose_add(a, to, MARK_PLAIN, "to choose from for ");
	words_role(a, to, MARK_PLAIN, v->ladder, step->role);
	if (choice && choice->summary.len) {
		prose_add(a, to, MARK_PLAIN, ": ");
		prose_rich(a, to, choice->summary);
	}
}

static void add_score(struct page *p, prose *to, const struct plan_view *v,
		      const struct step *step)
{
	const struct role *role = step->role;
	const struct score_goal *goal =
		goal_with(v, p->arena, role, step->stage->competency);
	const struct reading *r =
		goal ? track_reading(role->track, goal->score) : NULL;
	struct arena *a = p->arena;

	prose_add(a, to, MARK_PLAIN, "adds ");
	if (r && r->combine == COMBINE_SUM) {
		words_figure(a, to, MARK_PLAIN, points_of(r, step->stage));
		prose_add(a, to, MARK_PLAIN, " ");
	}
	prose_add(a, to, MARK_PLAIN, "to ");
	if (goal)
		words_score(a, to, MARK_PLAIN, goal->score);
	prose_add(a, to, MARK_PLAIN, ", of which ");
	words_role(a, to, MARK_PLAIN, v->ladder, role);
	prose_add(a, to, MARK_PLAIN, " asks ");
	if (goal)
		words_figure(a, to, MARK_PLAIN, goal->figure);
}

static void add_reason(struct page *p, prose *to, const struct plan_view *v,
		       const struct step *step)
{
	struct arena *a = p->arena;

	switch (step->reason) {
	case REASON_REQUIRES:
		words_role(a, to, MARK_PLAIN, v->ladder, step->role);
		prose_add(a, to, MARK_PLAIN, " asks for it");
		return;
	case REASON_CHOOSE:
		add_choice(p, to, v, step);
		return;
	case REASON_SCORE:
		add_score(p, to, v, step);
		return;
	case REASON_OPTIONAL:
		prose_add(a, to, MARK_PLAIN, "a stretch beyond what ");
		words_role(a, to, MARK_PLAIN, v->ladder, step->role);
		prose_add(a, to, MARK_PLAIN, " asks");
		return;
	case REASON_NEEDS:
		prose_add(a, to, MARK_PLAIN, "needed on the way to ");
		words_role(a, to, MARK_PLAIN, v->ladder, step->role);
		return;
	}
}

static void add_why(struct page *p, struct block *pairs,
		    const struct plan_view *v, const struct step *step)
{
	prose *why = &page_pair(p, pairs, "why")->body;

	add_reason(p, why, v, step);
	add_unlocks(p, why, v, step);
}

static void add_after(struct page *p, struct block *pairs,
		      const struct step *step)
{
	prose *to;

	if (!step->after.n)
		return;
	to = &page_pair(p, pairs, "after")->body;
	prose_add(p->arena, to, MARK_PLAIN, "%s ",
		  words_plural(step->after.n, "step", "steps"));
	for (uint32_t i = 0; i < step->after.n; i++) {
		words_comma(p->arena, to, i, step->after.n);
		prose_add(p->arena, to, MARK_PLAIN, "%u",
			  (unsigned)step->after.at[i] + 1);
	}
}

/* --- what ---------------------------------------------------------------- */

static void add_behaviour(struct page *p, struct block *list,
			  const struct behaviour *b, bool met)
{
	prose *item = page_item(p, list, met ? MARKER_DONE : MARKER_OPEN);

	if (b->optional)
		prose_add(p->arena, item, MARK_DIM, "(optional) ");
	prose_rich(p->arena, item, b->text);
}

/* How many of those still to show are told: "and 1 more" would take the same
 * line as that one. */
static uint32_t how_many(const struct rubric *r, const bool *met)
{
	uint32_t open = 0;

	for (uint32_t i = 0; i < r->behaviours.n; i++)
		open += !(met && met[i]);
	return open <= SHORT_MOST + 1 ? open : SHORT_MOST;
}

static void add_first_few(struct page *p, struct block *list,
			  const struct rubric *r, const bool *met)
{
	uint32_t most = how_many(r, met), left = 0;

	for (uint32_t i = 0; i < r->behaviours.n; i++) {
		if (met && met[i])
			continue;
		if (most) {
			add_behaviour(p, list, &r->behaviours.at[i], false);
			most--;
		} else {
			left++;
		}
	}
	if (left)
		prose_add(p->arena, page_item(p, list, MARKER_OPEN), MARK_DIM,
			  "and %u more", (unsigned)left);
}

/* All behaviours, or the first few of those still to show. */
static void add_behaviours(struct page *p, struct block *pairs,
			   const struct rubric *r, const bool *met,
			   enum detail detail)
{
	struct block *list;

	if (!r->behaviours.n || words_say_it_all(r))
		return;
	list = page_add(p, page_pair(p, pairs, "show"), BLOCK_LIST);
	if (detail != DETAIL_FULL) {
		add_first_few(p, list, r, met);
		return;
	}
	for (uint32_t i = 0; i < r->behaviours.n; i++)
		add_behaviour(p, list, &r->behaviours.at[i], met && met[i]);
}

static void add_texts(struct page *p, struct block *pairs, const char *key,
		      const struct texts *texts)
{
	struct block *list;

	if (!texts->n)
		return;
	list = page_add(p, page_pair(p, pairs, key), BLOCK_LIST);
	for (uint32_t i = 0; i < texts->n; i++)
		prose_rich(p->arena, page_item(p, list, MARKER_BULLET),
			   texts->at[i]);
}

void page_rubric_help(struct page *p, struct block *pairs,
		      const struct rubric *r)
{
	struct block *list;

	add_texts(p, pairs, "practise", &r->practise);
	add_texts(p, pairs, "evidence", &r->evidence);
	if (!r->evidence.n)
		add_texts(p, pairs, "examples", &r->examples);
	if (!r->resources.n)
		return;
	list = page_add(p, page_pair(p, pairs, "resources"), BLOCK_LIST);
	for_each(resource, &r->resources)
		words_resource(p->arena, page_item(p, list, MARKER_BULLET),
			       resource);
}

/* Nobody: that is said too, as help must then come from elsewhere. */
static void add_mentors(struct page *p, struct block *pairs,
			const struct plan_view *v, uint32_t index)
{
	const struct texts *names;
	prose *to;

	if (!v->mentors)
		return;
	names = &v->mentors[index];
	to = &page_pair(p, pairs, "who could mentor")->body;
	for (uint32_t i = 0; i < names->n; i++) {
		prose_add(p->arena, to, MARK_PLAIN, i ? ", " : "");
		prose_data(p->arena, to, MARK_PLAIN, names->at[i]);
	}
	if (!names->n)
		prose_add(p->arena, to, MARK_DIM, "nobody in the team");
}

/* --- the step ------------------------------------------------------------ */

static void add_title(struct page *p, struct block *block,
		      const struct step *step, const struct rubric *r)
{
	words_stage(p->arena, &block->title, MARK_STRONG, step->stage);
	words_stage_name(p->arena, &block->title, MARK_PLAIN, r);
	/* the text of another track, where the own one has none */
	if (r->role && r->role->track != step->role->track) {
		prose_add(p->arena, &block->title, MARK_DIM, ", as ");
		prose_data(p->arena, &block->title, MARK_DIM,
			   r->role->track->name);
		prose_add(p->arena, &block->title, MARK_DIM, " has it");
	}
}

void page_step(struct page *p, struct block *parent, const struct plan_view *v,
	       uint32_t index, enum detail detail)
{
	const struct step *step = &v->plan->steps.at[index];
	const struct rubric *r = step_rubric(v, step);
	struct block *block = page_add(p, parent, BLOCK_STEP), *pairs;

	block->number = index + 1;
	add_title(p, block, step, r);
	add_when(p, &block->aside, v, step);
	if (detail == DETAIL_LINE)
		return;
	if (detail == DETAIL_FULL && r->summary.len)
		prose_rich(p->arena, page_paragraph(p, block), r->summary);
	pairs = page_add(p, block, BLOCK_PAIRS);
	add_why(p, pairs, v, step);
	add_after(p, pairs, step);
	add_behaviours(p, pairs, r, step_met(v, step), detail);
	add_mentors(p, pairs, v, index);
	if (detail == DETAIL_FULL)
		page_rubric_help(p, pairs, r);
}
