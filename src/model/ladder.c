#include "model/ladder.h"

#include "base/typo.h"

const char *layer_name(enum layer layer)
{
	switch (layer) {
	case LAYER_EXECUTION:
		return "execution";
	case LAYER_TECHNICAL:
		return "technical";
	case LAYER_LEADERSHIP:
		return "leadership";
	case LAYER_NONE:
		break;
	}
	return NULL;
}

struct competency *ladder_competency(const struct ladder *l, struct str id)
{
	return map_find(&l->by_competency, id);
}

struct track *ladder_track(const struct ladder *l, struct str id)
{
	return map_find(&l->by_track, id);
}

struct role *ladder_role(const struct ladder *l, struct str path)
{
	return map_find(&l->by_role, path);
}

struct score *ladder_score(const struct ladder *l, struct str id)
{
	return map_find(&l->by_score, id);
}

struct category *ladder_category(const struct ladder *l, struct str id)
{
	return map_find(&l->by_category, id);
}

/* --- what a role asks ---------------------------------------------------- */

struct role *role_first_in_force(const struct role *role)
{
	struct role *r = role->track->levels.at + role->level;

	while (r->level > 0 && r->cumulative)
		r--;
	return r;
}

static void ask(struct asked *asked, struct stage *stage, struct role *role,
		const struct node *node)
{
	if (!stage || (asked->stage && asked->stage->ordinal >= stage->ordinal))
		return;
	*asked = (struct asked){stage, role, node};
}

struct asked *role_asks(const struct ladder *l, const struct role *role,
			struct arena *a)
{
	struct asked *asks = ARENA_ARRAY(a, l->competencies.n, struct asked);

	for_each_in_force(r, role) {
		for_each(ref, &r->requires)
			if (ref->competency)
				ask(&asks[ref->competency->index], ref->stage,
				    r, ref->head.node);
		for_each(cell, &r->expects)
			if (cell->competency)
				ask(&asks[cell->competency->index],
				    cell->stage, r, cell->head.node);
	}
	return asks;
}

const struct score_goal **role_score_goals(const struct ladder *l,
					   const struct role *role,
					   struct arena *a)
{
	const struct score_goal **goals =
		ARENA_ARRAY(a, l->scores.n, const struct score_goal *);

	for_each_in_force(r, role)
		for_each(goal, &r->scores) {
			const struct score_goal **best;

			if (!goal->score)
				continue;
			best = &goals[goal->score->index];
			if (!*best || goal->figure > (*best)->figure)
				*best = goal;
		}
	return goals;
}

struct role *score_goal_role(const struct role *role,
			     const struct score_goal *goal)
{
	for_each_in_force(r, role)
		if (r->scores.n && goal >= r->scores.at &&
		    goal < r->scores.at + r->scores.n)
			return r;
	return NULL;
}

/* --- scores -------------------------------------------------------------- */

/* What is written on the track wins over what is written on the ladder, each
 * key as a whole. */
struct written {
	const struct score *of, *points, *weights, *combine;
};

static const struct weight *find_weight(const struct score *s, struct str id)
{
	for_each(w, &s->weights)
		if (str_eq(w->head.id, id))
			return w;
	return NULL;
}

static bool names_category(const struct ladder *l, struct str id)
{
	return !ladder_competency(l, id) && ladder_category(l, id);
}

static void mark_members(const struct ladder *l, const struct score *s,
			 bool *member)
{
	if (!s->of_node) {
		for (uint32_t i = 0; i < l->competencies.n; i++)
			member[i] = true;
		return;
	}
	for_each(id, &s->of) {
		struct competency *c = ladder_competency(l, *id);

		if (c)
			member[c->index] = true;
		else
			for_each(any, &l->competencies)
				if (any->category &&
				    str_eq(any->category->head.id, *id))
					member[any->index] = true;
	}
}

static void set_weights(const struct ladder *l, const struct score *s,
			struct reading *r)
{
	for_each(c, &l->competencies) {
		const struct weight *w = NULL;

		if (!r->member[c->index])
			continue;
		w = find_weight(s, c->head.id);
		if (!w && c->category &&
		    names_category(l, c->category->head.id))
			w = find_weight(s, c->category->head.id);
		r->weights[c->index] = w ? w->weight : 1000;
	}
}

