#include "plan/plan.h"

#include "plan/score.h"

static void add_requires(struct gap *g, const struct asked *asked,
			 struct competency *c, const struct stand *s,
			 struct arena *a)
{
	struct rule_state *r;

	if (!asked->stage)
		return;
	r = vec_add(a, &g->rules);
	*r = (struct rule_state){
		.kind = RULE_REQUIRES,
		.role = asked->role,
		.competency = c,
		.stage = asked->stage,
		.met = !s->na && s->have >= asked->stage->ordinal,
		.waived = s->na,
		.have = s->rank_have,
		.need = asked->stage->number,
	};
}

static void add_choose(struct gap *g, const struct choice *choice,
		       const struct stand *stands, struct arena *a)
{
	struct rule_state *r = vec_add(a, &g->rules);
	int64_t left = 0, have = 0;

	for_each(o, &choice->of) {
		const struct stand *s = &stands[o->competency->index];

		if (s->na)
			continue;
		left++;
		have += s->have >= o->stage->ordinal;
	}
	*r = (struct rule_state){
		.kind = RULE_CHOOSE,
		.role = choice->role,
		.choice = choice,
		.waived = left == 0,
		.have = have,
		.need = left < choice->at_least ? left : choice->at_least,
	};
	r->met = !r->waived && r->have >= r->need;
}

static void add_score(struct gap *g, const struct ladder *l,
		      const struct role *role, const struct score_goal *goal,
		      const struct stand *stands, struct arena *a)
{
	const struct reading *read = track_reading(role->track, goal->score);
	struct rule_state *r = vec_add(a, &g->rules);
	wide total = score_total(l, read, stands);
	wide need = score_need(l, read, stands, goal->figure);

	*r = (struct rule_state){
		.kind = RULE_SCORE,
		.role = score_goal_role(role, goal),
		.goal = goal,
		.waived = score_waived(l, read, stands),
		.have = score_figure(l, read, stands, total),
		.need = goal->figure,
	};
	r->met = !r->waived && total >= need;
}

static void touch_members(bool *touched, const struct ladder *l,
			  const struct reading *r)
{
	for (uint32_t c = 0; c < l->competencies.n; c++)
		touched[c] |= r->member[c];
}

/* Which n/a competencies some rule speaks of. */
static void find_na(struct gap *g, const struct ladder *l,
		    const struct role *role, const struct stand *stands,
		    struct arena *a)
{
	bool *touched = ARENA_ARRAY(a, l->competencies.n, bool);

	for_each(r, &g->rules) {
		switch (r->kind) {
		case RULE_REQUIRES:
			touched[r->competency->index] = true;
			break;
		case RULE_CHOOSE:
			for_each(o, &r->choice->of)
				touched[o->competency->index] = true;
			break;
		case RULE_SCORE:
			touch_members(touched, l,
				      track_reading(role->track,
						    r->goal->score));
			break;
		}
	}
	for_each(c, &l->competencies)
		if (stands[c->index].na && touched[c->index])
			*vec_add(a, &g->na) = c;
}

static void count(struct gap *g)
{
	g->required = g->rules.n;
	for_each(r, &g->rules) {
		g->met += r->met;
		g->waived += r->waived;
	}
	g->open = g->required - g->met - g->waived;
}

struct gap gap_of(const struct ladder *l, const struct role *role,
		  const struct stand *stands, struct arena *a)
{
	const struct asked *asked = role_asks(l, role, a);
	const struct score_goal **goals = role_score_goals(l, role, a);
	struct gap g = {0};

	for_each(c, &l->competencies)
		add_requires(&g, &asked[c->index], c, &stands[c->index], a);
	for_each_in_force(r, role)
		for_each(choice, &r->choose)
			add_choose(&g, choice, stands, a);
	for (uint32_t i = 0; i < l->scores.n; i++)
		if (goals[i])
			add_score(&g, l, role, goals[i], stands, a);
	find_na(&g, l, role, stands, a);
	count(&g);
	return g;
}

bool role_met(const struct ladder *l, const struct role *role,
	      const struct stand *stands, struct arena *a)
{
	return gap_of(l, role, stands, a).open == 0;
}
