#include "ladder/ladder.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stdint.h>
#include <string.h>

#include <cmocka.h>

static const char ladder_text[] =
	"format: ladder/1\nid: a\nname: A\n"
	"competencies:\n"
	"  craft:\n"
	"    name: Craft\n"
	"    layer: technical\n"
	"    stages: [{behaviours: [Does it.]}, {behaviours: [Well.]}]\n"
	"tracks:\n"
	"  ic:\n"
	"    levels:\n"
	"      - {id: one, title: First, code: E1, requires: {craft: 1}}\n"
	"      - {id: two, title: Second, requires: {craft: 2}}\n"
	"  other:\n"
	"    levels: [{id: one, requires: {craft: 1}}]\n";

static const char assessment_text[] =
	"format: assessment/1\nladder: a\nperson: Ada\n"
	"role: ic/one\ntarget: two\nratings: {craft: 1}\n";

static struct ladder_handle *open_a(void)
{
	struct ladder_handle *h = ladder_open_text("a.yaml", ladder_text,
						   strlen(ladder_text));

	assert_int_equal(ladder_status_of(h), LADDER_OK);
	return h;
}

static void assert_json(char *json, const char *part)
{
	assert_non_null(strstr(json, part));
	ladder_free_text(json);
}

static void opens_and_plans(void **state)
{
	struct ladder_question q = {.target = "two", .from = "ic/one"};
	struct ladder_handle *h = open_a();
	char *json = NULL;

	(void)state;
	assert_int_equal(ladder_finding_count(h), 0);
	assert_int_equal(ladder_plan_json(h, &q, &json), LADDER_OK);
	assert_json(json, "\"craft@2\"");
	assert_int_equal(ladder_gap_json(h, &q, &json), LADDER_OK);
	assert_json(json, "\"role_met\": false");
	ladder_close(h);
}

static void names_roles(void **state)
{
	struct ladder_handle *h = open_a();
	struct ladder_role_info role;

	(void)state;
	assert_int_equal(ladder_role_count(h), 3);
	assert_true(ladder_role_at(h, 1, &role));
	assert_string_equal(role.path, "ic/two");
	assert_string_equal(role.title, "Second");
	assert_string_equal(role.code, "");
	assert_int_equal(role.rank, 2);
	assert_false(ladder_role_at(h, 3, &role));
	assert_int_equal(ladder_role_named(h, "E1", &role), LADDER_OK);
	assert_string_equal(role.path, "ic/one");
	assert_int_equal(ladder_role_named(h, "one", &role),
			 LADDER_AMBIGUOUS);
	assert_int_equal(ladder_role_named(h, "three", &role),
			 LADDER_UNKNOWN);
	ladder_close(h);
}

static void takes_an_assessment(void **state)
{
	struct ladder_question q = {0}, wild = {.hours_per_week = -1};
	struct ladder_handle *h = open_a();
	char *json = NULL;

	(void)state;
	assert_int_equal(ladder_plan_json(h, &q, &json), LADDER_UNKNOWN);
	assert_int_equal(ladder_assess_text(h, "ada.yaml", assessment_text,
					    strlen(assessment_text)),
			 LADDER_OK);
	assert_int_equal(ladder_plan_json(h, &wild, &json), LADDER_BAD_VALUE);
	assert_int_equal(ladder_plan_json(h, &q, &json), LADDER_OK);
	assert_json(json, "\"person\": \"Ada\"");
	ladder_close(h);
}

static void tells_what_is_wrong(void **state)
{
	static const char bad[] = "format: ladder/1\nid: a\nname: A\n"
				  "competencies:\n  x: {name: X, layer: me}\n"
				  "tracks: {ic: {levels: [{id: one}]}}\n";
	struct ladder_handle *h = ladder_open_text("bad.yaml", bad,
						   strlen(bad));
	struct ladder_finding f;
	struct ladder_question q = {.target = "one"};
	char *json;
	size_t n = ladder_finding_count(h);

	(void)state;
	assert_int_equal(ladder_status_of(h), LADDER_HAS_ERRORS);
	assert_true(n > 0);
	assert_true(ladder_finding_at(h, 0, &f));
	assert_string_equal(f.file, "bad.yaml");
	assert_string_equal(f.code, "L109");
	assert_string_equal(f.name, "unknown-value");
	assert_int_equal(f.severity, LADDER_ERROR);
	assert_int_equal(f.line, 5);
	assert_int_equal(f.column, 23);
	assert_int_equal(f.end_column, 25);
	assert_string_equal(f.path, "competencies.x.layer");
	assert_false(ladder_finding_at(h, n, &f));
	assert_int_equal(ladder_plan_json(h, &q, &json), LADDER_HAS_ERRORS);
	assert_int_equal(ladder_role_count(h), 0);
	ladder_close(h);
}

static void files_that_are_not_there(void **state)
{
	struct ladder_handle *h = ladder_open_file("/no/such/ladder.yaml");

	(void)state;
	assert_int_equal(ladder_status_of(h), LADDER_UNREADABLE);
	assert_string_equal(ladder_why(h), "no such file or directory");
	ladder_close(h);
	h = ladder_open_builtin("nope");
	assert_int_equal(ladder_status_of(h), LADDER_UNREADABLE);
	ladder_close(h);
	ladder_close(NULL);
}

