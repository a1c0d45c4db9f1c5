#include "model/build.h"

#include "base/decimal.h"

#include <stdio.h>

/* --- requirements that fall ---------------------------------------------- */

/* What the levels in force so far ask, by competency or score. `since` tells
 * from which level on an entry counts, so that starting afresh costs
 * nothing. */
struct high {
	uint32_t start; /* index of the first role in force, + 1 */
	const struct stage *stage;
	int64_t figure;
	const struct node *node;
};

static bool in_force(const struct high *h, uint32_t start)
{
	return h->start == start;
}

static void fell(struct build_model *b, const struct node *node,
		 const struct high *h, struct str what, const char *asked,
		 const char *below)
{
	struct finding *f = model_add(
		b, CODE_L301, node,
		"%s asks %s here, less than the %s that a level below asks",
		diag_quote(b->diag, what), asked, below);

	finding_note(b->diag, f, doc_span(&b->l->doc, h->node),
		     "asked for here");
	finding_help(b->diag, f,
		     "take it out, raise it, or start afresh with "
		     "\"cumulative: false\"");
}

static void see_stage(struct build_model *b, struct high *high, uint32_t start,
		      const struct competency *c, const struct stage *s,
		      const struct node *node)
{
	struct high *h = &high[c->index];
	char asked[24], below[24];

	if (!s)
		return;
	if (in_force(h, start) && s->ordinal < h->stage->ordinal) {
		snprintf(asked, sizeof asked, "stage %u", s->number);
		snprintf(below, sizeof below, "stage %u", h->stage->number);
		fell(b, node, h, c->head.id, asked, below);
		return;
	}
	if (!in_force(h, start) || s->ordinal > h->stage->ordinal)
		*h = (struct high){.start = start, .stage = s, .node = node};
}

static void see_goal(struct build_model *b, struct high *high, uint32_t start,
		     const struct score_goal *goal)
{
	struct high *h;
	char asked[25], below[25];

	if (!goal->score || node_is_broken(goal->head.node + 1))
		return;
	h = &high[goal->score->index];
	if (in_force(h, start) && goal->figure < h->figure) {
		decimal_write(goal->figure, asked);
		decimal_write(h->figure, below);
		fell(b, goal->head.node, h, goal->head.id, asked, below);
		return;
	}
	if (!in_force(h, start) || goal->figure > h->figure)
		*h = (struct high){.start = start,
				   .figure = goal->figure,
				   .node = goal->head.node};
}

static void check_falling(struct build_model *b)
{
	struct ladder *l = b->l;
	struct high *stages =
		ARENA_ARRAY(b->arena, l->competencies.n, struct high);
	struct high *goals = ARENA_ARRAY(b->arena, l->scores.n, struct high);
	uint32_t start = 0;

	for (uint32_t i = 0; i < l->n_roles; i++) {
		struct role *role = l->roles[i];

		if (role->level == 0 || !role->cumulative)
			start = i + 1;
		for_each(ref, &role->requires)
			if (ref->competency)
				see_stage(b, stages, start, ref->competency,
					  ref->stage, ref->head.node);
		for_each(cell, &role->expects)
			if (cell->competency)
				see_stage(b, stages, start, cell->competency,
					  cell->stage, cell->head.node);
		for_each(goal, &role->scores)
			see_goal(b, goals, start, goal);
	}
}

/* --- points and weights -------------------------------------------------- */

static void falling(struct build_model *b, const struct node *node,
		    int64_t points, int64_t below)
{
	char here[25], before[25];
	struct finding *f = model_add(
		b, CODE_L306, node,
		"%s points are less than the %s of the stage below",
		decimal_write(points, here), decimal_write(below, before));

	finding_help(b->diag, f, "points never fall from stage to stage");
}

static void check_points_list(struct build_model *b, const struct figures *f)
{
	const struct node *item = f->node ? f->node + 1 : NULL;

	for (uint32_t i = 0; i + 1 < f->n && f->n == f->node->len; i++) {
		item = node_next(item);
		if (f->at[i + 1] < f->at[i])
			falling(b, item, f->at[i + 1], f->at[i]);
	}
}

/* Own points of stages, the numbers filled in. */
static void check_stage_points(struct build_model *b, struct competency *c)
{
	for (uint32_t i = 1; i < c->written.n; i++) {
		const struct rubric *r = &c->written.at[i];
		const struct rubric *below = &c->written.at[i - 1];

		if (c->stages[i].points < c->stages[i - 1].points)
			falling(b,
				r->points_node	     ? r->points_node
				: below->points_node ? below->points_node
						     : r->head.node,
				c->stages[i].points, c->stages[i - 1].points);
	}
}

static bool is_known(const struct ladder *l, struct str id)
{
	return ladder_competency(l, id) || ladder_category(l, id);
}

/* Whether a name in them leads nowhere: that was told, and it may have been
 * what has the weight. */
static bool names_are_lost(const struct ladder *l, const struct score *of,
			   const struct score *weights)
{
	for_each(id, &of->of)
		if (!is_known(l, *id))
			return true;
	for_each(w, &weights->weights)
		if (w->weight > 0 && !is_known(l, w->head.id))
			return true;
	return false;
}

