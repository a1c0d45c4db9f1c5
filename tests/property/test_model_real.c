/* Real public ladders load without an error, and hold what their list of
 * sources says. */
#include "support/test.h"
#include "support/world.h"

#include "property/files.h"

#include <stdio.h>
#include <stdlib.h>

#define REAL "../shared/data/real/"

/* What a line of the table says of a file. */
struct expected {
	struct str file;
	uint32_t tracks, levels, competencies, behaviours;
};

/* The cells of a table's line: "| a | b |". */
static struct str cell(struct str line, int n)
{
	while (n-- >= 0)
		line = str_from(line, str_index(line, '|') + 1);
	return str_trim(str_head(line, str_index(line, '|')));
}

static uint32_t number(struct str s)
{
	return (uint32_t)strtoul(s.ptr, NULL, 10);
}

static struct expected read_line(struct str line)
{
	struct str both = cell(line, 2);

	return (struct expected){
		.file = cell(line, 0),
		.tracks = number(both),
		.levels = number(str_from(both, str_index(both, '/') + 1)),
		.competencies = number(cell(line, 3)),
		.behaviours = number(cell(line, 4)),
	};
}

static uint32_t count_behaviours(const struct ladder *l)
{
	uint32_t n = 0;

	for_each(c, &l->competencies)
		for (uint32_t i = 0; i < c->n_stages; i++)
			for (uint32_t k = 0; k < c->stages[i].n_rubrics; k++)
				n += c->stages[i].rubrics[k]->behaviours.n;
	return n;
}

static void check_file(const struct expected *e)
{
	struct world w;
	struct ladder *l;
	struct str path;

	world_init(&w);
	path = arena_printf(&w.arena, LADDER_SOURCE_DIR "/" REAL "%.*s",
			    STR_ARG(e->file));
	l = world_ladder_bytes(&w, file_read(path, &w.arena));
	assert_non_null(l);
	printf("%.*s: %u tracks, %u levels, %u competencies, %u behaviours\n",
	       STR_ARG(e->file), l->tracks.n, l->n_roles, l->competencies.n,
	       count_behaviours(l));
	assert_int_equal(w.diag.errors, 0);
	assert_true(l->usable);
	assert_int_equal(l->tracks.n, e->tracks);
	assert_int_equal(l->n_roles, e->levels);
	assert_int_equal(l->competencies.n, e->competencies);
	assert_int_equal(count_behaviours(l), e->behaviours);
	world_release(&w);
}

static void test_counts(void **state)
{
	struct arena a = {0};
	struct str text =
		file_read(STR(LADDER_SOURCE_DIR "/" REAL "SOURCES.md"), &a);
	uint32_t n = 0;

	(void)state;
	for (; text.len; text = str_from(text, str_index(text, '\n') + 1)) {
		struct str line = str_head(text, str_index(text, '\n'));
		struct expected e;

		if (!str_starts(line, STR("| ")) || cell(line, 0).len < 6 ||
		    !str_ends(cell(line, 0), STR(".yaml")))
			continue;
		e = read_line(line);
		check_file(&e);
		n++;
	}
	assert_int_equal(n, files_matching(REAL "*.yaml", &a).n +
				    files_matching(REAL "*/*.yaml", &a).n);
	arena_release(&a);
}

/* The person whom the Snowflake's authors take as their example. */
static void test_snowflake_points(void **state)
{
	static const char person[] =
		"format: assessment/1\nladder: %.*s\nperson: P\nratings:\n";
	static const int stages[] = {1, 2, 3, 2, 4, 1, 1, 4,
				     3, 2, 0, 4, 2, 2, 3, 0};
	struct world w;
	struct ladder *l;
	struct assessment *as;
	struct stand *stands;
	struct buf text = {0};
	int64_t sum = 0;

	(void)state;
	world_init(&w);
	l = world_ladder_bytes(&w,
			       file_read(STR(LADDER_SOURCE_DIR
					     "/" REAL "medium-snowflake.yaml"),
					 &w.arena));
	assert_int_equal(l->competencies.n, N_OF(stages));
	assert_int_equal(l->scores.n, 1);
	buf_printf(&text, person, STR_ARG(l->head.id));
	for_each(c, &l->competencies)
		buf_printf(&text, "  %.*s: %d\n", STR_ARG(c->head.id),
			   stages[c->index]);
	buf_char(&text, 0);
	as = world_assessment(&w, l, text.ptr);
	assert_int_equal(w.diag.errors, 0);
	stands = assessment_stands(l, as, &w.arena);
	for_each(c, &l->competencies) {
		uint32_t have = stands[c->index].have;
		const struct reading *r = track_reading(l->tracks.at,
							l->scores.at);

		sum += r->weights[c->index] / 1000 *
		       reading_points(r, have ? &c->stages[have - 1] : NULL);
	}
	printf("the example person has %d points\n", (int)(sum / 1000));
	assert_int_equal(sum, 72000);
	buf_release(&text);
	world_release(&w);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(test_counts),
		cmocka_unit_test(test_snowflake_points),
	};
	struct arena a = {0};
	bool there = files_matching(REAL "SOURCES.md", &a).n;

	arena_release(&a);
	if (!there) {
		puts("skipped: there is no " REAL "SOURCES.md");
		return 77;
	}
	return cmocka_run_group_tests_name("model/real", tests, NULL, NULL);
}
