#include "people/promotion.h"

struct maker {
	const struct ladder *ladder;
	const struct role *role;
	const struct stand *stands;
	struct arena *arena;
	struct promotion *to;
	bool *seen; /* by competency index */
};

/* --- dates --------------------------------------------------------------- */

static bool is_dated(const struct evidence *e)
{
	return e->date_node;
}

static void set_day(struct promotion *p, int32_t day)
{
	if (!p->dated || day > p->day)
		p->day = day;
	p->dated = true;
}

static void find_day(struct promotion *p, const struct assessment *as)
{
	if (as->date_node)
		set_day(p, as->date);
	for_each(rating, &as->ratings)
		for_each(e, &rating->evidence)
			if (is_dated(e))
				set_day(p, e->date);
}

static bool is_recent(const struct promotion *p, const struct evidence *e)
{
	return is_dated(e) && p->day - e->date <= RECENT_DAYS;
}

/* --- evidence ------------------------------------------------------------ */

static enum strength strength_of(const struct claim *c)
{
	if (!c->n_pieces)
		return STRENGTH_NONE;
	return c->n_pieces > 1 && c->recent ? STRENGTH_STRONG : STRENGTH_THIN;
}

static void add_evidence(struct maker *m, struct claim *c,
			 const struct rating *rating)
{
	if (!rating || !rating->evidence.n)
		return;
	c->n_pieces = rating->evidence.n;
	c->pieces = rating_pieces(rating, m->arena);
	for (uint32_t i = 0; i < c->n_pieces; i++)
		c->recent += is_recent(m->to, c->pieces[i]);
}

/* --- claims -------------------------------------------------------------- */

static void add_claim(struct maker *m, const struct rule_state *rule,
		      const struct competency *competency,
		      const struct stage *stage)
{
	const struct stand *stand = &m->stands[competency->index];
	struct claim *c;

	if (stand->na)
		return;
	c = vec_add(m->arena, &m->to->claims);
	*c = (struct claim){.rule = rule,
			    .competency = competency,
			    .stage = stage,
			    .held = stand->have >= stage->ordinal,
			    .again = m->seen[competency->index]};
	add_evidence(m, c, stand->rating);
	c->strength = strength_of(c);
	if (c->held && !c->again)
		m->to->n[c->strength]++;
	m->seen[competency->index] = true;
}

/* What counts towards a score: every competency of it with some stage. */
static void claim_score(struct maker *m, const struct rule_state *rule)
{
	const struct reading *r = track_reading(m->role->track,
						rule->goal->score);

	for_each(c, &m->ladder->competencies) {
		uint32_t have = m->stands[c->index].have;

		if (r->member[c->index] && r->weights[c->index] && have)
			add_claim(m, rule, c, &c->stages[have - 1]);
	}
}

static void claim_rule(struct maker *m, const struct rule_state *rule)
{
	switch (rule->kind) {
	case RULE_REQUIRES:
		add_claim(m, rule, rule->competency, rule->stage);
		return;
	case RULE_CHOOSE:
		for_each(ref, &rule->choice->of)
			add_claim(m, rule, ref->competency, ref->stage);
		return;
	case RULE_SCORE:
		claim_score(m, rule);
		return;
	}
}

struct promotion promotion_of(const struct ladder *l, const struct gap *gap,
			      const struct role *role,
			      const struct stand *stands,
			      const struct assessment *as, struct arena *a)
{
	struct promotion p = {0};
	struct maker m = {l, role, stands, a, &p, NULL};

	m.seen = ARENA_ARRAY(a, l->competencies.n + 1, bool);
	if (as)
		find_day(&p, as);
	for_each(rule, &gap->rules)
		if (!rule->waived)
			claim_rule(&m, rule);
	return p;
}
