#include "people/carry.h"

#include "unit/people/crowd.h"

#define TRACK "tracks: {ic: {levels: [{id: one, requires: {a: 1}}]}}\n"
#define COMPETENCY(stages) \
	"competencies: {a: {name: A, layer: technical, stages: [" stages "]}}\n"

/* Where `text` stands in the competency `id` of the new ladder. */
static struct stand carried(struct crowd *c, const char *text, const char *id)
{
	struct world *w = &c->world;
	const char *whole = arena_printf(&w->arena,
					 "format: assessment/1\nladder: l\n"
					 "person: P\n%s",
					 text)
				    .ptr;
	struct assessment *as = world_assessment(w, c->diff->old, whole);
	struct crossing x = crossing_of(c->diff, false);
	struct plan_query q;

	assert_non_null(as);
	assert_true(as->usable);
	query_init(&q, c->diff->old, as);
	query_from_assessment(&q, as, &w->arena);
	q = carry_query(&q, &x, &w->arena);
	w->diag.findings.n = 0;
	return q.stands[ladder_competency(c->diff->new, str_of(id))->index];
}

static void expect_have(const char *old, const char *new, const char *text,
			uint32_t have)
{
	struct crowd c;

	crowd_open(&c, old, new, false);
	assert_int_equal(carried(&c, text, "a").have, have);
	crowd_close(&c);
}

static void stages_keep_their_meaning(void **state)
{
	static const char three[] =
		COMPETENCY("{id: x}, {id: y}, {id: z}") TRACK;
	static const char inserted[] =
		COMPETENCY("{id: x}, {id: new}, {id: y}, {id: z}") TRACK;
	static const char taken_out[] = COMPETENCY("{id: x}, {id: z}") TRACK;
	static const char renamed[] =
		COMPETENCY("{id: x}, {id: why, renamed-from: [y]}, {id: z}")
		TRACK;

	(void)state;
	expect_have(three, inserted, "ratings: {a: 2}\n", 3);
	expect_have(three, inserted, "ratings: {a: y}\n", 3);
	expect_have(three, inserted, "ratings: {a: 1}\n", 1);
	expect_have(three, inserted, "ratings: {a: 0}\n", 0);
	expect_have(three, taken_out, "ratings: {a: 3}\n", 2);
	/* it is gone, but what it implied is still there */
	expect_have(three, taken_out, "ratings: {a: 2}\n", 1);
	expect_have(three, renamed, "ratings: {a: y}\n", 2);
	expect_have(renamed, three, "ratings: {a: why}\n", 2);
}

/* As the diff compares the bars: one by number that nobody declared. */
static void stages_that_match_nothing_go_by_number(void **state)
{
	static const char three[] =
		COMPETENCY("{id: x}, {id: y}, {id: z}") TRACK;
	static const char undeclared[] =
		COMPETENCY("{id: x}, {id: why}, {id: z}") TRACK;
	static const char all_new[] =
		COMPETENCY("{id: p}, {id: q}, {id: r}, {id: s}") TRACK;
	static const char new_on_top[] =
		COMPETENCY("{id: x}, {id: z}, {id: top}") TRACK;

	(void)state;
	expect_have(three, undeclared, "ratings: {a: y}\n", 2);
	expect_have(three, undeclared, "ratings: {a: x}\n", 1);
	expect_have(three, all_new, "ratings: {a: z}\n", 3);
	expect_have(three, all_new, "ratings: {a: x}\n", 1);
	expect_have(three, new_on_top, "ratings: {a: y}\n", 1);
	expect_have(three, new_on_top, "ratings: {a: z}\n", 2);
}

static void a_competency_by_another_id(void **state)
{
	static const char old[] =
		"competencies: {was: {name: A, layer: technical, " STAGES_2
		"}}\n"
		"tracks: {ic: {levels: [{id: one, requires: {was: 1}}]}}\n";
	static const char new[] =
		"competencies: {a: {name: A, layer: technical, "
		"renamed-from: [was], " STAGES_2 "}, "
		"b: {name: B, layer: technical, " STAGES_2 "}}\n" TRACK;
	struct crowd c;
	struct stand s;

	(void)state;
	crowd_open(&c, old, new, false);
	assert_int_equal(carried(&c, "ratings: {was: 2}\n", "a").have, 2);
	s = carried(&c, "ratings: {was: {na: No A here.}}\n", "a");
	assert_true(s.na);
	assert_str(s.reason, "No A here.");
	s = carried(&c, "ratings: {was: 2}\n", "b");
	assert_int_equal(s.have, 0);
	assert_false(s.rated);
	crowd_close(&c);
}

