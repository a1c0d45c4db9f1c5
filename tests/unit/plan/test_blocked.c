#include "unit/plan/support.h"

#include <stdlib.h>
#include <string.h>

static const char ladder[] =
	"lateral: explicit\n"
	"scores: {total: {name: Total}}\n"
	"competencies:\n"
	COMPETENCY_3("a") COMPETENCY_3("b")
	"tracks:\n"
	"  x:\n"
	"    levels:\n"
	"      - {id: one, requires: {a: 1}}\n"
	"      - {id: two, requires: {a: 2}}\n"
	"      - {id: three, scores: {total: 8}}\n"
	"      - {id: four}\n"
	"  y:\n"
	"    levels:\n"
	"      - {id: one, rank: 2, requires: {b: 1}}\n"
	"      - {id: two, requires: {b: 2}}\n";

static struct plan_result blocked(struct world *w, const char *person,
				  const char *target)
{
	struct plan_result r;

	world_init(w, ladder, person, target);
	r = plan_make(&w->query, &w->arena);
	assert_int_equal(r.status, PLAN_NO_WAY);
	assert_true(r.obstacles.n >= 1);
	return r;
}

static void expect_obstacle(const struct plan_result *r, uint32_t i,
			    const char *text)
{
	char *got = strndup(r->obstacles.at[i].text.ptr,
			    r->obstacles.at[i].text.len);

	assert_string_equal(got, text);
	free(got);
	assert_true(r->obstacles.at[i].help.len > 0);
}

static void test_no_move(void **state)
{
	struct world w;
	struct plan_result r = blocked(&w, "role: x/one\n", "y/two");

	(void)state;
	assert_int_equal(r.obstacles.n, 1);
	expect_obstacle(&r, 0, "no move leads from x/one to y/two");
	assert_ptr_equal(r.obstacles.at[0].node, w.query.target->head.node);
	assert_ptr_equal(r.obstacles.at[0].doc, &w.ladder->doc);
	world_release(&w);
}

static void test_no_move_on_from_via(void **state)
{
	struct plan_result r;
	struct role *via;
	struct world w;

	(void)state;
	world_init(&w, ladder, "role: x/one\n", "x/two");
	via = world_role(&w, "y/one");
	w.query.via = &via;
	w.query.n_via = 1;
	r = plan_make(&w.query, &w.arena);
	assert_int_equal(r.status, PLAN_NO_WAY);
	expect_obstacle(&r, 0, "no move leads from x/one to y/one");
	world_release(&w);
}

static void test_avoided(void **state)
{
	struct world w;
	struct plan_result r;

	(void)state;
	world_init(&w, ladder, "role: y/one\n", "y/two");
	w.query.avoid = ARENA_ARRAY(&w.arena, w.ladder->n_roles, bool);
	w.query.avoid[world_role(&w, "y/two")->index] = true;
	r = plan_make(&w.query, &w.arena);
	assert_int_equal(r.status, PLAN_NO_WAY);
	assert_int_equal(r.obstacles.n, 1);
	expect_obstacle(&r, 0, "y/two is to be avoided");
	assert_ptr_equal(r.obstacles.at[0].node,
			 w.query.target->head.node);
	world_release(&w);
}

static void avoid(struct world *w, const char *path)
{
	if (!w->query.avoid)
		w->query.avoid = ARENA_ARRAY(&w->arena, w->ladder->n_roles,
					     bool);
	w->query.avoid[world_role(w, path)->index] = true;
}

static void expect_line(const struct plan_result *r, uint32_t i,
			uint32_t line)
{
	const struct obstacle *o = &r->obstacles.at[i];
	struct span s = doc_span(o->doc, o->node);

	assert_int_equal(source_place(s.source, s.at).line, line);
}

/* Two ways lead there; the one that is closed at one place is told. */
static const char two_ways[] =
	"scores: {total: {name: Total}}\n"
	"competencies:\n"
	COMPETENCY_3("a")
	"tracks:\n"
	"  x: {levels: [{id: one}, {id: two}, {id: three}, {id: four}]}\n"
	"  y: {levels: [{id: one}, {id: two}, {id: three}, {id: four}]}\n"
	"  z: {levels: [{id: four, rank: 4, scores: {total: 5}}]}\n";

