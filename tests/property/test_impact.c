/* What must hold of whom a new ladder touches, whoever they are and whatever
 * changed: swapping the ladders mirrors it, and nobody falls or rises without
 * a change that says so. */
#include "support/test.h"

#include "people/impact.h"
#include "property/grow.h"
#include "property/versions.h"
#include "support/dice.h"

enum { PEOPLE = 8 }; /* for each pair of ladders */

/* --- people --------------------------------------------------------------- */

static void write_rating(struct buf *b, const struct competency *c,
			 struct dice *dice)
{
	uint32_t have = dice_below(dice, c->n_stages + 1);
	const struct stage *next = &c->stages[have];

	buf_printf(b, "  %.*s: ", STR_ARG(c->head.id));
	if (dice_once_in(dice, 20)) {
		buf_z(b, "{na: Not here.}\n");
		return;
	}
	buf_printf(b, "{stage: %u", competency_number(c, have));
	if (have < c->n_stages && next->n_rubrics == 1 &&
	    next->rubrics[0]->behaviours.n && dice_once_in(dice, 2))
		buf_printf(b, ", met: [%u]",
			   1 + dice_below(dice,
					  next->rubrics[0]->behaviours.n));
	buf_z(b, "}\n");
}

static void write_role(struct buf *b, const char *key, const struct ladder *l,
		       struct dice *dice)
{
	struct str path = l->roles[dice_below(dice, l->n_roles)]->path;

	buf_printf(b, "%s: %.*s\n", key, STR_ARG(path));
}

static void write_person(struct buf *b, const struct ladder *l,
			 struct dice *dice)
{
	buf_printf(b, "format: assessment/1\nladder: %.*s\nperson: P\n",
		   STR_ARG(l->head.id));
	if (!dice_once_in(dice, 5))
		write_role(b, "role", l, dice);
	if (!dice_once_in(dice, 5))
		write_role(b, "target", l, dice);
	if (dice_once_in(dice, 3))
		write_role(b, "baseline", l, dice);
	buf_z(b, "ratings:\n");
	for_each(c, &l->competencies)
		if (c->n_stages && dice_once_in(dice, 2))
			write_rating(b, c, dice);
	buf_char(b, '\0');
}

static const struct assessment *make_person(struct versions *p,
					    struct dice *dice)
{
	struct buf text = {0};
	const struct assessment *as;

	write_person(&text, p->old, dice);
	as = world_assessment(&p->w, p->old,
			      arena_str(&p->w.arena, buf_str(&text)).ptr);
	buf_release(&text);
	p->w.diag.findings.n = 0;
	return as && as->usable ? as : NULL;
}

/* One person alone, as an impact has them. */
static struct impact impact_on(const struct diff *d,
			       const struct assessment *as, int made_for,
			       struct arena *a)
{
	struct assessed who = {as, made_for, STR("p.yaml"), 0};
	struct impact i;

	impact_start(&i, d, true, a);
	impact_add(&i, &who, a);
	return i;
}

/* --- mirrors -------------------------------------------------------------- */

static const char *trend_wrong(const struct trend *a, const struct trend *b)
{
	return a->people != b->people || a->steps != -b->steps ||
			       a->cost != -b->cost
		       ? "farther is not nearer"
		       : NULL;
}

/* Falling below a role that is gone on one side has no mirror: there is nothing
 * to meet. */
static const char *impacts_wrong(const struct impact *there,
				 const struct impact *back)
{
	const char *wrong = trend_wrong(&there->farther, &back->nearer);

	if (!wrong)
		wrong = trend_wrong(&there->nearer, &back->farther);
	if (wrong)
		return wrong;
	if (there->fall_below != back->rise || there->rise != back->fall_below)
		return "falling is not rising";
	if (there->stranded != back->opened || there->opened != back->stranded)
		return "a way that is closed is not one that opens";
	if (there->met.rules != back->unmet.rules ||
	    there->unmet.rules != back->met.rules)
		return "newly met is not newly unmet";
	return NULL;
}

/* --- reasons -------------------------------------------------------------- */

/* A competency that comes or goes may be asked by name and count for a score,
 * which pull different ways. */
