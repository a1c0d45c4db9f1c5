#include "people/promotion.h"

#include "base/date.h"
#include "plan/query.h"
#include "support/test.h"
#include "support/world.h"

#define STAGES "stages: [{behaviours: [one]}, {behaviours: [two]}]"

static const char ladder[] =
	"format: ladder/1\nid: l\nname: L\n"
	"competencies:\n"
	"  a: {name: A, layer: technical, " STAGES "}\n"
	"  b: {name: B, layer: technical, " STAGES "}\n"
	"  c: {name: C, layer: technical, " STAGES "}\n"
	"  d: {name: D, layer: technical, " STAGES "}\n"
	"scores: {total: {of: [a, d]}}\n"
	"tracks: {ic: {levels: [{id: one, requires: {a: 1, b: 2},\n"
	"  choose: [{at-least: 1, of: {b: 1, c: 2}}],\n"
	"  scores: {total: 3}}]}}\n";

/* "a 1 held strong, b 2 open none": what is claimed by someone. */
static const char *claims(struct world *w, const char *person)
{
	static const char *const words[] = {"none", "thin", "strong"};
	struct arena *a = &w->arena;
	const struct ladder *l = world_ladder(w, ladder);
	const struct assessment *as = world_assessment(
		w, l,
		arena_printf(a, "format: assessment/1\nladder: l\n"
				"person: P\n%s",
			     person)
			.ptr);
	const struct role *role = ladder_role(l, STR("ic/one"));
	struct stand *stands = assessment_stands(l, as, a);
	struct gap gap = gap_of(l, role, stands, a);
	struct promotion p = promotion_of(l, &gap, role, stands, as, a);
	struct buf out = {0};
	const char *text;

	assert_true(as->usable);
	for_each(c, &p.claims)
		buf_printf(&out, "%s%.*s %u %s %s%s", out.len ? ", " : "",
			   STR_ARG(c->competency->head.id),
			   (unsigned)c->stage->number,
			   c->held ? "held" : "open", words[c->strength],
			   c->again ? " again" : "");
	buf_printf(&out, "; %u %u %u", p.n[0], p.n[1], p.n[2]);
	text = arena_printf(a, "%.*s", STR_ARG(buf_str(&out))).ptr;
	buf_release(&out);
	return text;
}

static void expect_claims(const char *person, const char *expected)
{
	struct world w;

	world_init(&w);
	assert_string_equal(claims(&w, person), expected);
	world_release(&w);
}

static void every_rule_makes_its_claims(void **state)
{
	(void)state;
	expect_claims("", "a 1 open none, b 2 open none, b 1 open none again, "
			  "c 2 open none; 0 0 0");
	expect_claims("ratings: {a: 2, b: 1, d: 1}",
		      "a 1 held none, b 2 open none, b 1 held none again, "
		      "c 2 open none, a 2 held none again, d 1 held none; "
		      "2 0 0");
	/* nothing is claimed of what is waived */
	expect_claims("ratings: {a: {na: no}, b: {na: no}, d: 1}",
		      "c 2 open none, d 1 held none; 1 0 0");
}

static void strength_is_in_number_and_age(void **state)
{
	(void)state;
	/* two, one of them 365 days old */
	expect_claims("date: 2026-11-02\nratings: {a: {stage: 1, evidence: ["
		      "{text: x, date: 2020-01-01}, "
		      "{text: y, date: 2025-11-02}]}, b: {na: no}, "
		      "c: {na: no}}",
		      "a 1 held strong, a 1 held strong again; 0 0 1");
	/* 366 days old */
	expect_claims("date: 2026-11-02\nratings: {a: {stage: 1, evidence: ["
		      "{text: x, date: 2020-01-01}, "
		      "{text: y, date: 2025-11-01}]}, b: {na: no}, "
		      "c: {na: no}}",
		      "a 1 held thin, a 1 held thin again; 0 1 0");
	/* one piece, however new; none that is dated */
	expect_claims("date: 2026-11-02\nratings: {a: {stage: 1, evidence: ["
		      "{text: x, date: 2026-11-02}]}, b: {stage: 2, evidence: "
		      "[{text: x}, {text: y}]}, c: {na: no}}",
		      "a 1 held thin, b 2 held thin, b 1 held thin again, "
		      "a 1 held thin again; 0 2 0");
}

static void days_count_from_the_newest_evidence(void **state)
{
	/* without a date of the assessment, and where evidence is later */
	static const char evidence[] =
		"ratings: {a: {stage: 1, evidence: ["
		"{text: x, date: 2024-01-01}, {text: y, date: 2024-02-01}]}, "
		"b: {na: no}, c: {na: no}, d: {stage: 0, evidence: ["
		"{text: z, date: 2026-01-01}]}}";

	(void)state;
	expect_claims(evidence, "a 1 held thin, a 1 held thin again; 0 1 0");
}

static void newest_first(void **state)
{
	struct world w;
	const struct ladder *l;
	const struct assessment *as;
	struct stand *stands;
	struct gap gap;
	struct promotion p;
	const struct claim *c;

	(void)state;
	world_init(&w);
	l = world_ladder(&w, ladder);
	as = world_assessment(
		&w, l,
		"format: assessment/1\nladder: l\nperson: P\n"
		"ratings: {a: {stage: 1, evidence: [{text: none}, "
		"{text: old, date: 2020-01-01}, "
		"{text: new, date: 2026-01-01}, {text: also none}, "
		"{text: also new, date: 2026-01-01}]}}\n");
	stands = assessment_stands(l, as, &w.arena);
	gap = gap_of(l, ladder_role(l, STR("ic/one")), stands, &w.arena);
	p = promotion_of(l, &gap, ladder_role(l, STR("ic/one")), stands, as,
			 &w.arena);
	c = &p.claims.at[0];
	assert_int_equal(c->n_pieces, 5);
	assert_true(str_eq(c->pieces[0]->text, STR("new")));
	assert_true(str_eq(c->pieces[1]->text, STR("also new")));
	assert_true(str_eq(c->pieces[2]->text, STR("old")));
	assert_true(str_eq(c->pieces[3]->text, STR("none")));
	assert_true(str_eq(c->pieces[4]->text, STR("also none")));
	world_release(&w);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(every_rule_makes_its_claims),
		cmocka_unit_test(strength_is_in_number_and_age),
		cmocka_unit_test(days_count_from_the_newest_evidence),
		cmocka_unit_test(newest_first),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
