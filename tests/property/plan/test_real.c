/* Every role of every real ladder is met after its plan. */
#include "property/plan/cases.h"

#include "plan/query.h"

#include <glob.h>
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdio.h>
#include <stdlib.h>
#include <time.h>

#include <cmocka.h>

/* LADDER_SHARED may name another place for what lies beside the checkout. */
static struct str real_files(struct arena *a, const char *pattern)
{
	const char *shared = getenv("LADDER_SHARED");

	return arena_printf(a, "%s/data/real/%s",
			    shared ? shared : LADDER_SOURCE_DIR "/../shared",
			    pattern);
}

static struct str read_all(const char *path, struct arena *a)
{
	FILE *f = fopen(path, "rb");
	struct str text = {0};
	char *at;
	long n;

	assert_non_null(f);
	assert_int_equal(fseek(f, 0, SEEK_END), 0);
	n = ftell(f);
	rewind(f);
	at = arena_alloc(a, (size_t)n + 1);
	assert_int_equal(fread(at, 1, (size_t)n, f), n);
	fclose(f);
	text.ptr = at;
	text.len = (size_t)n;
	return text;
}

static double seconds(void)
{
	struct timespec t;

	clock_gettime(CLOCK_MONOTONIC, &t);
	return (double)t.tv_sec + (double)t.tv_nsec / 1e9;
}

static void plan_all(const struct ladder *l, const char *path)
{
	double slowest = 0, sum = 0;
	struct role *which = NULL;
	uint32_t unproven = 0;

	for (uint32_t i = 0; i < l->n_roles; i++) {
		struct arena a = {0};
		struct plan_query q = {.ladder = l, .target = l->roles[i],
				       .hours_per_week = 4000, .focus = 2,
				       .in_role = -1};
		double start = seconds(), took;
		struct plan_result r;
		const char *wrong;

		q.stands = empty_stands(l, &a);
		r = plan_make(&q, &a);
		took = seconds() - start;
		sum += took;
		if (took >= slowest) {
			slowest = took;
			which = q.target;
		}
		unproven += !r.plan.optimal;
		assert_int_equal(r.status, PLAN_OK);
		wrong = plan_wrong(&q, &r.plan, &a);
		if (wrong)
			fail_msg("%s, %.*s: %s", path,
				 STR_ARG(q.target->path), wrong);
		arena_release(&a);
	}
	printf("%s: %u roles in %.1f ms, the slowest %.*s in %.2f ms, %u not "
	       "proven\n",
	       strstr(path, "/real/") + strlen("/real/"), l->n_roles, sum * 1e3,
	       STR_ARG(which->path), slowest * 1e3, unproven);
}

typedef void check_fn(const struct ladder *l, const char *path);

static void with_file(const char *path, check_fn *check)
{
	struct arena a = {0};
	struct diag diag = {.arena = &a};
	struct host host = no_host();
	struct loader ld = {.arena = &a, .host = &host,
			    .limits = limits_default, .diag = &diag};
	struct loaded file = load_text(&ld, str_of(path), read_all(path, &a));
	struct ladder *l = load_ladder(&ld, &file);

	assert_non_null(l);
	assert_true(l->usable);
	check(l, path);
	doc_release(&l->doc);
	arena_release(&a);
}

static void test_real(void **state)
{
	struct arena a = {0};
	glob_t found = {0};

	(void)state;
	glob(real_files(&a, "*.yaml").ptr, 0, NULL, &found);
	glob(real_files(&a, "ft-history/*.yaml").ptr, GLOB_APPEND, NULL,
	     &found);
	arena_release(&a);
	if (!found.gl_pathc)
		skip();
	for (size_t i = 0; i < found.gl_pathc; i++)
		with_file(found.gl_pathv[i], plan_all);
	globfree(&found);
}

/* From D4 to TL4 people and process rise by one stage each, and no more. */
static void plan_sideways(const struct ladder *l, const char *path)
{
	struct arena a = {0};
	struct plan_query q;
	struct plan_result r;

	(void)path;
	query_init(&q, l, NULL);
	query_from_role(&q, ladder_role(l, STR("developer/d4")), &a);
	q.target = ladder_role(l, STR("tech-lead/tl4"));
	r = plan_make(&q, &a);
	assert_int_equal(r.status, PLAN_OK);
	assert_true(r.plan.optimal);
	assert_int_equal(r.plan.steps.n, 2);
	for_each(step, &r.plan.steps)
		assert_true(str_is(step->stage->competency->head.id,
				   "people") ||
			    str_is(step->stage->competency->head.id,
				   "process"));
	arena_release(&a);
}

static void test_sideways(void **state)
{
	struct arena a = {0};
	const char *path = real_files(&a, "jorgef-engineeringladders.yaml").ptr;
	FILE *f = fopen(path, "rb");

	(void)state;
	if (!f)
		skip();
	fclose(f);
	with_file(path, plan_sideways);
	arena_release(&a);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(test_real),
		cmocka_unit_test(test_sideways),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
