#include "lint/scores.h"

#include "lint/rule.h"

static void add_up(const struct ladder *l, struct score_top *top)
{
	const struct reading *r = top->reading;

	for_each(c, &l->competencies) {
		int64_t weight = r->weights[c->index];

		top->weights += weight;
		if (weight <= 0)
			continue;
		top->layers |= 1U << c->layer;
		if (c->n_stages)
			top->most += (wide)weight *
				     reading_points(
					     r, &c->stages[c->n_stages - 1]);
	}
}

/* What the track says of the score by itself, or NULL. */
static const struct score *own_words(const struct track *t,
				     const struct score *s)
{
	const struct score *own = NULL;

	for_each(mine, &t->scores)
		if (mine->base == s)
			own = mine;
	return own;
}

static bool is_known(const struct ladder *l, struct str id)
{
	return ladder_competency(l, id) || ladder_category(l, id);
}

/* Whether some of what is written there means nothing. */
static bool words_are_lost(const struct ladder *l, const struct score *s)
{
	for_each(id, &s->of)
		if (!is_known(l, *id))
			return true;
	for_each(w, &s->weights)
		if (!is_known(l, w->head.id) ||
		    node_is_broken(w->head.node + 1))
			return true;
	return node_is_broken(s->of_node) || node_is_broken(s->points.node);
}

/* How many looks making a reading takes, and adding it up. */
static uint64_t price(const struct ladder *l, const struct score *s,
		      const struct score *own)
{
	uint64_t words = 1 + s->of.n + s->weights.n;

	if (own)
		words += own->of.n + own->weights.n;
	return words * l->competencies.n;
}

struct score_top *score_top(struct lint *lint, const struct role *role,
			    const struct score_goal *goal)
{
	const struct score *s = goal->score, *own;
	struct score_top *top;

	if (!s || !lint_may_spend(lint, role->track->scores.n))
		return NULL;
	own = own_words(role->track, s);
	top = &lint->tops[s->index];
	if (top->reading && top->reading == (own ? own : s)->reading)
		return top->lost ? NULL : top;
	if (!lint_may_spend(lint, price(lint->l, s, own)))
		return NULL;
	*top = (struct score_top){.reading = track_reading(role->track, s)};
	add_up(lint->l, top);
	/* without any weight, that is the mistake */
	top->lost = !top->layers || words_are_lost(lint->l, s) ||
		    (own && words_are_lost(lint->l, own));
	return top->lost ? NULL : top;
}