static bool may_say(const struct change *c, enum effect effect)
{
	return c->code == CHANGE_D210 || c->code == CHANGE_D211 ||
	       c->incumbent == effect || c->incumbent == EFFECT_REVIEW ||
	       c->candidate == effect || c->candidate == EFFECT_REVIEW;
}

static bool reaches(const struct change *c, const struct role *const role[2])
{
	for_each(r, &c->reaches)
		if (*r == role[BEFORE] || *r == role[AFTER])
			return true;
	return false;
}

/* Whether some change says of a role that it may ask more, or less. A rank is
 * also the points of the stages that its cells make, whoever they count for. */
static bool is_said(const struct diff *d, const struct role *const role[2],
		    enum effect effect)
{
	for_each(c, &d->changes)
		if (c->code == CHANGE_D115 ||
		    (may_say(c, effect) && reaches(c, role)))
			return true;
	return false;
}

/* What is n/a leaves a choice: with an option less it may ask nothing. */
static bool has_na(const struct assessment *as)
{
	for_each(rating, &as->ratings)
		if (rating->na_node)
			return true;
	return false;
}

/* Stages that became cells, or cells that became stages, are other stages with
 * other points; that the texts now stand elsewhere is all that is said. */
static bool changes_kind(const struct diff *d)
{
	for_each(c, &d->old->competencies) {
		const struct competency *now =
			d->matches.competency_new[c->index];

		if (now && now->cells != c->cells)
			return true;
	}
	return false;
}

static const char *reasons_wrong(const struct diff *d,
				 const struct impact *there)
{
	const struct person_impact *who;

	if (!there->people.n)
		return NULL;
	who = there->people.at;
	if (there->fall_below && !is_said(d, who->role, EFFECT_HARDER))
		return "a fall that no change explains";
	if (there->rise && !is_said(d, who->role, EFFECT_EASIER))
		return "a rise that no change explains";
	if (who->newly_unmet && !is_said(d, who->aim, EFFECT_HARDER))
		return "a rule newly unmet that no change explains";
	if (who->newly_met && !is_said(d, who->aim, EFFECT_EASIER))
		return "a rule newly met that no change explains";
	return NULL;
}

/* --- trying --------------------------------------------------------------- */

static const char *person_wrong(struct versions *p, const struct diff *same,
				const struct assessment *as, uint32_t *touched)
{
	struct arena a = {0};
	struct impact there = impact_on(p->there, as, BEFORE, &a);
	struct impact back = impact_on(p->back, as, AFTER, &a);
	struct impact still = impact_on(same, as, BEFORE, &a);
	const char *wrong = impacts_wrong(&there, &back);

	if (!wrong && !has_na(as) && !changes_kind(p->there))
		wrong = reasons_wrong(p->there, &there);
	if (!wrong && still.touched)
		wrong = "someone is touched by nothing";
	*touched += there.touched;
	arena_release(&a);
	return wrong;
}

static uint32_t check_pair(struct str old, struct str new, uint32_t seed)
{
	static const struct diff_options options = {0};
	struct dice dice = {seed};
	struct versions p;
	uint32_t touched = 0;

	versions_init(&p, old, new);
	for (uint32_t i = 0; i < PEOPLE; i++) {
		const struct diff *same = diff_ladders(p.old, p.old, &options,
						       &p.w.arena);
		const struct assessment *as = make_person(&p, &dice);
		const char *wrong =
			as ? person_wrong(&p, same, as, &touched) : NULL;

		if (wrong)
			versions_fail(&p, old, new, "impact",
				      "seed %u, person %u: %s\n%.*s", seed, i,
				      wrong,
				      STR_ARG(as->doc.files.at[0].source->text));
	}
	versions_release(&p);
	return touched;
}

static void test_grown(void **state)
{
	uint32_t n = versions_wanted(600), touched = 0;

	(void)state;
	for (uint32_t seed = 1; seed <= n; seed++) {
		struct growth g = {seed, 0, 4 << seed % 8};
		struct buf old = {0}, new = {0};

		grow(&g, &old);
		g.edit = seed;
		grow(&g, &new);
		touched += check_pair(buf_str(&old), buf_str(&new), seed);
		buf_release(&old);
		buf_release(&new);
	}
	assert_true(touched > n);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(test_grown),
	};

	return cmocka_run_group_tests_name("impact", tests, NULL, NULL);
}
