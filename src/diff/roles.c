#include "diff/roles.h"

#include "diff/climb.h"
#include "diff/comparing.h"
#include "diff/sentences.h"

const char *step_kind_name(enum step_kind kind)
{
	static const char *const names[N_STEP_KINDS] = {
		[STEP_NEW] = "new",	      [STEP_RAISED] = "raised",
		[STEP_CHANGED] = "changed",   [STEP_REWORDED] = "reworded",
		[STEP_LOWERED] = "lowered",   [STEP_DROPPED] = "dropped",
		[STEP_SAME] = "unchanged",
	};

	return names[kind];
}

static enum step_kind mirrored(enum step_kind kind)
{
	switch (kind) {
	case STEP_NEW:
		return STEP_DROPPED;
	case STEP_DROPPED:
		return STEP_NEW;
	case STEP_RAISED:
		return STEP_LOWERED;
	case STEP_LOWERED:
		return STEP_RAISED;
	case STEP_CHANGED:
	case STEP_REWORDED:
	case STEP_SAME:
	case N_STEP_KINDS:
		break;
	}
	return kind;
}

/* --- stages --------------------------------------------------------------- */

int stage_order(const struct comparing *c, const struct stage *old,
		const struct stage *new)
{
	return -match_compare_stages(c->m, old, new);
}

/* The stage of `to`'s competency that is reached with one of the other side,
 * which may be NULL: its ordinal, or 0. */
static uint32_t reached_with(struct stage *const *matches,
			     const struct stage *from, const struct stage *to)
{
	const struct competency *c = to->competency;
	uint32_t ordinal = 0;

	if (!from)
		return 0;
	if (matches[from->index])
		return matches[from->index]->ordinal;
	while (ordinal < c->n_stages &&
	       c->stages[ordinal].number <= from->number)
		ordinal++;
	return ordinal;
}

/* From which stage on something is said that was not: the one reached, too,
 * where it has another text over there. */
static uint32_t first_to_climb(uint32_t reached, const struct climb *climb)
{
	const struct stage *stages = climb->to->competency->stages;

	if (!reached || stage_rubric(climb->from, climb->from_track) ==
				stage_rubric(&stages[reached - 1],
					     climb->to_track))
		return reached + 1;
	return reached;
}

/* --- competencies --------------------------------------------------------- */

static void mirror_texts(text_steps *texts)
{
	for_each(t, texts) {
		struct str old = t->old;

		t->kind = mirrored(t->kind);
		t->old = t->new;
		t->new = old;
	}
}

static void add_costs(struct comparing *c, struct competency_step *step,
		      uint32_t reached)
{
	const struct stage *stages = step->new->competency->stages;

	for (uint32_t i = reached; i < step->new->ordinal; i++) {
		step->stages++;
		step->effort.min += stages[i].effort.min;
		step->effort.max += stages[i].effort.max;
		step->effort_assumed |= stages[i].effort_assumed;
	}
	c->d->stages += step->stages;
	c->d->effort.min += step->effort.min;
	c->d->effort.max += step->effort.max;
}

static void climb_up(struct comparing *c, struct competency_step *step)
{
	uint32_t reached = reached_with(c->m->stage_new, step->old, step->new);
	struct climb climb = {
		.from = step->old,
		.to = step->new,
		.from_track = c->d->old->track,
		.to_track = c->d->new->track,
	};

	climb.first = first_to_climb(reached, &climb);
	step->texts = climb_texts(&climb, &step->same_texts, c->a);
	add_costs(c, step, reached);
}

static void climb_down(struct comparing *c, struct competency_step *step)
{
	uint32_t reached = reached_with(c->m->stage_old, step->new, step->old);
	struct climb climb = {
		.from = step->new,
		.to = step->old,
		.from_track = c->d->new->track,
		.to_track = c->d->old->track,
	};

	climb.first = first_to_climb(reached, &climb);
	step->texts = climb_texts(&climb, &step->same_texts, c->a);
	mirror_texts(&step->texts);
}

static void stay(struct comparing *c, struct competency_step *step)
{
	const struct rubric *old = stage_rubric(step->old, c->d->old->track);
	const struct rubric *new = stage_rubric(step->new, c->d->new->track);

	struct sentences x, y;

	step->kind = STEP_SAME;
	if (old == new)
		return;
	x = rubric_sentences(old, c->a);
	y = rubric_sentences(new, c->a);
	step->texts = sentences_steps(&x, &y, &step->same_texts, c->a);
	if (step->texts.n)
		step->kind = STEP_REWORDED;
	for_each(text, &step->texts)
		text->stage = text->kind == STEP_DROPPED ? step->old
							 : step->new;
}

static void compare_stages(struct comparing *c, struct competency_step *step)
{
	int height = step->old && step->new
			     ? stage_order(c, step->old, step->new)
			     : 0;

	if (step->old && step->new && !height) {
		stay(c, step);
	} else if (!step->old || height < 0) {
		step->kind = step->old ? STEP_RAISED : STEP_NEW;
		climb_up(c, step);
	} else {
		step->kind = step->new ? STEP_LOWERED : STEP_DROPPED;
		climb_down(c, step);
	}
}

static void add_competency(struct comparing *c,
			   const struct competency *competency,
			   const struct stage *old, const struct stage *new)
{
	struct competency_step *step;

	if (!old && !new)
		return;
	step = vec_add(c->a, &c->d->competencies);
	step->competency = competency;
	step->old = old;
	step->new = new;
	compare_stages(c, step);
	c->d->n_of[step->kind]++;
}

static void compare_competencies(struct comparing *c)
{
	const struct role_diff *d = c->d;
	struct asked *old = role_asks(d->old_ladder, d->old, c->a);
	struct asked *new = role_asks(d->new_ladder, d->new, c->a);

	for_each(here, &d->new_ladder->competencies) {
		const struct competency *there =
			c->m->competency_old[here->index];

		add_competency(c, here, there ? old[there->index].stage : NULL,
			       new[here->index].stage);
	}
	for_each(there, &d->old_ladder->competencies)
		if (!c->m->competency_new[there->index])
			add_competency(c, there, old[there->index].stage, NULL);
}

/* --- all of it ------------------------------------------------------------ */

struct role_diff *diff_roles(const struct ladder *old,
			     const struct role *old_role,
			     const struct ladder *new,
			     const struct role *new_role, struct arena *a)
{
	struct matches m = match_ladders(old, new, a);
	struct role_diff *d = ARENA_NEW(a, struct role_diff);
	struct comparing c = {d, &m, a};

	d->old_ladder = old;
	d->new_ladder = new;
	d->old = old_role;
	d->new = new_role;
	compare_competencies(&c);
	compare_choices(&c);
	compare_goals(&c);
	compare_texts(&c);
	return d;
}

bool role_diff_any(const struct role_diff *d)
{
	for (int kind = 0; kind < STEP_SAME; kind++)
		if (d->n_of[kind])
			return true;
	return d->gates.n || d->attributes.n || d->summary.n ||
	       d->old->min_time != d->new->min_time;
}
