#include "diff/build.h"

#include "base/decimal.h"

/* Scores: what counts in them, and how much. On the ladder, and where a track
 * reads them in its own way, on the track. */

/* The keys of a score that a track may replace. */
enum part { PART_OF, PART_WEIGHTS, PART_COMBINE, PART_POINTS, N_PARTS };

static const struct node *part_node(const struct score *s, int part)
{
	switch ((enum part)part) {
	case PART_OF:
		return s->of_node;
	case PART_WEIGHTS:
		return s->weights_node;
	case PART_COMBINE:
		return s->combine_node;
	case PART_POINTS:
		return s->points.node;
	case N_PARTS:
		break;
	}
	return NULL;
}

static const struct score *own_score(const struct track *t,
				     const struct score *s)
{
	for_each(own, &t->scores)
		if (own->base && own->base->index == s->index)
			return own;
	return NULL;
}

/* --- parts as texts ------------------------------------------------------- */

/* What the id of a competency is called on the new side. */
static struct str id_now(const struct differ *x, enum side side, struct str id)
{
	const struct competency *c =
		side == OLD ? ladder_competency(x->in[OLD], id) : NULL;
	const struct competency *now = c ? competency_other(x, OLD, c) : NULL;

	return now ? now->head.id : id;
}

/* A part as texts: empty where it is left to its default. With `now`, ids of
 * the old side are those of today, to be compared. */
static struct texts part_texts(struct differ *x, enum side side,
			       const struct score *s, int part, bool now)
{
	uint32_t most = s->of.n + s->weights.n + s->points.n + 1;
	struct texts list = {ARENA_ARRAY(x->a, most, struct str), 0};
	char figure[25];

	switch ((enum part)part) {
	case PART_OF:
		for (; list.n < s->of.n; list.n++)
			list.at[list.n] =
				now ? id_now(x, side, s->of.at[list.n])
				    : s->of.at[list.n];
		break;
	case PART_WEIGHTS:
		for_each(w, &s->weights) {
			struct str id = now ? id_now(x, side, w->head.id)
					    : w->head.id;

			list.at[list.n++] = arena_printf(
				x->a, "%.*s: %s", STR_ARG(id),
				decimal_write(w->weight, figure));
		}
		break;
	case PART_COMBINE:
		if (s->combine == COMBINE_MEAN)
			list.at[list.n++] = STR("mean");
		break;
	case PART_POINTS:
		for (; list.n < s->points.n; list.n++)
			list.at[list.n] = arena_printf(
				x->a, "%s",
				decimal_write(s->points.at[list.n], figure));
		break;
	case N_PARTS:
		break;
	}
	return list;
}

/* Points have an order, the rest has none. */
static bool same_part(struct differ *x, const struct score *old,
		      const struct score *new, int part)
{
	struct texts then = part_texts(x, OLD, old, part, true);
	struct texts now = part_texts(x, NEW, new, part, true);

	if (part == PART_OF && !old->of_node != !new->of_node)
		return false;
	if (texts_equal(&then, &now))
		return true;
	return part != PART_POINTS && then.n == now.n &&
	       texts_same_set(x, &then, &now);
}

/* --- what differs --------------------------------------------------------- */

static int64_t points_at(const struct figures *f, uint32_t i)
{
	return f->at[i < f->n ? i : f->n - 1];
}

static enum change_code points_code(const struct figures *old,
				    const struct figures *new)
{
	uint32_t n = old->n > new->n ? old->n : new->n;
	bool more = false, less = false;

	if (!old->n || !new->n)
		return CHANGE_D252; /* the stages' own count on one side */
	for (uint32_t i = 0; i < n; i++) {
		more |= points_at(new, i) > points_at(old, i);
		less |= points_at(new, i) < points_at(old, i);
	}
	if (more && less)
		return CHANGE_D252;
	return more ? CHANGE_D250 : CHANGE_D251;
}

