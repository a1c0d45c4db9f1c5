#include "lint/lint.h"

#include "lint/rule.h"

struct rule {
	enum code code;
	/* one of them: what it looks at */
	void (*ladder)(struct lint *lint, const struct ladder *l);
	void (*track)(struct lint *lint, const struct track *t);
	void (*role)(struct lint *lint, const struct role *role);
	void (*competency)(struct lint *lint, const struct competency *c);
	void (*rubric)(struct lint *lint, const struct rubric *r);
};

static const struct rule rules[] = {
#define RULE(id, thing, name) {.code = CODE_##id, .thing = rule_##name},
#include "lint/rules.def"
#undef RULE
};

#define for_each_rule(thing)                                              \
	for (const struct rule *rule = rules;                             \
	     rule < rules + sizeof rules / sizeof *rules; rule++)         \
		if (rule->thing)

const struct node *lint_role_name(struct lint *lint, const struct role *role)
{
	if (role->head.node->kind != NODE_MAP ||
	    ladder_role(lint->l, role->path) != role)
		return NULL;
	return thing_name(&lint->l->doc, &role->head);
}

const struct node *lint_stage_name(struct lint *lint, const struct stage *s)
{
	const struct head *head = &s->rubrics[0]->head;
	const struct node *id = thing_find(&lint->l->doc, head, "id");

	if (!id)
		id = thing_find(&lint->l->doc, head, "name");
	return id ? id : head->node;
}

static void check_rubric(struct lint *lint, const struct rubric *r)
{
	for_each_rule(rubric)
		rule->rubric(lint, r);
}

static void check_competency(struct lint *lint, const struct competency *c)
{
	for_each_rule(competency)
		rule->competency(lint, c);
	for_each(r, &c->written)
		check_rubric(lint, r);
}

static void check_role(struct lint *lint, const struct role *role)
{
	levels_enter(lint, role);
	for_each_rule(role)
		rule->role(lint, role);
	for_each(cell, &role->expects)
		check_rubric(lint, cell);
}

static void check_track(struct lint *lint, const struct track *t)
{
	for_each(role, &t->levels)
		check_role(lint, role);
	for_each_rule(track)
		rule->track(lint, t);
}

void lint_ladder(const struct ladder *l, struct diag *d, struct arena *a)
{
	struct lint lint = {.l = l, .d = d, .a = a};

	lint.budget = (uint64_t)l->doc.n * 8;
	lint.tops = ARENA_ARRAY(a, l->scores.n, struct score_top);
	asked_init(&lint);
	levels_init(&lint);
	ranks_init(&lint);
	for_each(c, &l->competencies)
		check_competency(&lint, c);
	for_each(t, &l->tracks)
		check_track(&lint, t);
	for_each_rule(ladder)
		rule->ladder(&lint, l);
	doc_paths(&l->doc, d);
}