static struct reading *make_reading(struct ladder *l,
				    const struct score *base,
				    const struct score *own)
{
	struct reading *r = ARENA_NEW(l->arena, struct reading);
	struct written from = {base, base, base, base};

	if (own) {
		from.of = own->of_node ? own : base;
		from.points = own->points.node ? own : base;
		from.weights = own->weights_node ? own : base;
		from.combine = own->combine_node ? own : base;
	}
	r->score = &l->scores.at[base->index];
	r->member = ARENA_ARRAY(l->arena, l->competencies.n, bool);
	r->weights = ARENA_ARRAY(l->arena, l->competencies.n, int64_t);
	r->points = from.points->points.n ? &from.points->points : NULL;
	r->combine = from.combine->combine == COMBINE_MEAN ? COMBINE_MEAN
							   : COMBINE_SUM;
	mark_members(l, from.of, r->member);
	set_weights(l, from.weights, r);
	return r;
}

const struct reading *track_reading(const struct track *t,
				    const struct score *s)
{
	struct score *base = &t->ladder->scores.at[s->index];
	struct score *holder = base, *own = NULL;

	for_each(mine, &t->scores)
		if (mine->base == base)
			holder = own = mine;
	if (!holder->reading)
		holder->reading = make_reading(t->ladder, base, own);
	return holder->reading;
}

int64_t reading_points(const struct reading *r, const struct stage *s)
{
	uint32_t i;

	if (!s)
		return 0;
	if (!r->points)
		return s->points;
	i = s->number - 1;
	return r->points->at[i < r->points->n ? i : r->points->n - 1];
}

/* --- texts of stages ----------------------------------------------------- */

const struct rubric *stage_rubric(const struct stage *s,
				  const struct track *track)
{
	for (uint32_t i = 0; track && i < s->n_rubrics; i++)
		if (s->rubrics[i]->role && s->rubrics[i]->role->track == track)
			return s->rubrics[i];
	return s->rubrics[0];
}

struct str rubric_name(const struct rubric *r)
{
	/* the id of a cell is its competency's */
	return r->name.len || r->role ? r->name : r->head.id;
}

struct str stage_name(const struct stage *s, const struct track *track,
		      struct arena *a)
{
	struct str name = rubric_name(stage_rubric(s, track));

	return name.len ? name : arena_printf(a, "%u", s->number);
}

struct str stage_key(const struct stage *s, struct arena *a)
{
	return arena_printf(a, "%.*s@%u", STR_ARG(s->competency->head.id),
			    s->number);
}

/* --- stages by name ------------------------------------------------------ */

static struct stage *stage_at_rank(const struct competency *c, uint64_t rank,
				   bool exact)
{
	struct stage *best = NULL;

	for (uint32_t i = 0; i < c->n_stages; i++)
		if (c->stages[i].number <= rank)
			best = &c->stages[i];
	return exact && best && best->number != rank ? NULL : best;
}

static struct stage_lookup by_number(const struct ladder *l,
				     const struct competency *c,
				     struct str word, bool exact)
{
	struct stage_lookup found = {0};
	uint64_t n = 0;

	for (size_t i = 0; i < word.len && n < UINT32_MAX; i++)
		n = n * 10 + (uint64_t)(word.ptr[i] - '0');
	if (!c->cells) {
		if (n >= 1 && n <= c->n_stages)
			found.stage = &c->stages[n - 1];
		found.found = found.stage || (n == 0 && !exact);
		return found;
	}
	found.stage = stage_at_rank(c, n, exact);
	found.found = found.stage ||
		      (!exact && n <= (uint64_t)l->highest_rank);
	if (!exact && n > (uint64_t)l->highest_rank)
		found = (struct stage_lookup){0};
	return found;
}

/* The role that had this id once; its own, or `track/level`. */
static struct role *once_called(const struct ladder *l, struct str word,
				struct stage_lookup *found)
{
	struct role_lookup old = ladder_lookup_role(l, l->arena, word);

	if (!old.by_old_id)
		return NULL;
	found->ambiguous = !old.role;
	found->by_old_id = old.role;
	if (old.role)
		found->now = old.role->path;
	return old.role;
}

/* Levels of that id in all tracks must agree on the rank. */
static struct stage_lookup by_level(const struct ladder *l,
				    const struct competency *c,
				    struct str word, bool exact)
{
	struct stage_lookup found = {0};
	struct role *role = ladder_role(l, word);
	const struct level_rank *level = map_find(&l->by_level, word);
	int64_t rank;

