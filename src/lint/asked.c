#include "lint/asked.h"

#include "lint/rule.h"

/* Stages of one competency that are asked for, `from` those that were known
 * already. */
struct asked_run {
	const struct competency *competency;
	uint32_t from, to;
};

struct search {
	struct lint *lint;
	VEC(struct asked_run) stack;
};

static void reach(struct search *s, const struct competency *c, uint32_t to)
{
	uint32_t *known = &s->lint->asked.reach[c->index];

	if (to <= *known)
		return;
	*vec_add(s->lint->a, &s->stack) = (struct asked_run){c, *known, to};
	*known = to;
}

/* What an old name means today, or NULL. */
static const struct competency *of_old_name(const struct ladder *l,
					    struct str id)
{
	const struct competency *c = ladder_renamed_competency(l, id);
	const struct retired *gone = c ? NULL
				       : ladder_retired_competency(l, id);

	return gone ? ladder_competency(l, gone->replaced_by) : c;
}

/* A stage that could not be found may be any of them. */
static void reach_all(struct search *s, const stage_refs *refs)
{
	for_each(ref, refs) {
		const struct competency *c = ref->competency;

		if (!c)
			c = of_old_name(s->lint->l, ref->head.id);
		if (c)
			reach(s, c, ref->stage ? ref->stage->ordinal
					       : c->n_stages);
	}
}

/* Each stage is looked at once: runs of a competency do not overlap. */
static void follow_needs(struct search *s)
{
	while (s->stack.n) {
		struct asked_run run = s->stack.at[--s->stack.n];

		for (uint32_t i = run.from; i < run.to; i++)
			reach_all(s, &run.competency->stages[i].needs);
	}
}

static void reach_score(struct search *s, const struct role *role,
			const struct score_goal *goal)
{
	struct score_top *top = score_top(s->lint, role, goal);

	if (!top) {
		s->lint->asked.unknown = true;
		return;
	}
	if (top->counted)
		return;
	top->counted = true;
	for_each(c, &s->lint->l->competencies)
		if (top->reading->weights[c->index] > 0)
			reach(s, c, c->n_stages);
}

/* Whether something that may have asked for more was not read. */
static bool is_lost(const struct node *node, enum node_kind kind)
{
	return node && (node_is_broken(node) || node->kind != kind);
}

/* Whether a line was not understood, as was told. */
static bool lines_are_lost(const struct node *node, const stage_refs *refs)
{
	uint32_t lines = 0;

	if (!node)
		return false;
	if (is_lost(node, NODE_MAP))
		return true;
	for_each_key(key, node)
		lines += node_has_value(key + 1);
	return lines != refs->n;
}

bool asked_is_lost(const struct ladder *l, const struct role *role)
{
	const struct node *optional =
		thing_find(&l->doc, &role->head, "optional");

	for_each(choice, &role->choose)
		if (lines_are_lost(thing_find(&l->doc, &choice->head, "of"),
				   &choice->of))
			return true;
	return role->head.node->kind != NODE_MAP || !role->head.id.len ||
	       node_is_broken(role->head.node) ||
	       lines_are_lost(role->requires_node, &role->requires) ||
	       is_lost(role->expects_node, NODE_MAP) ||
	       is_lost(role->choose_node, NODE_LIST) ||
	       is_lost(role->scores_node, NODE_MAP) ||
	       lines_are_lost(optional, &role->optional);
}

static void reach_role(struct search *s, const struct role *role)
{
	s->lint->asked.unknown |= asked_is_lost(s->lint->l, role);
	reach_all(s, &role->requires);
	reach_all(s, &role->optional);
	for_each(cell, &role->expects)
		if (cell->competency && cell->stage)
			reach(s, cell->competency, cell->stage->ordinal);
	for_each(choice, &role->choose)
		reach_all(s, &choice->of);
	for_each(goal, &role->scores)
		reach_score(s, role, goal);
}

static void note_layer(struct asked_for *asked, const struct competency *c)
{
	asked->layers |= 1U << c->layer;
	if (asked->reach[c->index])
		asked->used |= 1U << c->layer;
}

void asked_init(struct lint *lint)
{
	const struct ladder *l = lint->l;
	struct search s = {.lint = lint};

	lint->asked = (struct asked_for){
		.reach = ARENA_ARRAY(lint->a, l->competencies.n, uint32_t),
		.unknown = l->doc.broken || !l->n_roles};
	for_each(t, &l->tracks)
		lint->asked.unknown |= is_lost(t->levels_node, NODE_LIST) ||
				       !t->levels.n;
	for (uint32_t i = 0; i < l->n_roles; i++)
		reach_role(&s, l->roles[i]);
	follow_needs(&s);
	for_each(c, &l->competencies)
		note_layer(&lint->asked, c);
}
