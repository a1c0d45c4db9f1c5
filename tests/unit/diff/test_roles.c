/* Roles: what the step from one to another is made of. */
#include "diff/roles.h"

#include "support/test.h"
#include "support/world.h"

#define HEAD "format: ladder/1\nid: l\nname: L\n"

/* Own stages, choices, scores, gates, and a second track. */
static const char own[] = HEAD
	"effort: [8h, 16h-24h]\n"
	"scores:\n"
	"  total: {name: Total}\n"
	"  craft: {of: [a]}\n"
	"competencies:\n"
	"  a:\n"
	"    name: A\n"
	"    layer: execution\n"
	"    stages:\n"
	"      - behaviours: [Plans a week]\n"
	"      - {summary: More of it., behaviours: [Draws up the month]}\n"
	"      - behaviours: [Foresees years, {text: Dreams, optional: true}]\n"
	"  b: {name: B, layer: technical, stages: [behaviours: [x], "
	"behaviours: [y]]}\n"
	"  c: {name: C, layer: leadership, stages: [behaviours: [z]]}\n"
	"  d: {name: D, layer: leadership, stages: [behaviours: [w]]}\n"
	"tracks:\n"
	"  ic:\n"
	"    levels:\n"
	"      - id: one\n"
	"        summary: Owns a part.\n"
	"        attributes: {scope: team, reports: none}\n"
	"        requires: {a: 1, b: 2}\n"
	"        choose: [{at-least: 1, of: {c: 1, d: 1}}]\n"
	"        scores: {total: 2}\n"
	"        gates: [An interview, A free seat in the team]\n"
	"      - id: two\n"
	"        summary: Owns a part.\n"
	"        attributes: {scope: area, budget: small}\n"
	"        requires: {a: 3, c: 1}\n"
	"        choose: [{at-least: 2, of: {b: 2, c: 1, d: 1}}]\n"
	"        scores: {total: 3.5, craft: 1}\n"
	"        gates: [An interview, A free seat in the area]\n"
	"  manager:\n"
	"    scores: {total: {weights: {a: 3}}}\n"
	"    levels:\n"
	"      - id: lead\n"
	"        requires: {a: 1, d: 1}\n"
	"        choose: [{at-least: 1, of: {c: 1, d: 1, b: 1}}]\n"
	"        scores: {total: 2}\n";

/* A table, read by two tracks. */
static const char table[] = HEAD
	"competencies:\n"
	"  a: {name: A, layer: execution}\n"
	"tracks:\n"
	"  ic:\n"
	"    levels:\n"
	"      - id: one\n"
	"        expects:\n"
	"          a: [Finishes what was begun, Helps one colleague to grow]\n"
	"      - id: two\n"
	"        expects:\n"
	"          a: [Finishes what was begun, Helps two colleagues to grow,\n"
	"              Writes things down]\n"
	"      - id: three\n"
	"        expects:\n"
	"          a: [Helps two colleagues to grow well, Asks why]\n"
	"  manager:\n"
	"    levels:\n"
	"      - id: two\n"
	"        rank: 2\n"
	"        expects:\n"
	"          a: [Finishes what was begun, Hires people]\n";

static struct role_diff *between(struct world *w, const struct ladder *old,
				 const char *from, const struct ladder *new,
				 const char *to)
{
	struct role *x = ladder_role(old, str_of(from));
	struct role *y = ladder_role(new, str_of(to));

	assert_non_null(x);
	assert_non_null(y);
	return diff_roles(old, x, new, y, &w->arena);
}

static struct role_diff *within(struct world *w, const char *ladder,
				const char *from, const char *to)
{
	struct ladder *l;

	world_init(w);
	l = world_ladder(w, ladder);
	assert_non_null(l);
	return between(w, l, from, l, to);
}

static struct str put(struct world *w, struct str all, const char *what)
{
	return arena_printf(&w->arena, "%.*s%s%s", STR_ARG(all),
			    all.len ? "; " : "", what);
}

/* "new 3 Foresees years; reworded 3 x > y; dropped …" */
static struct str texts_shown(struct world *w, const text_steps *texts)
{
	struct str all = {"", 0};

	for_each(t, texts)
		all = put(w, all,
			  arena_printf(&w->arena, "%s%s%s %.*s%.*s%s%.*s%s",
				       step_kind_name(t->kind),
				       t->name.len ? " " : "",
				       t->stage ? arena_printf(&w->arena, " %u",
							       t->stage->number)
							  .ptr
						: "",
				       STR_ARG(t->name), STR_ARG(t->old),
				       t->old.len && t->new.len ? " > " : "",
				       STR_ARG(t->new),
				       t->optional ? " (optional)" : "")
				  .ptr);
	return all;
}

