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
	assert_null(r.obstacles.at[0].node);
	world_release(&w);
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
		cmocka_unit_test(test_score_beyond_all_points),
		cmocka_unit_test(test_score_of_the_target),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