static void cells_go_by_their_roles(void **state)
{
	static const char old[] =
		"competencies: {a: {name: A, layer: technical}}\n"
		"tracks:\n"
		"  ic:\n"
		"    levels:\n"
		"      - {id: one, expects: {a: [x]}}\n"
		"      - {id: two, expects: {a: [y]}}\n";
	static const char with_a_first_level[] =
		"competencies: {a: {name: A, layer: technical}}\n"
		"tracks:\n"
		"  ic:\n"
		"    levels:\n"
		"      - {id: zero, expects: {a: [w]}}\n"
		"      - {id: one, expects: {a: [x]}}\n"
		"      - {id: two, expects: {a: [y]}}\n";
	struct crowd c;
	struct stand s;

	(void)state;
	crowd_open(&c, old, with_a_first_level, false);
	s = carried(&c, "ratings: {a: 2}\n", "a");
	assert_int_equal(s.have, 3);
	assert_int_equal(s.rank_have, 3);
	crowd_close(&c);
}

/* --- behaviours that are shown already ------------------------------------ */

/* Which behaviours of the next stage are ticked, as "x.x"; then what is left
 * of it. */
static const char *ticks(struct crowd *c, const char *met)
{
	static char text[16];
	const char *rating = arena_printf(&c->world.arena,
					  "ratings: {a: {met: [%s]}}\n", met)
				     .ptr;
	struct stand s = carried(c, rating, "a");
	uint32_t n = 0;

	if (!s.partly)
		return s.by_behaviours ? "reached" : "none";
	for (; n < s.partly->behaviours.n; n++)
		text[n] = s.met[n] ? 'x' : '.';
	text[n++] = ' ';
	text[n++] = (char)('0' + s.left);
	text[n] = '\0';
	return text;
}

static void what_is_shown_stays_shown(void **state)
{
	static const char old[] =
		COMPETENCY("{behaviours: [walks, {id: r, text: runs}, jumps]}, "
			   "{behaviours: [flies]}") TRACK;
	static const char sorted[] =
		COMPETENCY("{behaviours: [jumps, {id: r, text: sprints}, "
			   "walks]}, {behaviours: [flies]}") TRACK;
	static const char reworded[] =
		COMPETENCY("{behaviours: [strolls, {id: r, text: runs}, "
			   "jumps, sings]}, {behaviours: [flies]}") TRACK;
	static const char shorter[] =
		COMPETENCY("{behaviours: [walks]}, {behaviours: [flies]}")
		TRACK;
	struct crowd c;

	(void)state;
	crowd_open(&c, old, sorted, false);
	assert_string_equal(ticks(&c, "1"), "..x 2");
	assert_string_equal(ticks(&c, "r, 3"), "xx. 1");
	crowd_close(&c);
	crowd_open(&c, old, reworded, false);
	assert_string_equal(ticks(&c, "1, 2"), "xx.. 2");
	crowd_close(&c);
	crowd_open(&c, old, shorter, false);
	assert_string_equal(ticks(&c, "1, 3"), "reached");
	assert_string_equal(ticks(&c, "3"), ". 1");
	crowd_close(&c);
}

/* Behaviours of a stage that is not the next one any more. */
static void another_stage_lies_between(void **state)
{
	static const char old[] = COMPETENCY("{id: x, behaviours: [walks, "
					     "runs]}") TRACK;
	static const char new[] =
		COMPETENCY("{id: new, behaviours: [walks, runs]}, "
			   "{id: x, behaviours: [walks, runs]}") TRACK;
	struct crowd c;

	(void)state;
	crowd_open(&c, old, new, false);
	assert_string_equal(ticks(&c, "1"), "none");
	crowd_close(&c);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(stages_keep_their_meaning),
		cmocka_unit_test(stages_that_match_nothing_go_by_number),
		cmocka_unit_test(a_competency_by_another_id),
		cmocka_unit_test(cells_go_by_their_roles),
		cmocka_unit_test(what_is_shown_stays_shown),
		cmocka_unit_test(another_stage_lies_between),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