/* Lists that say the same in other words (1, 3 and 1, 3, 3) are no change. */
static bool same_points(const struct figures *old, const struct figures *new)
{
	uint32_t n = old->n > new->n ? old->n : new->n;

	if (!old->n || !new->n)
		return false;
	for (uint32_t i = 0; i < n; i++)
		if (points_at(old, i) != points_at(new, i))
			return false;
	return true;
}

/* Who reads the part as it is written here: `tracks` where it stands on a
 * track, else everyone whose track has none of its own. */
struct readers {
	const struct score *score[2]; /* of the ladders */
	const struct track *track[2]; /* NULL: of the ladder */
};

static bool reads(const struct readers *r, int side, int part,
		  const struct track *t)
{
	const struct score *own;

	if (r->track[side])
		return t == r->track[side];
	own = own_score(t, r->score[side]);
	return !own || !part_node(own, part);
}

static change_roles readers_reach(struct differ *x, const struct readers *r,
				  int part)
{
	reach_begin(x);
	for (int side = OLD; side <= NEW; side++)
		for_each(t, &x->in[side]->tracks)
			if (reads(r, side, part, t))
				reach_goals(x, (enum side)side, r->score[side],
					    t);
	return reach_end(x);
}

static void compare_part(struct differ *x, const struct scope *scope,
			 const struct readers *readers,
			 const struct score *const *both,
			 const struct node *const *node, int part)
{
	enum change_code code = CHANGE_D438;
	struct draft *draft;

	if (same_part(x, both[OLD], both[NEW], part) ||
	    (part == PART_POINTS &&
	     same_points(&both[OLD]->points, &both[NEW]->points)))
		return;
	if (part == PART_POINTS)
		code = points_code(&both[OLD]->points, &both[NEW]->points);
	draft = differ_add(x, code, scope);
	draft->c.reaches = readers_reach(x, readers, part);
	for (int side = OLD; side <= NEW; side++) {
		struct texts list =
			part_texts(x, (enum side)side, both[side], part, false);

		if (list.n || node[side])
			draft_side(x, draft, (enum side)side, node[side], NULL,
				   list.n ? value_list(&list)
					  : value_words(STR("sum")));
	}
}

/* --- on the ladder -------------------------------------------------------- */

static void compare_score(struct differ *x, const struct score *old,
			  const struct score *new)
{
	struct scope scope = {.about = ABOUT_SCORE, .score = new};
	struct readers readers = {{old, new}, {NULL, NULL}};
	const struct score *both[2] = {old, new};

	fields_compare(x, "a score", old, new, &scope);
	for (int part = 0; part < N_PARTS; part++) {
		const struct node *node[2] = {part_node(old, part),
					      part_node(new, part)};

		compare_part(x, &scope, &readers, both, node, part);
	}
}

static void one_score(struct differ *x, enum side side, const struct score *s)
{
	struct scope scope = {.about = ABOUT_SCORE, .score = s};
	struct draft *draft = differ_add(
		x, side == NEW ? CHANGE_D430 : CHANGE_D431, &scope);

	draft_side(x, draft, side, s->head.node, NULL, value_id(s->head.id));
}

/* --- on tracks ------------------------------------------------------------ */

/* A part that a track has of its own on either side is compared as it is read
 * there. */
static void compare_own_part(struct differ *x, const struct scope *scope,
			     const struct readers *readers,
			     const struct score *const *own, int part)
{
	const struct score *both[2];
	const struct node *node[2] = {NULL, NULL};

	for (int side = OLD; side <= NEW; side++) {
		both[side] = readers->score[side];
		if (own[side] && part_node(own[side], part)) {
			both[side] = own[side];
			node[side] = part_node(own[side], part);
		}
	}
	if (node[OLD] || node[NEW])
		compare_part(x, scope, readers, both, node, part);
}