static uint32_t number(const struct stage *s)
{
	return s ? s->number : 0;
}

/* "a raised 1-3; b unchanged 2-2" */
static struct str steps_shown(struct world *w, const struct role_diff *d)
{
	struct str all = {"", 0};

	for_each(s, &d->competencies)
		all = put(w, all,
			  arena_printf(&w->arena, "%.*s %s %u-%u",
				       STR_ARG(s->competency->head.id),
				       step_kind_name(s->kind), number(s->old),
				       number(s->new))
				  .ptr);
	return all;
}

static int64_t figure(const struct score_goal *goal)
{
	return goal ? goal->figure : -1;
}

static struct str rules_shown(struct world *w, const struct role_diff *d)
{
	struct str all = {"", 0};

	for_each(s, &d->choices)
		all = put(w, all,
			  arena_printf(&w->arena, "choice %s %u-%u",
				       step_kind_name(s->kind),
				       s->old ? (unsigned)s->old->at_least : 0,
				       s->new ? (unsigned)s->new->at_least : 0)
				  .ptr);
	for_each(s, &d->goals)
		all = put(w, all,
			  arena_printf(&w->arena, "%.*s %s %d-%d",
				       STR_ARG(s->score->head.id),
				       step_kind_name(s->kind),
				       (int)figure(s->old), (int)figure(s->new))
				  .ptr);
	return all;
}

/* --- stages --------------------------------------------------------------- */

static void a_step_up(void **state)
{
	struct world w;
	struct role_diff *d = within(&w, own, "ic/one", "ic/two");

	(void)state;
	assert_str(steps_shown(&w, d),
		   "a raised 1-3; b unchanged 2-2; c new 0-1");
	assert_str(texts_shown(&w, &d->competencies.at[0].texts),
		   "new 2 More of it.; new 2 Draws up the month; "
		   "new 3 Foresees years; new 3 Dreams (optional)");
	assert_str(texts_shown(&w, &d->competencies.at[2].texts), "new 1 z");
	assert_int_equal(d->n_of[STEP_RAISED], 2); /* a, total */
	assert_int_equal(d->n_of[STEP_NEW], 3); /* c, the choice, craft */
	assert_int_equal(d->n_of[STEP_SAME], 2); /* b, the other choice */
	world_release(&w);
}

static void costs_are_those_of_what_comes_in(void **state)
{
	struct world w;
	struct role_diff *d = within(&w, own, "ic/one", "ic/two");

	(void)state;
	assert_int_equal(d->competencies.at[0].stages, 2);
	assert_int_equal(d->competencies.at[0].effort.min, 2 * 16 * 4);
	assert_int_equal(d->competencies.at[0].effort.max, 2 * 24 * 4);
	assert_true(d->competencies.at[0].effort_assumed);
	assert_int_equal(d->competencies.at[1].stages, 0);
	assert_false(d->competencies.at[1].effort_assumed);
	assert_int_equal(d->stages, 3);
	assert_int_equal(d->effort.min, (2 * 16 + 8) * 4);
	world_release(&w);
}

static void a_step_down_mirrors_it(void **state)
{
	struct world w;
	struct role_diff *d = within(&w, own, "ic/two", "ic/one");

	(void)state;
	assert_str(steps_shown(&w, d),
		   "a lowered 3-1; b unchanged 2-2; c dropped 1-0");
	assert_str(texts_shown(&w, &d->competencies.at[0].texts),
		   "dropped 2 More of it.; dropped 2 Draws up the month; "
		   "dropped 3 Foresees years; dropped 3 Dreams (optional)");
	assert_int_equal(d->stages, 0);
	assert_int_equal(d->effort.max, 0);
	world_release(&w);
}

static void a_role_beside_itself(void **state)
{
	struct world w;
	struct role_diff *d = within(&w, own, "ic/two", "ic/two");

	(void)state;
	assert_int_equal(d->n_of[STEP_SAME], 7);
	assert_false(role_diff_any(d));
	d = between(&w, d->old_ladder, "ic/one", d->old_ladder, "ic/two");
	assert_true(role_diff_any(d));
	world_release(&w);
}

static void another_track(void **state)
{
	struct world w;
	struct role_diff *d = within(&w, own, "ic/one", "manager/lead");

	(void)state;
	assert_str(steps_shown(&w, d),
		   "a unchanged 1-1; b dropped 2-0; d new 0-1");
	world_release(&w);
}

/* --- tables --------------------------------------------------------------- */

static void a_table_comes_out_as_what_differs(void **state)
{
	struct world w;
	struct role_diff *d = within(&w, table, "ic/one", "ic/two");

	(void)state;
	assert_str(texts_shown(&w, &d->competencies.at[0].texts),
		   "reworded 2 Helps one colleague to grow > "
		   "Helps two colleagues to grow; new 2 Writes things down");
	assert_int_equal(d->competencies.at[0].same_texts, 1);
	world_release(&w);
}

