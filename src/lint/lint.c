#include "lint/lint.h"

struct lint {
	const struct ladder *l;
	struct diag *d;
	struct arena *a;
};

#define lint_add(lint, code, node, ...) \
	doc_add((lint)->d, (code), &(lint)->l->doc, (node), __VA_ARGS__)

/* --- levels that ask nothing, or nothing new ----------------------------- */

/* What the levels below in the same track ask, by competency and by score;
 * `block` tells which entries belong to the levels in force. */
struct asked_below {
	uint32_t block;
	uint32_t ordinal; /* of the highest stage */
	int64_t figure;   /* of the highest goal */
};

struct walk {
	struct asked_below *stages, *goals;
	uint32_t block; /* of the levels in force so far; 0 before the first */
	uint32_t asks;  /* how many things they ask */
};

/* Whether a level asks for more than the levels below it. To ask for less is
 * an error that was told, unless the level starts afresh. */
static bool raises_stage(struct walk *w, const struct competency *c,
			 const struct stage *s, uint32_t block)
{
	struct asked_below *below;
	bool raises;

	if (!c || !s)
		return true;
	below = &w->stages[c->index];
	raises = below->block != w->block || s->ordinal > below->ordinal ||
		 (block == w->block && s->ordinal < below->ordinal);
	if (raises || block != w->block)
		*below = (struct asked_below){block, s->ordinal, 0};
	return raises;
}

static bool raises_goal(struct walk *w, const struct score_goal *goal,
			uint32_t block)
{
	struct asked_below *below;
	bool raises;

	if (!goal->score)
		return true;
	below = &w->goals[goal->score->index];
	raises = below->block != w->block || goal->figure > below->figure ||
		 (block == w->block && goal->figure < below->figure);
	if (raises || block != w->block)
		*below = (struct asked_below){block, 0, goal->figure};
	return raises;
}

/* Whether something is asked there, be it unreadable. */
static bool asks(const struct node *node)
{
	if (!node || node_is_broken(node) || node->kind == NODE_SCALAR)
		return node;
	if (node->kind == NODE_LIST)
		return node->len > 0;
	for_each_key(key, node)
		if (node_has_value(key + 1) || node_is_broken(key + 1))
			return true;
	return false;
}

static uint32_t rules_of(const struct role *role)
{
	return asks(role->requires_node) + asks(role->expects_node) +
	       asks(role->choose_node) + asks(role->scores_node);
}

/* Whether a level asks something that the level below does not. */
static bool adds_something(struct walk *w, const struct role *role,
			   uint32_t block)
{
	/* what could not be read may have asked something */
	bool adds = asks(role->choose_node) || asks(role->expects_node) ||
		    (asks(role->requires_node) && !role->requires.n);

	for_each(ref, &role->requires)
		adds |= raises_stage(w, ref->competency, ref->stage, block);
	for_each(cell, &role->expects)
		adds |= raises_stage(w, cell->competency, cell->stage, block);
	for_each(goal, &role->scores)
		adds |= raises_goal(w, goal, block);
	return adds;
}

static void check_level(struct lint *lint, struct walk *w,
			const struct role *role)
{
	bool fresh = role->level == 0 || !role->cumulative;
	uint32_t block = fresh ? role->index + 1 : w->block;
	bool adds = adds_something(w, role, block);
	const struct node *name = thing_name(&lint->l->doc, &role->head);
	struct finding *f;

	w->asks = rules_of(role) + (fresh ? 0 : w->asks);
	w->block = block;
	/* a second level of that id was told as such */
	if (role->head.node->kind != NODE_MAP ||
	    ladder_role(lint->l, role->path) != role)
		return;
	if (!w->asks) {
		f = lint_add(lint, CODE_L302, name,
			     "the level %s asks nothing",
			     diag_quote(lint->d, role->path));
		finding_help(lint->d, f, "give it \"requires\" or \"expects\"");
	} else if (!adds && role->level > 0) {
		f = lint_add(lint, CODE_L303, name,
			     "the level %s asks nothing that %s does not",
			     diag_quote(lint->d, role->path),
			     diag_quote(lint->d, role[-1].path));
		finding_help(lint->d, f,
			     "say what is new, or make them one level");
	}
}

static void check_levels(struct lint *lint)
{
	const struct ladder *l = lint->l;
	struct walk w = {
		ARENA_ARRAY(lint->a, l->competencies.n, struct asked_below),
		ARENA_ARRAY(lint->a, l->scores.n, struct asked_below), 0, 0};

	for (uint32_t i = 0; i < l->n_roles; i++)
		check_level(lint, &w, l->roles[i]);
}

/* --- competencies -------------------------------------------------------- */

static void check_stages(struct lint *lint)
{
	/* without any level, that is the mistake */
	if (!lint->l->n_roles)
		return;
	for_each(c, &lint->l->competencies) {
		struct finding *f;

		/* asking for a stage of it is the error that says it */
		if (c->n_stages || c->missed || competency_is_lost(c))
			continue;
		f = lint_add(lint, CODE_L305, c->head.node,
			     "the competency %s has neither stages nor cells",
			     diag_quote(lint->d, c->head.id));
		finding_help(lint->d, f,
			     "give it \"stages\", or expect it at some level");
	}
}

void lint_ladder(const struct ladder *l, struct diag *d, struct arena *a)
{
	struct lint lint = {l, d, a};

	check_levels(&lint);
	check_stages(&lint);
	doc_paths(&l->doc, d);
}
