#include "people/impact.h"

#include "people/carry.h"
#include "people/rules.h"

void impact_start(struct impact *i, const struct diff *d, bool named,
		  struct arena *a)
{
	*i = (struct impact){
		.diff = d,
		.arena = a,
		.named = named,
		.twins = rule_twins_new(d, a),
		.timed = d->old->timed && d->new->timed,
	};
}

bool impact_is_withheld(const struct impact *i, bool names)
{
	return !names && i->n && i->n < FEW_PEOPLE;
}

/* --- one person on one ladder --------------------------------------------- */

/* The question on both ladders, and the gap to the aim. */
struct sides {
	struct plan_query query[2];
	struct gap gap[2];
};

static void ask(struct plan_query *q, const struct diff *d,
		const struct assessed *who, struct arena *a)
{
	const struct assessment *as = who->as;

	query_init(q, who->made_for == BEFORE ? d->old : d->new, as);
	query_from_assessment(q, as, a);
	q->target = as->target ? as->target : as->role;
	q->unexplained = true;
}

static struct sides both_sides(const struct diff *d,
			       const struct assessed *who, struct arena *a)
{
	int here = who->made_for, there = here == BEFORE ? AFTER : BEFORE;
	struct crossing x = crossing_of(d, here == AFTER);
	struct sides s = {0};

	ask(&s.query[here], d, who, a);
	s.query[there] = carry_query(&s.query[here], &x, a);
	return s;
}

static void measure(struct person_impact *p, struct sides *s, int side,
		    struct arena *a)
{
	const struct plan_query *q = &s->query[side];
	struct plan_result result;

	p->role[side] = q->from;
	p->aim[side] = q->target;
	p->holds[side] = q->from && role_met(q->ladder, q->from, q->stands, a);
	if (!q->target)
		return;
	s->gap[side] = gap_of(q->ladder, q->target, q->stands, a);
	result = plan_make(q, a);
	p->planned[side] = result.status == PLAN_OK;
	if (!p->planned[side])
		return;
	p->steps[side] = result.plan.steps.n;
	p->cost[side] = result.plan.cost.min + result.plan.cost.max;
}

/* --- what that comes to --------------------------------------------------- */

/* Above 0 where the plan grew: in hours if both ladders have them. */
static int64_t growth(const struct impact *i, const struct person_impact *p)
{
	if (!p->planned[BEFORE] || !p->planned[AFTER])
		return 0;
	return i->timed ? p->cost[AFTER] - p->cost[BEFORE]
			: p->steps[AFTER] - p->steps[BEFORE];
}

static void add_trend(struct trend *t, const struct person_impact *p)
{
	t->people++;
	t->steps += p->steps[AFTER] - p->steps[BEFORE];
	t->cost += p->cost[AFTER] - p->cost[BEFORE];
}

static void add_tally(struct tally *t, uint32_t rules)
{
	t->people += rules > 0;
	t->rules += rules;
}

static bool is_displaced(const struct person_impact *p)
{
	return p->role[BEFORE] && !p->role[AFTER];
}

static bool is_touched(const struct impact *i, const struct person_impact *p)
{
	return p->holds[BEFORE] != p->holds[AFTER] || is_displaced(p) ||
	       p->planned[BEFORE] != p->planned[AFTER] || growth(i, p) ||
	       p->newly_met || p->newly_unmet || p->unresolved;
}

static void count(struct impact *i, const struct person_impact *p)
{
	int64_t grown = growth(i, p);

	i->n++;
	i->touched += is_touched(i, p);
	i->displaced += is_displaced(p);
	i->fall_below += p->role[AFTER] && p->holds[BEFORE] && !p->holds[AFTER];
	i->rise += p->role[BEFORE] && !p->holds[BEFORE] && p->holds[AFTER];
	i->stranded += p->planned[BEFORE] && !p->planned[AFTER];
	i->opened += !p->planned[BEFORE] && p->planned[AFTER];
	i->broken += p->unresolved > 0;
	if (grown)
		add_trend(grown > 0 ? &i->farther : &i->nearer, p);
	add_tally(&i->met, p->newly_met);
	add_tally(&i->unmet, p->newly_unmet);
}

static void keep(struct impact *i, const struct person_impact *p)
{
	struct person_impact *kept = vec_add(i->arena, &i->people);

	*kept = *p;
	kept->person = arena_str(i->arena, p->person);
	kept->file = arena_str(i->arena, p->file);
}

void impact_add(struct impact *i, const struct assessed *who,
		struct arena *scratch)
{
	struct sides s = both_sides(i->diff, who, scratch);
	struct person_impact p = {.person = who->as->person,
				  .file = who->file,
				  .unresolved = who->unresolved};
	struct rule_changes rules;

	measure(&p, &s, BEFORE, scratch);
	measure(&p, &s, AFTER, scratch);
	if (p.aim[BEFORE] && p.aim[AFTER]) {
		rules = rule_changes_of(i->twins, &s.gap[BEFORE],
					&s.gap[AFTER], scratch);
		p.newly_met = rules.newly_met;
		p.newly_unmet = rules.newly_unmet;
	}
	count(i, &p);
	if (i->named && is_touched(i, &p))
		keep(i, &p);
}