static void test_fewest(void **state)
{
	struct plan_result r;
	struct world w;

	(void)state;
	world_init(&w, two_ways, "role: x/one\n", "z/four");
	avoid(&w, "x/two");
	avoid(&w, "x/three");
	avoid(&w, "y/two");
	r = plan_make(&w.query, &w.arena);
	assert_int_equal(r.status, PLAN_NO_WAY);
	assert_int_equal(r.obstacles.n, 2);
	expect_obstacle(&r, 0, "y/two is to be avoided");
	expect_obstacle(&r, 1, "z/four asks 5 of the score total, and all "
			       "stages come to 3");
	expect_line(&r, 0, 9);
	expect_line(&r, 1, 10);
	world_release(&w);
}

/* A track that is avoided as a whole is one thing. */
static void test_whole_track(void **state)
{
	struct plan_result r;
	struct world w;

	(void)state;
	world_init(&w, two_ways, "role: x/one\n", "y/three");
	avoid(&w, "y/one");
	avoid(&w, "y/two");
	avoid(&w, "y/three");
	avoid(&w, "y/four");
	r = plan_make(&w.query, &w.arena);
	assert_int_equal(r.status, PLAN_NO_WAY);
	assert_int_equal(r.obstacles.n, 1);
	expect_obstacle(&r, 0, "all of y is to be avoided");
	expect_line(&r, 0, 9);
	world_release(&w);
}

/* Every figure in force counts by itself: to lower that of the target alone
 * leaves that of the level below. */
static void test_scores_that_build(void **state)
{
	static const char text[] =
		"scores: {total: {name: Total}}\n"
		"competencies:\n"
		COMPETENCY_3("a")
		"tracks:\n"
		"  x: {levels: [{id: one}, {id: two, scores: {total: 5}},\n"
		"    {id: three, scores: {total: 8}}, {id: four, cumulative: "
		"false, scores: {total: 9}}]}\n"
		"moves:\n"
		"  - {from: x/one, to: x/three}\n"
		"  - {from: x/one, to: x/four}\n";
	struct plan_result r;
	struct world w;

	(void)state;
	world_init(&w, text, "role: x/one\n", "x/three");
	r = plan_make(&w.query, &w.arena);
	assert_int_equal(r.obstacles.n, 2);
	expect_obstacle(&r, 0, "x/two asks 5 of the score total, and all "
			       "stages come to 3");
	expect_obstacle(&r, 1, "x/three asks 8 of the score total, and all "
			       "stages come to 3");
	w.query.target = world_role(&w, "x/four");
	r = plan_make(&w.query, &w.arena);
	assert_int_equal(r.obstacles.n, 1);
	expect_obstacle(&r, 0, "x/four asks 9 of the score total, and all "
			       "stages come to 3");
	world_release(&w);
}

static void expect_help(const struct plan_result *r, uint32_t i,
			const char *text)
{
	char *got = strndup(r->obstacles.at[i].help.ptr,
			    r->obstacles.at[i].help.len);

	assert_string_equal(got, text);
	free(got);
}

static void test_move_that_helps(void **state)
{
	struct world w;
	struct plan_result r = blocked(&w, "role: x/one\n", "y/two");

	(void)state;
	expect_help(&r, 0,
		    "a move from x/two to y/one would open it: under "
		    "\"moves\", or as \"lateral: same-rank\"");
	world_release(&w);
	world_init(&w, ladder, "role: x/two\n", "x/one");
	r = plan_make(&w.query, &w.arena);
	assert_int_equal(r.obstacles.n, 1);
	expect_obstacle(&r, 0, "no move leads from x/two to x/one");
	expect_help(&r, 0, "a move from x/two to x/one would open it, under "
			   "\"moves\"");
	world_release(&w);
}

static void test_move_and_bar(void **state)
{
	struct plan_result r;
	struct world w;

	(void)state;
	world_init(&w, ladder, "role: x/one\n", "y/two");
	avoid(&w, "y/two");
	r = plan_make(&w.query, &w.arena);
	assert_int_equal(r.obstacles.n, 2);
	expect_obstacle(&r, 0, "no move leads from x/one to y/two");
	expect_obstacle(&r, 1, "y/two is to be avoided");
	world_release(&w);
}

