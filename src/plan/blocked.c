#include "plan/blocked.h"

#include "plan/score.h"

#include "base/decimal.h"

struct report {
	const struct plan_query *q;
	struct plan_result *result;
	struct arena *a, *work;
};

static struct obstacle *add(struct report *r, const struct node *node)
{
	struct obstacle *o = vec_add(r->a, &r->result->obstacles);

	if (node)
		o->doc = &r->q->ladder->doc;
	o->node = node;
	return o;
}

/* Whether the end is reached when only some bars are heeded. */
static bool leads(const struct report *r, const struct plan_query *q,
		  unsigned heed)
{
	struct problem p;
	struct ways w;

	problem_init(&p, q->ladder, q->stands, r->work);
	w = ways_make(&p, q, heed);
	problem_release(&p);
	return ways_lead(&w);
}

/* All stages of everything that is not n/a. */
static struct stand *stands_at_top(const struct report *r)
{
	const struct ladder *l = r->q->ladder;
	struct stand *top = ARENA_ARRAY(r->work, l->competencies.n,
					struct stand);

	for_each(c, &l->competencies) {
		top[c->index].have = c->n_stages;
		top[c->index].na = r->q->stands[c->index].na;
	}
	return top;
}

static void add_beyond(struct report *r, const struct role *role,
		       const struct score_goal *goal)
{
	const struct ladder *l = r->q->ladder;
	const struct reading *read = track_reading(role->track, goal->score);
	const struct stand *top = stands_at_top(r);
	struct obstacle *o = add(r, goal->head.node);
	const struct role *from = score_goal_role(role, goal);
	char need[25], most[25];
	bool na = false;

	for (uint32_t c = 0; c < l->competencies.n; c++)
		na |= read->member[c] && top[c].na;
	decimal_write(goal->figure, need);
	decimal_write(score_figure(l, read, top, score_total(l, read, top)),
		      most);
	o->text = arena_printf(
		r->a, "%.*s asks %s of the score %.*s, and all stages%s come "
		      "to %s",
		STR_ARG(from->path), need, STR_ARG(goal->head.id),
		na ? " that are not n/a" : "", most);
	o->help = arena_printf(
		r->a, "a figure of %s at most%s", most,
		na ? ", or fewer competencies that are n/a" : "");
}

static bool is_told(const struct report *r, const struct node *node)
{
	for_each(o, &r->result->obstacles)
		if (o->node == node)
			return true;
	return false;
}

static const struct score_goal *find_beyond(struct problem *p,
					    const struct role *role)
{
	problem_learn(p, role);
	return p->roles[role->index].beyond;
}

/* Roles on the way that nobody can meet; the target alone where it is one. */
static void add_all_beyond(struct report *r)
{
	const struct plan_query *q = r->q;
	const struct score_goal *goal;
	struct problem p;
	struct ways w;

	problem_init(&p, q->ladder, q->stands, r->work);
	w = ways_make(&p, q, HEED_AVOID);
	goal = find_beyond(&p, q->target);
	if (goal)
		add_beyond(r, q->target, goal);
	for_each(s, &w.spots) {
		if (s->hops == NO_HOPS || find_beyond(&p, q->target) ||
		    !role_is_asked(q, s->role))
			continue;
		goal = find_beyond(&p, s->role);
		if (goal && !is_told(r, goal->head.node))
			add_beyond(r, s->role, goal);
	}
	problem_release(&p);
}

/* How many roles of `via` can be passed when nothing is barred; UINT32_MAX
 * where the target is reached after all of them. */
static uint32_t passed_at_most(const struct report *r)
{
	uint32_t most = 0;
	struct problem p;
	struct ways w;

	problem_init(&p, r->q->ladder, r->q->stands, r->work);
	w = ways_make(&p, r->q, 0);
	problem_release(&p);
	for_each(s, &w.spots)
		if (s->passed > most)
			most = s->passed;
	return ways_lead(&w) ? UINT32_MAX : most;
}

/* The first leg of the way, to a role of `via` or to the target, that no
 * moves make up; false where there are moves for all. */
static bool add_missing_move(struct report *r)
{
	const struct plan_query *q = r->q;
	uint32_t i = passed_at_most(r);
	const struct role *from, *to;
	struct obstacle *o;

	if (i == UINT32_MAX)
		return false;
	from = i ? q->via[i - 1] : q->from;
	to = i < q->n_via ? q->via[i] : q->target;
	o = add(r, to->head.node);
	if (from)
		o->text = arena_printf(r->a, "no move leads from %.*s to %.*s",
				       STR_ARG(from->path),
				       STR_ARG(to->path));
	else
		o->text = arena_printf(
			r->a, "no way in leads to %.*s for someone who has no "
			      "role yet",
			STR_ARG(to->path));
	o->help = arena_printf(
		r->a, "a move to %.*s or to a lower level of %.*s under "
		      "\"moves\"%s",
		STR_ARG(to->path), STR_ARG(to->track->head.id),
		q->ladder->lateral == LATERAL_EXPLICIT
			? ", or \"lateral: same-rank\""
			: "");
	return true;
}

/* Avoided roles that a way to the end would enter. */
static void add_avoided(struct report *r)
{
	const struct plan_query *q = r->q;
	bool *told = ARENA_ARRAY(r->work, q->ladder->n_roles, bool);
	struct problem p;
	struct ways w;

	problem_init(&p, q->ladder, q->stands, r->work);
	w = ways_make(&p, q, 0);
	problem_release(&p);
	for (uint32_t i = 0; i < w.spots.n; i++) {
		struct spot *s = &w.spots.at[i];
		struct obstacle *o;

		if (s->hops == NO_HOPS || !q->avoid[s->role->index] ||
		    told[s->role->index] ||
		    (w.stands && i == w.starts.at[0]))
			continue;
		told[s->role->index] = true;
		o = add(r, NULL);
		o->text = arena_printf(r->a, "%.*s is to be avoided",
				       STR_ARG(s->role->path));
		o->help = STR("leave it out of \"avoid\"");
	}
}

void blocked_explain(const struct plan_query *q, struct plan_result *result,
		     struct arena *a)
{
	struct arena work = {0};
	struct report r = {.q = q, .result = result, .a = a, .work = &work};

	if (!add_missing_move(&r)) {
		if (q->avoid && !leads(&r, q, HEED_AVOID))
			add_avoided(&r);
		else
			add_all_beyond(&r);
	}
	arena_release(&work);
}