static void the_wrong_kind_of_file(void **state)
{
	struct ladder_handle *h =
		ladder_open_text("ada.yaml", assessment_text,
				 strlen(assessment_text));

	(void)state;
	assert_int_equal(ladder_status_of(h), LADDER_HAS_ERRORS);
	ladder_close(h);
	h = open_a();
	assert_int_equal(ladder_assess_text(h, "a.yaml", ladder_text,
					    strlen(ladder_text)),
			 LADDER_HAS_ERRORS);
	ladder_close(h);
	h = ladder_open_text("empty", "", 0);
	assert_int_equal(ladder_status_of(h), LADDER_HAS_ERRORS);
	ladder_close(h);
}

static struct ladder_handle *open_edited(const char *from, const char *to)
{
	char text[sizeof ladder_text + 64];
	const char *at = strstr(ladder_text, from);
	size_t head = (size_t)(at - ladder_text);
	struct ladder_handle *h;

	memcpy(text, ladder_text, head);
	strcpy(text + head, to);
	strcat(text, at + strlen(from));
	h = ladder_open_text("b.yaml", text, strlen(text));
	assert_int_equal(ladder_status_of(h), LADDER_OK);
	return h;
}

static void what_changed(void **state)
{
	struct ladder_handle *a = open_a();
	struct ladder_handle *b =
		open_edited("requires: {craft: 2}", "requires: {craft: 1}");
	struct ladder_diff *d = ladder_diff_open(a, b);
	struct ladder_change c;
	char *json;

	(void)state;
	assert_non_null(d);
	assert_int_equal(ladder_change_count(d), 1);
	assert_true(ladder_change_at(d, 0, &c));
	assert_string_equal(c.code, "D404");
	assert_string_equal(c.name, "requirement-lowered");
	assert_int_equal(c.level, LADDER_CHANGE_EASING);
	assert_string_equal(c.path, "tracks.ic.levels.two.requires.craft");
	assert_string_equal(c.before.value, "craft@2");
	assert_string_equal(c.before.file, "a.yaml");
	assert_int_equal(c.before.line, 13);
	assert_int_equal(c.before.column, 52);
	assert_string_equal(c.after.value, "craft@1");
	assert_string_equal(c.after.file, "b.yaml");
	assert_int_equal(c.after.line, 13);
	assert_string_equal(c.message,
			    "Second: Craft: lowered from 2 to 1");
	assert_int_equal(strlen(c.fingerprint), 16);
	assert_int_equal(c.inside, 0);
	assert_false(ladder_change_at(d, 1, &c));
	json = ladder_diff_json(d);
	assert_json(json, "\"D404\"");
	ladder_diff_close(d);
	ladder_close(b);
	ladder_close(a);
}

static void values_of_changes(void **state)
{
	static const struct {
		const char *from, *to, *code, *before, *after;
	} cases[] = {
		{"name: A\n", "name: B\n", "D003", "A", "B"},
		{"name: A\n", "name: A\nthreshold: 0.5\n", "D011", "1",
		 "0.5"},
		{"title: Second", "title: Second, terminal: true", "D120",
		 "false", "true"},
		{"[Does it.]", "[{text: Does it., examples: [x, y]}]", "D321",
		 "", "x\ny"},
		{"title: Second, requires: {craft: 2}",
		 "title: Second, cumulative: false", "D402", "craft@2", ""},
	};

	(void)state;
	for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
		struct ladder_handle *a = open_a();
		struct ladder_handle *b =
			open_edited(cases[i].from, cases[i].to);
		struct ladder_diff *d = ladder_diff_open(a, b);
		struct ladder_change c = {0};
		size_t n = 0;

		while (ladder_change_at(d, n, &c) &&
		       strcmp(c.code, cases[i].code) != 0)
			n++;
		assert_string_equal(c.code, cases[i].code);
		assert_string_equal(c.before.value, cases[i].before);
		assert_string_equal(c.after.value, cases[i].after);
		ladder_diff_close(d);
		ladder_close(b);
		ladder_close(a);
	}
}

static void nothing_to_compare(void **state)
{
	struct ladder_handle *a = open_a();
	struct ladder_handle *same = open_a();
	struct ladder_handle *none = ladder_open_builtin("nope");
	struct ladder_diff *d = ladder_diff_open(a, same);

	(void)state;
	assert_int_equal(ladder_change_count(d), 0);
	ladder_diff_close(d);
	assert_null(ladder_diff_open(a, none));
	assert_null(ladder_diff_open(none, a));
	ladder_diff_close(NULL);
	ladder_close(none);
	ladder_close(same);
	ladder_close(a);
}

static void the_shipped_ladder(void **state)
{
	struct ladder_handle *h = ladder_open_builtin("software-engineering");

	(void)state;
	assert_int_equal(ladder_status_of(h), LADDER_OK);
	assert_true(ladder_role_count(h) > 10);
	ladder_close(h);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(opens_and_plans),
		cmocka_unit_test(names_roles),
		cmocka_unit_test(takes_an_assessment),
		cmocka_unit_test(tells_what_is_wrong),
		cmocka_unit_test(files_that_are_not_there),
		cmocka_unit_test(the_wrong_kind_of_file),
		cmocka_unit_test(what_changed),
		cmocka_unit_test(values_of_changes),
		cmocka_unit_test(nothing_to_compare),
		cmocka_unit_test(the_shipped_ladder),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