static void test_no_way_in(void **state)
{
	struct plan_result r;
	struct role *via;
	struct world w;

	(void)state;
	world_init(&w, ladder, NULL, "x/two");
	via = world_role(&w, "y/one");
	w.query.via = &via;
	w.query.n_via = 1;
	r = plan_make(&w.query, &w.arena);
	assert_int_equal(r.obstacles.n, 2);
	expect_obstacle(&r, 0, "no way in leads to y/one for someone who has "
			       "no role yet");
	expect_help(&r, 0,
		    "a move from x/two to y/one would open it: under "
		    "\"moves\", or as \"lateral: same-rank\"");
	expect_obstacle(&r, 1, "no move leads from y/one to x/two");
	world_release(&w);
}

/* Eight tracks side by side, all to be avoided but their first levels: more
 * sets of bars than can be looked at. What is told then is still enough and
 * no part of it can be left out, though one role fewer would do. */
static void test_search_cut_short(void **state)
{
	struct str text = STR("competencies:\n" COMPETENCY_1("a") "tracks:\n");
	struct plan_result r;
	struct world w = {0};
	struct arena a = {0};

	(void)state;
	for (int t = 0; t < 8; t++) {
		text = arena_printf(&a, "%.*s  t%d: {levels: [", STR_ARG(text),
				    t);
		for (int i = 0; i < 12; i++)
			text = arena_printf(&a, "%.*s%s{id: l%d}",
					    STR_ARG(text), i ? ", " : "", i);
		text = arena_printf(&a, "%.*s]}\n", STR_ARG(text));
	}
	world_init(&w, text.ptr, "role: t0/l0\n", "t7/l11");
	w.query.avoid = ARENA_ARRAY(&w.arena, w.ladder->n_roles, bool);
	for (uint32_t i = 0; i < w.ladder->n_roles; i++)
		w.query.avoid[i] = w.ladder->roles[i]->level > 0;
	r = plan_make(&w.query, &w.arena);
	assert_in_range(r.obstacles.n, 11, 12);
	for_each(o, &r.obstacles)
		w.query.avoid[o->role->index] = false;
	for_each(o, &r.obstacles) {
		w.query.avoid[o->role->index] = true;
		assert_int_equal(plan_make(&w.query, &w.arena).status,
				 PLAN_NO_WAY);
		w.query.avoid[o->role->index] = false;
	}
	assert_int_equal(plan_make(&w.query, &w.arena).status, PLAN_OK);
	world_release(&w);
	arena_release(&a);
}

static void test_score_beyond_all_points(void **state)
{
	struct world w;
	struct plan_result r = blocked(&w, "role: x/two\n"
					   "ratings: {b: {na: No.}}\n",
				       "x/four");

	(void)state;
	assert_int_equal(r.obstacles.n, 1);
	expect_obstacle(&r, 0,
			"x/three asks 8 of the score total, and all stages "
			"that are not n/a come to 3");
	assert_ptr_equal(r.obstacles.at[0].node,
			 world_role(&w, "x/three")->scores.at[0].head.node);
	world_release(&w);
}

static void test_score_of_the_target(void **state)
{
	struct world w;
	struct plan_result r = blocked(&w, NULL, "x/three");

	(void)state;
	assert_int_equal(r.obstacles.n, 1);
	expect_obstacle(&r, 0,
			"x/three asks 8 of the score total, and all stages "
			"come to 6");
	world_release(&w);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(test_no_move),
		cmocka_unit_test(test_no_move_on_from_via),
		cmocka_unit_test(test_avoided),
		cmocka_unit_test(test_fewest),
		cmocka_unit_test(test_whole_track),
		cmocka_unit_test(test_scores_that_build),
		cmocka_unit_test(test_move_that_helps),
		cmocka_unit_test(test_move_and_bar),
		cmocka_unit_test(test_no_way_in),
		cmocka_unit_test(test_search_cut_short),
		cmocka_unit_test(test_score_beyond_all_points),
		cmocka_unit_test(test_score_of_the_target),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
