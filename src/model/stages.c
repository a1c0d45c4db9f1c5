#include "model/build.h"

#include <stdlib.h>

/* --- stages of a competency's own ---------------------------------------- */

/* Whether a name may have meant this stage: what stands for its id, or for all
 * of it, was not understood, or its key was not. */
static bool id_is_lost(const struct doc *doc, const struct head *head)
{
	const struct node *node = head->node, *id;

	if (node->kind != NODE_MAP || node_is_broken(node))
		return node_is_broken(node);
	id = doc_find(doc, node, STR("id"));
	if (id || head->id.len)
		return node_is_broken(id);
	for_each_key(key, node)
		if (node_is_broken(key))
			return true;
	return false;
}

static void own_stages(struct build_model *b, struct competency *c)
{
	c->n_stages = c->written.n;
	c->stages = ARENA_ARRAY(b->arena, c->n_stages, struct stage);
	for (uint32_t i = 0; i < c->n_stages; i++) {
		struct rubric *r = &c->written.at[i];
		struct rubric **one = ARENA_NEW(b->arena, struct rubric *);

		*one = r;
		r->competency = c;
		r->stage = &c->stages[i];
		c->ids_lost |= id_is_lost(&b->l->doc, &r->head);
		c->stages[i] = (struct stage){.competency = c,
					      .number = i + 1,
					      .ordinal = i + 1,
					      .rubrics = one,
					      .n_rubrics = 1};
		if (r->head.id.len && c->n_stages > FEW_STAGES)
			map_add(&c->stages_by_id, b->arena, r->head.id,
				&c->stages[i]);
		for_each(old, &r->renamed_from)
			map_add(&c->stages_by_old_id, b->arena, *old,
				&c->stages[i]);
	}
}

/* --- stages made of cells ------------------------------------------------ */

/* The cells of one competency, in file order. */
struct cells {
	VEC(struct rubric *) list;
};

static void both_ways(struct build_model *b, const struct competency *c,
		      const struct rubric *cell)
{
	struct finding *f = model_add(
		b, CODE_L214, cell->head.node,
		"%s has stages of its own, so it cannot have a cell here",
		diag_quote(b->diag, c->head.id));

	finding_note(b->diag, f, doc_span(&b->l->doc, c->stages_node),
		     "its stages");
	finding_help(b->diag, f, "ask for a stage under \"requires\", or take "
				 "the stages out");
}

static void collect(struct build_model *b, struct cells *cells,
		    struct role *role)
{
	for_each(cell, &role->expects) {
		struct competency *c = refer_competency(b, cell->head.node);

		if (!c)
			continue;
		if (c->written.n) {
			both_ways(b, c, cell);
			continue;
		}
		cell->competency = c;
		*vec_add(b->arena, &cells[c->index].list) = cell;
	}
}

static int by_rank(const void *a, const void *b)
{
	const struct rubric *x = *(struct rubric *const *)a;
	const struct rubric *y = *(struct rubric *const *)b;

	if (x->role->rank != y->role->rank)
		return x->role->rank < y->role->rank ? -1 : 1;
	return x->role->index < y->role->index ? -1 : 1;
}

/* One stage for each rank that has a cell. */
static void cell_stages(struct build_model *b, struct competency *c,
			struct cells *cells)
{
	uint32_t n = cells->list.n;
	struct rubric **sorted = cells->list.at;

	if (!n)
		return;
	qsort(sorted, n, sizeof *sorted, by_rank);
	c->cells = true;
	c->stages = ARENA_ARRAY(b->arena, n, struct stage);
	for (uint32_t i = 0, end; i < n; i = end) {
		struct stage *s = &c->stages[c->n_stages++];

		for (end = i; end < n && sorted[end]->role->rank ==
						 sorted[i]->role->rank;)
			sorted[end++]->stage = s;
		*s = (struct stage){.competency = c,
				    .number = (uint32_t)sorted[i]->role->rank,
				    .ordinal = c->n_stages,
				    .rubrics = sorted + i,
				    .n_rubrics = end - i};
	}
}

static void count_behaviours(struct rubric *r)
{
	for_each(behaviour, &r->behaviours)
		r->counted += !behaviour->optional;
}