static void compare_own_names(struct differ *x, const struct scope *scope,
			      const struct score *const *own)
{
	static const struct {
		const char *key;
		enum change_code code;
	} names[] = {{"name", CHANGE_D003}, {"summary", CHANGE_D326}};

	for (int i = 0; i < 2; i++) {
		const struct node *node[2] = {NULL, NULL};
		struct str text[2] = {{0}, {0}};

		for (int side = OLD; side <= NEW; side++) {
			if (!own[side])
				continue;
			node[side] = thing_find(&x->in[side]->doc,
						&own[side]->head,
						names[i].key);
			if (node[side])
				text[side] = doc_text(&x->in[side]->doc,
						      node[side]);
		}
		text_compare(x, names[i].code, scope, text[OLD], text[NEW],
			     node[OLD], node[NEW]);
	}
}

static void compare_track_scores(struct differ *x, const struct track *old,
				 const struct track *new)
{
	for_each(s, &x->in[NEW]->scores) {
		const struct score *then = ladder_score(x->in[OLD],
							s->head.id);
		struct scope scope = {.about = ABOUT_TRACK,
				      .track = new,
				      .score = s};
		struct readers readers = {{then, s}, {old, new}};
		const struct score *own[2];

		if (!then)
			continue;
		own[OLD] = own_score(old, then);
		own[NEW] = own_score(new, s);
		if (!own[OLD] && !own[NEW])
			continue;
		compare_own_names(x, &scope, own);
		for (int part = 0; part < N_PARTS; part++)
			compare_own_part(x, &scope, &readers, own, part);
	}
}

/* --- through categories --------------------------------------------------- */

/* A competency that moved to another category may count in a score where it did
 * not, or with another weight. */
static void compare_moved(struct differ *x, const struct competency *old,
			  const struct competency *new,
			  const struct score *then, const struct score *now)
{
	struct scope scope = scope_competency(x, old, new);

	for_each(t, &x->in[NEW]->tracks) {
		const struct track *was = x->m->track_old[t->index];
		struct readers readers = {{then, now}, {NULL, NULL}};
		int64_t weight[2];
		struct draft *draft;

		if (!was)
			continue;
		weight[OLD] = track_reading(was, then)->weights[old->index];
		weight[NEW] = track_reading(t, now)->weights[new->index];
		if (weight[OLD] == weight[NEW])
			continue;
		scope.score = now;
		draft = differ_add(x, CHANGE_D438, &scope);
		draft->c.reaches = readers_reach(x, &readers, PART_OF);
		draft_side(x, draft, OLD, old->category_node, NULL,
			   value_figure_of(weight[OLD]));
		draft_side(x, draft, NEW, new->category_node, NULL,
			   value_figure_of(weight[NEW]));
		return;
	}
}

/* Where the score itself says something else, it was told. */
static void compare_categories(struct differ *x, const struct score *then,
			       const struct score *now)
{
	if (!same_part(x, then, now, PART_OF) ||
	    !same_part(x, then, now, PART_WEIGHTS))
		return;
	for_each(c, &x->in[NEW]->competencies) {
		const struct competency *old = competency_other(x, NEW, c);

		if (old && !str_eq(old->category_id, c->category_id))
			compare_moved(x, old, c, then, now);
	}
}

void diff_scores(struct differ *x)
{
	for_each(s, &x->in[NEW]->scores) {
		const struct score *old = ladder_score(x->in[OLD], s->head.id);

		if (!old) {
			one_score(x, NEW, s);
			continue;
		}
		compare_score(x, old, s);
		compare_categories(x, old, s);
	}
	for_each(s, &x->in[OLD]->scores)
		if (!ladder_score(x->in[NEW], s->head.id))
			one_score(x, OLD, s);
	for_each(t, &x->in[NEW]->tracks)
		if (x->m->track_old[t->index] && x->in[NEW]->scores.n)
			compare_track_scores(x, x->m->track_old[t->index], t);
}
