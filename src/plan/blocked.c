#include "plan/blocked.h"

#include "plan/maze.h"
#include "plan/score.h"

#include "base/decimal.h"

struct report {
	const struct plan_query *q;
	struct plan_result *result;
	struct arena *a, *work;
};

static struct obstacle *add(struct report *r, enum obstacle_kind kind,
			    const struct role *role, const struct node *node)
{
	struct obstacle *o = vec_add(r->a, &r->result->obstacles);

	o->kind = kind;
	o->role = role;
	o->doc = &r->q->ladder->doc;
	o->node = node;
	return o;
}

static void add_score(struct report *r, const struct role *role,
		      const struct score_goal *goal)
{
	const struct ladder *l = r->q->ladder;
	const struct reading *read = track_reading(role->track, goal->score);
	const struct stand *top = stands_at_top(r->q, r->work);
	struct obstacle *o = add(r, OBSTACLE_SCORE, role, goal->head.node);
	char need[25], most[25];
	bool na = false;

	for (uint32_t c = 0; c < l->competencies.n; c++)
		na |= read->member[c] && top[c].na;
	decimal_write(goal->figure, need);
	decimal_write(score_figure(l, read, top, score_total(l, read, top)),
		      most);
	o->goal = goal;
	o->text = arena_printf(
		r->a, "%.*s asks %s of the score %.*s, and all stages%s come "
		      "to %s",
		STR_ARG(role->path), need, STR_ARG(goal->head.id),
		na ? " that are not n/a" : "", most);
	o->help = arena_printf(
		r->a, "a figure of %s at most%s", most,
		na ? ", or fewer competencies that are n/a" : "");
}

static void add_avoided(struct report *r, const struct bar *b)
{
	bool whole = b->kind == OBSTACLE_AVOID_TRACK;
	const struct head *head = whole ? &b->role->track->head
					: &b->role->head;
	struct str name = whole ? head->id : b->role->path;
	struct obstacle *o = add(r, b->kind, b->role, head->node);

	o->text = arena_printf(r->a, "%s%.*s is to be avoided",
			       whole ? "all of " : "", STR_ARG(name));
	o->help = STR("leave it out of \"avoid\"");
}

static void add_leg(struct report *r, const struct leg *leg)
{
	struct obstacle *o = add(r, OBSTACLE_MOVE, leg->move_to,
				 leg->to->head.node);
	const struct role *from = leg->move_from, *to = leg->move_to;

	o->from = from;
	if (leg->from)
		o->text = arena_printf(r->a, "no move leads from %.*s to %.*s",
				       STR_ARG(leg->from->path),
				       STR_ARG(leg->to->path));
	else
		o->text = arena_printf(
			r->a, "no way in leads to %.*s for someone who has no "
			      "role yet",
			STR_ARG(leg->to->path));
	o->help = arena_printf(
		r->a, "a move from %.*s to %.*s would open it%s",
		STR_ARG(from->path), STR_ARG(to->path),
		from->rank == to->rank && from->track != to->track
			? ": under \"moves\", or as \"lateral: same-rank\""
			: ", under \"moves\"");
}

void blocked_explain(const struct plan_query *q, struct plan_result *result,
		     struct arena *a)
{
	struct arena work = {0};
	struct report r = {.q = q, .result = result, .a = a, .work = &work};
	struct bars found = bars_find(q, &work);

	for_each(leg, &found.legs)
		add_leg(&r, leg);
	for_each(b, &found.bars) {
		if (b->kind == OBSTACLE_SCORE)
			add_score(&r, b->role, b->goal);
		else
			add_avoided(&r, b);
	}
	arena_release(&work);
}