/* Over two levels it is the last wording that counts, beside the first; what
 * the level between them said still holds. */
static void the_last_wording_counts(void **state)
{
	struct world w;
	struct role_diff *d = within(&w, table, "ic/one", "ic/three");

	(void)state;
	assert_str(texts_shown(&w, &d->competencies.at[0].texts),
		   "new 2 Writes things down; "
		   "reworded 3 Helps one colleague to grow > "
		   "Helps two colleagues to grow well; new 3 Asks why");
	assert_int_equal(d->competencies.at[0].same_texts, 1);
	world_release(&w);
}

static void tracks_word_a_stage_differently(void **state)
{
	struct world w;
	struct role_diff *d = within(&w, table, "ic/two", "manager/two");

	(void)state;
	assert_str(steps_shown(&w, d), "a reworded 2-2");
	assert_str(texts_shown(&w, &d->competencies.at[0].texts),
		   "dropped 2 Helps two colleagues to grow; "
		   "dropped 2 Writes things down; new 2 Hires people");
	assert_int_equal(d->competencies.at[0].same_texts, 1);
	world_release(&w);
}

/* Words in common make no wording of another sentence. */
static void a_sentence_of_the_same_words_is_new(void **state)
{
	static const char ladder[] = HEAD
		"competencies:\n"
		"  a:\n"
		"    name: A\n"
		"    layer: execution\n"
		"    stages:\n"
		"      - behaviours: [The team asks the lead]\n"
		"      - behaviours: [The lead then asks the team]\n"
		"      - behaviours: [Lead the asks team the]\n"
		"tracks:\n"
		"  t: {levels: [{id: x, requires: {a: 1}}, "
		"{id: y, requires: {a: 3}}]}\n";
	struct world w;
	struct role_diff *d = within(&w, ladder, "t/x", "t/y");

	(void)state;
	assert_str(texts_shown(&w, &d->competencies.at[0].texts),
		   "new 3 Lead the asks team the");
	world_release(&w);
}

/* --- rules and texts ------------------------------------------------------ */

static void rules_of_a_step(void **state)
{
	struct world w;
	struct role_diff *d = within(&w, own, "ic/one", "ic/two");

	(void)state;
	assert_str(rules_shown(&w, d),
		   "choice unchanged 1-1; choice new 0-2; "
		   "total raised 2000-3500; craft new -1-1000");
	d = between(&w, d->new_ladder, "ic/two", d->new_ladder, "ic/one");
	assert_str(rules_shown(&w, d),
		   "choice unchanged 1-1; choice dropped 2-0; "
		   "total lowered 3500-2000; craft dropped 1000--1");
	world_release(&w);
}

/* The lead's choice has an option more; its track weighs the score. */
static void rules_of_another_track(void **state)
{
	struct world w;
	struct role_diff *d = within(&w, own, "ic/one", "manager/lead");

	(void)state;
	assert_str(rules_shown(&w, d),
		   "choice lowered 1-1; total changed 2000-2000");
	world_release(&w);
}

/* A choice by what differs from {at-least: 2, of: {a: 2, b: 1, c: 1}}. */
static enum step_kind choice_kind(const char *rest)
{
	static const char ladder[] = HEAD
		"competencies:\n"
		"  a: {name: A, layer: execution, stages: [behaviours: [x], "
		"behaviours: [y], behaviours: [z]]}\n"
		"  b: {name: B, layer: execution, stages: [behaviours: [x]]}\n"
		"  c: {name: C, layer: execution, stages: [behaviours: [x]]}\n"
		"  d: {name: D, layer: execution, stages: [behaviours: [x]]}\n"
		"tracks:\n"
		"  t: {levels: [{id: x, choose: [{at-least: 2, of: {a: 2, "
		"b: 1, c: 1}, summary: Two.}]}]}\n"
		"  u: {levels: [{id: x, choose: [";
	struct world w;
	struct ladder *l;
	enum step_kind kind;

	world_init(&w);
	l = world_ladder(&w, arena_printf(&w.arena, "%s{%s}]}]}\n", ladder,
					  rest)
				     .ptr);
	kind = between(&w, l, "t/x", l, "u/x")->choices.at[0].kind;
	world_release(&w);
	return kind;
}

