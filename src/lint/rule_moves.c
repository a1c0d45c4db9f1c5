/* Ways between roles. */
#include "lint/rule.h"

/* Moves that begin at one role. */
struct way {
	const struct move *move;
	struct way *next;
};

/* A walk along all moves from some roles. */
struct flood {
	struct lint *lint;
	struct way **ways; /* by index of the role where they begin */
	bool *led_to;      /* by role index: a move ends there */
	bool *reached;     /* by role index */
	VEC(const struct role *) stack;
};

static void reach(struct flood *f, const struct role *role)
{
	if (f->reached[role->index])
		return;
	f->reached[role->index] = true;
	*vec_add(f->lint->a, &f->stack) = role;
}

static void go_on(struct flood *f, const struct role *role)
{
	struct rank_group *group = rank_of(&f->lint->ranks, role);

	if (role->level + 1 < role->track->levels.n)
		reach(f, role + 1);
	for (struct way *way = f->ways[role->index]; way; way = way->next)
		reach(f, way->move->to);
	if (f->lint->l->lateral != LATERAL_SAME_RANK || group->seen)
		return;
	group->seen = true;
	for (uint32_t i = 0; i < group->n; i++)
		reach(f, group->roles[i]);
}

static void flood_from(struct flood *f, const struct role *role)
{
	reach(f, role);
	while (f->stack.n)
		go_on(f, f->stack.at[--f->stack.n]);
}

static void collect_moves(struct flood *f)
{
	for_each(move, &f->lint->l->moves) {
		struct way *way = ARENA_NEW(f->lint->a, struct way);

		if (move->from == move->to)
			continue;
		*way = (struct way){move, f->ways[move->from->index]};
		f->ways[move->from->index] = way;
		f->led_to[move->to->index] = true;
	}
}

/* Whether all that the moves depend on was understood. */
static bool moves_are_known(const struct lint *lint)
{
	const struct ladder *l = lint->l;
	const struct node *root = l->doc.nodes;

	for_each(move, &l->moves)
		if (!move->from || !move->to)
			return false;
	return !lint->asked.unknown && !lint->ranks.wrong &&
	       !node_is_broken(doc_find(&l->doc, root, STR("lateral"))) &&
	       !node_is_broken(doc_find(&l->doc, root, STR("moves")));
}

static void unreachable(struct flood *f, const struct role *role)
{
	struct lint *lint = f->lint;
	const struct node *name = lint_role_name(lint, role);
	struct finding *found;

	flood_from(f, role);
	if (!name)
		return;
	found = lint_add(lint, CODE_L220, name,
			 "no way leads to %s from the lowest rank of the "
			 "ladder",
			 lint_quote(lint, role->path));
	finding_help(lint->d, found,
		     "add a line to \"moves\", or give its track a level of "
		     "a rank that another track has");
}

/* Those that nothing leads to are told first: what they lead to is then no
 * mistake of its own. */
void rule_unreachable_role(struct lint *lint, const struct ladder *l)
{
	struct flood f = {
		.lint = lint,
		.ways = ARENA_ARRAY(lint->a, l->n_roles, struct way *),
		.led_to = ARENA_ARRAY(lint->a, l->n_roles, bool),
		.reached = ARENA_ARRAY(lint->a, l->n_roles, bool)};

	if (!moves_are_known(lint))
		return;
	collect_moves(&f);
	for_each(t, &l->tracks)
		if (t->levels.at[0].rank == l->lowest_rank)
			flood_from(&f, t->levels.at);
	for_each(t, &l->tracks) {
		const struct role *first = t->levels.at;

		if (!f.reached[first->index] && !f.led_to[first->index] &&
		    (l->lateral != LATERAL_SAME_RANK ||
		     !rank_has_others(rank_of(&lint->ranks, first), first)))
			unreachable(&f, first);
	}
	for (uint32_t i = 0; i < l->n_roles; i++)
		if (!f.reached[i])
			unreachable(&f, l->roles[i]);
}

/* Whether tracks are joined at all; otherwise each is a ladder of its own,
 * and its end is the end. */
static bool tracks_are_joined(const struct lint *lint)
{
	const struct ladder *l = lint->l;

	if (l->moves.n)
		return true;
	for (uint32_t i = 0; i < lint->ranks.n; i++)
		if (l->lateral == LATERAL_SAME_RANK &&
		    rank_has_others(&lint->ranks.at[i],
				    lint->ranks.at[i].roles[0]))
			return true;
	return false;
}

static void dead_end(struct lint *lint, const struct role *role)
{
	const struct ladder *l = lint->l;
	const struct node *name = lint_role_name(lint, role);
	struct finding *f;

	if (!name || role->terminal ||
	    node_is_broken(thing_find(&l->doc, &role->head, "terminal")) ||
	    role->rank == l->highest_rank ||
	    (l->lateral == LATERAL_SAME_RANK &&
	     rank_has_others(rank_of(&lint->ranks, role), role)))
		return;
	f = lint_add(lint, CODE_L221, name,
		     "no way leads on from %s, and other tracks go higher",
		     lint_quote(lint, role->path));
	finding_help(lint->d, f,
		     "add a line to \"moves\", or say \"terminal: true\"");
}

void rule_dead_end(struct lint *lint, const struct ladder *l)
{
	bool *leads_on = ARENA_ARRAY(lint->a, l->n_roles, bool);

	if (!moves_are_known(lint) || !tracks_are_joined(lint))
		return;
	for_each(move, &l->moves)
		if (move->to != move->from)
			leads_on[move->from->index] = true;
	for_each(t, &l->tracks) {
		const struct role *top = &t->levels.at[t->levels.n - 1];

		if (!leads_on[top->index])
			dead_end(lint, top);
	}
}

void rule_self_move(struct lint *lint, const struct ladder *l)
{
	for_each(move, &l->moves) {
		struct finding *f;

		if (!move->from || move->from != move->to)
			continue;
		f = lint_add(lint, CODE_L222, move->to_node,
			     "the move leads from %s to itself",
			     lint_quote(lint, move->from->path));
		lint_note(lint, f, move->from_node, "it begins here");
		finding_help(lint->d, f,
			     "name another role, or take the move out");
	}
}