	if (!role && !level)
		role = once_called(l, word, &found);
	rank = role ? role->rank : level ? level->rank : 0;
	found.ambiguous |= !role && level && !rank;
	if (!rank)
		return found;
	found.stage = stage_at_rank(c, (uint64_t)rank, exact);
	found.found = found.stage || !exact;
	return found;
}

uint32_t competency_number(const struct competency *c, uint32_t ordinal)
{
	return ordinal ? c->stages[ordinal - 1].number : 0;
}

struct stage *competency_stage_by_id(const struct competency *c,
				     struct str id)
{
	if (c->cells || !id.len)
		return NULL;
	if (c->n_stages > FEW_STAGES)
		return map_find(&c->stages_by_id, id);
	for (uint32_t i = 0; i < c->n_stages; i++)
		if (str_eq(c->stages[i].rubrics[0]->head.id, id))
			return &c->stages[i];
	return NULL;
}

static struct stage_lookup by_stage_id(const struct competency *c,
				       struct str word)
{
	struct stage_lookup found = {0};

	found.stage = competency_stage_by_id(c, word);
	if (!found.stage) {
		found.stage = map_find(&c->stages_by_old_id, word);
		found.by_old_id = found.stage;
	}
	if (found.by_old_id)
		found.now = found.stage->rubrics[0]->head.id;
	found.found = found.stage;
	return found;
}

struct str competency_nearest_stage(const struct ladder *l,
				    const struct competency *c,
				    struct str word)
{
	struct typo typo = {.word = word};

	for (uint32_t i = 0; !c->cells && i < c->n_stages; i++)
		typo_offer(&typo, c->stages[i].rubrics[0]->head.id);
	for (uint32_t i = 0; c->cells && i < l->n_roles; i++)
		if (!map_find(&l->by_level, word) &&
		    stage_at_rank(c, (uint64_t)l->roles[i]->rank, true))
			typo_offer(&typo, l->roles[i]->head.id);
	return typo.best;
}

struct stage_lookup competency_stage(const struct ladder *l,
				     const struct competency *c,
				     struct str word, bool exact)
{
	if (str_is_digits(word))
		return by_number(l, c, word, exact);
	return c->cells ? by_level(l, c, word, exact) : by_stage_id(c, word);
}

/* --- moves --------------------------------------------------------------- */

static void add_edge(edges *list, struct arena *a, struct role *to,
		     enum edge_kind kind, const struct move *move)
{
	struct edge *e;

	for_each(old, list)
		if (old->to == to) {
			old->move = old->move ? old->move : move;
			return;
		}
	e = vec_add(a, list);
	*e = (struct edge){to, kind, move};
}

/* By insertion: a role has few ways out. */
static void sort_edges(edges *list)
{
	for (uint32_t i = 1; i < list->n; i++) {
		struct edge e = list->at[i];
		uint32_t j = i;

		for (; j && list->at[j - 1].to->index > e.to->index; j--)
			list->at[j] = list->at[j - 1];
		list->at[j] = e;
	}
}

edges role_edges(const struct ladder *l, const struct role *role,
		 struct arena *a)
{
	edges list = {0};

	if (role->level + 1 < role->track->levels.n)
		add_edge(&list, a, &role->track->levels.at[role->level + 1],
			 EDGE_NEXT, NULL);
	for (uint32_t i = 0; l->lateral == LATERAL_SAME_RANK && i < l->n_roles;
	     i++)
		if (l->roles[i]->track != role->track &&
		    l->roles[i]->rank == role->rank)
			add_edge(&list, a, l->roles[i], EDGE_LATERAL, NULL);
	for_each(move, &l->moves)
		if (move->from == role && move->to && move->to != role)
			add_edge(&list, a, move->to, EDGE_MOVE, move);
	sort_edges(&list);
	return list;
}

role_list ladder_entries(const struct ladder *l, const struct role *target,
			 struct arena *a)
{
	role_list list = {0};

	for_each(track, &l->tracks) {
		struct role *first = track->levels.at;

		if (track->levels.n && (track == target->track ||
					first->rank == l->lowest_rank))
			*vec_add(a, &list) = first;
	}
	return list;
}