static void choices_go_up_and_down(void **state)
{
	static const struct {
		const char *rest;
		enum step_kind kind;
	} choices[] = {
		{"at-least: 2, of: {c: 1, b: 1, a: 2}, summary: Two.",
		 STEP_SAME},
		{"at-least: 2, of: {a: 2, b: 1, c: 1}, summary: Some.",
		 STEP_REWORDED},
		{"at-least: 3, of: {a: 2, b: 1, c: 1}", STEP_RAISED},
		{"at-least: 1, of: {a: 2, b: 1, c: 1}", STEP_LOWERED},
		{"at-least: 2, of: {a: 3, b: 1, c: 1}", STEP_RAISED},
		{"at-least: 2, of: {a: 1, b: 1, c: 1}", STEP_LOWERED},
		{"at-least: 2, of: {a: 2, b: 1}", STEP_RAISED},
		{"at-least: 2, of: {a: 2, b: 1, c: 1, d: 1}", STEP_LOWERED},
		{"at-least: 2, of: {a: 2, b: 1, d: 1}", STEP_CHANGED},
		{"at-least: 3, of: {a: 1, b: 1, c: 1}", STEP_CHANGED},
		{"at-least: 1, of: {d: 1}", STEP_NEW},
	};

	(void)state;
	for (size_t i = 0; i < N_OF(choices); i++) {
		/* of two that are not each other the lost one comes first */
		enum step_kind kind = choices[i].kind == STEP_NEW
					      ? STEP_DROPPED
					      : choices[i].kind;

		if (choice_kind(choices[i].rest) != kind)
			fail_msg("%s", choices[i].rest);
	}
}

static void texts_of_a_role(void **state)
{
	struct world w;
	struct role_diff *d = within(&w, own, "ic/one", "ic/two");

	(void)state;
	assert_str(texts_shown(&w, &d->gates),
		   "reworded A free seat in the team > "
		   "A free seat in the area");
	assert_int_equal(d->same_gates, 1);
	assert_str(texts_shown(&w, &d->attributes),
		   "reworded  scopeteam > area; new  budgetsmall; "
		   "dropped  reportsnone");
	assert_int_equal(d->summary.n, 0);
	d = between(&w, d->new_ladder, "ic/two", d->new_ladder,
		    "manager/lead");
	assert_str(texts_shown(&w, &d->summary), "dropped Owns a part.");
	world_release(&w);
}

/* --- two ladders ---------------------------------------------------------- */

static const char later[] = HEAD
	"effort: 8h\n"
	"competencies:\n"
	"  planning:\n"
	"    name: Planning\n"
	"    renamed-from: [a]\n"
	"    layer: execution\n"
	"    stages:\n"
	"      - behaviours: [Plans a whole week]\n"
	"  e: {name: E, layer: execution, stages: [behaviours: [v]]}\n"
	"tracks:\n"
	"  ic: {levels: [{id: one, requires: {planning: 1, e: 1}}]}\n";

static void two_versions(void **state)
{
	struct world w;
	struct ladder *old, *new;
	struct role_diff *d;

	(void)state;
	world_init(&w);
	old = world_ladder(&w, own);
	new = world_ladder(&w, later);
	d = between(&w, old, "ic/one", new, "ic/one");
	assert_str(steps_shown(&w, d),
		   "planning reworded 1-1; e new 0-1; b dropped 2-0");
	assert_str(texts_shown(&w, &d->competencies.at[0].texts),
		   "reworded 1 Plans a week > Plans a whole week");
	assert_str(rules_shown(&w, d),
		   "choice dropped 1-0; total dropped 2000--1");
	d = between(&w, new, "ic/one", old, "ic/two");
	/* the stage that was reached has another text over there */
	assert_str(steps_shown(&w, d),
		   "a raised 1-3; b new 0-2; c new 0-1; e dropped 1-0");
	assert_str(texts_shown(&w, &d->competencies.at[0].texts),
		   "reworded 1 Plans a whole week > Plans a week; "
		   "new 2 More of it.; new 2 Draws up the month; "
		   "new 3 Foresees years; new 3 Dreams (optional)");
	assert_int_equal(d->competencies.at[0].stages, 2);
	world_release(&w);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(a_step_up),
		cmocka_unit_test(costs_are_those_of_what_comes_in),
		cmocka_unit_test(a_step_down_mirrors_it),
		cmocka_unit_test(a_role_beside_itself),
		cmocka_unit_test(another_track),
		cmocka_unit_test(a_table_comes_out_as_what_differs),
		cmocka_unit_test(the_last_wording_counts),
		cmocka_unit_test(tracks_word_a_stage_differently),
		cmocka_unit_test(a_sentence_of_the_same_words_is_new),
		cmocka_unit_test(rules_of_a_step),
		cmocka_unit_test(rules_of_another_track),
		cmocka_unit_test(choices_go_up_and_down),
		cmocka_unit_test(texts_of_a_role),
		cmocka_unit_test(two_versions),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