/* The competencies by category, so that no score looks at all of them. */
struct members {
	struct competency **first; /* by category; the last of all: of those
				      in none */
	struct competency **next; /* by competency */
	VEC(uint32_t) used; /* those of `first` that have some */
};

static struct category *category_of(const struct ladder *l,
				    const struct competency *c)
{
	return c->category_id.len && !ladder_competency(l, c->category_id)
		       ? ladder_category(l, c->category_id)
		       : NULL;
}

static struct members members_of(struct build_model *b)
{
	struct ladder *l = b->l;
	struct members m = {
		.first = ARENA_ARRAY(b->arena, l->categories.n + 1,
				     struct competency *),
		.next = ARENA_ARRAY(b->arena, l->competencies.n + 1,
				    struct competency *),
	};

	for_each(c, &l->competencies) {
		const struct category *k = category_of(l, c);
		uint32_t i = k ? (uint32_t)(k - l->categories.at)
			       : l->categories.n;

		if (!m.first[i])
			*vec_add(b->arena, &m.used) = i;
		m.next[c->index] = m.first[i];
		m.first[i] = c;
	}
	return m;
}

/* Whether something in the list of members could not be read. */
static bool members_are_lost(const struct score *of)
{
	return of->of_node && (node_is_broken(of->of_node) ||
			       of->of.n < of->of_node->len);
}

/* The weights that are in force for a score, and what it is made of. */
struct weighing {
	const struct ladder *l;
	const struct members *members;
	const struct score *of, *weights;
	struct map by_id;
};

/* One that could not be read may be above 0. */
static bool counts(const struct weight *w)
{
	return w->weight > 0 || node_is_broken(w->head.node + 1);
}

static bool category_counts(const struct weighing *x, struct str id)
{
	const struct weight *w = map_find(&x->by_id, id);

	return !w || counts(w);
}

static bool competency_counts(const struct weighing *x,
			      const struct competency *c)
{
	const struct weight *w = map_find(&x->by_id, c->head.id);
	const struct category *k = category_of(x->l, c);

	return w ? counts(w) : !k || category_counts(x, k->head.id);
}

/* Whether one of those in a category has weight: the first that the weights
 * do not name decides. */
static bool some_count(const struct weighing *x, uint32_t category)
{
	const struct competency *c = x->members->first[category];

	if (category < x->l->categories.n &&
	    !category_counts(x, x->l->categories.at[category].head.id))
		return false;
	while (c && !competency_counts(x, c))
		c = x->members->next[c->index];
	return c != NULL;
}

/* Whether one that has a weight of its own, above 0, is part of the score. */
static bool some_weigh(struct build_model *b, const struct weighing *x)
{
	struct map of = {0};

	for_each(id, &x->of->of)
		map_add(&of, b->arena, *id, id);
	for_each(w, &x->weights->weights) {
		const struct competency *c =
			ladder_competency(x->l, w->head.id);
		const struct category *k = c ? category_of(x->l, c) : NULL;

		if (c && counts(w) &&
		    (!x->of->of_node || map_find(&of, c->head.id) ||
		     (k && map_find(&of, k->head.id))))
			return true;
	}
	return false;
}

/* Whether something that `of` names has weight. */
static bool part_counts(const struct weighing *x, struct str id)
{
	const struct competency *c = ladder_competency(x->l, id);
	const struct category *k = c ? NULL : ladder_category(x->l, id);

	return c ? competency_counts(x, c)
		 : k && some_count(x, (uint32_t)(k - x->l->categories.at));
}

/* Whether some competency of the score has a weight above 0. Takes as long as
 * the score is, not the ladder. */
static bool has_weight(struct build_model *b, const struct members *members,
		       const struct score *of, const struct score *weights)
{
	struct weighing x = {b->l, members, of, weights, {0}};

	for_each(w, &weights->weights)
		map_add(&x.by_id, b->arena, w->head.id, w);
	if (some_weigh(b, &x))
		return true;
	if (of->of_node) {
		for_each(id, &of->of)
			if (part_counts(&x, *id))
				return true;
	} else {
		for_each(category, &members->used)
			if (some_count(&x, *category))
				return true;
	}
	return b->l->competencies.n == 0 || names_are_lost(b->l, of, weights) ||
	       members_are_lost(of);
}

static void check_score(struct build_model *b, const struct members *members,
			const struct score *s, const struct score *base)
{
	const struct score *of = s->of_node ? s : base;
	const struct score *weights = s->weights_node ? s : base;
	struct finding *f;

	check_points_list(b, &s->points);
	if (!s->weights_node && !s->of_node)
		return;
	if (has_weight(b, members, of, weights))
		return;
	f = model_add(b, CODE_L307,
		      s->weights_node ? s->weights_node : s->of_node,
		      "no competency of the score has a weight above 0");
	finding_help(b->diag, f, "give at least one a weight above 0");
}

void model_check_rules(struct build_model *b)
{
	struct members members = members_of(b);

	check_falling(b);
	for_each(c, &b->l->competencies)
		check_stage_points(b, c);
	for_each(s, &b->l->scores)
		check_score(b, &members, s, s);
	for_each(t, &b->l->tracks)
		for_each(s, &t->scores)
			if (s->base)
				check_score(b, &members, s, s->base);
}
