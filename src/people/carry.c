#include "people/carry.h"

struct crossing crossing_of(const struct diff *d, bool back)
{
	const struct matches *m = &d->matches;

	if (back)
		return (struct crossing){d->new, d->old, m->track_old,
					 m->role_old, m->competency_old,
					 m->stage_old, m->stage_new};
	return (struct crossing){d->old, d->new, m->track_new, m->role_new,
				 m->competency_new, m->stage_new,
				 m->stage_old};
}

/* --- stages --------------------------------------------------------------- */

static const struct stage *other(const struct crossing *x,
				 const struct stage *s)
{
	return x->stage[s->index];
}

static bool is_new(const struct crossing *x, const struct stage *s)
{
	return !x->stage_back[s->index];
}

static bool same_stage(const struct crossing *x, const struct stage *from,
		       const struct stage *to)
{
	const struct stage *match = other(x, from);

	return match ? match == to
		     : is_new(x, to) && from->number == to->number;
}

/* The highest stage of `there` that one of the stages reached is, or, of those
 * that are nothing on the other side, one with a number that was reached. */
static void carry_have(const struct crossing *x, const struct competency *c,
		       const struct competency *there,
		       const struct stand *from, struct stand *to)
{
	uint32_t gone = 0; /* the highest number of one that is gone */

	for (uint32_t i = 0; i < from->have; i++) {
		const struct stage *s = &c->stages[i], *now = other(x, s);

		if (!now)
			gone = s->number;
		else if (now->ordinal > to->have)
			to->have = now->ordinal;
	}
	for (uint32_t i = to->have; gone && i < there->n_stages; i++)
		if (is_new(x, &there->stages[i]) &&
		    there->stages[i].number <= gone)
			to->have = i + 1;
	to->rank_have = competency_number(there, to->have);
}

/* --- behaviours ----------------------------------------------------------- */

static bool same_behaviour(const struct behaviour *a,
			   const struct behaviour *b)
{
	if (a->head.id.len && b->head.id.len)
		return str_eq(a->head.id, b->head.id);
	return str_eq(a->text, b->text);
}

/* The behaviour of `in` that one of another text is, or -1. */
static int64_t find_behaviour(const struct rubric *in,
			      const struct behaviour *b)
{
	for (uint32_t i = 0; i < in->behaviours.n; i++)
		if (same_behaviour(&in->behaviours.at[i], b))
			return i;
	return -1;
}

/* One that was only reworded, so that it is found nowhere, stands where it
 * stood. */
static int64_t reworded_behaviour(const struct rubric *from, uint32_t i,
				  const struct rubric *in)
{
	if (i >= in->behaviours.n ||
	    find_behaviour(from, &in->behaviours.at[i]) >= 0)
		return -1;
	return i;
}

static void tick(const struct rubric *from, const bool *met,
		 const struct rubric *to, bool *ticked)
{
	for (uint32_t i = 0; i < from->behaviours.n; i++) {
		int64_t k;

		if (!met[i])
			continue;
		k = find_behaviour(to, &from->behaviours.at[i]);
		if (k < 0)
			k = reworded_behaviour(from, i, to);
		if (k >= 0)
			ticked[k] = true;
	}
}

/* What is shown of the next stage, where that is the same one. */
static void carry_partly(const struct crossing *x, const struct track *track,
			 const struct competency *c, const struct stand *from,
			 struct stand *to, struct arena *a)
{
	const struct rubric *r;
	uint32_t shown = 0;

	if (!from->partly || to->have >= c->n_stages ||
	    !same_stage(x, from->partly->stage, &c->stages[to->have]))
		return;
	r = stage_rubric(&c->stages[to->have], track);
	to->met = ARENA_ARRAY(a, r->behaviours.n, bool);
	tick(from->partly, from->met, r, to->met);
	for (uint32_t i = 0; i < r->behaviours.n; i++)
		shown += to->met[i] && !r->behaviours.at[i].optional;
	to->partly = r;
	to->left = r->counted - shown;
	if (!r->counted || shown < rubric_enough(r))
		return;
	to->by_behaviours = true;
	to->have++;
	to->rank_have = r->stage->number;
	to->partly = NULL;
	to->met = NULL;
}

static struct stand *carry_stands(const struct crossing *x,
				  const struct stand *from,
				  const struct track *track, struct arena *a)
{
	struct stand *stands = empty_stands(x->to, a);

	for_each(c, &x->from->competencies) {
		const struct competency *there = x->competency[c->index];
		const struct stand *s = &from[c->index];
		struct stand *to;

		if (!there)
			continue;
		to = &stands[there->index];
		to->rated = s->rated;
		to->na = s->na;
		to->reason = s->reason;
		to->rating = s->rating;
		carry_have(x, c, there, s, to);
		carry_partly(x, track, there, s, to, a);
	}
	return stands;
}

/* --- roles ---------------------------------------------------------------- */

static struct role *carry_role(const struct crossing *x,
			       const struct role *role)
{
	return role ? x->role[role->index] : NULL;
}

static bool avoids_track(const struct track *t, const bool *avoid)
{
	for_each(role, &t->levels)
		if (!avoid[role->index])
			return false;
	return t->levels.n > 0;
}

/* Whoever keeps out of a track keeps out of its new levels, too. */
static bool *carry_avoid(const struct crossing *x, const bool *avoid,
			 struct arena *a)
{
	bool *avoided = ARENA_ARRAY(a, x->to->n_roles + 1, bool);

	for (uint32_t i = 0; i < x->from->n_roles; i++)
		if (avoid[i] && x->role[i])
			avoided[x->role[i]->index] = true;
	for_each(t, &x->from->tracks) {
		const struct track *there = x->track[t->index];

		if (!there || !avoids_track(t, avoid))
			continue;
		for_each(role, &there->levels)
			avoided[role->index] = true;
	}
	return avoided;
}

struct plan_query carry_query(const struct plan_query *q,
			      const struct crossing *x, struct arena *a)
{
	struct plan_query there = *q;
	struct role *from = carry_role(x, q->from);

	there.ladder = x->to;
	there.target = carry_role(x, q->target);
	there.from = from;
	there.stands = carry_stands(x, q->stands, from ? from->track : NULL,
				    a);
	if (q->avoid)
		there.avoid = carry_avoid(x, q->avoid, a);
	return there;
}