void model_make_stages(struct build_model *b)
{
	struct ladder *l = b->l;
	struct cells *cells =
		ARENA_ARRAY(b->arena, l->competencies.n, struct cells);

	for (uint32_t i = 0; i < l->n_roles; i++)
		collect(b, cells, l->roles[i]);
	for_each(c, &l->competencies) {
		if (c->written.n)
			own_stages(b, c);
		else
			cell_stages(b, c, &cells[c->index]);
		for (uint32_t i = 0; i < c->n_stages; i++) {
			c->stages[i].index = l->n_stages++;
			for (uint32_t j = 0; j < c->stages[i].n_rubrics; j++)
				count_behaviours(c->stages[i].rubrics[j]);
		}
	}
}

/* --- what belongs to the stage ------------------------------------------- */

static void conflict(struct build_model *b, const char *what,
		     const struct node *first, const struct node *second)
{
	struct finding *f = model_add(
		b, CODE_L215, second,
		"\"%s\" differs from what another track gives for this stage",
		what);

	finding_note(b->diag, f, doc_span(&b->l->doc, first),
		     "the other track's");
	finding_help(b->diag, f, "make them equal, or give it once");
}

static bool same_needs(const stage_refs *a, const stage_refs *b)
{
	for_each(x, a) {
		bool found = false;

		for_each(y, b)
			found = found || (x->competency == y->competency &&
					  x->stage == y->stage);
		if (!found)
			return false;
	}
	return a->n == b->n;
}

/* Which text gave what: the first one that gives it. */
struct given {
	const struct rubric *needs, *effort, *elapsed;
};

static void take_needs(struct build_model *b, struct stage *s,
		       struct rubric *r, struct given *given)
{
	if (!r->needs.n)
		return;
	if (!given->needs) {
		given->needs = r;
		s->needs = r->needs;
	} else if (!same_needs(&s->needs, &r->needs)) {
		conflict(b, "needs", given->needs->needs.at[0].key,
			 r->needs.at[0].key);
	}
}

static void take_effort(struct build_model *b, struct stage *s,
			struct rubric *r, struct given *given)
{
	if (!r->effort.node)
		return;
	if (!given->effort) {
		given->effort = r;
		s->effort = r->effort;
	} else if (s->effort.min != r->effort.min ||
		   s->effort.max != r->effort.max) {
		conflict(b, "effort", s->effort.node, r->effort.node);
	}
}

static void take_elapsed(struct build_model *b, struct stage *s,
			 struct rubric *r, struct given *given)
{
	if (!r->elapsed_node || node_is_broken(r->elapsed_node))
		return;
	if (!given->elapsed) {
		given->elapsed = r;
		s->elapsed = r->elapsed;
	} else if (s->elapsed != r->elapsed) {
		conflict(b, "elapsed", given->elapsed->elapsed_node,
			 r->elapsed_node);
	}
}

static void take_from_rubrics(struct build_model *b, struct stage *s)
{
	struct given given = {0};

	s->points = (int64_t)s->number * 1000;
	for (uint32_t i = 0; i < s->n_rubrics; i++) {
		struct rubric *r = s->rubrics[i];

		take_needs(b, s, r, &given);
		take_effort(b, s, r, &given);
		take_elapsed(b, s, r, &given);
		if (r->points_node)
			s->points = r->points;
	}
}

/* A stage without a figure of its own takes the ladder's, else 40 h. */
static void default_effort(const struct efforts *efforts, struct stage *s)
{
	uint32_t i = s->number - 1;

	s->effort_assumed = true;
	if (efforts->n)
		s->effort = efforts->at[i < efforts->n ? i : efforts->n - 1];
	else
		s->effort = (struct effort){.min = 160, .max = 160};
	s->effort.node = NULL;
}

void model_fill_stages(struct build_model *b, const struct efforts *override)
{
	struct ladder *l = b->l;

	if (override->n)
		l->efforts = *override;
	l->timed = l->efforts.n > 0;
	for_each(c, &l->competencies)
		for (uint32_t i = 0; i < c->n_stages; i++) {
			take_from_rubrics(b, &c->stages[i]);
			l->timed = l->timed || c->stages[i].effort.node;
		}
	for_each(c, &l->competencies)
		for (uint32_t i = 0; l->timed && i < c->n_stages; i++)
			if (!c->stages[i].effort.node)
				default_effort(&l->efforts, &c->stages[i]);
}
